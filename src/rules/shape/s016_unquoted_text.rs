//! S016: 编码或会被读成数字的文字没有加引号。

use crate::findings::Safety;
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::{Check, Fault, Report, Rule, Wrong};
use crate::yaml::{Data, Op};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "S016",
        slug: "unquoted-text",
        severity: Severity::Error,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("s016_unquoted_text.md"),
    },
    check: Check::Fault(check),
};

fn check(fault: &Fault<'_>, report: &mut Report<'_>) {
    if matches!(fault.wrong, Wrong::Unquoted) {
        let values = fault.with(&[]);
        let op = Op::Set {
            path: fault.way.path(),
            value: Data::Text(fault.seen().to_owned()),
        };
        report
            .at(fault.span, "unquoted", &values)
            .fix(Safety::Safe, op, "quote", &values);
    }
}
