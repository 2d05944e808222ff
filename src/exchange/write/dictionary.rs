//! The data dictionary of a workbook: what each column is, and what its codes mean.

use rust_xlsxwriter::{Worksheet, XlsxError};

use crate::catalog::Catalog;
use crate::catalog::standard::{Form, RecordKind, Schema};
use crate::exchange::rows::written_columns;
use crate::exchange::write::workbook::{Looks, WorkbookWith, filter, head, put};
use crate::levels::Class;
use crate::text::{Lang, Words, words};

const TITLE: Words = words("数据字典", "Data dictionary");
const HEAD: [(&str, Words); 7] = [
    ("table", words("表", "Sheet")),
    ("column", words("列", "Column")),
    ("title", words("名称", "Title")),
    ("national", words("国家字段", "National field")),
    ("form", words("内容", "Content")),
    ("codes", words("代码", "Codes")),
    ("help", words("说明", "Help")),
];
const COLOUR: Words = words("差异的颜色", "colour of a difference");
const CLASSES: [Class; 6] = [
    Class::Conflict,
    Class::Looser,
    Class::Tighter,
    Class::Missing,
    Class::Extra,
    Class::Wording,
];

pub(super) fn write(
    sheet: &mut Worksheet,
    catalog: &Catalog,
    with: &WorkbookWith<'_, '_>,
    looks: &Looks,
) -> Result<(), XlsxError> {
    sheet.set_name(TITLE.of(with.lang))?;
    head(
        sheet,
        HEAD.iter().map(|(key, title)| (*key, title.of(with.lang))),
        looks,
    )?;
    let mut last = 1;
    for kind in with.kinds {
        for cells in rows(catalog, *kind, with.lang) {
            last += 1;
            for (place, cell) in cells.iter().enumerate() {
                put(sheet, (last, place), cell, &looks.text)?;
            }
        }
    }
    filter(sheet, last, HEAD.len())?;
    for class in CLASSES {
        last += 1;
        put(sheet, (last, 0), COLOUR.of(with.lang), &looks.text)?;
        put(
            sheet,
            (last, 1),
            (with.class)(class).of(with.lang),
            &looks.of_class(class),
        )?;
    }
    Ok(())
}

fn rows(catalog: &Catalog, kind: RecordKind, lang: Lang) -> impl Iterator<Item = [String; 7]> {
    let table = catalog.standard.tables.exchange.title(kind);
    let columns = written_columns(&catalog.standard, kind).into_iter();
    columns.map(move |column| {
        [
            table.of(lang).to_owned(),
            column.key.to_string(),
            column.title.of(lang).to_owned(),
            column.schema.national.join(" "),
            form(&column.schema, lang),
            codes(&column.schema, lang),
            column.schema.help.of(lang).to_owned(),
        ]
    })
}

fn form(schema: &Schema, lang: Lang) -> String {
    let words = match &schema.form {
        Form::Text(form) if form.format.is_some() => {
            words("日期 2026-11-24 或网址", "date 2026-11-24, or address")
        }
        Form::Text(_) if schema.is_code => words("代码", "code"),
        Form::Text(_) => words("文字", "text"),
        Form::Integer { .. } => words("整数", "whole number"),
        Form::Boolean => words("true 或 false", "true or false"),
        Form::List { items, .. } => match &items.form {
            Form::Record { .. } => words("一行一项，JSON", "one item to a line, JSON"),
            _ => words(
                "用“、”隔开的代码，或一行一项",
                "codes parted by 、, or one item to a line",
            ),
        },
        Form::Record { .. } => words("JSON", "JSON"),
    };
    words.of(lang).to_owned()
}

/// The codes of a column, or of the items of its lists, with their meanings.
fn codes(schema: &Schema, lang: Lang) -> String {
    let choices = match &schema.form {
        Form::Text(form) => &form.choices,
        Form::List { items, .. } => match &items.form {
            Form::Text(form) => &form.choices,
            _ => return String::new(),
        },
        _ => return String::new(),
    };
    let one = choices
        .iter()
        .map(|choice| format!("{} {}", choice.value, choice.title.of(lang)));
    one.collect::<Vec<_>>().join("\n")
}
