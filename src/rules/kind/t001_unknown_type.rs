//! T001: 事项类型不在类型表中。

use crate::catalog::standard::Named;
use crate::catalog::{Field, Matter};
use crate::findings::Safety;
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::{Check, Report, Rule};
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

fn check(matter: &Matter, report: &mut Report<'_>) {
    let Some(code) = matter.text(Field::Type) else {
        return;
    };
    let standard = report.standard();
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
    } else if let Some((system, kind)) = elsewhere(code.value, report) {
        let values = [
            seen,
            ("system", system.0),
            ("system_en", system.1),
            ("name", &*kind.zh),
            ("name_en", &*kind.en),
            ("code", &*kind.code),
        ];
        report.at(code.span, "legacy", &values);
    } else {
        report.at(code.span, "unknown", &[seen]);
    }
}

/// Another system that uses this code, and the type it means there.
fn elsewhere<'c>(code: &str, report: &Report<'c>) -> Option<((&'c str, &'c str), &'c Named)> {
    let standard = report.standard();
    standard.tables.legacy.iter().find_map(|system| {
        let value = system.values.iter().find(|value| value.code == code)?;
        let kind = standard.kind(value.kind.as_deref()?)?;
        Some(((&*system.zh, &*system.en), kind))
    })
}
