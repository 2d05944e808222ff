//! N001: 名称与上级只是写法不同。

use crate::catalog::{Field, MatterId};
use crate::findings::Safety;
use crate::findings::{RuleInfo, Severity, Status};
use crate::levels::Class;
use crate::rules::name::flaw::flaw;
use crate::rules::name::name_difference;
use crate::rules::{Check, Report, Rule};
use crate::yaml::{Op, Path};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "N001",
        slug: "name-written-otherwise",
        severity: Severity::Warning,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("n001_name_written_otherwise.md"),
    },
    check: Check::Pair(check),
};

fn check(lower: MatterId, upper: MatterId, report: &mut Report<'_>) {
    let Some(difference) = name_difference(lower, upper, report) else {
        return;
    };
    let (seen, above) = (difference.lower.text(), difference.upper.text());
    let Some((seen, above)) = seen
        .zip(above)
        .filter(|_| difference.class == Class::Wording)
    else {
        return;
    };
    let naming = &report.standard().tables.naming;
    // Where the upper name is the faulty one, it is said there.
    if flaw(above, naming).is_some() && flaw(seen, naming).is_none() {
        return;
    }
    let op = Op::Remove {
        path: Path::key(Field::Name.key()),
    };
    report
        .at(
            difference.lower.span(),
            "wording",
            &[("seen", seen), ("above", above)],
        )
        .fix(Safety::Unsafe, op, "inherit", &[("above", above)]);
}
