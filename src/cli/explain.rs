//! `mulu explain`: the page of a rule.

use std::collections::BTreeSet;

use clap::{Arg, ArgMatches, Command};

use crate::cli::call::Call;
use crate::cli::failure::Failure;
use crate::cli::{Exit, arguments, find};
use crate::findings::{Finding, Status};
use crate::report::{Look, Paint, Titles, severity_name};
use crate::rules::{RULES, Rule, nearest_rule, rule};
use crate::text::{Lang, Words, words};

const ABOUT: Words = words(
    "说明一条规则：查什么、为什么、怎么改",
    "Explain a rule: what it looks for, why, and what to do",
);
const USAGE: Words = words("mulu explain CODE", "mulu explain CODE");
const CODE: Words = words("规则编号，如 L003", "The rule's code, such as L003");
const SINCE: Words = words("自 {version} 起", "since {version}");
const GONE: Words = words("{version} 起取消", "gone since {version}");

pub(super) fn command(lang: Lang) -> Command {
    Command::new("explain")
        .about(ABOUT.of(lang))
        .override_usage(USAGE.of(lang))
        .arg(
            Arg::new("code")
                .value_name("CODE")
                .required(true)
                .help(CODE.of(lang)),
        )
}

pub(super) fn run(matches: &ArgMatches, call: &mut Call<'_>) -> Result<Exit, Failure> {
    let rule = find(arguments::text(matches, "code"))?;
    call.out.write(&page(rule, &call.look));
    Ok(Exit::Clean)
}

/// The page for a terminal: the head in a few words, the manual as it is, its headings marked.
fn page(rule: &Rule, look: &Look) -> String {
    let page = rule.info.read_page();
    let title = format!("{} {}", rule.info.code, page.title.of(look.lang));
    let status = match rule.info.status {
        Status::Stable { since } => SINCE.with(&[("version", since)]),
        Status::Removed { since } => GONE.with(&[("version", since)]),
    };
    let severity = severity_name(rule.info.severity).of(look.lang);
    let facts = format!("{severity} · {} · {}", rule.info.slug, status.of(look.lang));
    let mut text = format!(
        "{}\n{}\n\n",
        look.paint(Paint::Strong, &title),
        look.paint(Paint::Faint, &facts)
    );
    let mut is_example = false;
    for line in page.body.trim_end().lines() {
        is_example ^= line.starts_with("```");
        // In an example, `#` starts a comment.
        if line.starts_with('#') && !is_example {
            text += &look.paint(Paint::Strong, line.trim_start_matches('#').trim_start());
        } else {
            text += line;
        }
        text.push('\n');
    }
    text
}

/// The rule with this code, or which ones are near.
pub(super) fn find(code: &str) -> Result<&'static Rule, Failure> {
    rule(code).ok_or_else(|| {
        let codes = RULES.iter().map(|rule| rule.info.code);
        let near = find::near(&code.to_ascii_uppercase(), codes, 3).join(" ");
        let near = match nearest_rule(code) {
            Some(nearest) if near.is_empty() => nearest.to_owned(),
            _ => near,
        };
        let message = words("没有规则“{code}”", "there is no rule {code}");
        let hint = if near.is_empty() {
            words("mulu rules 列出所有规则", "mulu rules lists every rule").into()
        } else {
            words(
                "相近的有 {near}；mulu rules 列出所有规则",
                "near ones: {near}; mulu rules lists every rule",
            )
            .with(&[("near", &near)])
        };
        Failure::new(message.with(&[("code", code)])).hint(hint)
    })
}

/// The titles of the rules that found something.
pub(super) fn titles(findings: &[Finding]) -> Titles {
    let codes: BTreeSet<&'static str> = findings.iter().map(|finding| finding.rule).collect();
    codes
        .into_iter()
        .filter_map(|code| Some((code, rule(code)?.info.read_page().title)))
        .collect()
}
