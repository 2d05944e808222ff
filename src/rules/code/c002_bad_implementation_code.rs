//! C002: 实施编码的写法不对，或与所由组成的字段不一致。

use crate::catalog::standard::Coding;
use crate::catalog::{Field, Floor, Matter};
use crate::findings::{RuleInfo, Safety, Severity, Status};
use crate::rules::code::letters::{self, Letter, part};
use crate::rules::code::mismatch::{Mismatch, mismatches};
use crate::rules::code::tidy::half_width;
use crate::rules::{Check, Report, Rule};
use crate::terms::{BaseCodeFault, MatterCode, MatterCodeFault};
use crate::text::{Message, Span, Spanned};
use crate::yaml::{Data, Op, Path};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "C002",
        slug: "bad-implementation-code",
        severity: Severity::Warning,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("c002_bad_implementation_code.md"),
    },
    check: Check::Matter(check),
};

fn check(matter: &Matter, report: &mut Report<'_>) {
    let Some(code) = matter.code().filter(|_| matter.floor == Floor::Local) else {
        return;
    };
    match MatterCode::parse(code.value) {
        Err(_) if is_put_together(matter, code.value) => {}
        Err(fault) => malformed(matter, code, fault, report),
        Ok(parsed) => {
            let mut mismatches = mismatches(matter, &parsed, report.registers());
            // A base code that nobody has is said by another rule.
            let is_known = |base: Spanned<&str>| report.catalog.base(base.value).is_some();
            let has_base = || matter.base_code().is_none_or(is_known);
            mismatches.retain(|mismatch| mismatch.field != Field::BaseCode || has_base());
            if !mismatches.is_empty() {
                differs(matter, code, &mismatches, report);
            }
        }
    }
}

/// Whether a malformed code is nothing but the fields in a row: then one of them is malformed, and another
/// rule speaks of it.
fn is_put_together(matter: &Matter, code: &str) -> bool {
    let text = |field| matter.text(field).map_or("", |text| text.value);
    let rest = code.strip_prefix(text(Field::Body));
    let rest = rest.and_then(|rest| rest.strip_prefix(text(Field::Level)));
    rest == Some(text(Field::BaseCode))
}

fn malformed(
    matter: &Matter,
    code: Spanned<&str>,
    fault: MatterCodeFault,
    report: &mut Report<'_>,
) {
    let (MatterCodeFault::Length(length) | MatterCodeFault::Base(BaseCodeFault::Length(length))) =
        fault
    else {
        letters(matter, code, report);
        return;
    };
    let length = length.to_string();
    let values = [("seen", code.value), ("length", &*length)];
    report.at(code.span, "length", &values);
}

/// Up to the level letters are allowed, from there on only digits.
fn letters(matter: &Matter, code: Spanned<&str>, report: &mut Report<'_>) {
    let is_wrong = |letter: &Letter| {
        let is_code = letter.letter.is_ascii_digit() || letter.letter.is_ascii_uppercase();
        !is_code || letter.at >= BASE && !letter.letter.is_ascii_digit()
    };
    let mut letters = letters::all(code.value, |_| true);
    letters.retain(is_wrong);
    let named = letters::named(&letters);
    let meant = meant(code.value, &report.standard().tables.coding);
    let values = [
        ("letters", &*named.zh),
        ("letters_en", &*named.en),
        ("right", &*meant),
    ];
    let span = letters::span(report.file(), code, &letters);
    let Ok(parsed) = MatterCode::parse(&meant) else {
        report.at(span, "letter", &values);
        return;
    };
    let is_confirmed =
        matter.file.stem() == meant && mismatches(matter, &parsed, report.registers()).is_empty();
    let said = report.at(span, "look_alike", &values);
    if is_confirmed {
        let op = Op::Set {
            path: Path::key(Field::Code.key()),
            value: Data::Text(meant.clone()),
        };
        said.fix(Safety::Unsafe, op, "replace", &values);
    }
}

/// Where the base code begins, counted from 0.
const BASE: usize = 19;

/// The code with letters put in order before the level, and taken for digits after it.
fn meant(code: &str, coding: &Coding) -> String {
    let digits = letters::in_digits(code, BASE, coding);
    let plain = digits.chars().map(half_width);
    plain.collect::<String>().to_ascii_uppercase()
}

fn differs(matter: &Matter, code: Spanned<&str>, mismatches: &[Mismatch], report: &mut Report<'_>) {
    let [first, ..] = mismatches else { return };
    let span = match mismatches {
        [one] => part(report.file(), code, one.characters.clone()),
        _ => code.span,
    };
    let named = named(mismatches, report);
    let mut expected = code.value.to_owned();
    for mismatch in mismatches {
        let stated = matter.text(mismatch.field).map_or("", |text| text.value);
        expected.replace_range(mismatch.characters.clone(), stated);
    }
    let values = [
        ("parts", &*named.zh),
        ("parts_en", &*named.en),
        ("expected", &*expected),
    ];
    let file = report.file();
    let other: Span = matter.span(first.field);
    report
        .at(span, "differs", &values)
        .beside(file, other, "field", &[]);
}

/// The parts that differ, by the titles of their fields and their place in the code.
fn named(mismatches: &[Mismatch], report: &Report<'_>) -> Message {
    let titled = mismatches.iter().map(|mismatch| {
        let schema = report.standard().field(mismatch.field);
        let title = schema
            .map(|schema| schema.title.clone())
            .unwrap_or_default();
        let (from, to) = (mismatch.characters.start + 1, mismatch.characters.end);
        let place = if from == to {
            from.to_string()
        } else {
            format!("{from}–{to}")
        };
        Message {
            zh: format!("“{}”（第 {place} 位）", title.zh),
            en: format!("“{}” (at {place})", title.en),
        }
    });
    let titled: Vec<Message> = titled.collect();
    let join =
        |of: fn(&Message) -> &str, between| titled.iter().map(of).collect::<Vec<_>>().join(between);
    Message {
        zh: join(|message| &message.zh, "、"),
        en: join(|message| &message.en, ", "),
    }
}
