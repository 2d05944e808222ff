//! C011: 登记为法定机关，信用代码却不是机关的。

use crate::catalog::{File, FileKind};
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::{Check, Report, Rule};
use crate::terms::CreditCode;
use crate::yaml::Value;

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "C011",
        slug: "no-organ-by-its-code",
        severity: Severity::Note,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("c011_no_organ_by_its_code.md"),
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

fn judge(body: Value<'_>, report: &mut Report<'_>) {
    let text = |key| body.get(key).and_then(|value| value.text());
    let organ = body
        .get("nature")
        .filter(|nature| nature.text() == Some(ORGAN));
    let code = text("code").and_then(|code| CreditCode::parse(code).ok());
    let Some((nature, code)) = organ.zip(code) else {
        return;
    };
    let class = report.standard().tables.coding.class(code.class());
    let Some(class) = class.filter(|class| class.never_organ) else {
        return;
    };
    let department = text("department").unwrap_or("");
    if !class
        .except_departments
        .iter()
        .any(|except| except == department)
    {
        let values = [
            ("digits", code.class()),
            ("class", &*class.zh),
            ("class_en", &*class.en),
        ];
        report.at(nature.span(), "class", &values);
    }
}

/// The digit for a statutory organ.
const ORGAN: &str = "1";
