//! Rows that speak of one record become one.

use std::collections::HashMap;

use crate::catalog::Field;
use crate::catalog::standard::RecordKind;
use crate::exchange::Column;
use crate::exchange::intents::Wanted;
use crate::exchange::known::Place;
use crate::exchange::reason::{Reason, SAME_KEY, brief};
use crate::exchange::record::{Row, Rows};
use crate::terms::MatterCode;
use crate::yaml::Data;

/// 一条记录: what all rows of one key say together.
pub(super) struct Merged<'c> {
    pub(super) rows: Vec<usize>,
    pub(super) key: String,
    pub(super) place: Option<Place<'c>>,
    /// Whether it is a new local matter without a base code.
    pub(super) is_unlinked: bool,
    says: Vec<(usize, Data)>,
    /// The items of lists that have one to a row, by field.
    items: Vec<(String, Vec<Data>)>,
}

type Refused = Vec<(usize, Reason)>;

/// The records, the rows that contradict one above, and how many rows say nothing new.
pub(super) fn merge<'c>(
    rows: &Rows<'c, '_>,
    read: Vec<Row<'c>>,
) -> (Vec<Merged<'c>>, Refused, usize) {
    let mut merged: Vec<Merged<'c>> = Vec::with_capacity(read.len());
    let mut by_key: HashMap<String, usize> = HashMap::with_capacity(read.len());
    let (mut refused, mut repeated) = (Vec::new(), 0);
    for row in read {
        let place = *by_key.entry(row.key.clone()).or_insert(merged.len());
        let Some(record) = merged.get_mut(place) else {
            merged.push(Merged::new(rows, row));
            continue;
        };
        if let Some(why) = record.contradiction(rows, &row) {
            refused.push((row.at, why));
        } else if !record.add(rows, row) {
            repeated += 1;
        }
    }
    (merged, refused, repeated)
}

impl<'c> Merged<'c> {
    fn new(rows: &Rows<'c, '_>, row: Row<'c>) -> Merged<'c> {
        let is_local = rows.mapping.kind == RecordKind::Local;
        let mut merged = Merged {
            rows: vec![row.at],
            place: row.place,
            is_unlinked: row.place.is_none() && is_local && MatterCode::parse(&row.key).is_err(),
            key: row.key,
            says: Vec::new(),
            items: Vec::new(),
        };
        merged.take(rows, row.says);
        merged
    }

    /// A cell that the first row of the record fills otherwise.
    fn contradiction(&self, rows: &Rows<'c, '_>, row: &Row<'c>) -> Option<Reason> {
        let first = *self.rows.first()?;
        let differs = rows.columns.iter().find(|bound| {
            let (one, other) = (
                rows.table.cell(first, bound.place),
                rows.table.cell(row.at, bound.place),
            );
            !bound.column.is_of_items && !one.is_empty() && !other.is_empty() && one != other
        })?;
        let (row, column) = (rows.table.number(first).to_string(), brief(&differs.name));
        Some(SAME_KEY.with(&[("row", &row), ("column", &column)]))
    }

    /// Adds what another row says; whether it says anything more.
    fn add(&mut self, rows: &Rows<'c, '_>, row: Row<'c>) -> bool {
        let before = (self.says.len(), self.count());
        self.take(rows, row.says);
        let is_more = before != (self.says.len(), self.count());
        if is_more {
            self.rows.push(row.at);
        }
        is_more
    }

    fn count(&self) -> usize {
        self.items.iter().map(|(_, items)| items.len()).sum()
    }

    fn take(&mut self, rows: &Rows<'c, '_>, says: Vec<(usize, Data)>) {
        let mut items: Vec<(String, Vec<(String, Data)>)> = Vec::new();
        for (number, value) in says {
            let Some(column) = column(rows, number) else {
                continue;
            };
            match &column.part {
                Some(part) if column.is_of_items => {
                    let place = items.iter().position(|(field, _)| **field == *column.field);
                    let place = place.unwrap_or_else(|| {
                        items.push((column.field.to_string(), Vec::new()));
                        items.len() - 1
                    });
                    if let Some((_, item)) = items.get_mut(place) {
                        item.push((part.to_string(), value));
                    }
                }
                _ if self.says.iter().any(|(other, _)| *other == number) => {}
                _ => self.says.push((number, value)),
            }
        }
        for (field, item) in items {
            let place = self.items.iter().position(|(other, _)| *other == field);
            let place = place.unwrap_or_else(|| {
                self.items.push((field, Vec::new()));
                self.items.len() - 1
            });
            let item = Data::Map(item);
            if let Some((_, list)) = self.items.get_mut(place)
                && !list.contains(&item)
            {
                list.push(item);
            }
        }
    }

    /// What shall be true of the record.
    pub(super) fn wanted(&self, rows: &Rows<'c, '_>) -> Result<Wanted<'c>, Reason> {
        let mut fields: Vec<(String, Data)> = Vec::new();
        for (number, value) in &self.says {
            if let Some(column) = column(rows, *number) {
                self.put(rows, &mut fields, column, value.clone());
            }
        }
        for (field, items) in &self.items {
            let now = self
                .place
                .and_then(|place| rows.known.in_effect(place, field));
            let list = Data::List(items.clone());
            if now.map(Data::of).as_ref() != Some(&list) {
                fields.push((field.clone(), list));
            }
        }
        if self.place.is_none() {
            self.fill(rows, &mut fields)?;
        }
        fields.sort_by_key(|(field, _)| order(rows, field));
        Ok(Wanted {
            kind: rows.mapping.kind,
            key: self.key.clone(),
            place: self.place,
            fields,
        })
    }

