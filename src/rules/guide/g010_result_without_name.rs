//! G010: 有结果而没有名称，或者没有结果却有名称。

use crate::catalog::{Field, MatterId};
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::guide::{DOCUMENTS, NO_RESULT};
use crate::rules::record::Record;
use crate::rules::{Check, Report, Rule};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "G010",
        slug: "result-without-name",
        severity: Severity::Warning,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("g010_result_without_name.md"),
    },
    check: Check::Effective(check),
};

fn check(id: MatterId, report: &mut Report<'_>) {
    let Some(record) = Record::of(report.catalog, id) else {
        return;
    };
    let Some(kind) = record.text(Field::ResultType) else {
        return;
    };
    // A name from above cannot be taken back.
    let superfluous = record.own(Field::ResultName).filter(|_| kind == NO_RESULT);
    let nameless = record
        .own(Field::ResultType)
        .filter(|_| DOCUMENTS.contains(&kind) && record.value(Field::ResultName).is_none());
    if let Some(name) = superfluous {
        report.at(
            name.span(),
            "superfluous",
            &[("name", name.text().unwrap_or_default())],
        );
    }
    if let Some(own) = nameless {
        report.at(own.span(), "nameless", &[]);
    }
}
