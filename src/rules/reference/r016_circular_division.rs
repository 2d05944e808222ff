//! R016: 区划的上级绕成了圈。

use crate::catalog::{File, FileKind};
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::reference::circle::is_in_circle;
use crate::rules::{Check, Report, Rule};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "R016",
        slug: "circular-division",
        severity: Severity::Error,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("r016_circular_division.md"),
    },
    check: Check::File(check),
};

fn check(file: &File, report: &mut Report<'_>) {
    if file.kind != FileKind::Divisions {
        return;
    }
    let registers = report.registers();
    let list = file
        .document()
        .root()
        .and_then(|root| root.get("divisions"));
    for entry in list.into_iter().flat_map(|list| list.items()) {
        let text = |key| entry.get(key).and_then(|value| value.text());
        let Some((code, parent)) = text("code").zip(entry.get("parent")) else {
            continue;
        };
        if !is_in_circle(code, registers) {
            continue;
        }
        let way: Vec<&str> = registers.above(code).map(|above| &*above.code).collect();
        let end = way.iter().position(|above| *above == code);
        let way = end.and_then(|end| way.get(..=end)).unwrap_or(&way);
        // A circle is said once, where its smallest code stands.
        if way.iter().all(|above| code <= *above) {
            let way = way.join(" → ");
            report.at(parent.span(), "circle", &[("code", code), ("way", &*way)]);
        }
    }
}
