//! P009: 一件事的成员已经取消。

use crate::catalog::{Field, File};
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::public::bundle::members;
use crate::rules::{Check, Report, Rule};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "P009",
        slug: "cancelled-member",
        severity: Severity::Warning,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("p009_cancelled_member.md"),
    },
    check: Check::File(check),
};

fn check(file: &File, report: &mut Report<'_>) {
    let catalog = report.catalog;
    for member in members(file, catalog).filter(|member| !member.is_current()) {
        let name = member.base.name().map_or("", |name| name.value);
        let values = [("code", member.text()), ("name", name)];
        report.at(member.code.span(), "cancelled", &values).beside(
            &member.base.file,
            member.base.span(Field::Status),
            "status",
            &values,
        );
    }
}
