//! N010: 名称里有繁体字。

use crate::catalog::{Field, MatterId};
use crate::findings::{RuleInfo, Safety, Severity, Status};
use crate::rules::name::flaw::{Flaw, flaw, traditional};
use crate::rules::name::lone_name;
use crate::rules::{Check, Report, Rule};
use crate::text::Spanned;
use crate::yaml::{Data, Op, Path};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "N010",
        slug: "traditional-character",
        severity: Severity::Warning,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("n010_traditional_character.md"),
    },
    check: Check::Effective(check),
};

fn check(id: MatterId, report: &mut Report<'_>) {
    let naming = &report.standard().tables.naming;
    let has = |name: &Spanned<&str>| traditional(name.value, naming).is_some();
    let Some(name) = lone_name(id, report).filter(has) else {
        return;
    };
    let Some(Flaw::Traditional(old, new, mended)) = flaw(name.value, naming) else {
        return;
    };
    let (old, new) = (old.to_string(), new.to_string());
    let values = [
        ("seen", name.value),
        ("old", &*old),
        ("new", &*new),
        ("mended", &*mended),
    ];
    let op = Op::Set {
        path: Path::key(Field::Name.key()),
        value: Data::Text(mended.clone()),
    };
    report
        .at(name.span, "traditional", &values)
        .fix(Safety::Unsafe, op, "simplify", &values);
}
