//! The effective record of a matter: what holds for it, and who says so.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;
use serde_json::{Map, Value as Json};

use crate::catalog::standard::{Form, Schema};
use crate::catalog::{Catalog, Effective, Floor, MatterId, effective};
use crate::report::json::to_text;
use crate::report::value::Values;
use crate::report::{Look, Paint, wrap};
use crate::text::{Lang, Lines, Words, pad, visible, width, words};
use crate::yaml::{Shape, Value};

const BASE: Words = words("基本目录", "base catalog");
const HERE: Words = words("第{line}行", "line {line}");
const SOURCES: Words = words("来源", "Sources");

/// Titles wider than this are clipped.
const WIDEST_TITLE: usize = 24;
/// With less room than this for the values, the source goes below.
const NARROWEST_VALUE: usize = 30;

/// The effective record for a person.
pub fn record(catalog: &Catalog, id: MatterId, look: &Look) -> String {
    let rows: Vec<Row> = effective(catalog, id)
        .iter()
        .map(|value| row(catalog, id, value, look.lang))
        .collect();
    let mut text = head(catalog, id, look);
    let columns = Columns::new(&rows, look);
    for row in &rows {
        text += &columns.show(row, look);
    }
    text + &sources(catalog, id, look)
}

/// One field as it is shown.
struct Row {
    title: String,
    lines: Vec<String>,
    source: String,
}

fn row(catalog: &Catalog, id: MatterId, effective: &Effective<'_>, lang: Lang) -> Row {
    let key = effective.field.key();
    let schema = catalog.standard.field(effective.field);
    let values = Values { catalog, lang };
    Row {
        title: schema.map_or(key, |schema| schema.title.of(lang)).to_owned(),
        lines: values.lines(key, schema.map(Arc::as_ref), effective.value),
        source: if effective.source == id {
            let line = line_of(effective).to_string();
            HERE.with(&[("line", &line)]).of(lang).to_owned()
        } else {
            floor_name(catalog, effective.source, lang)
        },
    }
}

fn line_of(effective: &Effective<'_>) -> usize {
    let text = effective.value.document().text();
    let start = effective.value.span().start as usize;
    Lines::new(text).place(text, start).line
}

/// 基本目录, or the division with its name.
fn floor_name(catalog: &Catalog, id: MatterId, lang: Lang) -> String {
    let matter = catalog.matter(id);
    if matter.floor == Floor::Base {
        return BASE.of(lang).to_owned();
    }
    let code = matter.division().unwrap_or("");
    let name = catalog
        .registers
        .division(code)
        .map_or("", |division| &division.name);
    visible(format!("{code} {name}").trim_end()).into_owned()
}

fn head(catalog: &Catalog, id: MatterId, look: &Look) -> String {
    let matter = catalog.matter(id);
    let name = effective(catalog, id)
        .into_iter()
        .find(|value| value.field == crate::catalog::Field::Name)
        .and_then(|value| value.value.text())
        .unwrap_or("");
    let title = format!("{} {name}", matter.code().map_or("", |code| code.value));
    format!(
        "{}\n{}\n\n",
        look.paint(Paint::Strong, &visible(title.trim())),
        look.paint(
            Paint::Faint,
            &visible(&format!("catalog/{}", matter.file.path))
        ),
    )
}

/// How wide each column is.
struct Columns {
    title: usize,
    value: usize,
    /// Zero where the source goes below the value.
    source: usize,
}

impl Columns {
    fn new(rows: &[Row], look: &Look) -> Columns {
        let widest = |cells: fn(&Row) -> usize| rows.iter().map(cells).max().unwrap_or(0);
        let title = widest(|row| width(&row.title)).min(WIDEST_TITLE);
        let source = widest(|row| width(&row.source)).min(WIDEST_TITLE);
        let value = look.width.saturating_sub(title + source + 4);
        if value >= NARROWEST_VALUE {
            return Columns {
                title,
                value,
                source,
            };
        }
        Columns {
            title,
            value: look.width.saturating_sub(title + 2).max(12),
            source: 0,
        }
    }

    fn show(&self, row: &Row, look: &Look) -> String {
        let mut text = String::new();
        let lines = row.lines.iter().flat_map(|line| hanging(line, self.value));
        for (place, line) in lines.enumerate() {
            let title = if place == 0 { row.title.as_str() } else { "" };
            text += &look.paint(Paint::Strong, &pad(title, self.title));
            text += "  ";
            if place == 0 && self.source > 0 {
                text += &pad(&line, self.value);
                text += "  ";
                text += &look.paint(Paint::Faint, &row.source);
            } else {
                text += &line;
            }
            text = text.trim_end().to_owned() + "\n";
        }
        if self.source == 0 {
            let space = " ".repeat(self.title + 2);
            text += &format!("{space}{}\n", look.paint(Paint::Faint, &format!("← {}", row.source)));
        }
        text
    }
}

