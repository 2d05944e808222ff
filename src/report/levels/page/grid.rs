//! The matrix of each base matter on the page: the fields that somebody departs in, by the levels that do.

use std::collections::BTreeSet;

use crate::catalog::{Catalog, MatterId};
use crate::levels::{Cell, Filter, Matrix, Row, Standing, View, matrix};
use crate::report::class_name;
use crate::report::levels::brief::full;
use crate::report::levels::page::{Background, shown};
use crate::report::levels::place::{base_code, name, place};
use crate::report::levels::{Listing, field_title};
use crate::text::{Lang, visible};

/// More columns beside each other fit neither a screen nor a sheet of paper.
const MOST_COLUMNS: usize = 5;

/// 比对表: the matrix of one base matter.
pub(super) struct Grid {
    pub(super) number: usize,
    pub(super) code: String,
    pub(super) name: String,
    /// Some columns each, the first always the base catalog.
    pub(super) blocks: Vec<Block>,
    /// Fields that are the same everywhere.
    pub(super) same_fields: usize,
    /// Places that follow in every field shown.
    pub(super) followers: Vec<String>,
}

/// Some columns of a matrix.
pub(super) struct Block {
    pub(super) places: Vec<String>,
    /// The title of each field, and its cells.
    pub(super) rows: Vec<(String, Vec<GridCell>)>,
}

/// One value.
pub(super) struct GridCell {
    /// The class of its difference; empty if it has none.
    pub(super) class: &'static str,
    pub(super) class_name: &'static str,
    pub(super) is_approved: bool,
    pub(super) is_inherited: bool,
    pub(super) lines: Vec<String>,
}

/// The matrices of the base matters that a difference is listed of, or that were asked for.
pub(super) fn grids(
    catalog: &Catalog,
    listing: &Listing<'_>,
    background: &Background<'_>,
    lang: Lang,
) -> Vec<Grid> {
    let listed = listing.listed.iter();
    let codes = listed.map(|one| base_code(one.lower, one.departure.lower));
    let asked = background.filter.matters.iter().map(|code| &**code);
    let codes: BTreeSet<&str> = codes.chain(asked).collect();
    let bases = codes.into_iter().filter_map(|code| catalog.base(code));
    let grids = bases.enumerate().map(|(place, base)| {
        let matrix = matrix(catalog, base, &|_| true, background.today);
        Sheet {
            catalog,
            matrix: &matrix,
            filter: background.filter,
            lang,
        }
        .grid(place + 1, base)
    });
    grids.collect()
}

struct Sheet<'r, 'c> {
    catalog: &'c Catalog,
    matrix: &'r Matrix<'c>,
    filter: &'r Filter,
    lang: Lang,
}

impl<'c> Sheet<'_, 'c> {
    fn view(&self) -> View<'c> {
        View {
            catalog: self.catalog,
            revision: None,
        }
    }

    /// Only the fields and places that were asked for, as in a matrix that is asked for alone.
    fn grid(&self, number: usize, base: MatterId) -> Grid {
        let fields = &self.filter.fields;
        let rows = self.matrix.rows.iter();
        let rows = rows.filter(|row| fields.is_empty() || fields.contains(&row.field));
        let (rows, same): (Vec<&Row<'c>>, Vec<_>) = rows.partition(|row| self.departs(row));
        let is_leaving = |column: &usize| {
            rows.iter().any(|row| {
                row.cells
                    .get(*column)
                    .is_some_and(|cell| cell.difference.is_some())
            })
        };
        let (leaving, following): (Vec<usize>, Vec<usize>) = (1..self.matrix.columns.len())
            .filter(|column| self.is_asked(*column))
            .partition(is_leaving);
        let blocks = leaving.chunks(MOST_COLUMNS);
        Grid {
            number,
            code: shown(base_code(self.view(), base)),
            name: name(self.view(), base),
            blocks: blocks.map(|columns| self.block(&rows, columns)).collect(),
            same_fields: same.len(),
            followers: following.iter().map(|column| self.place(*column)).collect(),
        }
    }

    fn block(&self, rows: &[&Row<'c>], columns: &[usize]) -> Block {
        let all = || std::iter::once(0).chain(columns.iter().copied());
        let row = |row: &&Row<'c>| {
            let cells = all().filter_map(|column| row.cells.get(column));
            let title = field_title(self.catalog, row.field, self.lang);
            (
                title.into_owned(),
                cells.map(|cell| self.cell(cell)).collect(),
            )
        };
        Block {
            places: all().map(|column| self.place(column)).collect(),
            rows: rows.iter().map(row).collect(),
        }
    }

    fn place(&self, column: usize) -> String {
        let id = self.matrix.columns.get(column);
        id.map_or_else(String::new, |id| place(self.view(), *id, self.lang))
    }

    fn cell(&self, cell: &Cell<'c>) -> GridCell {
        let class = cell.difference.as_ref().map(|difference| difference.class);
        let value = cell.value;
        let lines = value.map(|value| full(self.catalog, value.field, value.value, self.lang));
        let lines = lines.unwrap_or_default();
        GridCell {
            class: class.map_or("", |class| class.word()),
            class_name: class.map_or("", |class| class_name(class).of(self.lang)),
            is_approved: cell.standing.as_ref().is_some_and(Standing::is_approved),
            is_inherited: !cell.is_own && value.is_some(),
            lines: lines
                .iter()
                .map(|line| visible(line).into_owned())
                .collect(),
        }
    }

    /// Whether a column is of a place that was asked for.
    fn is_asked(&self, column: usize) -> bool {
        let places = &self.filter.places;
        let is_held = |id: &MatterId| places.iter().any(|scope| scope.holds(self.catalog, *id));
        places.is_empty() || self.matrix.columns.get(column).is_some_and(is_held)
    }

    /// Whether anybody who was asked for departs in a field.
    fn departs(&self, row: &Row<'c>) -> bool {
        let cells = row.cells.iter().enumerate();
        let mut departing = cells.filter(|(_, cell)| cell.difference.is_some());
        departing.any(|(column, _)| self.is_asked(column))
    }
}
