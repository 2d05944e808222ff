//! L028: 条款内容是另一条的。

use crate::catalog::{Field, Matter};
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::law::article::first_article;
use crate::rules::{Check, Report, Rule};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "L028",
        slug: "excerpt-of-another-article",
        severity: Severity::Warning,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("l028_excerpt_of_another_article.md"),
    },
    check: Check::Matter(check),
};

fn check(matter: &Matter, report: &mut Report<'_>) {
    let list = matter.value(Field::LegalBasis).into_iter();
    let items = list.flat_map(|list| list.items());
    for (basis, item) in matter.bases().zip(items) {
        let excerpt = item.get("excerpt");
        let found = excerpt.and_then(|excerpt| first_article(excerpt.text()?));
        let (Some(found), Some(article)) = (found, basis.article) else {
            continue;
        };
        if found != article.value {
            let (found, seen) = (found.to_string(), article.value.to_string());
            let values = [("seen", &*seen), ("found", &*found)];
            let said = report.at(article.span, "other", &values);
            if let Some(excerpt) = excerpt {
                said.beside(&matter.file, excerpt.span(), "there", &values);
            }
        }
    }
}
