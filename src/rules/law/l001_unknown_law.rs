//! L001: 所引法律不在法律法规库中。

use crate::catalog::Field;
use crate::findings::Safety;
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::law::citation::{Citation, vague};
use crate::rules::law::title::{Meant, meant};
use crate::rules::{Check, Report, Rule};
use crate::text::Spanned;
use crate::yaml::{Data, Op, Path};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "L001",
        slug: "unknown-law",
        severity: Severity::Warning,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("l001_unknown_law.md"),
    },
    check: Check::Citation(check),
};

fn check(citation: &Citation<'_>, report: &mut Report<'_>) {
    // A catalog without a register cannot say that a law is not in it.
    if citation.law.is_some() || report.registers().laws.is_empty() {
        return;
    }
    let title = citation.basis.law;
    if let Some(title) = title.filter(|title| vague(title.value, report).is_none()) {
        tell(title, citation.index, report);
    }
}

fn tell(title: Spanned<&str>, index: usize, report: &mut Report<'_>) {
    let catalog = report.catalog;
    let titles = &catalog.standard.tables.legal_basis.titles;
    let (near, safety) = match meant(title.value, titles, &catalog.registers) {
        None => {
            report.at(title.span, "unknown", &[("title", title.value)]);
            return;
        }
        Some(Meant::Surely(near)) => (near, Safety::Safe),
        Some(Meant::Likely(near)) => (near, Safety::Unsafe),
    };
    let say = match safety {
        Safety::Safe => "written",
        _ => "near",
    };
    let values = [("title", title.value), ("near", near)];
    let path = Path::key(Field::LegalBasis.key())
        .then_index(index)
        .then_key("law");
    let value = Data::Text(near.to_owned());
    report
        .at(title.span, say, &values)
        .fix(safety, Op::Set { path, value }, "replace", &values);
}
