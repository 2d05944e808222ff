//! S021: 没有这一天。

use crate::catalog::standard::Format;
use crate::findings::{RuleInfo, Safety, Severity, Status};
use crate::rules::{Check, Fault, Report, Rule, Wrong};
use crate::yaml::{Data, Op};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "S021",
        slug: "no-such-day",
        severity: Severity::Error,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("s021_no_such_day.md"),
    },
    check: Check::Fault(check),
};

fn check(fault: &Fault<'_>, report: &mut Report<'_>) {
    if !matches!(fault.wrong, Wrong::Day) {
        return;
    }
    let said = report.at(fault.span, "day", &fault.with(&[]));
    if let Some(day) = meant(fault.seen()) {
        let op = Op::Set {
            path: fault.way.path(),
            value: Data::Text(day.clone()),
        };
        said.fix(Safety::Safe, op, "write", &fault.with(&[("day", &day)]));
    }
}

/// The day that is written in another form: year, month and day with `/`, `.`, `-` or 年月日 between.
fn meant(text: &str) -> Option<String> {
    let text = text.strip_suffix('日').unwrap_or(text);
    let mut parts = text.split(['/', '.', '-', '年', '月']);
    let mut part = |digits: std::ops::RangeInclusive<usize>| {
        let part = parts.next()?;
        let is_number = part.bytes().all(|byte| byte.is_ascii_digit());
        (is_number && digits.contains(&part.len())).then_some(part)
    };
    let (year, month, day) = (part(4..=4)?, part(1..=2)?, part(1..=2)?);
    let written = format!("{year}-{month:0>2}-{day:0>2}");
    (parts.next().is_none() && Format::Date.fits(&written)).then_some(written)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_in_another_form_is_still_that_day() {
        for text in ["2025年6月1日", "2025/6/1", "2025.06.01", "2025-6-1"] {
            assert_eq!(meant(text).as_deref(), Some("2025-06-01"), "{text}");
        }
        for text in [
            "2025-02-30",
            "6/1/2025",
            "25-6-1",
            "2025年6月",
            "2025-6-1-1",
            "长期",
        ] {
            assert_eq!(meant(text), None, "{text}");
        }
    }
}
