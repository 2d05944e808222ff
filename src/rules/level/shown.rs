//! Values as a person reads them, in both languages.

use crate::catalog::standard::{Form, Schema, Standard};
use crate::catalog::{Field, limit};
use crate::rules::limit::written;
use crate::text::{Message, words};
use crate::yaml::Value;

/// A text of more characters is not repeated in a message.
const SHORT: usize = 40;

/// Title of a field.
pub(super) fn title(field: Field, standard: &Standard) -> Message {
    let schema = standard.field(field);
    schema.map_or_else(|| plain(field.key()), |schema| schema.title.clone())
}

/// A value that is short enough to be said; `None` for a long text or a list.
pub(super) fn value(field: Field, value: Value<'_>, standard: &Standard) -> Option<Message> {
    let schema = standard.field(field)?;
    match &schema.form {
        Form::Record { .. } => Some(written(limit(value)?.value)),
        Form::Boolean => match value.text()? {
            "true" => Some(words("是", "yes").into()),
            _ => Some(words("否", "no").into()),
        },
        _ => {
            let text = value.text().filter(|text| text.chars().count() <= SHORT)?;
            Some(choice(schema, text))
        }
    }
}

/// Elements of a list, one after the other.
pub(super) fn elements(field: Field, elements: &[Vec<&str>], standard: &Standard) -> Message {
    let items = standard.field(field).and_then(|schema| match &schema.form {
        Form::List { items, .. } => Some(&**items),
        _ => None,
    });
    let shown = elements
        .iter()
        .map(|parts| match (field, parts.as_slice()) {
            (Field::LegalBasis, [law, article]) => Message {
                zh: format!("《{law}》第 {article} 条"),
                en: format!("“{law}” article {article}"),
            },
            (_, [text]) => items.map_or_else(|| plain(text), |items| choice(items, text)),
            _ => plain(&parts.join(" ")),
        });
    let shown: Vec<Message> = shown.collect();
    let join =
        |of: fn(&Message) -> &str, between| shown.iter().map(of).collect::<Vec<_>>().join(between);
    Message {
        zh: join(|message| &message.zh, "、"),
        en: join(|message| &message.en, ", "),
    }
}

/// A code with what it means; any other text as it is.
fn choice(schema: &Schema, text: &str) -> Message {
    match schema.choice(text) {
        Some(title) => Message {
            zh: format!("{text}（{}）", title.zh),
            en: format!("{text} ({})", title.en),
        },
        None => plain(text),
    }
}

fn plain(text: &str) -> Message {
    Message {
        zh: text.to_owned(),
        en: text.to_owned(),
    }
}
