//! `mulu explain`: the page of a rule.

use std::collections::BTreeSet;

use clap::{Arg, ArgMatches, Command};
use serde_json::{Value, json};
use strsim::levenshtein;

use crate::cli::call::Call;
use crate::cli::failure::Failure;
use crate::cli::{Exit, arguments, rules};
use crate::findings::{Finding, Page, Part, RuleInfo, Section, Status};
use crate::report::{Look, Paint, Titles, severity_name};
use crate::rules::{RULES, Rule, rule};
use crate::text::{Lang, Message, Words, words};

const ABOUT: Words = words(
    "说明一条规则：查什么、为什么、怎么改",
    "Explain a rule: what it looks for, why, and what to do",
);
const USAGE: Words = words("mulu explain [选项] CODE", "mulu explain [OPTIONS] CODE");
const CODE: Words = words(
    "规则的编号（如 L003）或短名（如 rank-too-low）；一类的字母列出这一类",
    "The rule's code, such as L003, or its name, such as rank-too-low; the letter of a family lists it",
);
const JSON: Words = words(
    "json 的格式在版本 1 内只增不改：rule 与 mulu rules 的相同，另有 sections（title、text 各有 zh、en；examples
的 info 和 text）。",
    "Within version 1 of the json form keys are only added: rule is as in mulu rules, and has sections (title and
text, each in zh and en; examples with info and text).",
);
const SINCE: Words = words("自 {version} 起", "since {version}");
const GONE: Words = words("{version} 起取消", "gone since {version}");

pub(super) fn command(lang: Lang) -> Command {
    Command::new("explain")
        .about(ABOUT.of(lang))
        .override_usage(USAGE.of(lang))
        .after_help(JSON.of(lang))
        .arg(
            Arg::new("code")
                .value_name("CODE")
                .required(true)
                .help(CODE.of(lang)),
        )
        .arg(arguments::format(lang))
}

pub(super) fn run(matches: &ArgMatches, call: &mut Call<'_>) -> Result<Exit, Failure> {
    let typed = arguments::text(matches, "code");
    let family = rules::family(typed);
    let text = match (family.is_empty(), arguments::is_json(matches)) {
        (false, true) => rules::as_json(&family, call.look.lang),
        (false, false) => rules::as_table(&family, &call.look),
        (true, true) => page_json(&find(typed)?.info, call.look.lang),
        (true, false) => page(&find(typed)?.info, &call.look),
    };
    call.out.write(&text);
    Ok(Exit::Clean)
}

/// The page for a terminal: the head in a few words, then the manual in one language with its examples.
fn page(info: &RuleInfo, look: &Look) -> String {
    let page = info.read_page();
    let title = format!("{} {}", info.code, page.title.of(look.lang));
    let status = match info.status {
        Status::Stable { since } => SINCE.with(&[("version", since)]),
        Status::Removed { since } => GONE.with(&[("version", since)]),
    };
    let severity = severity_name(info.severity).of(look.lang);
    let facts = format!("{severity} · {} · {}", info.slug, status.of(look.lang));
    let mut text = format!(
        "{}\n{}\n",
        look.paint(Paint::Strong, &title),
        look.paint(Paint::Faint, &facts)
    );
    for section in page.sections() {
        let title = look.paint(Paint::Strong, section.title.of(look.lang));
        text += &["\n", &title, "\n"].concat();
        for part in section.parts.iter().filter_map(|part| shown(part, look)) {
            text.push('\n');
            text += &part;
        }
    }
    text
}

/// A piece of a page, if it is for a reader of this language.
fn shown(part: &Part, look: &Look) -> Option<String> {
    match (part, look.lang) {
        (Part::Zh(text), Lang::Zh) | (Part::En(text), Lang::En) => Some(format!("{text}\n")),
        (Part::Example { info, text }, _) => Some(example(info, text, look)),
        _ => None,
    }
}

