//! C002: 实施编码的写法不对，或与所由组成的字段不一致。

use crate::catalog::{Floor, Matter};
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::code::letters::{look_alike, part, say_letter};
use crate::rules::code::mismatch::{Mismatch, mismatches};
use crate::rules::{Check, Report, Rule};
use crate::terms::{BaseCodeFault, MatterCode, MatterCodeFault};
use crate::text::{Message, Span, Spanned};

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
        Err(fault) => malformed(code, fault, report),
        Ok(parsed) => {
            let mismatches = mismatches(matter, &parsed, report.registers());
            if !mismatches.is_empty() {
                differs(matter, code, &mismatches, report);
            }
        }
    }
}

fn malformed(code: Spanned<&str>, fault: MatterCodeFault, report: &mut Report<'_>) {
    let (at, letter) = match fault {
        MatterCodeFault::Length(length) | MatterCodeFault::Base(BaseCodeFault::Length(length)) => {
            let length = length.to_string();
            report.at(
                code.span,
                "length",
                &[("seen", code.value), ("length", &length)],
            );
            return;
        }
        MatterCodeFault::Letter(at, letter) => (at, letter),
        MatterCodeFault::Base(BaseCodeFault::NotADigit(at, letter)) => (at + 19, letter),
    };
    // Up to the level letters are allowed.
    let likely = look_alike(letter).filter(|_| at >= 19);
    say_letter(code, (at, letter), likely, ("letter", "look_alike"), report);
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
