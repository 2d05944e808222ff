//! D002: 法定办结时限超过法律规定的一般期限，又没有说明。

use crate::catalog::standard::GeneralLimit;
use crate::catalog::{Field, MatterId, limit};
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::limit::{general_limit, written};
use crate::rules::record::Record;
use crate::rules::{Check, Report, Rule};
use crate::terms::{DayUnit, Limit};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "D002",
        slug: "beyond-the-general-limit",
        severity: Severity::Warning,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("d002_beyond_the_general_limit.md"),
    },
    check: Check::Effective(check),
};

fn check(id: MatterId, report: &mut Report<'_>) {
    let Some(record) = Record::of(report.catalog, id) else {
        return;
    };
    let stated = record.own(Field::StatutoryLimit).and_then(limit);
    let general = general_limit(record, report.catalog);
    let Some((stated, general)) = stated.zip(general) else {
        return;
    };
    let is_joint = record
        .value(Field::JointBodies)
        .is_some_and(|bodies| bodies.items().len() > 0);
    let Some(lawful) = lawful(general, is_joint).filter(|lawful| stated.value > *lawful) else {
        return;
    };
    let (limit, lawful) = (written(stated.value), written(lawful));
    let article = general.article.to_string();
    let values = [
        ("limit", &*limit.zh),
        ("limit_en", &*limit.en),
        ("lawful", &*lawful.zh),
        ("lawful_en", &*lawful.en),
        ("statute", &*general.statute),
        ("article", &*article),
    ];
    report.at(stated.span, "beyond", &values);
}

fn lawful(general: &GeneralLimit, is_joint: bool) -> Option<Limit> {
    let joint = general.joint_days.filter(|_| is_joint);
    Some(Limit {
        days: joint.unwrap_or(general.days),
        unit: DayUnit::from_word(&general.unit)?,
    })
}
