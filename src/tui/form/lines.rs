//! A field's value as lines: one for each element of a list, one for each line of a text.

use crate::catalog::standard::Form;
use crate::catalog::{Catalog, Field};
use crate::text::Message as Saying;
use crate::tui::form::meaning::{meaning, summary};
use crate::yaml::{NodeId, Path, Shape, Value};

/// One line of a value.
#[derive(Clone, Debug)]
pub(crate) struct ValueLine {
    /// The element that it sums up, if the value is a list.
    pub(crate) element: Option<NodeId>,
    /// What a person reads.
    pub(crate) text: Saying,
}

/// The lines of a value of a field.
pub(crate) fn value_lines(catalog: &Catalog, field: Field, value: Value<'_>) -> Vec<ValueLine> {
    let path = Path::key(field.key());
    let Some(schema) = catalog.standard.field(field) else {
        return texts(&Saying::same(value.text().unwrap_or_default()));
    };
    let Form::List {
        items, identity, ..
    } = &schema.form
    else {
        return texts(&meaning(catalog, &path, schema, value));
    };
    if value.shape() != Shape::Sequence {
        return texts(&meaning(catalog, &path, schema, value));
    }
    let line = |(index, item): (usize, Value<'_>)| {
        let path = path.then_index(index);
        let text = match items.form {
            Form::Record { .. } => summary(catalog, &path, items, (identity, item)),
            _ => meaning(catalog, &path, items, item),
        };
        ValueLine {
            element: Some(item.id()),
            text: Saying {
                zh: text.zh.replace('\n', " "),
                en: text.en.replace('\n', " "),
            },
        }
    };
    value.items().enumerate().map(line).collect()
}

/// The lines of a text; both languages have as many, for what is translated is short.
fn texts(text: &Saying) -> Vec<ValueLine> {
    let line = |(zh, en): (&str, &str)| ValueLine {
        element: None,
        text: Saying {
            zh: zh.to_owned(),
            en: en.to_owned(),
        },
    };
    text.zh.lines().zip(text.en.lines()).map(line).collect()
}

/// A value of a field on one line.
pub(crate) fn value_text(catalog: &Catalog, field: Field, value: Value<'_>) -> Saying {
    let path = Path::key(field.key());
    match catalog.standard.field(field) {
        Some(schema) => {
            let text = meaning(catalog, &path, schema, value);
            Saying {
                zh: text.zh.replace('\n', " "),
                en: text.en.replace('\n', " "),
            }
        }
        None => Saying::same(value.text().unwrap_or_default()),
    }
}
