//! A004: 批准人无权批准。

use crate::catalog::{Belonging, Matter, rulings};
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::authority::commit::named;
use crate::rules::{Check, Report, Rule};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "A004",
        slug: "approved-by-nobody",
        severity: Severity::Error,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("a004_approved_by_nobody.md"),
    },
    check: Check::Matter(check),
};

/// One that nobody signed excuses nothing, and X006 and S013 speak of it.
fn check(matter: &Matter, report: &mut Report<'_>) {
    let registers = report.registers();
    let remit = &registers.manifest.remit;
    if remit.is_open() {
        return;
    }
    for ruling in rulings(&matter.file) {
        let by = ruling.by.trim();
        let belonging = Belonging::of_file(&matter.file);
        let signer = remit.named(by);
        if by.is_empty() || signer.is_some_and(|signer| signer.may_approve(&belonging, registers)) {
            continue;
        }
        let (who, who_en) = named(&remit.who_approves(&belonging, registers));
        let values = [("by", by), ("who", &*who), ("who_en", &*who_en)];
        let say = if signer.is_some() {
            "may_not"
        } else {
            "unknown"
        };
        report.at(ruling.span, say, &values);
    }
}
