//! `mulu levels --matter`: each field of one matter at each level.

use crate::cli::call::Call;
use crate::cli::failure::Failure;
use crate::cli::levels::format::Format;
use crate::levels::{Filter, Matrix, Scope, View, matrix};
use crate::report;
use crate::text::{Words, words};

const NO_BASE: Words = words(
    "{code} 没有对应的基本目录事项，无从比对",
    "{code} stands for no base matter, so there is nothing to compare",
);
const ALIGN: Words = words(
    "mulu align 列出它可能对应的事项",
    "mulu align lists what it may stand for",
);

/// Writes the matrix of the matter with this code.
pub(super) fn write_matrix(
    call: &mut Call<'_>,
    view: View<'_>,
    code: &str,
    filter: &Filter,
    format: Format,
) -> Result<(), Failure> {
    let catalog = view.catalog;
    let of_code = catalog.by_code(code).first().copied();
    let base = of_code.and_then(|id| catalog.base(catalog.matter(id).base_code()?.value));
    let none = || Failure::new(NO_BASE.with(&[("code", code)])).hint(ALIGN);
    let base = base.ok_or_else(none)?;
    let mut matrix: Matrix<'_> = matrix(catalog, base, &|_| true, call.today);
    filter_matrix(view, &mut matrix, filter);
    let look = call.look;
    let text = match format {
        Format::Human | Format::Html => report::matrix_human(catalog, &matrix, &look),
        Format::Json => report::matrix_json(catalog, &matrix, look.lang),
        Format::Markdown => report::matrix_markdown(catalog, &matrix, look.lang),
        Format::Csv => report::matrix_csv(catalog, &matrix, look.lang),
    };
    call.out.write(&text);
    Ok(())
}

/// Only the fields asked for, and the base matter beside the places asked for.
fn filter_matrix(view: View<'_>, matrix: &mut Matrix<'_>, filter: &Filter) {
    let is_asked = |scope: &Scope, id| scope.holds(view.catalog, id);
    let places = &filter.places;
    let keeps: Vec<bool> = matrix
        .columns
        .iter()
        .enumerate()
        .map(|(place, id)| {
            place == 0 || places.is_empty() || places.iter().any(|scope| is_asked(scope, *id))
        })
        .collect();
    let kept = |place: &usize| keeps.get(*place).copied().unwrap_or(true);
    let columns = matrix.columns.iter().copied().enumerate();
    let columns = columns.filter(|(place, _)| kept(place));
    matrix.columns = columns.map(|(_, id)| id).collect();
    for row in &mut matrix.rows {
        let cells = std::mem::take(&mut row.cells).into_iter().enumerate();
        row.cells = cells
            .filter(|(place, _)| kept(place))
            .map(|(_, cell)| cell)
            .collect();
    }
    let fields = &filter.fields;
    matrix
        .rows
        .retain(|row| fields.is_empty() || fields.contains(&row.field));
}
