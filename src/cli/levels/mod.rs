//! `mulu levels`: where levels differ, in a list, as a matrix, or by who stands apart.

mod command;
mod format;
mod matrix;
mod odd;
mod page;

use clap::ArgMatches;

pub(super) use command::command;

use crate::cli::call::{self, Call};
use crate::cli::failure::Failure;
use crate::cli::levels::format::Format;
use crate::cli::levels::matrix::write_matrix;
use crate::cli::levels::odd::write_odd;
use crate::cli::levels::page::write_page;
use crate::cli::places::{Shelf, Typed};
use crate::cli::{Exit, filters};
use crate::levels::{
    Class, Compared, Comparison, Filter, Scope, Side, Tally, View, compare, compared_by_urgency,
    surveyed,
};
use crate::report::{self, Listing};
use crate::text::{Words, words};

const ONLY_HTML: Words = words(
    "--history 只用于 --format html",
    "--history goes with --format html only",
);
const SCORE: Words = words(
    "mulu score --history 列出各次提交的统一度",
    "mulu score --history lists how uniform each commit was",
);

pub(super) fn run(matches: &ArgMatches, call: &mut Call<'_>) -> Result<Exit, Failure> {
    call::work_on_this_thread_too();
    let typed: Vec<Typed<'_>> = ["from", "to"]
        .iter()
        .flat_map(|name| matches.get_many::<String>(name).into_iter().flatten())
        .map(|text| Typed::read(text))
        .collect();
    let shelf = Shelf::read(call, &typed)?;
    let sides: Vec<Side<'_>> = typed
        .iter()
        .map(|typed| shelf.side(*typed))
        .collect::<Result<_, _>>()?;
    // What is compared last is what the filters speak of.
    let view = sides.last().map(|side| side.view).or(shelf.first());
    let exit = match view {
        Some(view) => told(matches, call, view, &sides)?,
        None => Exit::Clean,
    };
    // The program ends here; taking large catalogs apart piece by piece would only make the user wait.
    std::mem::forget(shelf);
    Ok(exit)
}

fn told(
    matches: &ArgMatches,
    call: &mut Call<'_>,
    view: View<'_>,
    sides: &[Side<'_>],
) -> Result<Exit, Failure> {
    let mut filter = filters::read(matches, view.catalog)?;
    filter.is_all = matches.get_flag("all");
    let format = Format::read(matches);
    if format != Format::Html && matches.contains_id("history") {
        return Err(Failure::new(ONLY_HTML).hint(SCORE));
    }
    if let Some(typed) = matches.get_one::<String>("matter") {
        let code = filters::matter(view.catalog, &call.root()?, call, typed)?;
        let places = sides.iter().map(|side| side.scope.clone());
        filter.places.extend(places);
        if format == Format::Html {
            filter.matters.push(code);
            return write_list(matches, call, view, &[], filter);
        }
        write_matrix(call, view, &code, &filter, format)?;
        filter.matters.push(code);
        let found = surveyed(view, call.today);
        let listed = found.iter().filter(|one| filter.lists(one));
        return Ok(exit(matches, listed));
    }
    if matches.get_flag("siblings") {
        filter
            .places
            .extend(sides.iter().map(|side| side.scope.clone()));
        write_odd(call, view, &filter, format, most(matches))?;
        return Ok(Exit::Clean);
    }
    write_list(matches, call, view, sides, filter)
}

/// Writes the differences.
fn write_list(
    matches: &ArgMatches,
    call: &mut Call<'_>,
    view: View<'_>,
    sides: &[Side<'_>],
    mut filter: Filter,
) -> Result<Exit, Failure> {
    let is_dated = sides.len() > 1 && sides.iter().any(|side| side.view.revision.is_some());
    // Then and now: every change is of interest, one for the better, too.
    filter.is_all |= is_dated;
    let (comparisons, found) = found(call, view, sides);
    let tally = Tally::of(found.iter().filter(|one| filter.asks(one)));
    let mut listed: Vec<Compared<'_>> = found.into_iter().filter(|one| filter.lists(one)).collect();
    compared_by_urgency(&mut listed);
    let exit = exit(matches, listed.iter());
    let more = listed.len().saturating_sub(most(matches));
    listed.truncate(most(matches));
    let listing = Listing {
        comparisons,
        tally,
        listed,
        more,
        lists_unpaired: filter.is_all,
    };
    match Format::read(matches) {
        Format::Html => write_page(matches, call, view, sides, &filter, &listing)?,
        format => write(call, view, &listing, format),
    }
    Ok(exit)
}

/// The differences: between the places named; with one place or none, between each matter and the one above.
fn found<'c>(
    call: &Call<'_>,
    view: View<'c>,
    sides: &[Side<'c>],
) -> (Vec<Comparison<'c>>, Vec<Compared<'c>>) {
    if let [from, to @ ..] = sides
        && !to.is_empty()
    {
        let compared = to.iter().map(|to| compare(from, to, call.today));
        let mut comparisons: Vec<Comparison<'c>> = compared.collect();
        let found = comparisons.iter_mut();
        let found = found
            .flat_map(|one| std::mem::take(&mut one.differences))
            .collect();
        return (comparisons, found);
    }
    let scopes = sides.iter().map(|side| side.scope.clone());
    let mut found = surveyed(view, call.today);
    for scope in scopes.filter(|scope| *scope != Scope::All) {
        found.retain(|one| scope.holds(view.catalog, one.departure.lower));
    }
    (Vec::new(), found)
}

fn most(matches: &ArgMatches) -> usize {
    let most = matches.get_one::<usize>("max").copied();
    most.unwrap_or(usize::MAX)
}

fn write(call: &mut Call<'_>, view: View<'_>, listing: &Listing<'_>, format: Format) {
    let look = call.look;
    let text = match format {
        Format::Human | Format::Html => report::levels_human(view.catalog, listing, &look),
        Format::Json => report::levels_json(view.catalog, listing, look.lang),
        Format::Markdown => report::levels_markdown(view.catalog, listing, look.lang),
        Format::Csv => report::levels_csv(listing, look.lang),
    };
    call.out.write(&text);
}

/// 1 if something listed is as grave as the slightest class named, and is not approved.
fn exit<'d, 'c: 'd>(
    matches: &ArgMatches,
    mut listed: impl Iterator<Item = &'d Compared<'c>>,
) -> Exit {
    let classes = matches.get_many::<String>("fail-on").into_iter().flatten();
    let classes = classes.filter_map(|word| Class::from_word(word));
    let Some(slightest) = classes.map(Class::rank).max() else {
        return Exit::Clean;
    };
    let fails = listed.any(|one| {
        let departure = &one.departure;
        departure.difference.class.rank() <= slightest && !departure.standing.is_approved()
    });
    if fails { Exit::Findings } else { Exit::Clean }
}
