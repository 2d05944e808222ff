//! JSON: a list of records, a document that holds such lists, or one record to a line. Records of several
//! kinds become several tables.

use serde_json::{Map, Value};

use crate::exchange::read::{NOT_JSON, Unreadable};
use crate::exchange::render::render_json;
use crate::exchange::{Cell, Table};

/// The key under which a record tells its kind.
pub(super) const KIND: &str = "kind";

/// The tables in such a text.
pub(super) fn read(text: &str) -> Result<Vec<Table>, Unreadable> {
    let mut tables: Vec<Sheet> = Vec::new();
    for record in records(text)? {
        let kind = record.get(KIND).and_then(Value::as_str).unwrap_or("");
        let place = tables.iter().position(|sheet| sheet.table.name == kind);
        let place = place.unwrap_or_else(|| {
            tables.push(Sheet::new(kind));
            tables.len() - 1
        });
        if let Some(sheet) = tables.get_mut(place) {
            sheet.push(&record);
        }
    }
    Ok(tables.into_iter().map(Sheet::finish).collect())
}

fn records(text: &str) -> Result<Vec<Map<String, Value>>, Unreadable> {
    let whole: Result<Value, _> = serde_json::from_str(text);
    let values = match whole {
        Ok(Value::Array(values)) => values,
        Ok(Value::Object(document)) => listed(document),
        Ok(_) => Vec::new(),
        Err(error) => {
            let lines: Result<Vec<Value>, _> = serde_json::Deserializer::from_str(text)
                .into_iter()
                .collect();
            lines.map_err(|of_lines| {
                let error = if text.trim_start().starts_with('[') {
                    error
                } else {
                    of_lines
                };
                let (line, error) = (error.line().to_string(), error.to_string());
                Unreadable(NOT_JSON.with(&[("line", &line), ("error", &error)]))
            })?
        }
    };
    let objects = values.into_iter().filter_map(|value| match value {
        Value::Object(object) => Some(object),
        _ => None,
    });
    Ok(objects.collect())
}

/// The records that a document holds in lists; the document itself if it holds none.
fn listed(document: Map<String, Value>) -> Vec<Value> {
    let is_list = |value: &Value| {
        let first = value.as_array().and_then(|list| list.first());
        first.is_some_and(Value::is_object)
    };
    let is_record = document.contains_key("code") || document.contains_key("name");
    if is_record || !document.values().any(is_list) {
        return vec![Value::Object(document)];
    }
    let lists = document.into_iter().filter_map(|(_, value)| match value {
        Value::Array(values) => Some(values),
        _ => None,
    });
    lists.flatten().collect()
}

struct Sheet {
    table: Table,
    keys: Vec<String>,
}

impl Sheet {
    fn new(kind: &str) -> Sheet {
        let table = Table {
            name: kind.to_owned(),
            ..Table::default()
        };
        Sheet {
            table,
            keys: Vec::new(),
        }
    }

    fn push(&mut self, record: &Map<String, Value>) {
        let mut row = Vec::new();
        for (key, value) in record.iter().filter(|(key, _)| *key != KIND) {
            match value {
                Value::Object(parts) => {
                    for (part, value) in parts {
                        self.put(&mut row, &format!("{key}.{part}"), value);
                    }
                }
                _ => self.put(&mut row, key, value),
            }
        }
        self.table.rows.push(row);
    }

    fn put(&mut self, row: &mut Vec<Cell>, key: &str, value: &Value) {
        let place = self.keys.iter().position(|known| known == key);
        let place = place.unwrap_or_else(|| {
            self.keys.push(key.to_owned());
            self.keys.len() - 1
        });
        if row.len() <= place {
            row.resize(place + 1, Cell::Empty);
        }
        if let Some(cell) = row.get_mut(place) {
            *cell = match value {
                Value::Null => Cell::Empty,
                Value::Bool(truth) => Cell::Truth(*truth),
                // The digits of a number stand in the text; no spreadsheet has spoilt them.
                other => Cell::text(&render_json(other)),
            };
        }
    }

    fn finish(mut self) -> Table {
        let head = self.keys.iter().map(|key| Cell::text(key)).collect();
        self.table.rows.insert(0, head);
        self.table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Vec<(String, Vec<Vec<String>>)> {
        let row = |row: &Vec<Cell>| row.iter().map(|cell| cell.shown().into_owned()).collect();
        let table = |table: Table| (table.name, table.rows.iter().map(row).collect());
        read(text).unwrap().into_iter().map(table).collect()
    }

    #[test]
    fn records_of_each_kind_are_a_table() {
        let lines = "{\"kind\":\"body\",\"code\":\"1\"}\n{\"kind\":\"law\",\"title\":\"甲\",\"x\":{\"y\":[\"1\",\"2\"]}}\n";
        let cells = |cells: &[&str]| {
            cells
                .iter()
                .map(|cell| (*cell).to_owned())
                .collect::<Vec<_>>()
        };
        let body = ("body".to_owned(), vec![cells(&["code"]), cells(&["1"])]);
        let law = (
            "law".to_owned(),
            vec![cells(&["title", "x.y"]), cells(&["甲", "1\n2"])],
        );
        assert_eq!(shown(lines), [body, law]);
        let listed = shown("{\"format\":1,\"records\":[{\"kind\":\"body\",\"code\":\"1\"}]}");
        assert_eq!(listed[0].0, "body");
    }

    #[test]
    fn what_is_no_json_says_where() {
        let error = read("[\n{\"code\": }\n]").unwrap_err();
        assert!(error.0.en.contains("line 2"), "{}", error.0.en);
    }
}
