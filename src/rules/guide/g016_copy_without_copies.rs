//! G016: 要纸质复印件，份数却是 0。

use crate::catalog::{Field, Matter};
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::{Check, Report, Rule};
use crate::yaml::Value;

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "G016",
        slug: "copy-without-copies",
        severity: Severity::Note,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("g016_copy_without_copies.md"),
    },
    check: Check::Matter(check),
};

/// 材料形式: paper. 材料类型: copy. 必要性: may come later.
const PAPER: &str = "1";
const COPY: &str = "2";
const LATER: &str = "3";

fn check(matter: &Matter, report: &mut Report<'_>) {
    let Some(materials) = matter
        .value(Field::Materials)
        .filter(|_| !matter.is_cancelled())
    else {
        return;
    };
    for material in materials.items() {
        let is = |key, code| text(material, key) == Some(code);
        let none = material
            .get("copies")
            .filter(|copies| copies.text() == Some("0"));
        let is_asked = || is("format", PAPER) && is("kind", COPY) && !is("necessity", LATER);
        let Some(copies) = none.filter(|_| is_asked()) else {
            continue;
        };
        if let Some(name) = text(material, "name") {
            report.at(copies.span(), "none", &[("name", name)]);
        }
    }
}

fn text<'d>(material: Value<'d>, key: &str) -> Option<&'d str> {
    material.get(key)?.text()
}
