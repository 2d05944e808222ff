//! A cell that holds a list: codes or words parted by marks or lines, or records, one to a line.

use serde_json::Value as Json;

use crate::catalog::standard::{Form, Schema};
use crate::exchange::Column;
use crate::exchange::parse::citation::citations;
use crate::exchange::parse::{Codes, Parser};
use crate::exchange::reason::{NOT_A_CITATION, NOT_RECORDS, Reason, of};
use crate::exchange::render::of_json;
use crate::yaml::Data;

impl Parser<'_> {
    pub(super) fn list(
        self,
        text: &str,
        column: &Column,
        items: &Schema,
        codes: Option<&Codes>,
    ) -> Result<Data, Reason> {
        if text.starts_with('{') {
            return written(text)
                .map(Data::List)
                .ok_or_else(|| of(NOT_RECORDS, text));
        }
        if let Form::Record { required, .. } = &items.form {
            if &*column.field == "legal_basis" {
                return citations(text)
                    .map(Data::List)
                    .ok_or_else(|| of(NOT_A_CITATION, text));
            }
            // A name alone makes an item; what else it needs is a finding that can be mended.
            let name = required.first().filter(|key| ***key == *"name");
            let name = name.ok_or_else(|| of(NOT_RECORDS, text))?;
            let named = |item| Data::Map(vec![(name.to_string(), Data::from(item))]);
            let lines = text.lines().map(unnumbered).filter(|item| !item.is_empty());
            return Ok(Data::List(lines.map(named).collect()));
        }
        let parts = self.parts(text).into_iter();
        let item = |part| self.scalar(part, (&column.field, items), codes);
        let mut list: Vec<Data> = Vec::new();
        for value in parts.map(item) {
            let value = value?;
            if !list.contains(&value) {
                list.push(value);
            }
        }
        Ok(Data::List(list))
    }

    /// The items of a list: one to a line, or parted by marks.
    fn parts(self, text: &str) -> Vec<&str> {
        let marks = &self.standard().tables.exchange.separators;
        let parts: Vec<&str> = if text.contains('\n') {
            text.lines().collect()
        } else {
            text.split(|letter| marks.contains(letter)).collect()
        };
        let parts = parts.into_iter().map(str::trim);
        parts.filter(|part| !part.is_empty()).collect()
    }
}

/// Records as they are written out: JSON, one to a line.
fn written(text: &str) -> Option<Vec<Data>> {
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    let record = |line| {
        let json: Json = serde_json::from_str(line).ok()?;
        json.is_object().then(|| of_json(&json))?
    };
    lines.map(record).collect()
}

/// A line without its number: 1. 2、（3）
fn unnumbered(line: &str) -> &str {
    let line = line.trim();
    let bare = line.trim_start_matches(['(', '（']);
    let rest = bare.trim_start_matches(|letter: char| letter.is_ascii_digit());
    let marks = ['.', '、', '．', ')', '）'];
    if rest.len() < bare.len() && rest.starts_with(marks) {
        rest.trim_start_matches(marks).trim()
    } else {
        line
    }
}
