//! `mulu check`: every finding in a catalog, in one run.

use std::path::{Path, PathBuf};

use clap::builder::PossibleValuesParser;
use clap::parser::ValueSource;
use clap::{Arg, ArgAction, ArgMatches, Command};

use crate::catalog::Catalog;
use crate::catalog::standard::Standard;
use crate::cli::arguments::{self, option};
use crate::cli::call::{self, Call};
use crate::cli::failure::Failure;
use crate::cli::forms::{self, Wanted};
use crate::cli::scope::Scope;
use crate::cli::select::{self, Selection};
use crate::cli::since::{self, Compared};
use crate::cli::{Exit, explain, remark};
use crate::findings::{Finding, Severity};
use crate::levels::scores;
use crate::report::{Impact, Results, Summary};
use crate::session::{self, Check, Renew};
use crate::store::{Git, Root};
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
const NO_CACHE: Words = words(
    "全部重新检查，不用也不写缓存；结果相同，只是较慢",
    "Check everything anew, with no cache read or written; the result is the same, only slower",
);
const REBUILT: Words = words(
    "缓存已损坏或属于别的版本，没有采用，已重新生成",
    "the cache is damaged or of another version; it was not used and has been made anew",
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
        .args(since::options(lang))
        .args(telling(lang))
        .arg(
            Arg::new("no-baseline")
                .long("no-baseline")
                .action(ArgAction::SetTrue)
                .help(NO_BASELINE.of(lang)),
        )
        .arg(
            Arg::new("no-cache")
                .long("no-cache")
                .conflicts_with_all(["since", "staged"])
                .action(ArgAction::SetTrue)
                .help(NO_CACHE.of(lang)),
        )
}

/// Which findings are told, in which forms, and which count.
pub(super) fn telling(lang: Lang) -> Vec<Arg> {
    let levels = PossibleValuesParser::new(["note", "warning", "error"]);
    let mut options: Vec<Arg> = forms::options(lang).into();
    options.extend(select::options(lang));
    options.extend([
        option("threshold", "LEVEL", THRESHOLD, lang).value_parser(levels),
        option("max", "N", MAX, lang).value_parser(arguments::whole::<usize>(lang)),
    ]);
    options
}

pub(super) fn run(matches: &ArgMatches, call: &mut Call<'_>) -> Result<Exit, Failure> {
    let selection = Selection::read(matches)?;
    let wanted = Wanted::read(matches, call)?;
    if matches.get_flag("no-cache") {
        call.cache = None;
    }
    call::work_on_this_thread_too();
    if let Some(compared) = Compared::read(matches, call)? {
        let scope = match path(matches) {
            Some(path) => Some(Scope::at(Some(path), call)?),
            None => None,
        };
        return changed(&compared, (matches, scope), call);
    }
    let scope = Scope::at(path(matches), call)?;
    let root = scope.root.clone().keeping_in(call.cache.clone());
    let mut check = Check::of(root.clone(), call.today, &|path| scope.has(path))?;
    if check.was_damaged {
        remark(REBUILT, call.look.lang);
    }
    let mut found = std::mem::take(&mut check.found);
    if matches.get_flag("no-baseline") {
        found = found.without_baseline();
    }
    let debt = shrunk((&mut check, &root), &found, call, is_plain(matches));
    let is_meant = |finding: &Finding| scope.has(&finding.file.path) && selection.has(finding.rule);
    found.new.retain(is_meant);
    found.known.retain(is_meant);
    let summary = Summary {
        files: check.files,
        matters: check.matters,
        covered: found.known.len(),
        gone: found.gone,
        ..Summary::default()
    };
    let impact = if wanted.tells_impact() {
        Some(state(check.session(&root)?.catalog(), call))
    } else {
        None
    };
    let told = Told {
        findings: &found.new,
        standard: &check.standard,
        summary,
        impact,
        prefix: Git::open(&root).map_or(String::new(), |git| git.prefix().to_owned()),
    };
    let exit = tell(told, matches, &wanted, call)?;
    if let Some(debt) = debt.filter(|_| wanted.is_for_screens()) {
        call.out.line(debt.of(call.look.lang));
    }
    // The program ends here; taking a large catalog apart piece by piece would only make the user wait.
    std::mem::forget((check, found));
    Ok(exit)
}

/// What a change broke.
pub(super) fn changed(
    compared: &Compared,
    (matches, scope): (&ArgMatches, Option<Scope>),
    call: &mut Call<'_>,
) -> Result<Exit, Failure> {
    let selection = Selection::read(matches)?;
    let wanted = Wanted::read(matches, call)?;
    let mut broken = compared.broken(call)?;
    let has = |path: &str| scope.as_ref().is_none_or(|scope| scope.has(path));
    let is_meant = |finding: &Finding| has(&finding.file.path) && selection.has(finding.rule);
    broken.findings.retain(is_meant);
    let told = Told {
        findings: &broken.findings,
        standard: &broken.after.standard,
        summary: summary(&broken.after, |path| {
            let is_felt = broken.felt.binary_search_by(|felt| (**felt).cmp(path));
            has(path) && is_felt.is_ok()
        }),
        impact: wanted
            .tells_impact()
            .then(|| compared.impact(&broken, call)),
        prefix: compared.prefix(),
    };
    let exit = tell(told, matches, &wanted, call)?;
    if wanted.is_for_screens() {
        call.out.line(compared.line(&broken).of(call.look.lang));
    }
    std::mem::forget(broken);
    Ok(exit)
}

/// What is to be told of a check.
struct Told<'c> {
    findings: &'c [Finding],
    standard: &'c Standard,
    summary: Summary,
    impact: Option<Impact>,
    prefix: String,
}

/// Tells it in every form that is wanted.
fn tell(
    told: Told<'_>,
    matches: &ArgMatches,
    wanted: &Wanted,
    call: &mut Call<'_>,
) -> Result<Exit, Failure> {
    let most = matches.get_one::<usize>("max");
    let listed = most.and_then(|most| told.findings.get(..*most));
    let listed = listed.unwrap_or(told.findings);
    let mut results = Results {
        findings: listed,
        more: told.findings.len() - listed.len(),
        summary: told.summary.count(told.findings),
        rules: explain::rules_of(listed),
        titles: explain::titles(listed),
        standard: told.standard,
        impact: told.impact,
        prefix: told.prefix,
        threshold: threshold(matches),
        look: call.look,
    };
    wanted.write(&mut results, call)?;
    Ok(exit(told.findings, threshold(matches)))
}

fn path(matches: &ArgMatches) -> Option<&Path> {
    matches.get_one::<PathBuf>("path").map(PathBuf::as_path)
}

/// Whether the whole catalog is looked at, by every rule, as it stands today.
fn is_plain(matches: &ArgMatches) -> bool {
    let is_given = |name| matches.value_source(name) == Some(ValueSource::CommandLine);
    let narrowing = ["path", "select", "ignore", "no-baseline", "today"];
    !narrowing.into_iter().any(is_given)
}

/// Takes out of the baseline what is gone, where that is sure and nobody minds, and says so.
fn shrunk(
    (check, root): (&mut Check, &Root),
    found: &session::Compared,
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
    let session = check.session(root);
    match session.and_then(|session| session.renew_baseline(found, Renew::Shrink)) {
        Ok(_) => said(SHRUNK),
        Err(_) => said(GONE),
    }
}

fn summary(catalog: &Catalog, has: impl Fn(&str) -> bool) -> Summary {
    let files = catalog.files().iter().filter(|file| has(&file.path));
    let matters = catalog
        .matters()
        .filter(|(_, matter)| has(&matter.file.path));
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
