//! R009: 实施主体性质与登记簿不一致。

use crate::catalog::{Body, Field, Matter, Registers};
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::{Check, Report, Rule};
use crate::text::Spanned;

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "R009",
        slug: "other-nature",
        severity: Severity::Warning,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("r009_other_nature.md"),
    },
    check: Check::Matter(check),
};

fn check(matter: &Matter, report: &mut Report<'_>) {
    let Some((stated, body)) = differing(matter, report.registers()) else {
        return;
    };
    let schema = report.standard().field(Field::BodyNature);
    let named = |code: &str| {
        let choice = schema.and_then(|schema| schema.choice(code));
        choice.cloned().unwrap_or_default()
    };
    let (own, entered) = (named(stated.value), named(&body.nature));
    let values = [
        ("body", &*body.name),
        ("own", &*own.zh),
        ("own_en", &*own.en),
        ("entered", &*entered.zh),
        ("entered_en", &*entered.en),
    ];
    let register = report.catalog.file("bodies.yaml");
    let said = report.at(stated.span, "differs", &values);
    if let Some(register) = register {
        said.beside(register, body.span, "entry", &values);
    }
}

/// The nature stated and the body in the register, if they differ and nothing in the matter tells why: an
/// organ or an authorised organisation may act by entrustment, and an organ by authorisation.
fn differing<'m>(
    matter: &'m Matter,
    registers: &'m Registers,
) -> Option<(Spanned<&'m str>, &'m Body)> {
    let stated = matter.text(Field::BodyNature)?;
    let body = registers.body(matter.text(Field::Body)?.value)?;
    let is_known = |nature: &str| matches!(nature, "1" | "2" | "3");
    let source = matter
        .text(Field::PowerSource)
        .map_or("", |source| source.value);
    let is_told = match stated.value {
        "3" => matches!(source, "5" | "6") || matter.value(Field::EntrustedBody).is_some(),
        "2" => matches!(source, "3" | "4"),
        _ => false,
    };
    let differs = *body.nature != *stated.value && is_known(stated.value) && is_known(&body.nature);
    (differs && !is_told && !matter.is_cancelled()).then_some((stated, body))
}
