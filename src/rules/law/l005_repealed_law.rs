//! L005: 所引法律已经失效。

use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::law::citation::Citation;
use crate::rules::law::standing::Standing;
use crate::rules::{Check, Report, Rule};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "L005",
        slug: "repealed-law",
        severity: Severity::Error,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("l005_repealed_law.md"),
    },
    check: Check::Citation(check),
};

fn check(citation: &Citation<'_>, report: &mut Report<'_>) {
    let Some((law, Standing::Repealed(since))) = citation.in_use() else {
        return;
    };
    let values = [("law", law.title()), ("since", since.unwrap_or(""))];
    let say = if since.is_some() { "dated" } else { "repealed" };
    report
        .at(citation.title_span(), say, &values)
        .beside(&law.file, law.span(), "law", &values);
}
