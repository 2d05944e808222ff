//! C010: 信用代码的登记地与机构所在地不在一个省。

use crate::catalog::{File, FileKind};
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::code::letters::part;
use crate::rules::{Check, Report, Rule};
use crate::terms::{CreditCode, DivisionCode};
use crate::text::Spanned;
use crate::yaml::Value;

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "C010",
        slug: "registered-elsewhere",
        severity: Severity::Note,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("c010_registered_elsewhere.md"),
    },
    check: Check::File(check),
};

fn check(file: &File, report: &mut Report<'_>) {
    if file.kind != FileKind::Bodies {
        return;
    }
    let bodies = file.document().root().and_then(|root| root.get("bodies"));
    for body in bodies.into_iter().flat_map(|bodies| bodies.items()) {
        judge(body, report);
    }
}

/// An office of the nation may sit anywhere; within a province codes follow divisions that are no more.
fn judge(body: Value<'_>, report: &mut Report<'_>) {
    let text = |key| body.get(key).and_then(|value| value.text());
    let Some((written, division)) = text("code").zip(text("division")) else {
        return;
    };
    let Some((code, division)) = CreditCode::parse(written)
        .ok()
        .zip(DivisionCode::parse(division))
    else {
        return;
    };
    let coding = &report.standard().tables.coding;
    let (there, here) = (
        coding.region(code.division().get(..2).unwrap_or("")),
        coding.region(division.province()),
    );
    let Some((there, here)) = there
        .zip(here)
        .filter(|(there, here)| there.code != here.code)
    else {
        return;
    };
    let values = [
        ("code", written),
        ("there", &*there.zh),
        ("there_en", &*there.en),
        ("here", &*here.zh),
        ("here_en", &*here.en),
    ];
    let span = body.get("code").map_or(body.span(), |code| {
        let value = Spanned {
            value: written,
            span: code.span(),
        };
        part(report.file(), value, 2..8)
    });
    report.at(span, "elsewhere", &values);
}
