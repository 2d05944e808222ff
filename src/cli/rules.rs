//! `mulu rules`: the list of rules.

use clap::{ArgMatches, Command};
use serde_json::{Value, json};

use crate::cli::call::Call;
use crate::cli::failure::Failure;
use crate::cli::{Exit, arguments};
use crate::findings::{RuleInfo, Status};
use crate::report::{Look, Paint, severity_name};
use crate::rules::RULES;
use crate::text::{Lang, Words, pad, width, words};

const ABOUT: Words = words("列出所有规则", "List every rule");
const USAGE: Words = words("mulu rules [选项]", "mulu rules [OPTIONS]");
const FAMILY: Words = words(
    "只列一类：S 结构 C 编码 N 名称 T 类型 L 依据 D 时限收费 G 指南 X 各级之间 R 引用 P 公众 A 权限",
    "Only one family: S shape, C code, N name, T type, L legal basis, D deadlines and fees, G guide,
X across levels, R references, P the public's view, A authority",
);
const JSON: Words = words(
    "json 的格式在版本 1 内只增不改：每条规则有 code、slug、family、severity、status（since 起）、title、
titles（zh、en）、page（说明页的位置）、fixes（能做的修复：safe、unsafe、shown）。",
    "Within version 1 of the json form keys are only added: each rule has code, slug, family, severity, status
(since), title, titles (zh, en), page (where its page is), and fixes (what it offers: safe, unsafe, shown).",
);
const NONE: Words = words("没有这一类规则：{family}", "there is no family {family}");
const FAMILIES: Words = words("现有的类：{families}", "the families are {families}");

pub(super) fn command(lang: Lang) -> Command {
    Command::new("rules")
        .about(ABOUT.of(lang))
        .override_usage(USAGE.of(lang))
        .after_help(JSON.of(lang))
        .arg(arguments::option("family", "LETTER", FAMILY, lang))
        .arg(arguments::format(lang))
}

pub(super) fn run(matches: &ArgMatches, call: &mut Call<'_>) -> Result<Exit, Failure> {
    let letter = matches.get_one::<String>("family");
    let infos = letter.map_or_else(|| in_force().collect(), |letter| family(letter));
    if let Some(letter) = letter.filter(|_| infos.is_empty()) {
        return Err(no_family(letter));
    }
    let text = if arguments::is_json(matches) {
        as_json(&infos, call.look.lang)
    } else {
        as_table(&infos, &call.look)
    };
    call.out.write(&text);
    Ok(Exit::Clean)
}

fn in_force() -> impl Iterator<Item = &'static RuleInfo> {
    RULES
        .iter()
        .map(|rule| &rule.info)
        .filter(|info| matches!(info.status, Status::Stable { .. }))
}

/// The rules of the family with this letter; none if there is no such family.
pub(super) fn family(letter: &str) -> Vec<&'static RuleInfo> {
    let is_of = |info: &&RuleInfo| letter.eq_ignore_ascii_case(&info.family().to_string());
    in_force().filter(is_of).collect()
}

fn no_family(family: &str) -> Failure {
    let mut families: Vec<char> = RULES.iter().map(|rule| rule.info.family()).collect();
    families.dedup();
    let families: Vec<String> = families.iter().map(char::to_string).collect();
    Failure::new(NONE.with(&[("family", family)]))
        .hint(FAMILIES.with(&[("families", &families.join(" "))]))
}

/// Rules as a table.
pub(super) fn as_table(infos: &[&RuleInfo], look: &Look) -> String {
    let name = |info: &RuleInfo| severity_name(info.severity).of(look.lang);
    let widest = infos
        .iter()
        .map(|info| width(name(info)))
        .max()
        .unwrap_or(0);
    let line = |info: &&RuleInfo| {
        let severity = look.paint(Paint::of(info.severity), &pad(name(info), widest));
        let title = info.read_page().title;
        format!("{}  {severity}  {}\n", info.code, title.of(look.lang))
    };
    infos.iter().map(line).collect()
}

/// Rules for a machine.
pub(super) fn as_json(infos: &[&RuleInfo], lang: Lang) -> String {
    let rules: Vec<Value> = infos.iter().map(|info| one(info, lang)).collect();
    let report = json!({"version": 1, "lang": lang.word(), "rules": rules});
    format!("{report:#}\n")
}

/// What is known of a rule.
pub(super) fn one(info: &RuleInfo, lang: Lang) -> Value {
    let page = info.read_page();
    let (status, since) = match info.status {
        Status::Stable { since } => ("stable", since),
        Status::Removed { since } => ("removed", since),
    };
    let fixes: Vec<&str> = page.fixes.iter().map(|safety| safety.word()).collect();
    json!({
        "code": info.code,
        "slug": info.slug,
        "family": info.family().to_string(),
        "severity": info.severity.word(),
        "status": status,
        "since": since,
        "title": page.title.of(lang),
        "titles": {"zh": page.title.zh, "en": page.title.en},
        "page": info.address(),
        "fixes": fixes,
    })
}
