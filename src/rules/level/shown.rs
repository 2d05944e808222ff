//! Differences as a person reads them, in both languages.

use crate::catalog::standard::{Form, Schema, Standard};
use crate::catalog::{Field, MatterId, effective_value, limit};
use crate::levels::{Difference, Element};
use crate::rules::Report;
use crate::rules::limit::written;
use crate::text::{Message, words};
use crate::yaml::Value;

/// A text of more characters is not repeated in a message.
const SHORT: usize = 40;

/// Says how a matter departs from the one above, and where the upper value stands: with `say`, and with
/// `above` for that place.
pub(super) fn tell(
    difference: &Difference<'_>,
    upper: MatterId,
    (say, above): (&str, &str),
    report: &mut Report<'_>,
) {
    let (field, standard) = (difference.field, report.standard());
    let title = standard.title(field);
    let missing = elements(field, &difference.missing, standard);
    let extra = elements(field, &difference.extra, standard);
    let own = value(field, difference.lower, standard).unwrap_or_default();
    let other = value(field, difference.upper, standard).unwrap_or_default();
    let values = [
        ("title", &*title.zh),
        ("title_en", &*title.en),
        ("missing", &*missing.zh),
        ("missing_en", &*missing.en),
        ("extra", &*extra.zh),
        ("extra_en", &*extra.en),
        ("seen", &*own.zh),
        ("seen_en", &*own.en),
        ("above", &*other.zh),
        ("above_en", &*other.en),
    ];
    let effective = effective_value(report.catalog, upper, field);
    let source = effective.map(|effective| &report.catalog.matter(effective.source).file);
    // One element too many is the place to look at; of one that is gone, only its list is left.
    let place = difference
        .extra
        .first()
        .map_or(difference.lower, |element| element.value);
    let said = report.at(place.span(), say, &values);
    if let Some(file) = source {
        said.beside(file, difference.upper.span(), above, &values);
    }
}

/// Whether both values are short enough to be said.
pub(super) fn can_be_said(difference: &Difference<'_>, standard: &Standard) -> bool {
    value(difference.field, difference.lower, standard).is_some()
        && value(difference.field, difference.upper, standard).is_some()
}

/// A value that is short enough to be said; `None` for a long text or a list.
fn value(field: Field, value: Value<'_>, standard: &Standard) -> Option<Message> {
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
fn elements(field: Field, elements: &[Element<'_>], standard: &Standard) -> Message {
    let items = standard.field(field).and_then(|schema| match &schema.form {
        Form::List { items, .. } => Some(&**items),
        _ => None,
    });
    let shown = elements
        .iter()
        .map(|element| match (field, element.identity.as_slice()) {
            (Field::LegalBasis, [law, article]) => Message {
                zh: format!("《{law}》第 {article} 条"),
                en: format!("“{law}” article {article}"),
            },
            (_, [text]) => items.map_or_else(|| Message::same(text), |items| choice(items, text)),
            (_, parts) => Message::same(&parts.join(" ")),
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
        None => Message::same(text),
    }
}
