//! Differences as one page for people who have no terminal: a file that needs nothing else, neither a network
//! nor a script, to be read, filtered and printed.

mod choices;
mod grid;
mod heading;
mod item;
mod sides;
mod table;
mod trend;
mod words;

use askama::Template;
use jiff::civil::Date;

use crate::catalog::Catalog;
use crate::levels::{Filter, Scores, Side};
use crate::report::levels::page::choices::Choices;
use crate::report::levels::page::grid::Grid;
use crate::report::levels::page::heading::{Asked, Figure, Unpaired};
use crate::report::levels::page::item::Item;
use crate::report::levels::page::table::Table;
use crate::report::levels::page::trend::Trend;
use crate::report::levels::{Listing, summary};
use crate::report::{Part, Past};
use crate::text::{Lang, visible};

/// 报告背景: what a page says besides the differences.
#[derive(Clone, Copy, Debug)]
pub struct Background<'r> {
    /// The day for which everything is said.
    pub today: Date,
    /// The places that were named.
    pub sides: &'r [Side<'r>],
    /// Which differences were asked for.
    pub filter: &'r Filter,
    /// How uniform the whole catalog is.
    pub scores: &'r Scores,
    /// How uniform it was, oldest first; empty if nobody asked.
    pub history: &'r [Past],
}

/// The script by its hash: the browser runs no other. `openssl dgst -sha256 -binary | base64` of what stands
/// between its tags gives it; the test in a browser fails if it is old.
const SCRIPT: &str = "sha256-IG5lwVNYpVnTvpLdorSE7IJm+AEMWahbJleBYzR6DC0=";

/// What the template is filled with. The words that never change stand in the template itself.
#[derive(Template)]
#[template(config = "src/report/levels/page/askama.toml", path = "page.html")]
struct Page {
    lang: Lang,
    catalog: String,
    today: String,
    compared: Vec<String>,
    asked: Vec<Asked>,
    whole: String,
    figures: Vec<Figure>,
    tallies: Vec<Table>,
    scores: Vec<Table>,
    trend: Option<Trend>,
    choices: Choices,
    items: Vec<Item>,
    more: usize,
    unpaired: Vec<Unpaired>,
    grids: Vec<Grid>,
}

impl Page {
    /// What a reader new to this may ask about.
    fn meanings(&self) -> Vec<(&'static str, &'static str)> {
        let meanings = words::MEANINGS.iter();
        meanings
            .map(|(word, meaning)| (word.of(self.lang), meaning.of(self.lang)))
            .collect()
    }

    /// The differences somebody has dealt with and that are still to be settled.
    fn unsettled(&self) -> Vec<&Item> {
        self.items.iter().filter(|item| item.is_unsettled).collect()
    }
}

/// The differences as a page.
pub fn levels_page(
    catalog: &Catalog,
    listing: &Listing<'_>,
    background: &Background<'_>,
    lang: Lang,
) -> String {
    let grids = grid::grids(catalog, listing, background, lang);
    let listed = listing.listed.iter().enumerate();
    let items: Vec<Item> = listed
        .map(|(place, one)| item::item(place + 1, one, &grids, lang))
        .collect();
    let scores = Part::ALL.map(|part| table::scored(catalog, background.scores, part, lang));
    let page = Page {
        lang,
        catalog: heading::title(catalog, lang),
        today: background.today.to_string(),
        compared: heading::compared(listing, background, lang),
        asked: heading::asked(catalog, background.filter, lang),
        whole: summary::whole(&listing.tally).of(lang).to_owned(),
        figures: heading::figures(listing, background, lang),
        tallies: table::tallied(catalog, &listing.tally, lang),
        scores: scores.into(),
        trend: trend::trend(background.history),
        choices: Choices::of(listing, &items),
        items,
        more: listing.more,
        unpaired: heading::unpaired(listing, lang),
        grids,
    };
    // Writing to a string does not fail; if it did, the reason is better than an empty page.
    page.render().unwrap_or_else(|error| error.to_string())
}

/// Catalog text for the page: what would be obeyed is shown, and lines are made one.
fn shown(text: &str) -> String {
    let lines: Vec<_> = text.lines().map(visible).collect();
    lines.join(" ")
}