/// An example stands a little to the right; its paths and marks are not part of the file.
fn example(info: &str, text: &str, look: &Look) -> String {
    let letters = match info.split(' ').next_back() {
        Some("bom") => "BOM",
        Some("crlf") => "CR LF",
        Some("gb18030") => "GB18030",
        _ => "",
    };
    let head =
        (!letters.is_empty()).then(|| format!("    {}\n", look.paint(Paint::Faint, letters)));
    let lines = text.lines().map(|line| {
        let (line, mark) = line.split_at(line.find("# <- ").unwrap_or(line.len()));
        let is_path = line.starts_with("# ");
        let line = if is_path {
            look.paint(Paint::Faint, line)
        } else {
            line.to_owned()
        };
        let line = format!("    {line}{}", look.paint(Paint::Red, mark));
        line.trim_end().to_owned() + "\n"
    });
    head.into_iter().chain(lines).collect()
}

/// The page for a machine: the manual in both languages.
fn page_json(info: &RuleInfo, lang: Lang) -> String {
    let page: Page = info.read_page();
    let sections: Vec<Value> = page.sections().iter().map(section_json).collect();
    let mut rule = rules::one(info, lang);
    if let Some(rule) = rule.as_object_mut() {
        rule.insert("sections".to_owned(), sections.into());
    }
    let report = json!({"version": 1, "lang": lang.word(), "rule": rule});
    format!("{report:#}\n")
}

fn section_json(section: &Section) -> Value {
    let mut text = Message::default();
    let mut examples = Vec::new();
    let add = |text: &mut String, more: &str| {
        let between = if text.is_empty() { "" } else { "\n" };
        *text += between;
        *text += more;
    };
    for part in &section.parts {
        match part {
            Part::Zh(more) => add(&mut text.zh, more),
            Part::En(more) => add(&mut text.en, more),
            Part::Example { info, text } => examples.push(json!({"info": info, "text": text})),
        }
    }
    let both = |message: &Message| json!({"zh": message.zh, "en": message.en});
    json!({"title": both(&section.title), "text": both(&text), "examples": examples})
}

/// The rule with this code or name, or which ones are near.
pub(super) fn find(typed: &str) -> Result<&'static Rule, Failure> {
    let by_name = || {
        let rules = RULES.iter().copied();
        let mut named = rules.filter(|rule| rule.info.slug.eq_ignore_ascii_case(typed));
        named.next()
    };
    rule(typed).or_else(by_name).ok_or_else(|| {
        let near = near(typed).join(" ");
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
        Failure::new(message.with(&[("code", typed)])).hint(hint)
    })
}

/// The codes, or else the names, that take the fewest typing errors to become what was typed.
fn near(typed: &str) -> Vec<&'static str> {
    let (lower, upper) = (typed.to_ascii_lowercase(), typed.to_ascii_uppercase());
    let errors = |info: &'static RuleInfo| {
        let code = (levenshtein(&upper, info.code), info.code);
        let name = (levenshtein(&lower, info.slug), info.slug);
        let most = 2.max(info.slug.len() / 3);
        [
            (code.0 <= 2).then_some(code),
            (name.0 <= most).then_some(name),
        ]
    };
    let mut found: Vec<_> = RULES
        .iter()
        .flat_map(|rule| errors(&rule.info))
        .flatten()
        .collect();
    found.sort_unstable();
    found.into_iter().take(3).map(|(_, word)| word).collect()
}

/// The codes of the rules that an option names: by code, by name, or a whole family by its letter.
pub(super) fn chosen(matches: &ArgMatches, name: &str) -> Result<Vec<&'static str>, Failure> {
    let mut codes = Vec::new();
    for typed in matches.get_many::<String>(name).into_iter().flatten() {
        let family = rules::family(typed);
        if family.is_empty() {
            codes.push(find(typed)?.info.code);
        }
        codes.extend(family.iter().map(|info| info.code));
    }
    Ok(codes)
}

/// The rules that found something, by code.
pub(super) fn rules_of(findings: &[Finding]) -> Vec<&'static RuleInfo> {
    let codes: BTreeSet<&'static str> = findings.iter().map(|finding| finding.rule).collect();
    let found = codes.into_iter().filter_map(rule);
    found.map(|rule| &rule.info).collect()
}

/// What they are called.
pub(super) fn titles(findings: &[Finding]) -> Titles {
    let found = rules_of(findings).into_iter();
    found
        .map(|info| (info.code, info.read_page().title))
        .collect()
}
