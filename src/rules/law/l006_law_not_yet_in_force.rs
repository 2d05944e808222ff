//! L006: 所引法律尚未施行。

use crate::catalog::standard::day;
use crate::catalog::{Field, Matter};
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::law::citation::Citation;
use crate::rules::law::standing::Standing;
use crate::rules::{Check, Report, Rule};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "L006",
        slug: "law-not-yet-in-force",
        severity: Severity::Error,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("l006_law_not_yet_in_force.md"),
    },
    check: Check::Citation(check),
};

fn check(citation: &Citation<'_>, report: &mut Report<'_>) {
    let Some((law, Standing::NotYet(since))) = citation.in_use() else {
        return;
    };
    if !starts_with(citation.matter, since) {
        let values = [("law", law.title()), ("since", since)];
        report.at(citation.title_span(), "early", &values).beside(
            &law.file,
            law.span(),
            "law",
            &values,
        );
    }
}

/// Whether a matter takes effect with its law, or later.
fn starts_with(matter: &Matter, since: &str) -> bool {
    let start = matter.text(Field::EffectiveOn);
    let start = start.and_then(|text| day(text.value));
    start
        .zip(day(since))
        .is_some_and(|(start, since)| start >= since)
}
