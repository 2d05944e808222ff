//! `mulu check`: every finding in a catalog, in one run.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ArgMatches, Command};

use crate::catalog::Catalog;
use crate::cli::arguments::{self, option};
use crate::cli::call::{self, Call};
use crate::cli::failure::Failure;
use crate::cli::{Exit, explain};
use crate::findings::{Finding, Severity};
use crate::report::{self, Summary};
use crate::session::Session;
use crate::store::{Root, StoreError};
use crate::text::{Lang, Words, words};

const ABOUT: Words = words(
    "检查目录，列出所有问题",
    "Check a catalog and list every finding",
);
const USAGE: Words = words("mulu check [选项] [PATH]", "mulu check [OPTIONS] [PATH]");
const PATH: Words = words(
    "目录，或其中的文件夹、文件；默认为当前文件夹所在的目录",
    "A catalog, or a folder or file in one; by default the catalog around the current folder",
);
const SEVERITY: Words = words(
    "从哪一级问题起退出码为 1：note、warning（默认）或 error",
    "From which severity on to exit with 1: note, warning (the default) or error",
);
const RULE: Words = words(
    "只看这条规则，可写多次",
    "Only findings of this rule; can be given several times",
);
const MAX: Words = words(
    "最多列出几个问题（小结仍计全部）",
    "List at most N findings (the summary counts all)",
);
const MORE: Words = words(
    "另有 {count} 个问题没有列出",
    "{count} more findings are not listed",
);
const JSON: Words = words(
    "json 的格式在版本 1 内只增不改：每个问题有 rule、severity、title、message、path，
start 和 end（line、column 从 1 数，column 按字符；offset 为字节，从 0 数），related，
fix（title、safety）或 null。",
    "Within version 1 of the json form keys are only added: each finding has rule, severity, title, message,
path, start and end (line and column from 1, column in characters; offset in bytes from 0), related, and
fix (title, safety) or null.",
);

pub(super) fn command(lang: Lang) -> Command {
    Command::new("check")
        .about(ABOUT.of(lang))
        .override_usage(USAGE.of(lang))
        .after_help(JSON.of(lang))
        .arg(
            Arg::new("path")
                .value_name("PATH")
                .value_parser(clap::value_parser!(PathBuf))
                .help(PATH.of(lang)),
        )
        .arg(arguments::format(lang))
        .arg(
            option("severity", "LEVEL", SEVERITY, lang)
                .value_parser(PossibleValuesParser::new(["note", "warning", "error"])),
        )
        .arg(option("rule", "CODE", RULE, lang).action(ArgAction::Append))
        .arg(option("max", "N", MAX, lang).value_parser(arguments::whole::<usize>(lang)))
}

pub(super) fn run(matches: &ArgMatches, call: &mut Call<'_>) -> Result<Exit, Failure> {
    let rules = asked_rules(matches)?;
    let (root, below) = place(matches, call)?;
    call::work_on_this_thread_too();
    let session = Session::open(root, &|_, _| ())?;
    let mut findings = session.check(call.today);
    findings.retain(|finding| {
        is_below(&finding.file.path, &below) && (rules.is_empty() || rules.contains(&finding.rule))
    });
    let summary = summary(session.catalog(), &below).count(&findings);
    let most = matches
        .get_one::<usize>("max")
        .copied()
        .unwrap_or(usize::MAX);
    let listed = findings.get(..most).unwrap_or(&findings);
    if arguments::is_json(matches) {
        let titles = explain::titles(listed);
        let text = report::json(listed, &titles, &summary, call.look.lang);
        call.out.write(&text);
    } else {
        write_human(call, listed, findings.len(), &summary);
    }
    // The program ends here; taking a large catalog apart piece by piece would only make the user wait.
    std::mem::forget(session);
    Ok(exit(&findings, threshold(matches)))
}

/// The rules asked for, by their codes as they stand in the table.
fn asked_rules(matches: &ArgMatches) -> Result<Vec<&'static str>, Failure> {
    let codes = matches.get_many::<String>("rule").into_iter().flatten();
    codes
        .map(|code| explain::find(code).map(|rule| rule.info.code))
        .collect()
}

/// The catalog, and the part of it that is meant; empty for all of it.
fn place(matches: &ArgMatches, call: &Call<'_>) -> Result<(Root, String), Failure> {
    let Some(path) = matches.get_one::<PathBuf>("path") else {
        return Ok((call.root()?, String::new()));
    };
    let none = || StoreError::NoCatalog(path.clone());
    let full = call.full(path).canonicalize().map_err(|_| none())?;
    let root = Root::find(&full).ok_or_else(none)?;
    let below = full
        .strip_prefix(root.file(""))
        .unwrap_or(std::path::Path::new(""));
    let parts: Vec<_> = below
        .components()
        .map(|part| part.as_os_str().to_string_lossy())
        .collect();
    Ok((root, parts.join("/")))
}

fn is_below(path: &str, below: &str) -> bool {
    below.is_empty()
        || path
            .strip_prefix(below)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

fn summary(catalog: &Catalog, below: &str) -> Summary {
    let files = catalog
        .files()
        .iter()
        .filter(|file| is_below(&file.path, below));
    let matters = catalog
        .matters()
        .filter(|(_, matter)| is_below(&matter.file.path, below));
    Summary {
        files: files.count(),
        matters: matters.count(),
        ..Summary::default()
    }
}

fn write_human(call: &mut Call<'_>, listed: &[Finding], found: usize, summary: &Summary) {
    let look = call.look;
    call.out
        .write(&report::human(listed, &explain::titles(listed), &look));
    if listed.len() < found {
        let count = (found - listed.len()).to_string();
        call.out.line(MORE.with(&[("count", &count)]).of(look.lang));
    }
    call.out.line(&summary.line(&look));
}

fn threshold(matches: &ArgMatches) -> Severity {
    let asked = matches.get_one::<String>("severity");
    asked
        .and_then(|word| Severity::from_word(word))
        .unwrap_or(Severity::Warning)
}

fn exit(findings: &[Finding], threshold: Severity) -> Exit {
    if findings.iter().any(|finding| finding.severity >= threshold) {
        Exit::Findings
    } else {
        Exit::Clean
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_not_taken_for_one_whose_name_begins_the_same() {
        assert!(is_below("base/09/a.yaml", "base/09"));
        assert!(!is_below("base/091/a.yaml", "base/09"));
        assert!(is_below("base/09/a.yaml", ""));
    }
}
