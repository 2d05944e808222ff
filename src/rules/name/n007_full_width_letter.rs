//! N007: 名称里有全角字母或数字。

use crate::catalog::{Field, MatterId};
use crate::findings::{RuleInfo, Safety, Severity, Status};
use crate::rules::name::flaw::{Flaw, flaw};
use crate::rules::name::lone_name;
use crate::rules::name::width::half_width;
use crate::rules::{Check, Report, Rule};
use crate::text::Spanned;
use crate::yaml::{Data, Op, Path};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "N007",
        slug: "full-width-letter",
        severity: Severity::Note,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("n007_full_width_letter.md"),
    },
    check: Check::Effective(check),
};

fn check(id: MatterId, report: &mut Report<'_>) {
    let naming = &report.standard().tables.naming;
    let has = |name: &Spanned<&str>| half_width(name.value).is_some();
    let Some(name) = lone_name(id, report).filter(has) else {
        return;
    };
    let Some(Flaw::FullWidth(letter, half)) = flaw(name.value, naming) else {
        return;
    };
    let letter = letter.to_string();
    let values = [("seen", name.value), ("letter", &*letter), ("half", &*half)];
    let op = Op::Set {
        path: Path::key(Field::Name.key()),
        value: Data::Text(half.clone()),
    };
    report
        .at(name.span, "wide", &values)
        .fix(Safety::Safe, op, "narrow", &values);
}
