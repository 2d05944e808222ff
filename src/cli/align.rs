//! `mulu align`: who corresponds to whom, and the pairs that a person has confirmed, written back as codes.

use clap::{Arg, ArgAction, ArgMatches, Command};

use crate::catalog::{Catalog, MatterId};
use crate::change::{FileChange, Intent, Plan, recode};
use crate::cli::arguments::{self, option};
use crate::cli::call::{self, Call};
use crate::cli::failure::Failure;
use crate::cli::{Exit, afterwards, find, places};
use crate::levels::{Alignment, Scope, align};
use crate::report;
use crate::session::Session;
use crate::store::Root;
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
const NOT_A_PAIR: Words = words(
    "“{typed}”要写成 本地事项=基本编码",
    "{typed} should be LOCAL=BASE",
);
const TWICE: Words = words("{path} 确认了两次", "{path} is confirmed twice");
const NOTHING: Words = words("没有可确认的对应", "there is no pair to confirm");
const DRY: Words = words("试运行，没有写入", "dry run, nothing was written");
const WRITTEN: Words = words(
    "已写入 {count} 个事项的编码",
    "written; matters recoded: {count}",
);
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
        return confirm(matches, call);
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

fn confirm(matches: &ArgMatches, call: &mut Call<'_>) -> Result<Exit, Failure> {
    let mut session = afterwards::open(call)?;
    let pairs = pairs(session.catalog(), session.root(), matches, call)?;
    if pairs.is_empty() {
        return Err(Failure::new(NOTHING));
    }
    let mut intents: Vec<Intent> = Vec::new();
    for (id, base) in &pairs {
        intents.extend(recode(session.catalog(), *id, base)?);
    }
    let plan = session.apply(&intents)?;
    let is_dry = matches.get_flag("diff");
    tell(call, &plan, is_dry);
    write(call, &mut session, pairs.len(), is_dry)?;
    Ok(Exit::Clean)
}

/// The pairs: those named, then those that are sure enough and not named.
fn pairs(
    catalog: &Catalog,
    root: &Root,
    matches: &ArgMatches,
    call: &Call<'_>,
) -> Result<Vec<(MatterId, String)>, Failure> {
    let mut pairs: Vec<(MatterId, String)> = Vec::new();
    for typed in matches.get_many::<String>("confirm").into_iter().flatten() {
        let split = typed.rsplit_once('=');
        let (local, base) =
            split.ok_or_else(|| Failure::new(NOT_A_PAIR.with(&[("typed", typed)])))?;
        let id = find::matter(catalog, root, call, local.trim())?;
        if pairs.iter().any(|(known, _)| *known == id) {
            let path = &catalog.matter(id).file.path;
            return Err(Failure::new(TWICE.with(&[("path", path)])));
        }
        pairs.push((id, base.trim().to_owned()));
    }
    let Some(least) = matches.get_one::<u8>("confirm-above") else {
        return Ok(pairs);
    };
    for one in asked(catalog, matches)?.unlinked {
        let meant = one
            .meant()
            .filter(|likely| likely.likeness.confidence >= *least);
        let code = meant.and_then(|likely| catalog.matter(likely.base).base_code());
        let is_named = pairs.iter().any(|(known, _)| *known == one.local);
        if let Some(code) = code.filter(|_| !is_named) {
            pairs.push((one.local, code.value.to_owned()));
        }
    }
    Ok(pairs)
}

/// What changes: in full, or a line for each matter.
fn tell(call: &mut Call<'_>, plan: &Plan, is_full: bool) {
    let look = call.look;
    for (before, after) in moves(plan) {
        let path = match (&before.path, &after.path) {
            (old, new) if old == new => format!("catalog/{new}"),
            (old, new) => format!("catalog/{old} → catalog/{new}"),
        };
        let texts = (before.before.as_deref(), after.after.as_deref());
        if is_full {
            let (before, after) = (texts.0.unwrap_or(""), texts.1.unwrap_or(""));
            call.out.write(&report::diff(&path, before, after, &look));
        } else {
            call.out.line(&crate::text::visible(&path));
        }
    }
}

/// Each file as it was, with the same file as it is to be, under whatever name: a new file stands right
/// before the one whose place it takes.
fn moves(plan: &Plan) -> Vec<(&FileChange, &FileChange)> {
    let mut moves = Vec::new();
    let mut new: Option<&FileChange> = None;
    for change in &plan.changes {
        match (&change.before, &change.after) {
            (None, Some(_)) => new = Some(change),
            (Some(_), None) => moves.push((change, new.take().unwrap_or(change))),
            _ => moves.push((change, change)),
        }
    }
    moves
}

fn write(
    call: &mut Call<'_>,
    session: &mut Session,
    count: usize,
    is_dry: bool,
) -> Result<(), Failure> {
    let lang = call.look.lang;
    if is_dry {
        call.out.line(DRY.of(lang));
        return Ok(());
    }
    session.save()?;
    let count = count.to_string();
    call.out.line(WRITTEN.with(&[("count", &count)]).of(lang));
    Ok(())
}
