//! What a value means: a code with its name from the schema, the tables or the registers.

use crate::catalog::standard::{Form, Schema};
use crate::catalog::{Catalog, Field};
use crate::report;
use crate::text::{Message as Saying, Words, words};
use crate::yaml::{Path, Shape, Step, Value};

/// 登记簿: where the values of a field are listed, if not in its schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Register {
    /// Types of matter.
    Types,
    /// Central departments.
    Departments,
    /// Divisions of the catalog.
    Divisions,
    /// Bodies of the catalog.
    Bodies,
    /// The same, by their names.
    BodyNames,
    /// Laws of the catalog.
    Laws,
    /// Base matters.
    BaseMatters,
}

/// The register for the value at a path.
pub(crate) fn register(path: &Path) -> Option<Register> {
    let keys: Vec<&str> = path
        .0
        .iter()
        .filter_map(|step| match step {
            Step::Key(key) => Some(key.as_str()),
            Step::Index(_) => None,
        })
        .collect();
    Some(match keys.as_slice() {
        ["type"] => Register::Types,
        ["department"] => Register::Departments,
        ["division"] => Register::Divisions,
        ["body"] => Register::Bodies,
        ["joint_bodies" | "entrusted_body"] => Register::BodyNames,
        ["legal_basis", "law"] => Register::Laws,
        ["base_code"] => Register::BaseMatters,
        _ => return None,
    })
}

/// The field that a path leads into.
pub(crate) fn field(path: &Path) -> Option<Field> {
    match path.0.first()? {
        Step::Key(key) => Field::from_key(key),
        Step::Index(_) => None,
    }
}

/// A value as a person reads it.
pub(crate) fn meaning(catalog: &Catalog, path: &Path, schema: &Schema, value: Value<'_>) -> Saying {
    match (&schema.form, value.shape()) {
        (Form::List { items, .. }, Shape::Sequence) => joined(
            value
                .items()
                .map(|item| meaning(catalog, path, items, item)),
            words("、", ", "),
        ),
        (Form::Record { properties, .. }, Shape::Mapping) if properties.len() <= 2 => joined(
            parts(catalog, path, (schema, false), value),
            words(" ", " "),
        ),
        (Form::Record { .. }, Shape::Mapping) => joined(
            parts(catalog, path, (schema, true), value),
            words(" · ", " · "),
        ),
        (_, Shape::Scalar) => scalar(catalog, path, schema, value.text().unwrap_or_default()),
        (_, Shape::Empty) => Saying::default(),
        _ => Saying::same(value.span().of(value.document().text())),
    }
}

/// What the values of a record say, in the order of the schema; a bare number or yes has its title.
fn parts<'a>(
    catalog: &'a Catalog,
    path: &'a Path,
    (schema, has_titles): (&'a Schema, bool),
    value: Value<'a>,
) -> impl Iterator<Item = Saying> {
    let Form::Record { properties, .. } = &schema.form else {
        return Vec::new().into_iter();
    };
    let said = properties.iter().filter_map(|(key, schema)| {
        let value = value.get(key)?;
        if let Some(said) = numbered(key, value) {
            return Some(said);
        }
        let said = meaning(catalog, &path.then_key(key), schema, value);
        Some(match schema.form {
            Form::Integer { .. } | Form::Boolean if has_titles => with_title(schema, &said),
            _ => said,
        })
    });
    said.collect::<Vec<_>>().into_iter()
}

/// An element of a list on one line: what tells it from its neighbours, then the rest.
pub(crate) fn summary(
    catalog: &Catalog,
    path: &Path,
    schema: &Schema,
    (keys, value): (&[Box<str>], Value<'_>),
) -> Saying {
    let head = keys
        .iter()
        .filter_map(|key| Some((key, schema.property(key)?, value.get(key)?)));
    let head = head.map(|(key, schema, value)| {
        numbered(key, value).unwrap_or_else(|| meaning(catalog, &path.then_key(key), schema, value))
    });
    let head = joined(head, words(" ", " "));
    let rest = Schema {
        form: without(&schema.form, keys),
        ..schema.clone()
    };
    let rest = parts(catalog, path, (&rest, true), value);
    joined(std::iter::once(head).chain(rest), words(" · ", " · "))
}

/// A record's form without some of its keys.
fn without(form: &Form, keys: &[Box<str>]) -> Form {
    match form {
        Form::Record {
            properties,
            required,
            is_open,
        } => Form::Record {
            properties: properties
                .iter()
                .filter(|(key, _)| !keys.contains(key))
                .cloned()
                .collect(),
            required: required.clone(),
            is_open: *is_open,
        },
        other => other.clone(),
    }
}

fn with_title(schema: &Schema, said: &Saying) -> Saying {
    Saying {
        zh: format!("{} {}", schema.title.zh, said.zh),
        en: format!("{} {}", schema.title.en, said.en),
    }
}

/// One scalar with its meaning; of a word of the schema, the meaning alone.
pub(crate) fn scalar(catalog: &Catalog, path: &Path, schema: &Schema, text: &str) -> Saying {
    if matches!(schema.form, Form::Boolean) {
        return match text {
            "true" => words("是", "Yes").into(),
            "false" => words("否", "No").into(),
            _ => Saying::same(text),
        };
    }
    match report::meaning(catalog, key(path), Some(schema), text) {
        Some(meaning) if schema.is_code => coded(text, &meaning),
        Some(meaning) => meaning,
        None => Saying::same(text),
    }
}

/// The key that a value stands under, be it as an element of a list.
fn key(path: &Path) -> &str {
    let keys = path.0.iter().rev().filter_map(|step| match step {
        Step::Key(key) => Some(key.as_str()),
        Step::Index(_) => None,
    });
    keys.into_iter().next().unwrap_or("")
}

/// A code and its name.
pub(crate) fn coded(code: &str, name: &Saying) -> Saying {
    Saying {
        zh: format!("{code} {}", name.zh),
        en: format!("{code} {}", name.en),
    }
}

/// The number of an article, paragraph or item; `None` for any other key.
fn numbered(key: &str, value: Value<'_>) -> Option<Saying> {
    let said = match key {
        "article" => words("第 {number} 条", "art. {number}"),
        "paragraph" => words("第 {number} 款", "para. {number}"),
        "item" => words("第 {number} 项", "item {number}"),
        _ => return None,
    };
    Some(said.with(&[("number", value.text()?)]))
}

fn joined(parts: impl Iterator<Item = Saying>, between: Words) -> Saying {
    let parts: Vec<Saying> = parts.filter(|part| !part.zh.is_empty()).collect();
    between.join(&parts)
}
