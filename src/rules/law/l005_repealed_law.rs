//! L005: 所引法律已经失效。

use crate::catalog::Matter;
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::law::citation::known;
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
    check: Check::Matter(check),
};

fn check(matter: &Matter, report: &mut Report<'_>) {
    if matter.is_cancelled() {
        return;
    }
    for basis in matter.bases() {
        let Some((law, Standing::Repealed(since))) = known(&basis, matter, report) else {
            continue;
        };
        let span = basis.law.map_or(basis.span, |title| title.span);
        let values = [("law", law.title()), ("since", since.unwrap_or(""))];
        let say = if since.is_some() { "dated" } else { "repealed" };
        report
            .at(span, say, &values)
            .beside(&law.file, law.span(), "law", &values);
    }
}
