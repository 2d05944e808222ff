//! The rows of a form: every field of a matter in the order of the schema, with what stands there in
//! effect and whose word it is.

use std::sync::Arc;

use crate::catalog::standard::{Form, Schema};
use crate::catalog::{Catalog, Effective, Field, Floor, Matter, MatterId, effective_value};
use crate::text::{Message as Saying, Span, words};
use crate::tui::form::above::{departs, policy_words, upper_value};
use crate::tui::form::meaning::{field, meaning, summary};
use crate::tui::form::{Above, Origin, Row, RowKind, View};
use crate::yaml::{Path, Shape, Value};

/// The rows of a matter.
pub(crate) fn rows(catalog: &Catalog, id: MatterId, view: &View) -> Vec<Row> {
    let matter = catalog.matter(id);
    let mut builder = Builder {
        catalog,
        view,
        rows: vec![Row::file(&matter.file.path)],
    };
    let Some(schema) = catalog.standard.schema(matter.file.kind) else {
        return builder.rows;
    };
    let Form::Record { properties, .. } = &schema.form else {
        return builder.rows;
    };
    let mut properties: Vec<_> = properties.iter().collect();
    properties.sort_by_key(|(_, schema)| schema.order);
    let mut section = None;
    for (key, schema) in properties {
        let Some(field) = Field::from_key(key) else {
            continue;
        };
        let effective = effective_value(catalog, id, field);
        if effective.is_none() && view.hides_empty {
            continue;
        }
        if section != schema.section {
            section.clone_from(&schema.section);
            builder.rows.push(Row::heading(section.as_deref()));
        }
        builder.field(id, field, schema, effective);
    }
    builder.unknown_keys(matter);
    builder.rows
}

struct Builder<'c> {
    catalog: &'c Catalog,
    view: &'c View,
    rows: Vec<Row>,
}

/// One value on its way to become rows.
#[derive(Clone)]
struct Item<'c> {
    path: Path,
    depth: usize,
    title: Saying,
    schema: &'c Arc<Schema>,
    value: Option<Value<'c>>,
    origin: Origin,
    span: Option<Span>,
}

impl<'c> Builder<'c> {
    fn field(
        &mut self,
        id: MatterId,
        field: Field,
        schema: &'c Arc<Schema>,
        effective: Option<Effective<'c>>,
    ) {
        let origin = match &effective {
            None => Origin::Unset,
            Some(effective) if effective.source == id => Origin::Own,
            Some(_) => Origin::Inherited,
        };
        let place = self.rows.len();
        self.item(&Item {
            path: Path::key(field.key()),
            depth: 0,
            title: titled(schema, field.key()),
            schema,
            value: effective.map(|effective| effective.value),
            origin,
            span: entry_span(self.catalog.matter(id), field.key()),
        });
        let above = self.above(id, field, schema, effective);
        let source = effective.filter(|_| origin == Origin::Inherited);
        let source = source.map(|effective| source_of(self.catalog, effective.source));
        if let Some(row) = self.rows.get_mut(place) {
            row.above = above;
            row.source = source;
        }
    }

    /// What stands above a field of the matter.
    fn above(
        &self,
        id: MatterId,
        field: Field,
        schema: &Schema,
        effective: Option<Effective<'c>>,
    ) -> Option<Above> {
        let upper = upper_value(self.catalog, id, field)?;
        let path = Path::key(field.key());
        let differs = effective.is_some_and(|own| own.source == id && departs(&own, &upper));
        let text = || meaning(self.catalog, &path, schema, upper.value);
        Some(Above {
            text: differs.then(text),
            source: source_of(self.catalog, upper.source).1,
            policy: policy_words(self.catalog, field),
        })
    }

    fn item(&mut self, item: &Item<'c>) {
        let shape = item.value.map(|value| value.shape());
        match &item.schema.form {
            Form::List { items, .. } if has_choices(items) => self.push(item, RowKind::Several),
            Form::List {
                items, identity, ..
            } if matches!(shape, None | Some(Shape::Sequence | Shape::Empty)) => {
                self.list(item, items, identity);
            }
            Form::Record { .. } if matches!(shape, None | Some(Shape::Mapping | Shape::Empty)) => {
                self.push(item, RowKind::Record);
                self.properties(item);
            }
            Form::Boolean => self.push(item, RowKind::Flag),
            _ => self.push(item, RowKind::Scalar),
        }
    }

    fn push(&mut self, item: &Item<'c>, kind: RowKind) {
        let text = item.value.map(|value| match kind {
            RowKind::List => {
                let elements = value.items().len().to_string();
                words("共 {n} 项", "{n} in all").with(&[("n", &elements)])
            }
            _ => meaning(self.catalog, &item.path, item.schema, value),
        });
        self.rows.push(Row {
            path: item.path.clone(),
            depth: item.depth,
            kind,
            title: item.title.clone(),
            text: text.unwrap_or_default(),
            cells: Vec::new(),
            origin: item.origin,
            source: None,
            above: None,
            schema: Some(Arc::clone(item.schema)),
            span: item.span.filter(|_| item.origin == Origin::Own),
            notes: Vec::new(),
        });
    }

