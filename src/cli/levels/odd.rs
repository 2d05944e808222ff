//! `mulu levels --siblings`: who stands apart from most.

use crate::cli::call::Call;
use crate::cli::failure::Failure;
use crate::cli::levels::format::Format;
use crate::levels::{Filter, Odd, Scope, View, odd_ones};
use crate::report;
use crate::text::{Words, words};

const NO_PAGE: Words = words(
    "--siblings 还没有 html，请用 markdown 或 csv",
    "--siblings has no html yet; markdown and csv it has",
);

/// Writes the odd ones out that are asked for, at most so many.
pub(super) fn write_odd(
    call: &mut Call<'_>,
    view: View<'_>,
    filter: &Filter,
    format: Format,
    most: usize,
) -> Result<(), Failure> {
    let catalog = view.catalog;
    let mut odd = odd_ones(catalog);
    odd.retain(|one| asks_for(view, filter, one));
    odd.truncate(most);
    let look = call.look;
    let text = match format {
        Format::Human => report::odd_human(catalog, &odd, &look),
        Format::Json => report::odd_json(catalog, &odd, look.lang),
        Format::Markdown => report::odd_markdown(catalog, &odd, look.lang),
        Format::Html => return Err(Failure::new(NO_PAGE)),
        Format::Csv => report::odd_csv(catalog, &odd, look.lang),
    };
    call.out.write(&text);
    Ok(())
}

/// Whether a field that a few stand apart in is asked for: by field, department and type, and by the places
/// of those few.
fn asks_for(view: View<'_>, filter: &Filter, odd: &Odd<'_>) -> bool {
    let code = view.catalog.matter(odd.base).base_code();
    let code = code.map_or("", |code| code.value);
    let digits = |list: &[Box<str>], range: std::ops::Range<usize>| {
        let digits = code.get(range).unwrap_or("");
        list.is_empty() || list.iter().any(|one| **one == *digits)
    };
    let is_there = |scope: &Scope| odd.matters().any(|id| scope.holds(view.catalog, id));
    (filter.fields.is_empty() || filter.fields.contains(&odd.field))
        && digits(&filter.departments, 4..6)
        && digits(&filter.kinds, 2..4)
        && (filter.places.is_empty() || filter.places.iter().any(is_there))
}