    /// Puts a value, or a part of one, among the fields; the other parts stay as they are.
    fn put(
        &self,
        rows: &Rows<'c, '_>,
        fields: &mut Vec<(String, Data)>,
        column: &Column,
        value: Data,
    ) {
        let place = fields
            .iter()
            .position(|(field, _)| **field == *column.field);
        let Some(part) = &column.part else {
            if place.is_none() {
                fields.push((column.field.to_string(), value));
            }
            return;
        };
        let place = place.unwrap_or_else(|| {
            let now = self
                .place
                .and_then(|place| rows.known.in_effect(place, &column.field));
            let now = now.map_or(Data::Empty, Data::of);
            fields.push((column.field.to_string(), now));
            fields.len() - 1
        });
        let Some((_, whole)) = fields.get_mut(place) else {
            return;
        };
        if !matches!(whole, Data::Map(_)) {
            *whole = Data::Map(Vec::new());
        }
        if let Data::Map(entries) = whole {
            match entries.iter_mut().find(|(key, _)| **key == **part) {
                Some((_, old)) => *old = value,
                None => entries.push((part.to_string(), value)),
            }
        }
    }

    /// What a new record needs besides: what its code says, and the defaults of the mapping.
    fn fill(&self, rows: &Rows<'c, '_>, fields: &mut Vec<(String, Data)>) -> Result<(), Reason> {
        let first = self.rows.first().copied().unwrap_or_default();
        let mut add = |key: &str, value: Option<Data>| {
            if let Some(value) = value
                && !fields.iter().any(|(field, _)| field == key)
            {
                fields.push((key.to_owned(), value));
            }
        };
        let text = |text: &str| Some(Data::from(text));
        if matches!(rows.mapping.kind, RecordKind::Base | RecordKind::Local) {
            add("code", text(&self.key));
        }
        if rows.mapping.kind == RecordKind::Local {
            let code = MatterCode::parse(&self.key).ok();
            let code = code.as_ref();
            add("base_code", code.and_then(|code| text(code.base())));
            let level = rows.level(first)?;
            add(
                "level",
                code.and_then(|code| text(code.level()))
                    .or(level.map(Data::Text)),
            );
            let body = code.map(|code| code.body().to_owned());
            add("body", body.clone().map(Data::Text));
            let body = body.or(rows.word(first, "body")?);
            let body = body.and_then(|code| rows.parser.catalog.registers.body(&code));
            add("division", body.and_then(|body| text(&body.division)));
        }
        for (key, value) in rows.defaults {
            add(key, Some(value.clone()));
        }
        Ok(())
    }
}

fn column<'r>(rows: &'r Rows<'_, '_>, number: usize) -> Option<&'r Column> {
    rows.columns.get(number).map(|bound| &bound.column)
}

/// Where a field stands in a file: matters have their own order, registers that of the schema.
fn order(rows: &Rows<'_, '_>, field: &str) -> usize {
    match rows.mapping.kind {
        RecordKind::Base | RecordKind::Local => {
            Field::from_key(field).map_or(usize::MAX, |field| field as usize)
        }
        RecordKind::Body | RecordKind::Law => {
            let schema =
                crate::exchange::column::record_schema(rows.parser.standard(), rows.mapping.kind);
            let found = schema.and_then(|schema| schema.property_from(0, |key| key == field));
            found.map_or(usize::MAX, |(place, _, _)| place)
        }
    }
}
