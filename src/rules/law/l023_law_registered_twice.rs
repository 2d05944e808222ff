//! L023: 同一部法律登记了两次。

use std::sync::Arc;

use crate::catalog::File;
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::law::register::laws;
use crate::rules::{Check, Report, Rule};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "L023",
        slug: "law-registered-twice",
        severity: Severity::Error,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("l023_law_registered_twice.md"),
    },
    check: Check::File(check),
};

fn check(file: &File, report: &mut Report<'_>) {
    let catalog = report.catalog;
    for law in laws(file, report) {
        // Twice in one file is a repeated item.
        let first = catalog.registers.law(law.title());
        let Some(first) = first.filter(|first| !Arc::ptr_eq(&first.file, &law.file)) else {
            continue;
        };
        let values = [("law", law.title()), ("file", &*first.file.path)];
        report.at(law.key_span("title"), "twice", &values).beside(
            &first.file,
            first.span(),
            "first",
            &values,
        );
    }
}
