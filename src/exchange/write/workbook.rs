//! Records as a workbook: one sheet a kind, every cell a text so that codes stay what they are, differences
//! coloured by their class, and a data dictionary.

use std::collections::HashMap;
use std::fmt::Display;

use rust_xlsxwriter::{Format, FormatAlign, Workbook, Worksheet, XlsxError};

use crate::catalog::standard::RecordKind;
use crate::catalog::{Catalog, Field, effective_text};
use crate::exchange::render::render;
use crate::exchange::rows::written_columns;
use crate::exchange::write::dictionary;
use crate::exchange::{Column, records};
use crate::levels::{Class, Departure};
use crate::text::{Lang, Message, Words, width, words};
use crate::yaml::{Data, Value};

/// A cell of a spreadsheet holds so many characters.
const CELL: usize = 32_767;
/// A sheet holds so many rows, two of which are the head.
const ROWS: usize = 1_048_576 - 2;

const DIFFERENCES: Words = words("差异", "Differences");
const TOO_LONG: Words = words(
    "{path} 的 {field} 有 {count} 字，一格放不下；改用 csv 或 json",
    "{field} of {path} has {count} characters, too many for a cell; use csv or json",
);
const TOO_MANY: Words = words(
    "{count} 条记录，一张工作表放不下；改用 csv、json 或 parquet",
    "{count} records are too many for a sheet; use csv, json or parquet",
);
const FAILED: Words = words(
    "工作簿写不成：{error}",
    "the workbook cannot be made: {error}",
);

const DIFFERENCE_HEAD: [(&str, Words); 8] = [
    ("division", words("行政区划", "Division")),
    ("code", words("实施编码", "Code")),
    ("name", words("事项名称", "Name")),
    ("field", words("字段", "Field")),
    ("class", words("类别", "Class")),
    ("upper", words("上级的值", "Value above")),
    ("lower", words("此处的值", "Value here")),
    ("reach", words("涉及事项数", "Matters with it")),
];

/// What a workbook is made of besides the catalog.
#[derive(Clone, Copy)]
pub struct WorkbookWith<'w, 'c> {
    /// The kinds of records.
    pub kinds: &'w [RecordKind],
    /// The differences of the catalog.
    pub differences: &'w [Departure<'c>],
    /// What a class of differences is called.
    pub class: fn(Class) -> Words,
    /// The language of the titles.
    pub lang: Lang,
}

/// The bytes of a workbook.
pub fn workbook(catalog: &Catalog, with: &WorkbookWith<'_, '_>) -> Result<Vec<u8>, Message> {
    let mut book = Workbook::new();
    let looks = Looks::new();
    let coloured = coloured(catalog, with.differences);
    for kind in with.kinds {
        let title = catalog.standard.tables.exchange.title(*kind);
        let sheet = book.add_worksheet();
        sheet
            .set_name(title.of(with.lang))
            .map_err(|error| failed(&error))?;
        write_records(sheet, catalog, *kind, with.lang, (&looks, &coloured))?;
    }
    if with.kinds.contains(&RecordKind::Local) {
        let sheet = book.add_worksheet();
        write_differences(sheet, catalog, with, &looks).map_err(|error| failed(&error))?;
    }
    let sheet = book.add_worksheet();
    dictionary::write(sheet, catalog, with, &looks).map_err(|error| failed(&error))?;
    book.save_to_buffer().map_err(|error| failed(&error))
}

fn failed(error: &dyn Display) -> Message {
    FAILED.with(&[("error", &error.to_string())])
}

/// How cells look.
pub(super) struct Looks {
    pub(super) title: Format,
    key: Format,
    pub(super) text: Format,
}

impl Looks {
    fn new() -> Looks {
        // `@` marks a cell as text: what a person types into it stays as typed.
        let text = Format::new()
            .set_num_format("@")
            .set_align(FormatAlign::Top);
        Looks {
            title: text.clone().set_bold().set_background_color(0x00DD_E7F0),
            key: text
                .clone()
                .set_font_color(0x0070_7070)
                .set_background_color(0x00F0_F0F0),
            text,
        }
    }

    /// The look of a difference of a class.
    pub(super) fn of_class(&self, class: Class) -> Format {
        let colour = match class {
            Class::Conflict => 0x00F8_C9C4_u32,
            Class::Looser => 0x00FB_E3B8,
            Class::Tighter => 0x00CF_E8CF,
            Class::Missing | Class::Extra => 0x00D5_DCF5,
            Class::Wording => 0x00EE_EEEE,
        };
        self.text.clone().set_background_color(colour)
    }
}

type Coloured<'c> = HashMap<(&'c str, &'static str), Class>;

fn coloured<'c>(catalog: &'c Catalog, differences: &[Departure<'_>]) -> Coloured<'c> {
    let cell = |departure: &Departure<'_>| {
        let path = &*catalog.matter(departure.lower).file.path;
        (
            (path, departure.difference.field.key()),
            departure.difference.class,
        )
    };
    differences.iter().map(cell).collect()
}

