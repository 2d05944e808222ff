//! The columns of a table of records: every field, and of a field with parts every part. The schemas are
//! their only source.

use std::sync::Arc;

use crate::catalog::standard::{Form, RecordKind, Schema, Standard};
use crate::text::Message;

/// 列: one column of a table of records.
#[derive(Clone, Debug)]
pub struct Column {
    /// Its name: a field, or a field and a part of it (`promised_limit.days`).
    pub key: Box<str>,
    /// The field.
    pub field: Box<str>,
    /// The part of the field, if the column is not about all of it.
    pub part: Option<Box<str>>,
    /// What people call it.
    pub title: Message,
    /// What its values must be.
    pub schema: Arc<Schema>,
    /// Whether it is a part of each item of a list; a row then holds one item of it.
    pub is_of_items: bool,
}

/// The schema of one record of a kind.
pub(super) fn record_schema(standard: &Standard, kind: RecordKind) -> Option<&Arc<Schema>> {
    let file = standard.schema(kind.file_kind())?;
    let list = match kind {
        RecordKind::Base | RecordKind::Local => return Some(file),
        RecordKind::Body => file.property("bodies")?,
        RecordKind::Law => file.property("laws")?,
    };
    match &list.form {
        Form::List { items, .. } => Some(items),
        _ => None,
    }
}

/// The columns of a kind of record, in the order of the schema; those of the items of lists last.
pub fn columns(standard: &Standard, kind: RecordKind) -> Vec<Column> {
    let Some(Form::Record { properties, .. }) =
        record_schema(standard, kind).map(|schema| &schema.form)
    else {
        return Vec::new();
    };
    let (mut columns, mut of_items) = (Vec::new(), Vec::new());
    for (field, schema) in properties {
        match &schema.form {
            Form::Record { properties, .. } => {
                let parts = properties.iter();
                columns.extend(parts.map(|part| part_of(field, schema, part, false)));
            }
            Form::List { items, .. } => {
                columns.push(whole(field, schema));
                if let Form::Record { properties, .. } = &items.form {
                    let parts = properties.iter();
                    of_items.extend(parts.map(|part| part_of(field, schema, part, true)));
                }
            }
            _ => columns.push(whole(field, schema)),
        }
    }
    columns.extend(of_items);
    columns
}

/// The columns in which a table from elsewhere may write a whole field that has parts (`5个工作日`).
pub(super) fn wholes(standard: &Standard, kind: RecordKind) -> Vec<Column> {
    let Some(Form::Record { properties, .. }) =
        record_schema(standard, kind).map(|schema| &schema.form)
    else {
        return Vec::new();
    };
    let limits = properties.iter().filter(|(_, schema)| {
        schema.property("days").is_some() && schema.property("unit").is_some()
    });
    limits.map(|(field, schema)| whole(field, schema)).collect()
}

fn whole(field: &str, schema: &Arc<Schema>) -> Column {
    Column {
        key: field.into(),
        field: field.into(),
        part: None,
        title: schema.title.clone(),
        schema: Arc::clone(schema),
        is_of_items: false,
    }
}

fn part_of(
    field: &str,
    above: &Schema,
    (part, schema): &(Box<str>, Arc<Schema>),
    is_of_items: bool,
) -> Column {
    let title = Message {
        zh: format!("{}·{}", above.title.zh, schema.title.zh),
        en: format!("{}: {}", above.title.en, schema.title.en),
    };
    Column {
        key: format!("{field}.{part}").into(),
        field: field.into(),
        part: Some(part.clone()),
        title,
        schema: Arc::clone(schema),
        is_of_items,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_with_parts_has_a_column_for_each() {
        let standard = Standard::bundled().unwrap();
        let columns = columns(&standard, RecordKind::Local);
        let keys: Vec<&str> = columns.iter().map(|column| &*column.key).collect();
        assert!(keys.contains(&"promised_limit.days") && !keys.contains(&"promised_limit"));
        assert!(keys.contains(&"materials"));
        let item = columns
            .iter()
            .find(|column| &*column.key == "materials.name");
        assert!(item.is_some_and(|column| column.is_of_items));
    }
}
