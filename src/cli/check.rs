//! `mulu check`: every finding in a catalog, in one run.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::parser::ValueSource;
use clap::{Arg, ArgAction, ArgMatches, Command};

use crate::catalog::Catalog;
use crate::cli::arguments::{self, option};
use crate::cli::call::{self, Call};
use crate::cli::failure::Failure;
use crate::cli::forms::{self, Wanted};
use crate::cli::scope::Scope;
use crate::cli::select::{self, Selection};
use crate::cli::{Exit, explain};
use crate::findings::{Finding, Severity};
use crate::levels::scores;
use crate::report::{Impact, Results, Summary};
use crate::session::{Compared, Renew, Session};
use crate::store::Git;
use crate::text::{Lang, Message, Words, words};

const ABOUT: Words = words(
    "检查目录，列出所有问题",
    "Check a catalog and list every finding",
);
const USAGE: Words = words("mulu check [选项] [PATH]", "mulu check [OPTIONS] [PATH]");
const PATH: Words = words(
    "目录，或其中的文件夹、文件；默认为当前文件夹所在的目录",
    "A catalog, or a folder or file in one; by default the catalog around the current folder",
);
const THRESHOLD: Words = words(
    "从哪一级问题起退出码为 1：note、warning（默认）或 error",
    "From which severity on to exit with 1: note, warning (the default) or error",
);
const NO_BASELINE: Words = words(
    "基线里的旧问题也列出，也算数",
    "List and count the findings of the baseline too",
);
const MAX: Words = words(
    "最多列出几个问题（小结仍计全部）",
    "List at most N findings (the summary counts all)",
);
const SHRUNK: Words = words(
    "基线去掉了 {gone} 个已不存在的问题，请把 catalog/baseline.yaml 一并提交",
    "{gone} findings that are gone were taken out of the baseline; commit catalog/baseline.yaml too",
);
const GONE: Words = words(
    "基线里有 {gone} 个问题已不存在，运行 mulu baseline 可去掉",
    "{gone} findings of the baseline are gone; mulu baseline takes them out",
);
const JSON: Words = words(
    "json 的格式在版本 1 内只增不改：每个问题有 rule、severity、title、message、path，
start 和 end（line、column 从 1 数，column 按字符；offset 为字节，从 0 数），related，
fix（title、safety）或 null。summary 的 covered 是基线里没有列出的，gone 是基线里已不存在的。",
    "Within version 1 of the json form keys are only added: each finding has rule, severity, title, message,
path, start and end (line and column from 1, column in characters; offset in bytes from 0), related, and
fix (title, safety) or null. In summary, covered counts those of the baseline that are not listed, gone those
of the baseline that are there no longer.",
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
        .args(forms::options(lang))
        .args(select::options(lang))
        .arg(
            option("threshold", "LEVEL", THRESHOLD, lang)
                .value_parser(PossibleValuesParser::new(["note", "warning", "error"])),
        )
        .arg(
            Arg::new("no-baseline")
                .long("no-baseline")
                .action(ArgAction::SetTrue)
                .help(NO_BASELINE.of(lang)),
        )
        .arg(option("max", "N", MAX, lang).value_parser(arguments::whole::<usize>(lang)))
}

pub(super) fn run(matches: &ArgMatches, call: &mut Call<'_>) -> Result<Exit, Failure> {
    let selection = Selection::read(matches)?;
    let wanted = Wanted::read(matches, call)?;
    let path = matches.get_one::<PathBuf>("path").map(PathBuf::as_path);
    let scope = Scope::at(path, call)?;
    call::work_on_this_thread_too();
    let mut session = Session::open(scope.root.clone(), &|_, _| ())?;
    let mut found = session.check(call.today);
    if matches.get_flag("no-baseline") {
        found = found.without_baseline();
    }
    let debt = shrunk(&mut session, &found, call, is_plain(matches));
    let is_meant = |finding: &Finding| scope.has(&finding.file.path) && selection.has(finding.rule);
    found.new.retain(is_meant);
    found.known.retain(is_meant);
    let findings = found.new;
    let summary = Summary {
        covered: found.known.len(),
        gone: found.gone,
        ..summary(session.catalog(), &scope).count(&findings)
    };
    let most = matches.get_one::<usize>("max");
    let listed = most.and_then(|most| findings.get(..*most));
    let listed = listed.unwrap_or(&findings);
    let mut results = Results {
        findings: listed,
        more: findings.len() - listed.len(),
        summary,
        rules: explain::rules_of(listed),
        titles: explain::titles(listed),
        standard: &session.catalog().standard,
        impact: wanted
            .tells_impact()
            .then(|| state(session.catalog(), call)),
        prefix: Git::open(session.root()).map_or(String::new(), |git| git.prefix().to_owned()),
        threshold: threshold(matches),
        look: call.look,
    };
    wanted.write(&mut results, call)?;
    if let Some(debt) = debt.filter(|_| wanted.is_for_screens()) {
        call.out.line(debt.of(call.look.lang));
    }
    // The program ends here; taking a large catalog apart piece by piece would only make the user wait.
    std::mem::forget(session);
    Ok(exit(&findings, threshold(matches)))
}

/// Whether the whole catalog is looked at, by every rule, as it stands today.
fn is_plain(matches: &ArgMatches) -> bool {
    let is_given = |name| matches.value_source(name) == Some(ValueSource::CommandLine);
    let narrowing = ["path", "select", "ignore", "no-baseline", "today"];
    !narrowing.into_iter().any(is_given)
}

/// Takes out of the baseline what is gone, where that is sure and nobody minds, and says so.
fn shrunk(
    session: &mut Session,
    found: &Compared,
    call: &Call<'_>,
    is_plain: bool,
) -> Option<Message> {
    let gone = found.gone.to_string();
    let said = |words: Words| Some(words.with(&[("gone", &gone)]));
    if found.gone == 0 {
        return None;
    }
    if !is_plain || call.is_ci {
        return said(GONE);
    }
    match session.renew_baseline(found, Renew::Shrink) {
        Ok(_) => said(SHRUNK),
        Err(_) => said(GONE),
    }
}

fn summary(catalog: &Catalog, scope: &Scope) -> Summary {
    let files = catalog.files().iter().filter(|file| scope.has(&file.path));
    let matters = catalog
        .matters()
        .filter(|(_, matter)| scope.has(&matter.file.path));
    Summary {
        files: files.count(),
        matters: matters.count(),
        ..Summary::default()
    }
}

/// How uniform the catalog is.
fn state(catalog: &Catalog, call: &Call<'_>) -> Impact {
    Impact {
        score: scores(catalog, call.today).whole,
        change: None,
    }
}

fn threshold(matches: &ArgMatches) -> Severity {
    let asked = matches.get_one::<String>("threshold");
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
