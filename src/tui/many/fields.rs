//! Which fields can be set in many matters at once, and how their elements are called.

use std::sync::Arc;

use crate::catalog::standard::{Form, Schema};
use crate::catalog::{Catalog, Field, FileKind};
use crate::text::Message as Saying;
use crate::tui::form::{meaning, summary};
use crate::yaml::{Path, Value};

/// What stays a matter's own business: it is told by its code, and what was decided was decided on it alone.
const APART: [Field; 3] = [Field::Code, Field::Exceptions, Field::Decisions];

/// The fields of some kinds of matters in the order of the form, those of a group after the group.
pub(crate) fn field_options(catalog: &Catalog, kinds: &[FileKind]) -> Vec<(Path, Saying)> {
    let mut fields: Vec<(i64, Field, &Arc<Schema>)> = Field::all()
        .filter(|field| !APART.contains(field))
        .filter_map(|field| {
            let mut records = kinds
                .iter()
                .filter_map(|kind| catalog.standard.schema(*kind));
            let schema = records.find_map(|record| record.property(field.key()))?;
            Some((schema.order, field, schema))
        })
        .collect();
    fields.sort_by_key(|(order, ..)| *order);
    let mut options = Vec::new();
    for (_, field, schema) in fields {
        let path = Path::key(field.key());
        options.push((path.clone(), schema.title.clone()));
        if let Form::Record { properties, .. } = &schema.form {
            let part = |(key, part): &(Box<str>, Arc<Schema>)| {
                (path.then_key(key), below(&schema.title, &part.title))
            };
            options.extend(properties.iter().map(part));
        }
    }
    options
}

fn below(above: &Saying, part: &Saying) -> Saying {
    Saying {
        zh: format!("{}：{}", above.zh, part.zh),
        en: format!("{}: {}", above.en, part.en),
    }
}

/// An element of a list on one line.
pub(crate) fn element_title(
    catalog: &Catalog,
    path: &Path,
    list: &Schema,
    element: Value<'_>,
) -> Saying {
    let Form::List {
        items, identity, ..
    } = &list.form
    else {
        return Saying::default();
    };
    let path = path.then_index(0);
    let text = match items.form {
        Form::Record { .. } => summary(catalog, &path, items, (identity, element)),
        _ => meaning(catalog, &path, items, element),
    };
    Saying {
        zh: text.zh.replace('\n', " "),
        en: text.en.replace('\n', " "),
    }
}
