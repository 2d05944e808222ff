//! C007: 主项序号是 000。

use crate::catalog::{Floor, Matter};
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::code::letters::part;
use crate::rules::code::mismatch::is_named_by_code;
use crate::rules::{Check, Report, Rule};
use crate::terms::BaseCode;

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "C007",
        slug: "no-main-item",
        severity: Severity::Warning,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("c007_no_main_item.md"),
    },
    check: Check::Matter(check),
};

fn check(matter: &Matter, report: &mut Report<'_>) {
    if matter.floor != Floor::Base || !is_named_by_code(matter) {
        return;
    }
    let Some(code) = matter.code() else { return };
    if BaseCode::parse(code.value).is_ok_and(|base| base.main_item() == "000") {
        let span = part(report.file(), code, 6..9);
        report.at(span, "nought", &[("code", code.value)]);
    }
}
