//! C004: 统一社会信用代码不对。

use crate::catalog::{Field, File, FileKind, Registers};
use crate::findings::{RuleInfo, Safety, Severity, Status};
use crate::rules::code::credit_guess::{How, Likely, likely};
use crate::rules::code::credit_reason::{Reason, reason};
use crate::rules::code::letters::{self, part};
use crate::rules::values::{Place, values};
use crate::rules::{Check, Report, Rule};
use crate::text::{Message, Span, Spanned};
use crate::yaml::{Data, Op, Path, Value};

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
            for code in values(file, Place::Each("bodies", "code")) {
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
            for code in values(file, Place::Field(Field::Body)).filter(is_new) {
                judge(code, report);
            }
        }
        _ => {}
    }
}

fn judge(value: Value<'_>, report: &mut Report<'_>) {
    // Nothing at all is said by another rule.
    let Some(text) = value.text().filter(|text| !text.trim().is_empty()) else {
        return;
    };
    let Some(reason) = reason(text) else { return };
    let code = Spanned {
        value: text,
        span: value.span(),
    };
    let coding = &report.standard().tables.coding;
    let likely = likely(text, &reason, coding, report.registers());
    tell(code, &reason, likely.as_ref(), report);
}

fn tell(code: Spanned<&str>, reason: &Reason, likely: Option<&Likely>, report: &mut Report<'_>) {
    let (length, detail) = (code.value.chars().count().to_string(), detail(reason));
    let right = likely.map_or("", |likely| &*likely.code);
    let body = report.registers().body(right);
    let at = match likely.map(|likely| &likely.how) {
        Some(How::Swapped(at)) => (at.to_string(), (at + 1).to_string()),
        _ => <(String, String)>::default(),
    };
    let values = [
        ("seen", code.value),
        ("length", &*length),
        ("detail", &*detail.zh),
        ("detail_en", &*detail.en),
        ("right", right),
        ("name", body.map_or("", |body| &*body.name)),
        ("first", &*at.0),
        ("second", &*at.1),
    ];
    let fix = likely.and_then(|likely| repair(code, likely, report));
    let span = span(code, reason, report.file());
    let said = report.at(span, say(reason, likely), &values);
    if let Some(op) = fix {
        said.fix(Safety::Unsafe, op, "replace", &values);
    }
}

/// The template for a reason and what was probably meant.
fn say(reason: &Reason, likely: Option<&Likely>) -> &'static str {
    let how = likely.map(|likely| &likely.how);
    match (reason, how) {
        (Reason::Placeholder, _) => "placeholder",
        (Reason::Written(_), _) => "written",
        (Reason::Organisation, None) => "organisation_code",
        (Reason::Organisation, Some(_)) => "organisation_known",
        (Reason::LongOrganisation(_), None) => "organisation_long",
        (Reason::LongOrganisation(_), Some(_)) => "organisation_long_known",
        (Reason::BadOrganisation(_), _) => "organisation_bad",
        (Reason::Registration, _) => "registration",
        (Reason::Missing, Some(How::Register)) => "missing_known",
        (Reason::Missing, Some(_)) => "missing_likely",
        (Reason::Missing, None) => "missing",
        (Reason::Extra, Some(How::Register)) => "extra_known",
        (Reason::Extra, Some(_)) => "extra_likely",
        (Reason::Extra, None) => "extra",
        (Reason::Letters(_), Some(_)) => "look_alike",
        (Reason::Letters(_), None) => "letter",
        (Reason::Check(_) | Reason::InnerCheck(_), Some(How::Swapped(_))) => "swapped",
        (Reason::Check(_) | Reason::InnerCheck(_), Some(_)) => "near",
        (Reason::Check(_), None) => "check",
        (Reason::InnerCheck(_), None) => "inner_check",
        (Reason::Length, _) => "length",
    }
}

/// The part of a reason that is filled in.
fn detail(reason: &Reason) -> Message {
    match reason {
        Reason::Written(tidied) => tidied.slips(),
        Reason::LongOrganisation(code) => Message::same(code),
        Reason::BadOrganisation(right) | Reason::Check(right) | Reason::InnerCheck(right) => {
            Message::same(&right.to_string())
        }
        Reason::Letters(letters) => letters::named(letters),
        _ => Message::default(),
    }
}

/// The smallest stretch to point at; places of a code that had to be put in order first are not its own.
fn span(code: Spanned<&str>, reason: &Reason, file: &File) -> Span {
    match reason {
        _ if code.value.chars().count() != 18 => code.span,
        Reason::Letters(letters) => letters::span(file, code, letters),
        Reason::Check(_) => part(file, code, 17..18),
        Reason::InnerCheck(_) => part(file, code, 16..17),
        _ => code.span,
    }
}

/// What puts a local matter right: only where the register has the body and the matter's own code names it.
/// A code of the register may stand in many files.
fn repair(code: Spanned<&str>, likely: &Likely, report: &Report<'_>) -> Option<Op> {
    let registers: &Registers = report.registers();
    let file = report.file();
    let own = values(file, Place::Field(Field::Code)).next()?.text()?;
    let is_meant = own.starts_with(&likely.code) && registers.body(&likely.code).is_some();
    let is_local = file.kind == FileKind::Local && !code.value.is_empty();
    (is_meant && is_local).then(|| Op::Set {
        path: Path::key(Field::Body.key()),
        value: Data::Text(likely.code.clone()),
    })
}
