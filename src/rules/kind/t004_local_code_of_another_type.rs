//! T004: 地方编码里的类型与事项类型不同。

use crate::catalog::{Field, MatterId};
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::kind::numbering::of_local_code;
use crate::rules::kind::settled;
use crate::rules::{Check, Report, Rule};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "T004",
        slug: "local-code-of-another-type",
        severity: Severity::Warning,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("t004_local_code_of_another_type.md"),
    },
    check: Check::Effective(check),
};

fn check(id: MatterId, report: &mut Report<'_>) {
    let catalog = report.catalog;
    let matter = catalog.matter(id);
    for field in [Field::LocalBaseCode, Field::LocalCode] {
        let Some(seen) = matter.text(field) else {
            continue;
        };
        let Some((system, value)) = of_local_code(seen.value, &catalog.standard) else {
            continue;
        };
        let (Some(there), Some(kind)) = (value.kind.as_deref(), settled(id, report)) else {
            continue;
        };
        if there == kind.code {
            continue;
        }
        let named = report.standard().kind(there);
        let values = [
            ("seen", seen.value),
            ("system", &*system.zh),
            ("system_en", &*system.en),
            ("there", named.map_or("", |named| &*named.zh)),
            ("there_en", named.map_or("", |named| &*named.en)),
            ("code", &*kind.code),
            ("name", &*kind.zh),
            ("name_en", &*kind.en),
        ];
        report.at(seen.span, "other", &values);
        return;
    }
}
