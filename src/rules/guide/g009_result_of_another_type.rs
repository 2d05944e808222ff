//! G009: 结果名称像证照或批文，结果类型却是别的。

use crate::catalog::standard::Form;
use crate::catalog::{Field, MatterId};
use crate::findings::{RuleInfo, Safety, Severity, Status};
use crate::rules::guide::NO_RESULT;
use crate::rules::record::Record;
use crate::rules::{Check, Report, Rule};
use crate::text::Message;
use crate::yaml::{Data, Op, Path};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "G009",
        slug: "result-of-another-type",
        severity: Severity::Warning,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("g009_result_of_another_type.md"),
    },
    check: Check::Effective(check),
};

fn check(id: MatterId, report: &mut Report<'_>) {
    let Some(record) = Record::of(report.catalog, id) else {
        return;
    };
    let Some(own) = record.first_own(&[Field::ResultType, Field::ResultName]) else {
        return;
    };
    let texts = record
        .text(Field::ResultName)
        .zip(record.text(Field::ResultType));
    let Some((name, kind)) = texts.filter(|(_, kind)| *kind != NO_RESULT) else {
        return;
    };
    let ends = |endings: &[String]| endings.iter().any(|ending| name.ends_with(&**ending));
    let forms = &report.catalog.standard.tables.guide.results;
    let form = forms
        .iter()
        .find(|form| ends(&form.endings) && !ends(&form.except));
    let Some(form) = form.filter(|form| form.kind != kind) else {
        return;
    };
    let (seen, meant) = (title(kind, report), title(&form.kind, report));
    let values = [
        ("name", name),
        ("seen", &*seen.zh),
        ("seen_en", &*seen.en),
        ("meant", &*meant.zh),
        ("meant_en", &*meant.en),
    ];
    let said = report.at(own.span(), "other", &values);
    if record.own(Field::ResultType).is_some() {
        let path = Path::key(Field::ResultType.key());
        let value = Data::Text(form.kind.clone());
        said.fix(Safety::Unsafe, Op::Set { path, value }, "change", &values);
    }
}

/// What a result type is called.
fn title(code: &str, report: &Report<'_>) -> Message {
    let schema = report.catalog.standard.field(Field::ResultType);
    let choices = schema.and_then(|schema| match &schema.form {
        Form::Text(text) => text.choices.iter().find(|choice| &*choice.value == code),
        _ => None,
    });
    choices
        .map(|choice| choice.title.clone())
        .unwrap_or_default()
}
