//! L007: 所引法律已被另一部法律取代。

use crate::catalog::{Basis, Field, Law};
use crate::findings::{RuleInfo, Safety, Severity, Status};
use crate::rules::law::citation::{Citation, has_article};
use crate::rules::law::standing::{Standing, standing};
use crate::rules::{Check, Report, Rule};
use crate::yaml::{Data, Op, Path};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "L007",
        slug: "replaced-law",
        severity: Severity::Error,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("l007_replaced_law.md"),
    },
    check: Check::Citation(check),
};

fn check(citation: &Citation<'_>, report: &mut Report<'_>) {
    if let Some((law, Standing::Replaced(newer, since))) = citation.in_use() {
        tell(citation, law, (newer, since), report);
    }
}

fn tell(
    citation: &Citation<'_>,
    law: &Law,
    (newer, since): (&str, Option<&str>),
    report: &mut Report<'_>,
) {
    let values = [
        ("law", law.title()),
        ("newer", newer),
        ("since", since.unwrap_or("")),
    ];
    let can_take_over = takes_over(newer, &citation.basis, report);
    let say = if since.is_some() { "dated" } else { "replaced" };
    let said = report.at(citation.title_span(), say, &values).beside(
        &law.file,
        law.span(),
        "law",
        &values,
    );
    if can_take_over {
        let path = Path::key(Field::LegalBasis.key())
            .then_index(citation.index)
            .then_key("law");
        let value = Data::Text(newer.to_owned());
        said.fix(Safety::Unsafe, Op::Set { path, value }, "cite", &values);
    }
}

/// Whether the newer law is in force and has an article of that number.
fn takes_over(newer: &str, basis: &Basis<'_>, report: &Report<'_>) -> bool {
    let registers = report.registers();
    let article = basis.article.map(|article| article.value);
    registers.law(newer).is_some_and(|law| {
        standing(law, registers, report.today) == Standing::InForce
            && has_article(law, article, report.today)
    })
}
