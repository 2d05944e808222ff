//! A002: 检查例外快到期。

use jiff::ToSpan;

use crate::catalog::Exception;
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::{Check, Report, Rule, Usage};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "A002",
        slug: "exception-ends-soon",
        severity: Severity::Warning,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("a002_exception_ends_soon.md"),
    },
    check: Check::Exception(check),
};

/// One that excuses nothing is better removed than prolonged: that is A003.
fn check(exception: &Exception<'_>, usage: Usage, report: &mut Report<'_>) {
    let (today, until) = (report.today, exception.until);
    let days = report.standard().tables.exceptions.ends_soon_days;
    let first_late_day = today.saturating_add(i64::from(days).days());
    let is_soon = today <= until.value && until.value <= first_late_day;
    if is_soon && matches!(usage, Usage::Used | Usage::Unknown) {
        let left = (until.value - today).get_days().to_string();
        let values = [
            ("rule", exception.rule.value),
            ("until", &until.value.to_string()),
            ("left", &left),
        ];
        let say = if left == "0" { "today" } else { "soon" };
        report.at(until.span, say, &values);
    }
}
