//! N001: 名称与上级只是写法不同。

use crate::catalog::Field;
use crate::findings::{RuleInfo, Safety, Severity, Status};
use crate::levels::{Class, Difference};
use crate::rules::name::flaw::{flaw, mended};
use crate::rules::{Check, Pair, Report, Rule};
use crate::yaml::{Op, Path};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "N001",
        slug: "name-written-otherwise",
        severity: Severity::Warning,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("n001_name_written_otherwise.md"),
    },
    check: Check::Difference(check),
};

fn check(difference: &Difference<'_>, _: Pair, report: &mut Report<'_>) {
    if difference.field != Field::Name {
        return;
    }
    let Some((seen, above)) = difference.lower.text().zip(difference.upper.text()) else {
        return;
    };
    let naming = &report.standard().tables.naming;
    // A number before it, a mark after it, a traditional character: the name is the same all the same.
    let is_flawed = || mended(seen, naming).as_deref() == Some(above);
    match difference.class {
        Class::Wording => {}
        Class::Conflict if is_flawed() => {}
        _ => return,
    }
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
