//! L027: 接替的法律不在法律法规库中。

use crate::catalog::File;
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::law::register::laws;
use crate::rules::{Check, Report, Rule};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "L027",
        slug: "unknown-successor",
        severity: Severity::Warning,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("l027_unknown_successor.md"),
    },
    check: Check::File(check),
};

fn check(file: &File, report: &mut Report<'_>) {
    let registers = report.registers();
    for law in laws(file, report) {
        let Some(successor) = law.successor() else {
            continue;
        };
        let say = if successor == law.title() {
            "itself"
        } else if registers.law(successor).is_none() {
            "unknown"
        } else {
            continue;
        };
        let values = [("law", law.title()), ("newer", successor)];
        report.at(law.key_span("successor"), say, &values);
    }
}
