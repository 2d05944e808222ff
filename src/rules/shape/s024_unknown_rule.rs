//! S024: 检查设置提到不存在的规则。

use crate::catalog::{File, FileKind};
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::rule;
use crate::rules::values::values;
use crate::rules::{Check, Report, Rule};
use crate::yaml::Value;

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "S024",
        slug: "unknown-rule",
        severity: Severity::Error,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("s024_unknown_rule.md"),
    },
    check: Check::File(check),
};

fn check(file: &File, report: &mut Report<'_>) {
    if file.kind == FileKind::Manifest {
        for settings in values(file, "rules") {
            manifest(settings, report);
        }
    }
    for code in values(file, "exceptions[].rule") {
        known(code, report);
    }
}

fn manifest(settings: Value<'_>, report: &mut Report<'_>) {
    let severities = settings.get("severities");
    for entry in severities.into_iter().flat_map(|map| map.entries()) {
        known(entry.key, report);
        severity(entry.value, report);
    }
    let off = settings.get("off");
    for code in off.into_iter().flat_map(|list| list.items()) {
        known(code, report);
    }
}

fn known(code: Value<'_>, report: &mut Report<'_>) {
    if let Some(text) = code.text().filter(|text| rule(text).is_none()) {
        report.at(code.span(), "rule", &[("code", text)]);
    }
}

fn severity(word: Value<'_>, report: &mut Report<'_>) {
    let text = word.text().unwrap_or("");
    if Severity::from_word(text).is_none() {
        report.at(word.span(), "severity", &[("word", text)]);
    }
}
