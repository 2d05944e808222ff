//! R018: 在用的事项认领了已取消或暂停的基本目录事项。

use crate::catalog::{Field, Floor, Matter};
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::{Check, Report, Rule};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "R018",
        slug: "base-not-in-force",
        severity: Severity::Warning,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("r018_base_not_in_force.md"),
    },
    check: Check::Matter(check),
};

fn check(matter: &Matter, report: &mut Report<'_>) {
    let catalog = report.catalog;
    let Some(code) = matter.base_code().filter(|_| matter.floor == Floor::Local) else {
        return;
    };
    // A retired code is said by another rule.
    let is_retired = catalog.registers.codes.retired(code.value).is_some();
    let base = catalog.base(code.value).filter(|_| !is_retired);
    let Some(base) = base.map(|base| catalog.matter(base)) else {
        return;
    };
    let say = match (status(matter), status(base)) {
        ("1" | "2", "3") => "cancelled",
        ("1", "2") => "suspended",
        _ => return,
    };
    let values = [
        ("code", code.value),
        ("name", base.name().map_or("", |name| name.value)),
    ];
    let other = base.span(Field::Status);
    report
        .at(code.span, say, &values)
        .beside(&base.file, other, "status", &values);
}

fn status(matter: &Matter) -> &str {
    matter.text(Field::Status).map_or("", |status| status.value)
}
