//! T001: 事项类型不在类型表中。

use crate::catalog::standard::{Numbered, Numbering, Standard};
use crate::catalog::{Field, Matter};
use crate::findings::Safety;
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::kind::numbering::elsewhere;
use crate::rules::{Check, Report, Rule};
use crate::text::{Message, Words, words};
use crate::yaml::{Data, Op, Path};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "T001",
        slug: "unknown-type",
        severity: Severity::Warning,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("t001_unknown_type.md"),
    },
    check: Check::Matter(check),
};

/// A code of another system that there is a type for here.
const HERE: Words = words(
    "在{system}中它表示{name}，这里是 {code}",
    "in {system_en} it stands for {name_en}, which is {code} here",
);
/// A code of another system that there is no type for here.
const NOWHERE: Words = words(
    "在{system}中它表示“{name}”，这里没有对应的类型",
    "in {system_en} it stands for “{name_en}”, for which there is no type here",
);

fn check(matter: &Matter, report: &mut Report<'_>) {
    let Some(code) = matter.text(Field::Type) else {
        return;
    };
    let standard = &*report.catalog.standard;
    if standard.kind(code.value).is_some() {
        return;
    }
    let seen = ("seen", code.value);
    if let Some(kind) = standard
        .tables
        .types
        .iter()
        .find(|kind| kind.zh == code.value)
    {
        let values = [
            seen,
            ("code", &*kind.code),
            ("name", &*kind.zh),
            ("name_en", &*kind.en),
        ];
        let op = Op::Set {
            path: Path::key(Field::Type.key()),
            value: Data::Text(kind.code.clone()),
        };
        report
            .at(code.span, "word", &values)
            .fix(Safety::Unsafe, op, "code", &values);
    } else if let Some(systems) = told(code.value, standard) {
        let values = [seen, ("systems", &systems.zh), ("systems_en", &systems.en)];
        report.at(code.span, "legacy", &values);
    } else {
        report.at(code.span, "unknown", &[seen]);
    }
}

/// What a code means in every other system that has it; `None` if none has.
fn told(code: &str, standard: &Standard) -> Option<Message> {
    let told: Vec<Message> = elsewhere(code, standard)
        .map(|(system, value)| meaning(system, value, standard))
        .collect();
    let join = |of: fn(&Message) -> &str, between: &str| {
        let told: Vec<&str> = told.iter().map(of).collect();
        told.join(between)
    };
    (!told.is_empty()).then(|| Message {
        zh: join(|message| &message.zh, "；"),
        en: join(|message| &message.en, "; "),
    })
}

fn meaning(system: &Numbering, value: &Numbered, standard: &Standard) -> Message {
    let kind = value.kind.as_deref().and_then(|code| standard.kind(code));
    let values = [
        ("system", &*system.zh),
        ("system_en", &*system.en),
        ("name", kind.map_or(&*value.zh, |kind| &*kind.zh)),
        ("name_en", kind.map_or(&*value.en, |kind| &*kind.en)),
        ("code", kind.map_or("", |kind| &*kind.code)),
    ];
    let told = if kind.is_some() { HERE } else { NOWHERE };
    told.with(&values)
}
