//! All levels of one base matter, field by field.

use jiff::civil::Date;

use crate::catalog::standard::PolicyKind;
use crate::catalog::{Catalog, Effective, Field, MatterId, effective_value};
use crate::levels::{Difference, Standing, difference, standing};

/// 比对表: the fields of a base matter by the levels that offer it.
#[derive(Clone, Debug)]
pub struct Matrix<'c> {
    /// The columns: the base matter, then the local ones, the higher level first.
    pub columns: Vec<MatterId>,
    /// The fields that any of them has and that are compared, in the order of the fields.
    pub rows: Vec<Row<'c>>,
}

/// 行: one field.
#[derive(Clone, Debug)]
pub struct Row<'c> {
    /// The field.
    pub field: Field,
    /// What each column has, in the order of the columns.
    pub cells: Vec<Cell<'c>>,
}

/// 格: one field of one matter.
#[derive(Clone, Debug)]
pub struct Cell<'c> {
    /// Its value in effect.
    pub value: Option<Effective<'c>>,
    /// Whether the matter states it itself.
    pub is_own: bool,
    /// Where it departs from the matter above, if it states it itself.
    pub difference: Option<Difference<'c>>,
    /// What was decided about that.
    pub standing: Option<Standing<'c>>,
}

/// The matrix of a base matter; only divisions that `is_asked` says.
pub fn matrix<'c>(
    catalog: &'c Catalog,
    base: MatterId,
    is_asked: &dyn Fn(&str) -> bool,
    today: Date,
) -> Matrix<'c> {
    let code = catalog.matter(base).base_code();
    let locals = catalog.locals_of(code.map_or("", |code| code.value));
    let asked = |id: &&MatterId| catalog.matter(**id).division().is_some_and(is_asked);
    let mut columns: Vec<MatterId> = locals.iter().filter(asked).copied().collect();
    columns.sort_by_key(|id| rank(catalog, *id));
    columns.insert(0, base);
    // All columns have the same base code, or they would not stand here.
    let compared = |field: &Field| {
        catalog.standard.policy(*field).kind != PolicyKind::Free && *field != Field::BaseCode
    };
    let rows = Field::all().filter(compared).map(|field| Row {
        field,
        cells: columns
            .iter()
            .map(|id| cell(catalog, *id, field, today))
            .collect(),
    });
    Matrix {
        rows: rows
            .filter(|row| row.cells.iter().any(|cell| cell.value.is_some()))
            .collect(),
        columns,
    }
}

/// Levels from high to low, divisions of one level by their code.
fn rank(catalog: &Catalog, id: MatterId) -> (&str, &str, MatterId) {
    let division = catalog.matter(id).division().unwrap_or_default();
    let level = catalog.registers.division(division);
    (level.map_or("9", |division| &*division.level), division, id)
}

fn cell(catalog: &Catalog, id: MatterId, field: Field, today: Date) -> Cell<'_> {
    let matter = catalog.matter(id);
    let value = effective_value(catalog, id, field);
    let own = matter
        .value(field)
        .filter(|_| value.is_some_and(|value| value.source == id));
    let above = catalog
        .upper(id)
        .and_then(|upper| effective_value(catalog, upper, field));
    let difference = own
        .zip(above)
        .and_then(|(own, above)| difference(&catalog.standard, field, own, above.value));
    let standing = difference
        .as_ref()
        .map(|difference| standing(&catalog.standard, matter, difference, today));
    Cell {
        value,
        is_own: own.is_some(),
        difference,
        standing,
    }
}
