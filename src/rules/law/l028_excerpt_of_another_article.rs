//! L028: 条款内容是另一条的。

use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::law::article::first_article;
use crate::rules::law::citation::Citation;
use crate::rules::{Check, Report, Rule};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "L028",
        slug: "excerpt-of-another-article",
        severity: Severity::Warning,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("l028_excerpt_of_another_article.md"),
    },
    check: Check::Citation(check),
};

fn check(citation: &Citation<'_>, report: &mut Report<'_>) {
    let Some(excerpt) = citation.item.get("excerpt") else {
        return;
    };
    let found = excerpt.text().and_then(first_article);
    let (Some(found), Some(article)) = (found, citation.basis.article) else {
        return;
    };
    if found != article.value {
        let (found, seen) = (found.to_string(), article.value.to_string());
        let values = [("seen", &*seen), ("found", &*found)];
        let file = &citation.matter.file;
        report
            .at(article.span, "other", &values)
            .beside(file, excerpt.span(), "there", &values);
    }
}