fn write_records(
    sheet: &mut Worksheet,
    catalog: &Catalog,
    kind: RecordKind,
    lang: Lang,
    (looks, coloured): (&Looks, &Coloured<'_>),
) -> Result<(), Message> {
    let columns = written_columns(&catalog.standard, kind);
    let heads = columns
        .iter()
        .map(|column| (&*column.key, column.title.of(lang)));
    head(sheet, heads, looks).map_err(|error| failed(&error))?;
    let mut last = 1;
    for record in records(catalog, kind) {
        last += 1;
        for (place, column) in columns.iter().enumerate() {
            let cell = record.cell(column);
            if cell.is_empty() {
                continue;
            }
            refuse_long(&record.file.path, column, &cell)?;
            let class = coloured.get(&(&*record.file.path, &*column.field));
            let look = class.map(|class| looks.of_class(*class));
            put(
                sheet,
                (last, place),
                &cell,
                look.as_ref().unwrap_or(&looks.text),
            )
            .map_err(|error| failed(&error))?;
        }
        if last as usize > ROWS {
            let count = records(catalog, kind).count().to_string();
            return Err(TOO_MANY.with(&[("count", &count)]));
        }
    }
    filter(sheet, last, columns.len()).map_err(|error| failed(&error))
}

fn refuse_long(path: &str, column: &Column, cell: &str) -> Result<(), Message> {
    let count = cell.encode_utf16().count();
    if cell.len() <= CELL || count <= CELL {
        return Ok(());
    }
    let (count, key) = (count.to_string(), &*column.key);
    Err(TOO_LONG.with(&[("path", path), ("field", key), ("count", &count)]))
}

/// The titles, the keys below them, both always in sight.
pub(super) fn head<'t>(
    sheet: &mut Worksheet,
    columns: impl Iterator<Item = (&'t str, &'t str)>,
    looks: &Looks,
) -> Result<(), XlsxError> {
    for (place, (key, title)) in columns.enumerate() {
        put(sheet, (0, place), title, &looks.title)?;
        put(sheet, (1, place), key, &looks.key)?;
        sheet.set_column_width(narrow(place), wide(title))?;
    }
    sheet.set_freeze_panes(2, 0)?;
    Ok(())
}

/// A filter over the rows below the keys.
pub(super) fn filter(sheet: &mut Worksheet, last: u32, columns: usize) -> Result<(), XlsxError> {
    if columns > 0 {
        sheet.autofilter(1, 0, last.max(1), narrow(columns - 1))?;
    }
    Ok(())
}

pub(super) fn put(
    sheet: &mut Worksheet,
    (row, column): (u32, usize),
    text: &str,
    look: &Format,
) -> Result<(), XlsxError> {
    sheet.write_string_with_format(row, narrow(column), text, look)?;
    Ok(())
}

fn narrow(column: usize) -> u16 {
    u16::try_from(column).unwrap_or(u16::MAX)
}

fn wide(title: &str) -> f64 {
    let cells = u32::try_from(width(title)).unwrap_or(12);
    f64::from(cells.clamp(12, 40)) + 3.0
}

fn write_differences(
    sheet: &mut Worksheet,
    catalog: &Catalog,
    with: &WorkbookWith<'_, '_>,
    looks: &Looks,
) -> Result<(), XlsxError> {
    sheet.set_name(DIFFERENCES.of(with.lang))?;
    let heads = DIFFERENCE_HEAD
        .iter()
        .map(|(key, title)| (*key, title.of(with.lang)));
    head(sheet, heads, looks)?;
    let mut last = 1;
    for departure in with.differences.iter().take(ROWS) {
        last += 1;
        let cells = difference_cells(catalog, departure, with);
        for (place, cell) in cells.iter().enumerate() {
            let is_class = DIFFERENCE_HEAD
                .get(place)
                .is_some_and(|(key, _)| *key == "class");
            let class = looks.of_class(departure.difference.class);
            let look = if is_class { &class } else { &looks.text };
            let short: String = cell.chars().take(CELL / 2).collect();
            put(sheet, (last, place), &short, look)?;
        }
    }
    filter(sheet, last, DIFFERENCE_HEAD.len())
}

fn difference_cells(
    catalog: &Catalog,
    departure: &Departure<'_>,
    with: &WorkbookWith<'_, '_>,
) -> [String; 8] {
    let matter = catalog.matter(departure.lower);
    let difference = &departure.difference;
    let field = difference.field;
    let text = |value: Value<'_>| {
        let schema = catalog.standard.field(field);
        let shown = schema.map(|schema| render(&Data::of(value), schema));
        shown.unwrap_or_default()
    };
    let name = effective_text(catalog, departure.lower, Field::Name);
    let owned = |text: &str| text.to_owned();
    [
        owned(matter.division().unwrap_or_default()),
        owned(matter.code().map_or(matter.file.stem(), |code| code.value)),
        owned(name.map_or("", |(name, _)| name)),
        catalog.standard.title(field).of(with.lang).to_owned(),
        (with.class)(difference.class).of(with.lang).to_owned(),
        text(difference.upper),
        text(difference.lower),
        departure.reach.to_string(),
    ]
}
