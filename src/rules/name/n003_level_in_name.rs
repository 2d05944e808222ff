//! N003: 名称末尾写了层级。

use crate::catalog::{Field, MatterId};
use crate::findings::Safety;
use crate::findings::{RuleInfo, Severity, Status};
use crate::levels::without_level;
use crate::rules::name::flaw::{Flaw, flaw};
use crate::rules::name::lone_name;
use crate::rules::{Check, Report, Rule};
use crate::text::Spanned;
use crate::yaml::{Data, Op, Path};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "N003",
        slug: "level-in-name",
        severity: Severity::Warning,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("n003_level_in_name.md"),
    },
    check: Check::Effective(check),
};

fn check(id: MatterId, report: &mut Report<'_>) {
    let naming = &report.standard().tables.naming;
    let has = |name: &Spanned<&str>| without_level(name.value, naming).is_some();
    let Some(name) = lone_name(id, report).filter(has) else {
        return;
    };
    let Some(Flaw::Level(bare, level)) = flaw(name.value, naming) else {
        return;
    };
    let values = [("seen", name.value), ("level", level), ("bare", bare)];
    let op = Op::Set {
        path: Path::key(Field::Name.key()),
        value: Data::Text(bare.to_owned()),
    };
    report
        .at(name.span, "level", &values)
        .fix(Safety::Unsafe, op, "remove", &values);
}
