//! C001: 基本编码的写法不对，或其中一段查不到。

use crate::catalog::standard::Standard;
use crate::catalog::{Field, Floor, Matter};
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::code::letters::{look_alike, part, say_letter};
use crate::rules::{Check, Report, Rule};
use crate::terms::{BaseCode, BaseCodeFault};
use crate::text::Spanned;

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "C001",
        slug: "bad-base-code",
        severity: Severity::Warning,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("c001_bad_base_code.md"),
    },
    check: Check::Matter(check),
};

fn check(matter: &Matter, report: &mut Report<'_>) {
    let Some(code) = matter.base_code() else {
        return;
    };
    match BaseCode::parse(code.value) {
        Err(fault) => malformed(code, fault, report),
        // A local matter takes its code from the base catalog, where the segments are judged.
        Ok(base) if matter.floor == Floor::Base => segments(matter, code, &base, report),
        Ok(_) => {}
    }
}

fn malformed(code: Spanned<&str>, fault: BaseCodeFault, report: &mut Report<'_>) {
    match fault {
        BaseCodeFault::Length(length) => {
            let length = length.to_string();
            let values = [("seen", code.value), ("length", &*length)];
            report.at(code.span, "length", &values);
        }
        BaseCodeFault::NotADigit(at, letter) => {
            let says = ("letter", "look_alike");
            say_letter(code, (at, letter), look_alike(letter), says, report);
        }
    }
}

/// The type has rules of its own; a department other than the field's is another finding.
fn segments(matter: &Matter, code: Spanned<&str>, base: &BaseCode, report: &mut Report<'_>) {
    let standard = report.standard();
    if !has_region(standard, base.region()) {
        let span = part(report.file(), code, 0..2);
        report.at(span, "region", &[("seen", base.region())]);
    }
    let stated = matter.text(Field::Department).map(|text| text.value);
    let is_stated = stated.is_none_or(|stated| stated == base.department());
    if is_stated && standard.department(base.department()).is_none() {
        let span = part(report.file(), code, 4..6);
        report.at(span, "department", &[("seen", base.department())]);
    }
}

fn has_region(standard: &Standard, region: &str) -> bool {
    standard
        .tables
        .coding
        .regions
        .iter()
        .any(|known| known.code == region)
}
