//! `mulu baseline`: records what is wrong already, so that only what is new fails.

use clap::{Arg, ArgAction, ArgMatches, Command};

use crate::cli::Exit;
use crate::cli::call::Call;
use crate::cli::failure::Failure;
use crate::session::{Renew, Renewed};
use crate::text::{Lang, Message, Words, words};

const ABOUT: Words = words(
    "把现有的问题记为旧问题，以后只有新问题才不通过",
    "Record today's findings as old ones, so that only new ones fail",
);
const USAGE: Words = words("mulu baseline [选项]", "mulu baseline [OPTIONS]");
const ADD: Words = words(
    "把新问题也记进已有的基线；不加只去掉已不存在的",
    "Take new findings into a baseline there is; without it, only those that are gone are taken out",
);
const AFTER: Words = words(
    "基线在 catalog/baseline.yaml，一行一个问题，随目录一起提交。行号变了、列表换了次序，问题还认得出。
对例外和职责的检查（A 类）不进基线。",
    "The baseline is catalog/baseline.yaml, one finding to a line, and is committed with the catalog. A finding
is known again when lines move or lists are sorted anew. What is said about exceptions (family A) stays out.",
);
const MADE: Words = words(
    "记下 {recorded} 个问题：catalog/baseline.yaml",
    "recorded {recorded} findings in catalog/baseline.yaml",
);
const RENEWED: Words = words(
    "去掉 {removed} 个已不存在的，记入 {added} 个新的，现有 {recorded} 个",
    "{removed} gone were taken out, {added} new were taken in, {recorded} are recorded",
);
const WAITING: Words = words(
    "另有 {waiting} 个新问题没有记入；改正它们，或用 mulu baseline --add 记入",
    "{waiting} new findings were not taken in; put them right, or take them in with mulu baseline --add",
);

pub(super) fn command(lang: Lang) -> Command {
    Command::new("baseline")
        .about(ABOUT.of(lang))
        .override_usage(USAGE.of(lang))
        .after_help(AFTER.of(lang))
        .arg(
            Arg::new("add")
                .long("add")
                .action(ArgAction::SetTrue)
                .help(ADD.of(lang)),
        )
}

pub(super) fn run(matches: &ArgMatches, call: &mut Call<'_>) -> Result<Exit, Failure> {
    let mut session = call.open()?;
    let is_first = session.catalog().baseline().is_none();
    let how = if matches.get_flag("add") {
        Renew::Grow
    } else {
        Renew::Shrink
    };
    let found = session.check(call.today);
    let renewed = session.renew_baseline(&found, how)?;
    call.out
        .line(said(if is_first { MADE } else { RENEWED }, renewed).of(call.look.lang));
    if renewed.waiting > 0 {
        call.out.line(said(WAITING, renewed).of(call.look.lang));
    }
    Ok(Exit::Clean)
}

fn said(words: Words, renewed: Renewed) -> Message {
    let Renewed {
        added,
        removed,
        recorded,
        waiting,
    } = renewed;
    let [added, removed, recorded, waiting] =
        [added, removed, recorded, waiting].map(|count| count.to_string());
    words.with(&[
        ("added", &added),
        ("removed", &removed),
        ("recorded", &recorded),
        ("waiting", &waiting),
    ])
}
