//! `mulu align`: who corresponds to whom, and the pairs that a person has confirmed, written back as codes.

mod confirm;

use clap::{Arg, ArgAction, ArgMatches, Command};

use crate::catalog::{Catalog, MatterId};
use crate::cli::arguments::{self, option};
use crate::cli::call::{self, Call};
use crate::cli::failure::Failure;
use crate::cli::{Exit, places};
use crate::levels::{Alignment, Scope, align};
use crate::report;
use crate::text::{Lang, Words, words};

const ABOUT: Words = words(
    "查看各地事项与基本目录怎样对应，把确认的对应写回编码",
    "Show who corresponds to whom, and write confirmed pairs back as codes",
);
const USAGE: Words = words(
    "mulu align [选项] [DIVISION]...",
    "mulu align [OPTIONS] [DIVISION]...",
);
const DIVISION: Words = words(
    "只看这几个地区或层级，代码或名称",
    "Only these divisions or levels, by code or name",
);
const ALL: Words = words("一对一的也逐个列出", "List those that are one-to-one, too");
const CONFIRM: Words = words(
    "确认对应：本地事项（编码或文件）=基本编码，可写多次；改写两处编码、办理项编码和文件名",
    "Confirm a pair: a local matter (code or path)=a base code; can be given several times; codes, those of \
     handling items and the file name follow",
);
const ABOVE: Words = words(
    "确认所有把握不低于 N% 且别无相近的对应",
    "Confirm every pair that is at least N% sure with no other near",
);
const DIFF: Words = words("只显示会怎样改，不写入", "Only show what would change");
const JSON: Words = words(
    "不写 --confirm 就什么都不改。json 的格式在版本 1 内只增不改：claims（division、base、locals）、
unlinked（local、gap、meant、likely：base、confidence、reasons）、doubts（local、stated、named）、
unclaimed（division、base）。",
    "Nothing is changed without --confirm. Within version 1 of the json form keys are only added: claims
(division, base, locals), unlinked (local, gap, meant, likely: base, confidence, reasons), doubts (local, stated,
named), unclaimed (division, base).",
);

pub(super) fn command(lang: Lang) -> Command {
    let flag = |name: &'static str, help: Words| {
        let flag = Arg::new(name).long(name).action(ArgAction::SetTrue);
        flag.help(help.of(lang))
    };
    Command::new("align")
        .about(ABOUT.of(lang))
        .override_usage(USAGE.of(lang))
        .after_help(JSON.of(lang))
        .arg(
            Arg::new("division")
                .value_name("DIVISION")
                .num_args(0..)
                .help(DIVISION.of(lang)),
        )
        .arg(flag("all", ALL))
        .arg(option("confirm", "LOCAL=BASE", CONFIRM, lang).action(ArgAction::Append))
        .arg(option("confirm-above", "N", ABOVE, lang).value_parser(arguments::whole::<u8>(lang)))
        .arg(flag("diff", DIFF))
        .arg(arguments::format(lang))
}

pub(super) fn run(matches: &ArgMatches, call: &mut Call<'_>) -> Result<Exit, Failure> {
    call::work_on_this_thread_too();
    let is_writing = matches.contains_id("confirm") || matches.contains_id("confirm-above");
    if is_writing {
        return confirm::confirm(matches, call);
    }
    let session = call.open()?;
    let catalog = session.catalog();
    let alignment = asked(catalog, matches)?;
    let text = if arguments::is_json(matches) {
        report::align_json(catalog, &alignment, call.look.lang)
    } else {
        report::align_human(catalog, &alignment, matches.get_flag("all"), &call.look)
    };
    call.out.write(&text);
    Ok(Exit::Clean)
}

/// The alignment at the places asked for.
fn asked(catalog: &Catalog, matches: &ArgMatches) -> Result<Alignment, Failure> {
    let typed = matches.get_many::<String>("division").into_iter().flatten();
    let scopes: Vec<Scope> = typed
        .map(|typed| places::scope(catalog, typed))
        .collect::<Result<_, _>>()?;
    let mut alignment = align(catalog);
    if scopes.is_empty() {
        return Ok(alignment);
    }
    let holds = |id: MatterId| scopes.iter().any(|scope| scope.holds(catalog, id));
    let is_asked = |code: &str| {
        scopes.iter().any(|scope| match scope {
            Scope::All => true,
            Scope::Base => false,
            Scope::Division(division) => **division == *code,
            Scope::Level(level) => {
                let division = catalog.registers.division(code);
                division.is_some_and(|division| division.level == *level)
            }
        })
    };
    alignment.claims.retain(|claim| is_asked(&claim.division));
    alignment.unlinked.retain(|one| holds(one.local));
    alignment.doubts.retain(|doubt| holds(doubt.local));
    alignment.unclaimed.retain(|one| is_asked(&one.division));
    Ok(alignment)
}
