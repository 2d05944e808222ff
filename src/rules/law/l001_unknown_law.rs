//! L001: 所引法律不在法律法规库中。

use crate::catalog::{Field, Law, Matter};
use crate::findings::Safety;
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::nearest::nearest;
use crate::rules::{Check, Report, Rule};
use crate::yaml::{Data, Op, Path};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "L001",
        slug: "unknown-law",
        severity: Severity::Warning,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("l001_unknown_law.md"),
    },
    check: Check::Matter(check),
};

/// What a full title often loses.
const PREFIX: &str = "中华人民共和国";

fn check(matter: &Matter, report: &mut Report<'_>) {
    // A catalog without a register cannot say that a law is not in it.
    if report.registers().laws.is_empty() {
        return;
    }
    for (index, basis) in matter.bases().enumerate() {
        let Some(title) = basis.law else { continue };
        if report.registers().law(title.value).is_some() {
            continue;
        }
        let Some(near) = near(title.value, report) else {
            report.at(title.span, "unknown", &[("title", title.value)]);
            continue;
        };
        let values = [("title", title.value), ("near", near)];
        let path = Path::key(Field::LegalBasis.key())
            .then_index(index)
            .then_key("law");
        let value = Data::Text(near.to_owned());
        report.at(title.span, "near", &values).fix(
            Safety::Unsafe,
            Op::Set { path, value },
            "replace",
            &values,
        );
    }
}

/// The title that was probably meant: without book-title marks, with the lost prefix, or else the nearest.
fn near<'c>(title: &str, report: &Report<'c>) -> Option<&'c str> {
    let registers = report.registers();
    let bare = title.trim().trim_start_matches('《').trim_end_matches('》');
    let known = |title: &str| registers.law(title).map(Law::title);
    let titles = registers.laws.iter().map(Law::title);
    known(bare)
        .or_else(|| known(&format!("{PREFIX}{bare}")))
        .or_else(|| known(bare.strip_prefix(PREFIX)?))
        .or_else(|| nearest(bare, titles))
}