/// A line wrapped, what follows standing as far in as the line itself.
fn hanging(line: &str, cells: usize) -> Vec<String> {
    let body = line.trim_start();
    let space = " ".repeat(line.len() - body.len());
    wrap(body, cells.saturating_sub(space.len()))
        .into_iter()
        .map(|line| format!("{space}{line}"))
        .collect()
}

/// The files above, where values come from.
fn sources(catalog: &Catalog, id: MatterId, look: &Look) -> String {
    let above: Vec<MatterId> = catalog.uppers(id).collect();
    if above.is_empty() {
        return String::new();
    }
    let mut text = format!("\n{}\n", look.paint(Paint::Strong, SOURCES.of(look.lang)));
    let names: BTreeMap<MatterId, String> = above
        .iter()
        .map(|id| (*id, floor_name(catalog, *id, look.lang)))
        .collect();
    let widest = names.values().map(|name| width(name)).max().unwrap_or(0);
    for id in above {
        let name = names.get(&id).map_or("", String::as_str);
        let path = &catalog.matter(id).file.path;
        text += &format!("{}  catalog/{}\n", pad(name, widest), visible(path));
    }
    text
}

/// The effective record for a machine:
/// `{"version": 1, "code", "floor": "base" | "local", "path", "fields": [{"field", "title", "value",
/// "source": {"floor", "division", "path", "line"}}]}`.
pub fn record_json(catalog: &Catalog, id: MatterId, lang: Lang) -> String {
    let matter = catalog.matter(id);
    let fields = effective(catalog, id);
    to_text(&Record {
        version: 1,
        lang: lang.word(),
        code: matter.code().map_or("", |code| code.value),
        floor: floor_word(matter.floor),
        path: format!("catalog/{}", matter.file.path),
        fields: fields.iter().map(|field| json_field(catalog, field, lang)).collect(),
    })
}

#[derive(Serialize)]
struct Record<'c> {
    version: u8,
    lang: &'static str,
    code: &'c str,
    floor: &'static str,
    path: String,
    fields: Vec<JsonField<'c>>,
}

#[derive(Serialize)]
struct JsonField<'c> {
    field: &'static str,
    title: &'c str,
    value: Json,
    source: JsonSource<'c>,
}

#[derive(Serialize)]
struct JsonSource<'c> {
    floor: &'static str,
    division: Option<&'c str>,
    path: String,
    line: usize,
}

fn json_field<'c>(catalog: &'c Catalog, effective: &Effective<'c>, lang: Lang) -> JsonField<'c> {
    let schema = catalog.standard.field(effective.field);
    let source = catalog.matter(effective.source);
    JsonField {
        field: effective.field.key(),
        title: schema.map_or("", |schema| schema.title.of(lang)),
        value: json_value(schema.map(Arc::as_ref), effective.value),
        source: JsonSource {
            floor: floor_word(source.floor),
            division: source.division(),
            path: format!("catalog/{}", source.file.path),
            line: line_of(effective),
        },
    }
}

fn floor_word(floor: Floor) -> &'static str {
    match floor {
        Floor::Base => "base",
        Floor::Local => "local",
    }
}

/// A value with the kinds that the schema gives it; what does not fit stays text.
fn json_value(schema: Option<&Schema>, value: Value<'_>) -> Json {
    let text = value.text().unwrap_or("");
    match (value.shape(), schema.map(|schema| &schema.form)) {
        (Shape::Empty, _) => Json::Null,
        (Shape::Sequence, form) => {
            let items = match form {
                Some(Form::List { items, .. }) => Some(items.as_ref()),
                _ => None,
            };
            value.items().map(|item| json_value(items, item)).collect()
        }
        (Shape::Mapping, _) => {
            let entries = value.entries().map(|entry| {
                let key = entry.key.text().unwrap_or("");
                let property = schema.and_then(|schema| schema.property(key));
                (key.to_owned(), json_value(property.map(Arc::as_ref), entry.value))
            });
            Json::Object(entries.collect::<Map<_, _>>())
        }
        (_, Some(Form::Integer { .. })) => text
            .parse::<i64>()
            .map_or_else(|_| Json::from(text), Json::from),
        (_, Some(Form::Boolean)) => text
            .parse::<bool>()
            .map_or_else(|_| Json::from(text), Json::from),
        _ => Json::from(text),
    }
}
