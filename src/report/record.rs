//! The effective record of a matter: what holds for it, and who says so.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::Arc;

use crate::catalog::standard::Schema;
use crate::catalog::{Catalog, Effective, Field, Floor, MatterId, effective};
use crate::report::value::Values;
use crate::report::{Look, Paint};
use crate::text::{Lang, Lines, Words, pad, visible, width, words, wrap};

const BASE: Words = words("基本目录", "base catalog");
const HERE: Words = words("第{line}行", "line {line}");
const SOURCES: Words = words("来源", "Sources");

/// Titles wider than this are clipped.
const WIDEST_TITLE: usize = 24;
/// With less room than this for the values, they go below.
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
        text += &match &columns {
            Some(columns) => columns.show(row, look),
            None => stacked(row, look),
        };
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
    let schema = field_schema(catalog, id, effective.field);
    let values = Values { catalog, lang };
    Row {
        title: schema
            .map_or(key, |schema| schema.title.of(lang))
            .to_owned(),
        lines: values.lines(key, schema.map(Arc::as_ref), effective.value),
        source: if effective.source == id {
            let line = line_of(effective).to_string();
            HERE.with(&[("line", &line)]).of(lang).to_owned()
        } else {
            floor_name(catalog, effective.source, lang)
        },
    }
}

/// What a field is in the kind of file at hand: a base matter's code is not a local one's.
pub(super) fn field_schema(catalog: &Catalog, id: MatterId, field: Field) -> Option<&Arc<Schema>> {
    let standard = &catalog.standard;
    let own = standard.schema(catalog.matter(id).file.kind)?;
    own.property(field.key()).or_else(|| standard.field(field))
}

pub(super) fn line_of(effective: &Effective<'_>) -> usize {
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
        .find(|value| value.field == Field::Name)
        .and_then(|value| value.value.text())
        .unwrap_or("");
    let title = format!("{} {name}", matter.code().map_or("", |code| code.value));
    let mut text = String::new();
    for line in wrap(&visible(title.trim()), look.width) {
        let _ = writeln!(text, "{}", look.paint(Paint::Strong, &line));
    }
    let path = format!("catalog/{}", matter.file.path);
    let _ = writeln!(text, "{}\n", look.paint(Paint::Faint, &visible(&path)));
    text
}

/// Field, value and source side by side, where there is room for that.
struct Columns {
    title: usize,
    value: usize,
}

impl Columns {
    fn new(rows: &[Row], look: &Look) -> Option<Columns> {
        let widest = |cells: fn(&Row) -> usize| rows.iter().map(cells).max().unwrap_or(0);
        let title = widest(|row| width(&row.title)).min(WIDEST_TITLE);
        let source = widest(|row| width(&row.source)).min(WIDEST_TITLE);
        let value = look.width.saturating_sub(title + source + 4);
        (value >= NARROWEST_VALUE).then_some(Columns { title, value })
    }

    fn show(&self, row: &Row, look: &Look) -> String {
        let mut text = String::new();
        let lines = row.lines.iter().flat_map(|line| hanging(line, self.value));
        for (place, line) in lines.enumerate() {
            let title = if place == 0 { row.title.as_str() } else { "" };
            text += &look.paint(Paint::Strong, &pad(title, self.title));
            text += "  ";
            if place == 0 {
                text += &pad(&line, self.value);
                text += "  ";
                text += &look.paint(Paint::Faint, &row.source);
            } else {
                text += &line;
            }
            text.push('\n');
        }
        text
    }
}

/// Field and source on one line, the value below.
fn stacked(row: &Row, look: &Look) -> String {
    let source = format!("← {}", row.source);
    let fits = width(&row.title) + 2 + width(&source) <= look.width;
    let mut text = format!(
        "{}{}{}\n",
        look.paint(Paint::Strong, &row.title),
        if fits { "  " } else { "\n  " },
        look.paint(Paint::Faint, &source)
    );
    let cells = look.width.saturating_sub(2);
    for line in row.lines.iter().flat_map(|line| hanging(line, cells)) {
        let _ = writeln!(text, "  {line}");
    }
    text
}

/// A line wrapped; what follows stands as far in as the text of the line itself.
fn hanging(line: &str, cells: usize) -> Vec<String> {
    let is_number = |letter: char| letter == ' ' || letter.is_ascii_digit();
    let numbered = line
        .find(". ")
        .filter(|dot| line.chars().take(*dot).all(is_number));
    let start = numbered.map_or(line.len() - line.trim_start().len(), |dot| dot + 2);
    let (head, body) = line.split_at(start);
    let space = " ".repeat(start);
    wrap(body, cells.saturating_sub(start))
        .iter()
        .enumerate()
        .map(|(place, line)| format!("{}{line}", if place == 0 { head } else { &space }))
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
        let _ = writeln!(text, "{}  catalog/{}", pad(name, widest), visible(path));
    }
    text
}
