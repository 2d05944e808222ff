//! G011: 结果是证照、批文，却没有样本。

use crate::catalog::{Field, MatterId};
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::guide::DOCUMENTS;
use crate::rules::record::Record;
use crate::rules::{Check, Report, Rule};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "G011",
        slug: "result-without-sample",
        severity: Severity::Note,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("g011_result_without_sample.md"),
    },
    check: Check::Effective(check),
};

fn check(id: MatterId, report: &mut Report<'_>) {
    let Some(record) = Record::of(report.catalog, id) else {
        return;
    };
    let Some(own) = record.first_own(&[Field::ResultName, Field::ResultType]) else {
        return;
    };
    let is_document = record
        .text(Field::ResultType)
        .is_some_and(|kind| DOCUMENTS.contains(&kind));
    let name = record.text(Field::ResultName).filter(|_| is_document);
    if let Some(name) = name.filter(|_| record.value(Field::ResultSample).is_none()) {
        report.at(own.span(), "missing", &[("name", name)]);
    }
}
