//! One row as a record: its key, what there is of it already, and what the row says beyond that.

use crate::catalog::standard::RecordKind;
use crate::exchange::column::record_schema;
use crate::exchange::known::{Known, Place, list_of};
use crate::exchange::mapping::{TableMapping, WithoutBaseCode};
use crate::exchange::parse::{Codes, Parser, said};
use crate::exchange::reason::{DISAGREE, NO_BASE_CODE, NO_KEY, Reason, brief, in_column};
use crate::exchange::render::{BETWEEN_CODES, are_codes, render};
use crate::exchange::{Cell, Column, Table};
use crate::text::Message;
use crate::yaml::{Data, Value};

/// 一列的读法: a column of a table with the field it stands for.
pub(super) struct Bound {
    /// Its place in the table.
    pub(super) place: usize,
    /// What it is called there.
    pub(super) name: String,
    /// The field.
    pub(super) column: Column,
    /// By which its codes are translated.
    pub(super) codes: Option<Codes>,
}

/// 一行: what a row says.
pub(super) struct Row<'c> {
    /// Its place in the table.
    pub(super) at: usize,
    /// The key of its record.
    pub(super) key: String,
    /// What there is already.
    pub(super) place: Option<Place<'c>>,
    /// What the row says that is not so already, by column; all that it says of a new record.
    pub(super) says: Vec<(usize, Data)>,
}

/// Reads the rows of one table.
pub(super) struct Rows<'c, 't> {
    pub(super) parser: Parser<'c>,
    pub(super) known: &'t Known<'c>,
    pub(super) table: &'t Table,
    pub(super) mapping: &'t TableMapping,
    pub(super) columns: &'t [Bound],
    /// What new records get where the table says nothing.
    pub(super) defaults: &'t [(String, Data)],
}

