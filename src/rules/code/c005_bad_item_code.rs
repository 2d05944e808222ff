//! C005: 业务办理项编码不是实施编码加序号。

use crate::catalog::Matter;
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::code::mismatch::sound_code;
use crate::rules::values::values;
use crate::rules::{Check, Report, Rule};
use crate::terms::ItemCode;

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "C005",
        slug: "bad-item-code",
        severity: Severity::Warning,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("c005_bad_item_code.md"),
    },
    check: Check::Matter(check),
};

fn check(matter: &Matter, report: &mut Report<'_>) {
    let Some(code) = sound_code(matter, report.registers()) else {
        return;
    };
    for value in values(&matter.file, "handling_items[].code") {
        let Some(seen) = value.text() else { continue };
        if ItemCode::parse(seen).is_none_or(|item| item.matter != code) {
            report.at(
                value.span(),
                "form",
                &[("seen", seen), ("code", code.as_str())],
            );
        }
    }
}
