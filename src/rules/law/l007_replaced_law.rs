//! L007: 所引法律已被另一部法律取代。

use crate::catalog::{Basis, Field, Law, Matter};
use crate::findings::{RuleInfo, Safety, Severity, Status};
use crate::rules::law::citation::{has_article, known};
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
    check: Check::Matter(check),
};

fn check(matter: &Matter, report: &mut Report<'_>) {
    if matter.is_cancelled() {
        return;
    }
    for (index, basis) in matter.bases().enumerate() {
        if let Some((law, Standing::Replaced(newer, since))) = known(&basis, matter, report) {
            tell((index, &basis), law, (newer, since), report);
        }
    }
}

fn tell(
    (index, basis): (usize, &Basis<'_>),
    law: &Law,
    (newer, since): (&str, Option<&str>),
    report: &mut Report<'_>,
) {
    let values = [
        ("law", law.title()),
        ("newer", newer),
        ("since", since.unwrap_or("")),
    ];
    let can_take_over = takes_over(newer, basis, report);
    let say = if since.is_some() { "dated" } else { "replaced" };
    let span = basis.law.map_or(basis.span, |title| title.span);
    let said = report
        .at(span, say, &values)
        .beside(&law.file, law.span(), "law", &values);
    if can_take_over {
        let path = Path::key(Field::LegalBasis.key())
            .then_index(index)
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
