//! X004: 准予不同的期限已过。

use crate::findings::{RuleInfo, Severity, Status};
use crate::levels::{Difference, Standing, standing};
use crate::rules::{Check, Pair, Report, Rule};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "X004",
        slug: "lapsed-decision",
        severity: Severity::Warning,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("x004_lapsed_decision.md"),
    },
    check: Check::Difference(check),
};

fn check(difference: &Difference<'_>, pair: Pair, report: &mut Report<'_>) {
    let (standard, today) = (report.standard(), report.today);
    let matter = report.catalog.matter(pair.lower);
    let Standing::Lapsed(decision) = standing(standard, matter, difference, today) else {
        return;
    };
    let title = standard.title(difference.field);
    let until = decision.text("until").unwrap_or("");
    let values = [
        ("title", &*title.zh),
        ("title_en", &*title.en),
        ("date", until),
    ];
    report.at(decision.value.span(), "lapsed", &values);
}
