//! `mulu align --confirm`: pairs that a person has confirmed, written back as codes.

use clap::ArgMatches;

use crate::catalog::{Catalog, MatterId};
use crate::change::{FileChange, Intent, Plan, recode};
use crate::cli::align::asked;
use crate::cli::call::Call;
use crate::cli::failure::Failure;
use crate::cli::{Exit, afterwards, find};
use crate::report;
use crate::session::Session;
use crate::store::Root;
use crate::text::{Words, visible, words};

const NOT_A_PAIR: Words = words(
    "“{typed}”要写成 本地事项=基本编码",
    "{typed} should be LOCAL=BASE",
);
const TWICE: Words = words("{path} 确认了两次", "{path} is confirmed twice");
const NOTHING: Words = words("没有可确认的对应", "there is no pair to confirm");
const WRITTEN: Words = words(
    "已写入 {count} 个事项的编码",
    "written; matters recoded: {count}",
);

/// Writes the pairs, or only shows what would change.
pub(super) fn confirm(matches: &ArgMatches, call: &mut Call<'_>) -> Result<Exit, Failure> {
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
            call.out.line(&visible(&path));
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
        call.out.line(afterwards::DRY.of(lang));
        return Ok(());
    }
    session.save()?;
    let count = count.to_string();
    call.out.line(WRITTEN.with(&[("count", &count)]).of(lang));
    Ok(())
}
