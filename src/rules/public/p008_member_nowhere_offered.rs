//! P008: 一件事的成员没有一个地区办。

use crate::catalog::File;
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::public::bundle::members;
use crate::rules::{Check, Report, Rule};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "P008",
        slug: "member-nowhere-offered",
        severity: Severity::Note,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("p008_member_nowhere_offered.md"),
    },
    check: Check::File(check),
};

fn check(file: &File, report: &mut Report<'_>) {
    let catalog = report.catalog;
    let members = || members(file, catalog);
    // A catalog of base matters only offers nothing, and that is no flaw of the bundle.
    if !members().any(|member| member.is_offered(catalog)) {
        return;
    }
    for member in members().filter(|member| member.is_current() && !member.is_offered(catalog)) {
        let name = member.base.name().map_or("", |name| name.value);
        let values = [("code", member.text()), ("name", name)];
        report.at(member.code.span(), "nowhere", &values);
    }
}
