//! S024: 检查设置提到不存在的规则、类型或区划。

use crate::catalog::{Field, File, FileKind};
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::values::{Place, values};
use crate::rules::{Check, Report, Rule, is_family, nearest_rule, rule};
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
        for settings in values(file, Place::Key("rules")) {
            weights(settings, report);
            for scope in items(settings, "for") {
                places(scope, report);
                weights(scope, report);
            }
        }
    }
    for code in values(file, Place::EachOf(Field::Exceptions, "rule")) {
        known(code, false, report);
    }
}

fn weights(settings: Value<'_>, report: &mut Report<'_>) {
    let severities = settings.get("severities");
    for entry in severities.into_iter().flat_map(|map| map.entries()) {
        known(entry.key, true, report);
        severity(entry.value, report);
    }
    for code in items(settings, "off") {
        known(code, true, report);
    }
}

/// A code of another form than codes have is what S018 speaks of.
fn places(scope: Value<'_>, report: &mut Report<'_>) {
    for kind in items(scope, "types") {
        let code = kind.text().filter(|code| is_digits(code, &[2]));
        if let Some(code) = code.filter(|code| report.standard().kind(code).is_none()) {
            report.at(kind.span(), "type", &[("code", code)]);
        }
    }
    for division in items(scope, "divisions") {
        let code = division.text().filter(|code| is_digits(code, &[6, 9, 12]));
        if let Some(code) = code.filter(|code| report.registers().division(code).is_none()) {
            report.at(division.span(), "division", &[("code", code)]);
        }
    }
}

fn is_digits(text: &str, lengths: &[usize]) -> bool {
    lengths.contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn items<'d>(record: Value<'d>, key: &'static str) -> impl Iterator<Item = Value<'d>> + use<'d> {
    record.get(key).into_iter().flat_map(|list| list.items())
}

/// A rule goes by its code as it stands in the table; in settings a letter stands for its family.
fn known(code: Value<'_>, may_be_family: bool, report: &mut Report<'_>) {
    let Some(text) = code.text() else { return };
    let is_rule = rule(text).is_some_and(|rule| rule.info.code == text);
    if is_rule || may_be_family && is_family(text) {
        return;
    }
    match nearest_rule(text) {
        Some(near) => report.at(code.span(), "rule_near", &[("code", text), ("near", near)]),
        None => report.at(code.span(), "rule", &[("code", text)]),
    };
}

fn severity(word: Value<'_>, report: &mut Report<'_>) {
    let text = word.text().unwrap_or("");
    if Severity::from_word(text).is_none() {
        report.at(word.span(), "severity", &[("word", text)]);
    }
}
