//! G008: 受理条件、申请材料里有含糊的说法。

use crate::catalog::standard::Word;
use crate::catalog::{Field, Matter};
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::guide::vague::vague;
use crate::rules::wording::span_of;
use crate::rules::{Check, Report, Rule};
use crate::yaml::Value;

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "G008",
        slug: "vague-wording",
        severity: Severity::Warning,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("g008_vague_wording.md"),
    },
    check: Check::Matter(check),
};

fn check(matter: &Matter, report: &mut Report<'_>) {
    if matter.is_cancelled() {
        return;
    }
    if let Some(conditions) = matter.value(Field::AcceptanceConditions) {
        judge(conditions, report);
    }
    let materials = matter.value(Field::Materials).into_iter();
    for material in materials.flat_map(|list| list.items()) {
        for value in ["name", "standard"]
            .iter()
            .filter_map(|key| material.get(key))
        {
            judge(value, report);
        }
    }
}

fn judge(value: Value<'_>, report: &mut Report<'_>) {
    let Some(text) = value.text() else { return };
    let tables = &report.catalog.standard.tables;
    for (at, Word { word, why, why_en }) in
        vague(text, &tables.naming.vague_words, &tables.guide.vague)
    {
        let values = [("word", &**word), ("why", &**why), ("why_en", &**why_en)];
        report.at(span_of(value, at, word), "vague", &values);
    }
}
