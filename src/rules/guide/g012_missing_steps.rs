//! G012: 行政许可的办理流程缺少应有的环节。

use crate::catalog::standard::StepPart;
use crate::catalog::{Field, MatterId};
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::record::Record;
use crate::rules::wording::has_any;
use crate::rules::{Check, Report, Rule};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "G012",
        slug: "missing-steps",
        severity: Severity::Note,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("g012_missing_steps.md"),
    },
    check: Check::Effective(check),
};

fn check(id: MatterId, report: &mut Report<'_>) {
    let Some(record) = Record::of(report.catalog, id) else {
        return;
    };
    let Some((steps, kind)) = record.own(Field::Steps).zip(record.kind()) else {
        return;
    };
    let rows = &report.catalog.standard.tables.guide.steps;
    let Some(procedure) = rows.iter().find(|row| row.kind == kind.code) else {
        return;
    };
    let is_there = |part: &&StepPart| {
        let mut names = steps.items().filter_map(|step| step.get("name")?.text());
        names.any(|name| has_any(name, &part.words))
    };
    let missing: Vec<&StepPart> = procedure
        .parts
        .iter()
        .filter(|part| !is_there(part))
        .collect();
    if missing.is_empty() || steps.items().len() == 0 {
        return;
    }
    let (zh, en): (Vec<&str>, Vec<&str>) =
        missing.iter().map(|part| (&*part.zh, &*part.en)).unzip();
    let values = [("steps", &*zh.join("、")), ("steps_en", &*en.join(", "))];
    report.at(steps.span(), "missing", &values);
}
