//! N011: 名称过长。

use crate::catalog::MatterId;
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::name::lone_name;
use crate::rules::{Check, Report, Rule};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "N011",
        slug: "long-name",
        severity: Severity::Note,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("n011_long_name.md"),
    },
    check: Check::Effective(check),
};

fn check(id: MatterId, report: &mut Report<'_>) {
    let Some(name) = lone_name(id, report) else {
        return;
    };
    let most = report.standard().tables.naming.max_length;
    // A character takes at least one byte: most names are short without counting.
    if name.value.len() <= most {
        return;
    }
    let length = name.value.chars().count();
    if length > most {
        let (length, most) = (length.to_string(), most.to_string());
        report.at(name.span, "long", &[("length", &length), ("most", &most)]);
    }
}
