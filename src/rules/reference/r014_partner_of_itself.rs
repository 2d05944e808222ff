//! R014: 联办机构、委托部门就是实施主体自己。

use crate::catalog::{Field, Matter};
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::{Check, Report, Rule};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "R014",
        slug: "partner-of-itself",
        severity: Severity::Warning,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("r014_partner_of_itself.md"),
    },
    check: Check::Matter(check),
};

fn check(matter: &Matter, report: &mut Report<'_>) {
    let joint = matter.value(Field::JointBodies);
    let entrusted = matter.value(Field::EntrustedBody);
    if joint.is_none() && entrusted.is_none() {
        return;
    }
    let body = matter.text(Field::Body);
    let body = body.and_then(|body| report.registers().body(body.value));
    let Some(name) = body.map(|body| &*body.name).filter(|name| !name.is_empty()) else {
        return;
    };
    let values = [("body", name)];
    let joint = joint.into_iter().flat_map(|list| list.items());
    for partner in joint.filter(|partner| partner.text() == Some(name)) {
        report.at(partner.span(), "joint", &values);
    }
    if let Some(entrusting) = entrusted.filter(|entrusting| entrusting.text() == Some(name)) {
        report.at(entrusting.span(), "entrusted", &values);
    }
}
