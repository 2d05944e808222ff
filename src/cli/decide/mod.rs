//! `mulu decide`: what becomes of a difference: taken from above, proposed upward, approved, or left for
//! later.

mod choose;
mod command;
mod propose;

use clap::ArgMatches;
use jiff::civil::Date;

pub(super) use command::command;

use crate::catalog::{Catalog, MatterId};
use crate::change::Intent;
use crate::cli::arguments::text;
use crate::cli::call::{self, Call};
use crate::cli::decide::propose::Proposals;
use crate::cli::failure::Failure;
use crate::cli::{Exit, afterwards, find, places};
use crate::levels::{Action, Compared, Departure, Ruling, Scope, adopt_from, decide};
use crate::report;
use crate::session::{self, Session, upward};
use crate::text::{Words, words};

const NOBODY: Words = words("不知道处置人是谁", "it is not known who decides");
const SAY_WHO: Words = words(
    "写 --by NAME，或设置 git 的 user.name",
    "give --by NAME, or set git's user.name",
);
const LACKING: Words = words(
    "准予不同还要写明 {options}",
    "to approve, give {options} as well",
);
const PAST: Words = words("{until} 已经过去", "{until} has passed");
const NOT_SIBLING: Words = words(
    "{typed} 没有认领同一个基本目录事项",
    "{typed} does not take up the same base matter",
);
const NOTHING_THERE: Words = words(
    "{typed} 的这个字段没有别的值可采用",
    "{typed} has no other value in this field",
);
const FROM_SIBLING: Words = words("采用同级", "adopt from a sibling");
const ONLY_ADOPT: Words = words("--sibling 只用于 adopt", "--sibling goes with adopt only");
const ONLY_PROPOSE: Words = words("--here 只用于 propose", "--here goes with propose only");
const WRITTEN: Words = words(
    "已处置 {count} 个差异：{action}",
    "decided: {count} ({action})",
);

pub(super) fn run(matches: &ArgMatches, call: &mut Call<'_>) -> Result<Exit, Failure> {
    call::work_on_this_thread_too();
    let mut session = afterwards::open(call)?;
    let ruling = ruling(matches, call, &session)?;
    if ruling.action != Action::Adopt && matches.contains_id("sibling") {
        return Err(Failure::new(ONLY_ADOPT));
    }
    if ruling.action != Action::Propose && matches.get_flag("here") {
        return Err(Failure::new(ONLY_PROPOSE));
    }
    let catalog = session.catalog().clone();
    let chosen = choose::chosen(&catalog, session.root(), matches, call)?;
    let mut intents = intents(&catalog, matches, call, &session, &chosen, &ruling)?;
    let mut proposals = Proposals::default();
    if ruling.action == Action::Propose {
        if matches.get_flag("here") {
            let departures: Vec<&Departure<'_>> = chosen.iter().map(|one| &one.departure).collect();
            intents.extend(upward(&catalog, &departures)?);
        } else {
            proposals = Proposals::prepare(&catalog, session.root(), &chosen, &ruling)?;
        }
    }
    let plan = session.apply(&intents)?;
    if matches.get_flag("diff") {
        afterwards::show(call, &plan);
        proposals.show(call);
        call.out.line(afterwards::DRY.of(call.look.lang));
        return Ok(Exit::Clean);
    }
    session.save()?;
    let action = match text(matches, "sibling") {
        "" => report::action_name(ruling.action),
        _ => FROM_SIBLING,
    };
    tell(call, &chosen, action);
    proposals.commit(call, session.root())?;
    Ok(Exit::Clean)
}

/// What is decided, by whom and why.
fn ruling(matches: &ArgMatches, call: &Call<'_>, session: &Session) -> Result<Ruling, Failure> {
    let action = Action::from_word(text(matches, "action")).unwrap_or(Action::Skip);
    let until = matches.get_one::<Date>("until").copied();
    let by = Some(text(matches, "by").trim().to_owned()).filter(|by| !by.is_empty());
    let committer = || session::signer(session);
    let ruling = Ruling {
        action,
        by: by
            .or_else(committer)
            .ok_or_else(|| Failure::new(NOBODY).hint(SAY_WHO))?,
        on: call.today,
        reason: text(matches, "reason").trim().to_owned(),
        legal_reason: text(matches, "legal-reason").trim().to_owned(),
        until,
    };
    if action == Action::Approve {
        is_complete(&ruling)?;
    }
    match until {
        Some(until) if until < call.today => {
            Err(PAST.with(&[("until", &until.to_string())]).into())
        }
        _ => Ok(ruling),
    }
}

/// To let a difference stand takes a reason, a law and a day.
fn is_complete(ruling: &Ruling) -> Result<(), Failure> {
    let given = [
        ("--reason", !ruling.reason.is_empty()),
        ("--legal-reason", !ruling.legal_reason.is_empty()),
        ("--until", ruling.until.is_some()),
    ];
    let lacking = given.iter().filter(|(_, is_given)| !is_given);
    let lacking: Vec<&str> = lacking.map(|(name, _)| *name).collect();
    if lacking.is_empty() {
        return Ok(());
    }
    Err(LACKING.with(&[("options", &lacking.join(" "))]).into())
}

fn intents(
    catalog: &Catalog,
    matches: &ArgMatches,
    call: &Call<'_>,
    session: &Session,
    chosen: &[Compared<'_>],
    ruling: &Ruling,
) -> Result<Vec<Intent>, Failure> {
    let departures: Vec<&Departure<'_>> = chosen.iter().map(|one| &one.departure).collect();
    let typed = text(matches, "sibling");
    if typed.is_empty() {
        return Ok(decide(catalog, &departures, ruling));
    }
    let mut intents = Vec::new();
    for departure in departures {
        let other = sibling(catalog, session, call, departure, typed)?;
        let taken = adopt_from(catalog, departure, other);
        if taken.is_empty() {
            return Err(NOTHING_THERE.with(&[("typed", typed)]).into());
        }
        intents.extend(taken);
    }
    Ok(intents)
}

/// The sibling whose value is taken: the matter of a division, or one by its code or path.
fn sibling(
    catalog: &Catalog,
    session: &Session,
    call: &Call<'_>,
    departure: &Departure<'_>,
    typed: &str,
) -> Result<MatterId, Failure> {
    let base = catalog.matter(departure.lower).base_code();
    let base = base.map_or("", |code| code.value);
    let place = places::scope(catalog, typed).ok();
    if let Some(place @ Scope::Division(_)) = place {
        let mut there = catalog.locals_of(base).iter();
        let found = there.find(|id| place.holds(catalog, **id));
        return found
            .copied()
            .ok_or_else(|| NOT_SIBLING.with(&[("typed", typed)]).into());
    }
    let id = find::matter(catalog, session.root(), call, typed)?;
    let code = catalog.matter(id).base_code().map_or("", |code| code.value);
    if code == base {
        Ok(id)
    } else {
        Err(NOT_SIBLING.with(&[("typed", typed)]).into())
    }
}

fn tell(call: &mut Call<'_>, chosen: &[Compared<'_>], action: Words) {
    let look = call.look;
    for one in chosen {
        call.out.line(&report::one_line(one, &look));
    }
    let action = action.of(look.lang);
    let count = chosen.len().to_string();
    let written = WRITTEN.with(&[("count", &count), ("action", action)]);
    call.out.line(written.of(look.lang));
}
