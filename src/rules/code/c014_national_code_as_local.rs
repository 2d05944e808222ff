//! C014: 地方编码里抄的是国家编码。

use crate::catalog::{Field, Matter};
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::{Check, Report, Rule};
use crate::text::Spanned;

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "C014",
        slug: "national-code-as-local",
        severity: Severity::Note,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("c014_national_code_as_local.md"),
    },
    check: Check::Matter(check),
};

fn check(matter: &Matter, report: &mut Report<'_>) {
    let pairs = [
        (Field::LocalBaseCode, matter.base_code()),
        (Field::LocalCode, matter.code()),
    ];
    for (field, national) in pairs {
        let local: Option<Spanned<&str>> = matter.text(field);
        let Some((local, national)) = local.zip(national) else {
            continue;
        };
        if local.value == national.value {
            report.at(local.span, "same", &[("code", local.value)]);
        }
    }
}
