//! `mulu score`: how uniform a catalog is, how that changed, and a ratchet against its getting worse.

use std::path::{Path, PathBuf};

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ArgMatches, Command};

use crate::catalog::Catalog;
use crate::cli::Exit;
use crate::cli::arguments::{self, option};
use crate::cli::call::Call;
use crate::cli::failure::Failure;
use crate::levels::{Departure, Ratchet, scores, survey};
use crate::report::{self, Part, Past};
use crate::session;
use crate::store::{Git, Root, read_text, write_atomically};
use crate::text::{Lang, Words, visible, words};

const ABOUT: Words = words(
    "各级统一到什么程度：现在、历次提交，不许变差",
    "Tell how uniform the levels are, now and over time, and keep that from getting worse",
);
const USAGE: Words = words("mulu score [选项]", "mulu score [OPTIONS]");
const BY: Words = words(
    "按什么分组：division（区划）、department（部门）、type（类型）、field（字段），可写多次；默认都列",
    "Grouped by division, department, type or field; can be given several times; all by default",
);
const HISTORY: Words = words(
    "最近 N 次改动目录的提交各是多少（默认 20），不切换工作区",
    "The score at each of the last N commits that changed the catalog (20 by default), without a checkout",
);
const RATCHET: Words = words(
    "棘轮文件：没有就记下现有的差异；有新的差异退出码为 1，消失的差异从文件里删去",
    "A ratchet file: made from today's differences if there is none; new ones exit with 1, gone ones are taken out of it",
);
const JSON: Words = words(
    "统一度是与上级比对的各项中符合要求的份额：该一致的一致，只能朝一个方向变的没有变坏。
json 的格式在版本 1 内只增不改：whole 和 parts（division、department、type、field 各一组），每项有
per_mille（千分数）、compared、departing、approved；history 由旧到新，每项有 commit、day、subject、score。
棘轮只给人看。",
    "Uniformity is the share of values compared with the level above that are as they should be: equal where they
are locked, not moved the wrong way where they may move one way only.
Within version 1 of the json form keys are only added: whole, and parts (one list each for division,
department, type, field), each with per_mille, compared, departing, approved; history, oldest first, each with
commit, day, subject, score. The ratchet speaks to people only.",
);
const MADE: Words = words(
    "已记下 {count} 处差异：{path}",
    "{count} differences recorded in {path}",
);
const GROWN: Words = words("新增 {count} 处差异：", "{count} new differences:");
const TIGHTENED: Words = words(
    "{count} 处差异已消失，已从 {path} 删去",
    "{count} differences are gone and were taken out of {path}",
);
const HELD: Words = words(
    "没有新的差异（已知 {count} 处）",
    "no new differences ({count} known)",
);
const BROKEN: Words = words(
    "棘轮文件 {path} 读不懂：{reason}",
    "the ratchet file {path} cannot be read: {reason}",
);
const NOT_TEXT: Words = words("不是 UTF-8 文本", "not UTF-8 text");

pub(super) fn command(lang: Lang) -> Command {
    let by = PossibleValuesParser::new(Part::ALL.map(Part::word));
    Command::new("score")
        .about(ABOUT.of(lang))
        .override_usage(USAGE.of(lang))
        .after_help(JSON.of(lang))
        .arg(
            option("by", "PART", BY, lang)
                .action(ArgAction::Append)
                .value_parser(by),
        )
        .arg(
            option("history", "N", HISTORY, lang)
                .num_args(0..=1)
                .default_missing_value("20")
                .value_parser(arguments::whole::<usize>(lang)),
        )
        .arg(
            Arg::new("ratchet")
                .long("ratchet")
                .value_name("FILE")
                .value_parser(clap::value_parser!(PathBuf))
                .help(RATCHET.of(lang)),
        )
        .arg(arguments::format(lang))
}

pub(super) fn run(matches: &ArgMatches, call: &mut Call<'_>) -> Result<Exit, Failure> {
    let session = call.open()?;
    let catalog = session.catalog();
    if let Some(path) = matches.get_one::<PathBuf>("ratchet") {
        return ratchet(catalog, &call.full(path), call);
    }
    let history = match matches.get_one::<usize>("history") {
        Some(most) => history(session.root(), *most, call)?,
        None => Vec::new(),
    };
    let scores = scores(catalog, call.today);
    let text = if arguments::is_json(matches) {
        report::score_json(catalog, &scores, &history, call.look.lang)
    } else if history.is_empty() {
        report::score(catalog, &scores, &parts(matches), &call.look)
    } else {
        report::score_history(&history, &call.look)
    };
    call.out.write(&text);
    Ok(Exit::Clean)
}

fn parts(matches: &ArgMatches) -> Vec<Part> {
    let asked: Vec<&String> = matches.get_many("by").into_iter().flatten().collect();
    let is_asked = |part: &Part| asked.is_empty() || asked.iter().any(|word| *word == part.word());
    Part::ALL.into_iter().filter(is_asked).collect()
}

/// The score at each commit, oldest first.
pub(super) fn history(root: &Root, most: usize, call: &Call<'_>) -> Result<Vec<Past>, Failure> {
    let git = Git::open(root)?;
    let revisions = git.history("HEAD", most)?;
    let past = revisions.iter().rev().map(|revision| {
        let catalog = session::load_revision(&git, revision).ok();
        Past {
            id: revision.short().to_owned(),
            day: revision.day(),
            subject: revision.subject.clone(),
            score: catalog.map(|catalog| scores(&catalog, call.today).whole),
        }
    });
    Ok(past.collect())
}

fn ratchet(catalog: &Catalog, path: &Path, call: &mut Call<'_>) -> Result<Exit, Failure> {
    let found = survey(catalog, call.today);
    let shown = path.display().to_string();
    let lang = call.look.lang;
    let say = |words: Words, count: usize| {
        let count = count.to_string();
        words
            .with(&[("count", &count), ("path", &shown)])
            .of(lang)
            .to_owned()
    };
    let Some(text) = read_text(path)? else {
        let made = Ratchet::of(catalog, &found);
        write_atomically(path, made.text().as_bytes())?;
        call.out.line(&say(MADE, made.len()));
        return Ok(Exit::Clean);
    };
    let text = text.ok_or_else(|| broken(&shown, NOT_TEXT.of(lang)))?;
    let known = Ratchet::read(&text).map_err(|reason| broken(&shown, &reason))?;
    let turn = known.turn(catalog, &found);
    if !turn.gone.is_empty() {
        write_atomically(path, turn.next.text().as_bytes())?;
        call.out.line(&say(TIGHTENED, turn.gone.len()));
    }
    if turn.grown.is_empty() {
        call.out.line(&say(HELD, turn.next.len()));
        return Ok(Exit::Clean);
    }
    call.out.line(&say(GROWN, turn.grown.len()));
    for departure in &turn.grown {
        call.out.line(&line(catalog, departure, lang));
    }
    Ok(Exit::Findings)
}

fn broken(path: &str, reason: &str) -> Failure {
    Failure::new(BROKEN.with(&[("path", path), ("reason", reason)]))
}

fn line(catalog: &Catalog, departure: &Departure<'_>, lang: Lang) -> String {
    let field = departure.difference.field;
    let title = catalog.standard.title(field);
    let class = report::class_name(departure.difference.class).of(lang);
    let path = &catalog.matter(departure.lower).file.path;
    let line = format!("  catalog/{path}  {}  {class}", title.of(lang));
    visible(&line).into_owned()
}
