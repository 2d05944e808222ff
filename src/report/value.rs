//! A value of a file as lines for a person, however deeply nested.

use std::sync::Arc;

use crate::catalog::Catalog;
use crate::catalog::standard::{Form, Schema};
use crate::report::meaning;
use crate::text::{Lang, Words, visible, words};
use crate::yaml::{Shape, Value};

const EMPTY: Words = words("（空）", "(empty)");
const COLON: Words = words("：", ": ");
const BETWEEN_TEXTS: Words = words("、", ", ");
const BETWEEN_KEYS: Words = words("；", "; ");

/// Writes values in one language.
pub(super) struct Values<'c> {
    pub(super) catalog: &'c Catalog,
    pub(super) lang: Lang,
}

impl Values<'_> {
    /// The lines of a value; a nested line begins with spaces.
    pub(super) fn lines(
        &self,
        key: &str,
        schema: Option<&Schema>,
        value: Value<'_>,
    ) -> Vec<String> {
        match value.shape() {
            Shape::Scalar => self.scalar(key, schema, value.text().unwrap_or("")),
            Shape::Empty => vec![EMPTY.of(self.lang).to_owned()],
            Shape::Alias => vec![visible(value.span().of(value.document().text())).into_owned()],
            Shape::Sequence => self.list(key, schema, value),
            Shape::Mapping => self.mapping(schema, value),
        }
    }

    fn scalar(&self, key: &str, schema: Option<&Schema>, text: &str) -> Vec<String> {
        // A word such as `working` or `true` says no more than its meaning; a code is worth seeing.
        let is_word = text
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte == b'_');
        match meaning(self.catalog, key, schema, text) {
            Some(meaning) if is_word => vec![meaning.of(self.lang).to_owned()],
            Some(meaning) => vec![format!(
                "{} {}",
                visible(text),
                visible(meaning.of(self.lang))
            )],
            None => text
                .lines()
                .map(|line| visible(line).into_owned())
                .collect(),
        }
    }

    fn list(&self, key: &str, schema: Option<&Schema>, value: Value<'_>) -> Vec<String> {
        let item_schema = schema.and_then(|schema| match &schema.form {
            Form::List { items, .. } => Some(items),
            _ => None,
        });
        let items: Vec<Vec<String>> = value
            .items()
            .map(|item| self.lines(key, item_schema.map(Arc::as_ref), item))
            .collect();
        let is_plain = value.items().all(|item| item.shape() == Shape::Scalar);
        if let Some(line) = joined(&items, BETWEEN_TEXTS.of(self.lang)).filter(|_| is_plain) {
            return vec![line];
        }
        let numbered =
            |(place, lines): (usize, Vec<String>)| indented(format!("{}. ", place + 1), lines);
        items.into_iter().enumerate().flat_map(numbered).collect()
    }

    /// On one line if every value is one line; else a line or more for each key.
    fn mapping(&self, schema: Option<&Schema>, value: Value<'_>) -> Vec<String> {
        let entries = value.entries().map(|entry| {
            let key = entry.key.text().unwrap_or("");
            let property = schema.and_then(|schema| schema.property(key));
            let title = property.map_or(key, |schema| schema.title.of(self.lang));
            let lines = self.lines(key, property.map(Arc::as_ref), entry.value);
            let head = format!("{}{}", visible(title), COLON.of(self.lang));
            match lines.as_slice() {
                [only] => vec![head + only],
                _ => std::iter::once(head.trim_end().to_owned())
                    .chain(lines.iter().map(|line| format!("  {line}")))
                    .collect(),
            }
        });
        let entries: Vec<Vec<String>> = entries.collect();
        match joined(&entries, BETWEEN_KEYS.of(self.lang)) {
            Some(line) => vec![line],
            None => entries.concat(),
        }
    }
}

/// All on one line; `None` if one of them has several lines.
fn joined(parts: &[Vec<String>], between: &str) -> Option<String> {
    let single = parts.iter().map(|lines| match lines.as_slice() {
        [only] => Some(only.as_str()),
        _ => None,
    });
    Some(single.collect::<Option<Vec<_>>>()?.join(between))
}

fn indented(head: String, lines: Vec<String>) -> Vec<String> {
    let space = " ".repeat(head.len());
    let mut lines = lines.into_iter();
    let first = head + &lines.next().unwrap_or_default();
    std::iter::once(first)
        .chain(lines.map(|line| format!("{space}{line}")))
        .collect()
}
