//! C004: 统一社会信用代码不对。

use crate::catalog::{File, FileKind};
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::code::{look_alike, part};
use crate::rules::{Check, Report, Rule};
use crate::terms::{CreditCode, CreditCodeFault};
use crate::text::Spanned;
use crate::yaml::Value;

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "C004",
        slug: "bad-credit-code",
        severity: Severity::Error,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("c004_bad_credit_code.md"),
    },
    check: Check::File(check),
};

fn check(file: &File, report: &mut Report<'_>) {
    let Some(root) = file.document.root() else {
        return;
    };
    match file.kind {
        FileKind::Bodies => {
            let bodies = root.get("bodies").into_iter().flat_map(|list| list.items());
            bodies
                .filter_map(|body| body.get("code"))
                .for_each(|code| judge(code, report));
        }
        FileKind::Local => {
            // A body of the register is judged there, once.
            let is_new = |code: &Value<'_>| {
                code.text()
                    .is_some_and(|text| report.registers().body(text).is_none())
            };
            if let Some(code) = root.get("body").filter(is_new) {
                judge(code, report);
            }
        }
        _ => {}
    }
}

fn judge(value: Value<'_>, report: &mut Report<'_>) {
    let Some(text) = value.text() else { return };
    let Err(fault) = CreditCode::parse(text) else {
        return;
    };
    let code = Spanned {
        value: text,
        span: value.span(),
    };
    match fault {
        CreditCodeFault::Length(length) => {
            let length = length.to_string();
            report.at(code.span, "length", &[("seen", text), ("length", &length)]);
        }
        CreditCodeFault::Letter(at, letter) => self::letter(code, at, letter, report),
        CreditCodeFault::Check(right) => check_character(code, 17, ("check", right), report),
        CreditCodeFault::Organisation(right) => {
            check_character(code, 16, ("organisation", right), report);
        }
    }
}

fn letter(code: Spanned<&str>, at: usize, letter: char, report: &mut Report<'_>) {
    let span = part(report.file(), code, at..at + 1);
    let (place, seen) = ((at + 1).to_string(), letter.to_string());
    match look_alike(letter) {
        Some(meant) => {
            let values = [("place", &*place), ("letter", &*seen), ("meant", meant)];
            report.at(span, "look_alike", &values)
        }
        None => report.at(span, "letter", &[("place", &place), ("letter", &seen)]),
    };
}

fn check_character(
    code: Spanned<&str>,
    at: usize,
    (say, right): (&str, char),
    report: &mut Report<'_>,
) {
    let span = part(report.file(), code, at..at + 1);
    let seen = code.value.get(at..=at).unwrap_or("");
    let right = right.to_string();
    let values = [("code", code.value), ("seen", seen), ("right", &right)];
    report.at(span, say, &values);
}
