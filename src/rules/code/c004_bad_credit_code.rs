//! C004: 统一社会信用代码不对。

use crate::catalog::{File, FileKind};
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::code::letters::{look_alike, part, say_letter};
use crate::rules::values::values;
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
    match file.kind {
        FileKind::Bodies => {
            for code in values(file, "bodies[].code") {
                judge(code, report);
            }
        }
        FileKind::Local => {
            // A body of the register is judged there, once.
            let registers = report.registers();
            let is_new = |code: &Value<'_>| {
                code.text()
                    .is_some_and(|code| registers.body(code).is_none())
            };
            for code in values(file, "body").filter(is_new) {
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
        CreditCodeFault::Letter(at, letter) => {
            let says = ("letter", "look_alike");
            say_letter(code, (at, letter), look_alike(letter), says, report);
        }
        CreditCodeFault::Check(right) => check_character(code, 17, ("check", right), report),
        CreditCodeFault::Organisation(right) => {
            check_character(code, 16, ("organisation", right), report);
        }
    }
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
