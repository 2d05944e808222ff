//! C006: 部门字段与基本编码的部门段不一致。

use crate::catalog::{Field, Floor, Matter};
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::code::mismatch::is_named_by_code;
use crate::rules::{Check, Report, Rule};
use crate::terms::BaseCode;

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "C006",
        slug: "other-department",
        severity: Severity::Warning,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("c006_other_department.md"),
    },
    check: Check::Matter(check),
};

fn check(matter: &Matter, report: &mut Report<'_>) {
    if matter.floor != Floor::Base || !is_named_by_code(matter) {
        return;
    }
    let stated = matter.text(Field::Department);
    let code = matter
        .code()
        .and_then(|code| BaseCode::parse(code.value).ok());
    let Some((stated, code)) = stated.zip(code) else {
        return;
    };
    if stated.value.len() == 2 && stated.value != code.department() {
        let values = [("seen", stated.value), ("digits", code.department())];
        let file = report.file();
        let other = matter.span(Field::Code);
        report
            .at(stated.span, "differs", &values)
            .beside(file, other, "code", &[]);
    }
}