    fn list(&mut self, item: &Item<'c>, items: &'c Arc<Schema>, keys: &[Box<str>]) {
        self.push(item, RowKind::List);
        let Some(list) = item.value else { return };
        let columns = columns(&item.path, items, list);
        if let Some(row) = self.rows.last_mut() {
            row.cells = columns
                .iter()
                .map(|(key, schema)| titled(schema, key))
                .collect();
        }
        for (index, value) in list.items().enumerate() {
            let element = Item {
                path: item.path.then_index(index),
                depth: item.depth + 1,
                title: Saying::same(&format!("{}.", index + 1)),
                schema: items,
                value: Some(value),
                origin: item.origin,
                span: Some(value.span()),
            };
            self.push(&element, RowKind::Element);
            if let Form::Record { .. } = items.form {
                let summary = summary(self.catalog, &element.path, items, (keys, value));
                let cells = self.cells(&element.path, &columns, value);
                if let Some(row) = self.rows.last_mut() {
                    row.text = summary;
                    row.cells = cells;
                }
                self.properties(&element);
            }
        }
    }

    /// What an element says in the columns of its list's table.
    fn cells(&self, path: &Path, columns: &[Column<'_>], element: Value<'_>) -> Vec<Saying> {
        let cell = |(key, schema): &Column<'_>| match element.get(key) {
            Some(value) if schema.is_code && value.text().is_some_and(|text| text.len() > 20) => {
                // A long code differs at its end.
                let text = value.text().unwrap_or_default();
                let start = text.char_indices().rev().nth(3).map_or(0, |(at, _)| at);
                Saying::same(&format!("…{}", text.get(start..).unwrap_or(text)))
            }
            Some(value) => {
                let said = meaning(self.catalog, &path.then_key(key), schema, value);
                Saying {
                    zh: said.zh.replace('\n', " "),
                    en: said.en.replace('\n', " "),
                }
            }
            None => Saying::default(),
        };
        columns.iter().map(cell).collect()
    }

    /// The values of a group, if it is unfolded; its head sums them up.
    fn properties(&mut self, item: &Item<'c>) {
        let Form::Record { properties, .. } = &item.schema.form else {
            return;
        };
        if !self.view.opened.contains(&item.path) {
            return;
        }
        for (key, schema) in properties {
            let entry = item.value.and_then(|value| value.entry(key));
            self.item(&Item {
                path: item.path.then_key(key),
                depth: item.depth + 1,
                title: titled(schema, key),
                schema,
                value: entry.map(|entry| entry.value),
                origin: entry.map_or(Origin::Unset, |_| item.origin),
                span: entry
                    .map(|entry| Span::new(start(entry.key), end(entry.value).max(end(entry.key)))),
            });
        }
    }

    fn unknown_keys(&mut self, matter: &Matter) {
        let Some(root) = matter.file.document().root() else {
            return;
        };
        let schema = self.catalog.standard.schema(matter.file.kind);
        let is_known = |key: &str| schema.is_some_and(|schema| schema.property(key).is_some());
        let mut is_first = true;
        for entry in root.entries() {
            let Some(key) = entry.key.text().filter(|key| !is_known(key)) else {
                continue;
            };
            if is_first {
                self.rows.push(Row::heading(Some("unknown")));
                is_first = false;
            }
            let span = Span::new(start(entry.key), end(entry.value));
            let text = entry.value.span().of(matter.file.document().text());
            self.rows.push(Row::unknown(key, text, span));
        }
    }
}

fn start(value: Value<'_>) -> usize {
    value.span().range().start
}

fn end(value: Value<'_>) -> usize {
    value.span().range().end
}

fn titled(schema: &Schema, key: &str) -> Saying {
    if schema.title.zh.is_empty() {
        Saying::same(key)
    } else {
        schema.title.clone()
    }
}

/// A column of a table: a key and its schema.
type Column<'s> = (&'s str, &'s Arc<Schema>);

/// The columns of a list as a table: what is short and said by some element, in the order of the schema.
/// Citations and questions read better as a line each.
fn columns<'s>(path: &Path, items: &'s Schema, list: Value<'_>) -> Vec<Column<'s>> {
    let is_table = field(path).is_some_and(|field| TABLES.contains(&field));
    let Form::Record { properties, .. } = &items.form else {
        return Vec::new();
    };
    let is_short = |schema: &Schema| match &schema.form {
        Form::Text(form) => !schema.is_multiline && form.format.is_none(),
        Form::Integer { .. } | Form::Boolean | Form::List { .. } => true,
        Form::Record { .. } => false,
    };
    let is_said = |key: &str| list.items().any(|item| item.get(key).is_some());
    let columns = properties
        .iter()
        .filter(|(key, schema)| is_short(schema) && is_said(key));
    let columns = columns.map(|(key, schema)| (&**key, schema));
    if is_table {
        columns.collect()
    } else {
        Vec::new()
    }
}

/// The lists that are tables where there is room.
const TABLES: [Field; 5] = [
    Field::HandlingItems,
    Field::Materials,
    Field::Steps,
    Field::SpecialProcedures,
    Field::Fees,
];

fn has_choices(schema: &Schema) -> bool {
    matches!(&schema.form, Form::Text(form) if !form.choices.is_empty())
}

/// The stretch of a field in the matter's own file, its key included.
fn entry_span(matter: &Matter, key: &str) -> Option<Span> {
    let entry = matter.file.document().root()?.entry(key)?;
    Some(Span::new(
        start(entry.key),
        end(entry.value).max(end(entry.key)),
    ))
}

/// Who states an inherited value.
pub(crate) fn source_of(catalog: &Catalog, id: MatterId) -> (Box<str>, Saying) {
    let matter = catalog.matter(id);
    if matter.floor == Floor::Base {
        return ("".into(), words("基本目录", "base catalog").into());
    }
    let code = matter.division().unwrap_or_default();
    let name = catalog
        .registers
        .division(code)
        .map_or(code, |division| &division.name);
    (code.into(), Saying::same(name))
}
