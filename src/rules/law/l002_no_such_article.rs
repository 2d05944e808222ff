//! L002: 条号超过现行文本的条数。

use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::law::citation::{Citation, articles_exceeded};
use crate::rules::law::standing::{Standing, in_force};
use crate::rules::{Check, Report, Rule};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "L002",
        slug: "no-such-article",
        severity: Severity::Error,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("l002_no_such_article.md"),
    },
    check: Check::Citation(check),
};

fn check(citation: &Citation<'_>, report: &mut Report<'_>) {
    let basis = citation.basis;
    let (Some(title), Some(article)) = (basis.law, basis.article) else {
        return;
    };
    let Some((law, Standing::InForce)) = citation.known() else {
        return;
    };
    let Some(articles) = articles_exceeded(&basis, law, report.today) else {
        return;
    };
    let had_it = law.versions().find(|version| {
        version
            .articles
            .is_some_and(|articles| articles >= article.value)
    });
    let date = |date: Option<&str>| date.unwrap_or("—").to_owned();
    let current = in_force(law, report.today);
    let (version, old) = (
        date(current.and_then(|version| version.published_on)),
        date(had_it.and_then(|version| version.published_on)),
    );
    let (article_seen, articles) = (article.value.to_string(), articles.to_string());
    let values = [
        ("law", title.value),
        ("article", &article_seen),
        ("articles", &articles),
        ("version", &version),
        ("old", &old),
    ];
    let say = if had_it.is_some() { "older" } else { "beyond" };
    report
        .at(article.span, say, &values)
        .beside(&law.file, law.span(), "law", &values);
}