impl<'c> Rows<'c, '_> {
    /// What a row says, or why it cannot be taken.
    pub(super) fn read(&self, row: usize) -> Result<Row<'c>, Reason> {
        let (key, place) = self.key(row)?;
        let mut says: Vec<(usize, Data)> = Vec::new();
        for (number, bound) in self.columns.iter().enumerate() {
            let cell = self.table.cell(row, bound.place);
            let Some(value) = self.news(cell, bound, place)? else {
                continue;
            };
            self.refuse_disagreement(&says, number, &value)?;
            says.push((number, value));
        }
        let place_is_known = place.is_some();
        let mut row = Row {
            at: row,
            key,
            place,
            says,
        };
        if place_is_known {
            self.drop_what_is_so(&mut row);
        }
        Ok(row)
    }

    /// What a cell says, unless the record says it in the same letters already.
    fn news(
        &self,
        cell: &Cell,
        bound: &Bound,
        place: Option<Place<'c>>,
    ) -> Result<Option<Data>, Reason> {
        let column = &bound.column;
        let about = |reason| in_column(&bound.name, &reason);
        if let Some(place) = place
            && !column.is_of_items
            && let Some(stated) = Self::part(self.known.stated(place, &column.field), column)
            && is_said(&stated, column, &cell.shown())
        {
            return Ok(None);
        }
        self.parser
            .value(cell, column, bound.codes.as_ref())
            .map_err(about)
    }

    fn part(value: Option<Value<'c>>, column: &Column) -> Option<Data> {
        let value = match &column.part {
            Some(part) => value?.get(part),
            None => value,
        };
        value.map(Data::of)
    }

    /// Two columns of one field must agree.
    fn refuse_disagreement(
        &self,
        says: &[(usize, Data)],
        number: usize,
        value: &Data,
    ) -> Result<(), Reason> {
        let bound = self.columns.get(number);
        let key = |number: usize| self.columns.get(number).map(|bound| &bound.column.key);
        let other = says.iter().find(|(other, _)| key(*other) == key(number));
        match (other, bound) {
            (Some((_, other)), Some(bound)) if other != value => {
                let other = brief(&render(other, &bound.column.schema));
                Err(in_column(&bound.name, &DISAGREE.with(&[("other", &other)])))
            }
            _ => Ok(()),
        }
    }

    /// What is in effect anyhow needs no saying; neither does the same thing twice.
    fn drop_what_is_so(&self, row: &mut Row<'c>) {
        let Some(place) = row.place else { return };
        row.says.retain(|(number, value)| {
            let Some(bound) = self.columns.get(*number) else {
                return false;
            };
            let column = &bound.column;
            let now = Self::part(self.known.in_effect(place, &column.field), column);
            column.is_of_items || now.as_ref() != Some(value)
        });
    }

    /// The key of the record of a row.
    fn key(&self, row: usize) -> Result<(String, Option<Place<'c>>), Reason> {
        let key_field = list_of(self.mapping.kind).map_or("code", |(_, key)| key);
        if let Some(key) = self.word(row, key_field)? {
            let place = self.known.find(&key);
            return Ok((key, place));
        }
        if self.mapping.kind == RecordKind::Local {
            return self.local_key(row);
        }
        let title = self.title(key_field);
        Err(Reason {
            zh: NO_KEY.with(&[("field", &title.zh)]).zh,
            en: NO_KEY.with(&[("field", &title.en)]).en,
        })
    }

    fn title(&self, key: &str) -> Message {
        let schema = record_schema(self.parser.standard(), self.mapping.kind);
        let field = schema.and_then(|schema| schema.property(key));
        field.map_or_else(|| Message::same(key), |field| field.title.clone())
    }

    /// The implementation code made of its parts; without a base code, the code of the province.
    fn local_key(&self, row: usize) -> Result<(String, Option<Place<'c>>), Reason> {
        let local_code = self.word(row, "local_code")?;
        if let Some(place) = local_code
            .as_deref()
            .and_then(|code| self.known.find_local(code))
        {
            return Ok((local_code.unwrap_or_default(), Some(place)));
        }
        let base = self.word(row, "base_code")?;
        let body = self.word(row, "body")?;
        if let (Some(base), Some(body), Some(level)) = (base, body, self.level(row)?) {
            let code = format!("{body}{level}{base}");
            let place = self.known.find(&code);
            return Ok((code, place));
        }
        match local_code {
            Some(code) if self.mapping.without_base_code == WithoutBaseCode::Keep => {
                let place = self.known.find(&code);
                Ok((code, place))
            }
            _ => Err(NO_BASE_CODE.into()),
        }
    }

    /// The level of a row, by its column or by its division.
    pub(super) fn level(&self, row: usize) -> Result<Option<String>, Reason> {
        if let Some(level) = self.word(row, "level")? {
            return Ok(Some(level));
        }
        let division = self.word(row, "division")?;
        let division = division.and_then(|code| self.parser.catalog.registers.division(&code));
        Ok(division.map(|division| division.level.to_string()))
    }

    /// The text that a row says of a field.
    pub(super) fn word(&self, row: usize, key: &str) -> Result<Option<String>, Reason> {
        for bound in self
            .columns
            .iter()
            .filter(|bound| &*bound.column.key == key)
        {
            let cell = self.table.cell(row, bound.place);
            let about = |reason| in_column(&bound.name, &reason);
            let as_it_stands = said(
                cell,
                &bound.column.schema,
                &self.parser.standard().tables.exchange,
            );
            let text = match as_it_stands {
                // A key that the catalog has, however ill-shaped, is a key.
                Ok(Some(text)) if self.known.find(&text).is_some() => return Ok(Some(text)),
                other => other.map_err(about)?,
            };
            let Some(text) = text else { continue };
            let value = self.parser.text(&text, &bound.column, bound.codes.as_ref());
            if let Data::Text(word) = value.map_err(about)? {
                return Ok(Some(word));
            }
        }
        Ok(None)
    }
}

/// Whether a cell says a value in the letters in which it would be written out; a list of codes may have an
/// item to a line too.
fn is_said(stated: &Data, column: &Column, shown: &str) -> bool {
    let written = render(stated, &column.schema);
    let in_lines = || match stated {
        Data::List(_) if are_codes(&column.schema) => written.replace(BETWEEN_CODES, "\n") == shown,
        _ => false,
    };
    written.trim() == shown || in_lines()
}
