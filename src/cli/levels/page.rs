//! `mulu levels --format html`: the differences as a page for people who have no terminal.

use clap::ArgMatches;

use crate::cli::call::Call;
use crate::cli::failure::Failure;
use crate::cli::score::history;
use crate::levels::{Filter, Side, View, scores};
use crate::report::{self, Background, Listing};

/// Writes the page.
pub(super) fn write_page(
    matches: &ArgMatches,
    call: &mut Call<'_>,
    view: View<'_>,
    sides: &[Side<'_>],
    filter: &Filter,
    listing: &Listing<'_>,
) -> Result<(), Failure> {
    let history = match matches.get_one::<usize>("history") {
        Some(most) => history(&call.root()?, *most, call)?,
        None => Vec::new(),
    };
    let background = Background {
        today: call.today,
        sides,
        filter,
        scores: &scores(view.catalog, call.today),
        history: &history,
    };
    let page = report::levels_page(view.catalog, listing, &background, call.look.lang);
    call.out.write(&page);
    Ok(())
}
