//! A JSON Schema (2020-12) compiled from the subset of keywords that the files in `schemas/` use. A test
//! holds the files to the subset and this reading to a full validator.

use std::collections::HashMap;
use std::sync::Arc;

use serde_json::Value as Json;

use crate::catalog::standard::{Format, Pattern};
use crate::text::Message;
use crate::yaml::{Path, Step};

/// 模式: what a value must look like, and what it is called.
#[derive(Clone, Debug)]
pub struct Schema {
    /// Title in both languages; empty if the schema has none.
    pub title: Message,
    /// Help in both languages: what it is for, which national field, how sure we are.
    pub help: Message,
    /// What systems that follow the national elements call it.
    pub national: Vec<Box<str>>,
    /// Whether it is a code, which must stand in quotes.
    pub is_code: bool,
    /// Whether its text may have several lines.
    pub is_multiline: bool,
    /// Section of a form.
    pub section: Option<Box<str>>,
    /// Place in a form.
    pub order: i64,
    /// What the value itself must be.
    pub form: Form,
}

/// What a value must be.
#[derive(Clone, Debug)]
pub enum Form {
    /// Text.
    Text(TextForm),
    /// A whole number between two bounds.
    Integer {
        /// Smallest.
        min: i64,
        /// Greatest.
        max: i64,
    },
    /// `true` or `false`.
    Boolean,
    /// A list.
    List {
        /// What each element must be.
        items: Arc<Schema>,
        /// Fewest elements.
        min_items: usize,
        /// Whether no element may stand twice.
        unique: bool,
        /// Keys that tell elements apart; empty where a text is its own identity.
        identity: Vec<Box<str>>,
    },
    /// Keys with values.
    Record {
        /// The keys, in the order of the schema.
        properties: Vec<(Box<str>, Arc<Schema>)>,
        /// Keys that must stand.
        required: Vec<Box<str>>,
        /// Whether other keys may stand.
        is_open: bool,
    },
}

/// What a text must be.
#[derive(Clone, Debug)]
pub struct TextForm {
    /// The only values allowed; empty if any is.
    pub choices: Vec<Choice>,
    /// Pattern it must match, with its source.
    pub pattern: Option<Pattern>,
    /// Fewest characters.
    pub min: usize,
    /// Most characters.
    pub max: usize,
    /// A named format.
    pub format: Option<Format>,
}

/// One of the values a text may have.
#[derive(Clone, Debug)]
pub struct Choice {
    /// The value in the file.
    pub value: Box<str>,
    /// What it means.
    pub title: Message,
}

/// Why a schema could not be compiled: the file and what is wrong.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{file}: {reason}")]
pub struct SchemaFault {
    /// Name of the schema file.
    pub file: String,
    /// What is wrong.
    pub reason: String,
}

/// The parsed files by name, for references from one to another.
pub(super) struct Sources {
    files: HashMap<String, Json>,
}

impl Sources {
    /// Parses schema files given as name and text.
    pub(super) fn parse<'t>(
        files: impl Iterator<Item = (&'t str, &'t str)>,
    ) -> Result<Sources, SchemaFault> {
        let parse = |(name, text): (&str, &str)| match serde_json::from_str(text) {
            Ok(json) => Ok((name.to_owned(), json)),
            Err(error) => Err(SchemaFault {
                file: name.to_owned(),
                reason: error.to_string(),
            }),
        };
        Ok(Sources {
            files: files.map(parse).collect::<Result<_, _>>()?,
        })
    }

    /// Compiles one file.
    pub(super) fn compile(&self, name: &str) -> Result<Schema, SchemaFault> {
        let fault = |reason: String| SchemaFault {
            file: name.to_owned(),
            reason,
        };
        let root = self
            .files
            .get(name)
            .ok_or_else(|| fault("missing".to_owned()))?;
        Compiler {
            sources: self,
            file: name,
        }
        .schema(root, 0)
        .map_err(fault)
    }
}

struct Compiler<'s> {
    sources: &'s Sources,
    file: &'s str,
}

impl Compiler<'_> {
    fn schema(&self, json: &Json, depth: usize) -> Result<Schema, String> {
        if depth > 32 {
            return Err("references run in a circle".to_owned());
        }
        if let Some(reference) = text(json, "$ref") {
            let (file, target) = self.resolve(reference)?;
            return Compiler {
                sources: self.sources,
                file,
            }
            .schema(target, depth + 1);
        }
        Ok(Schema {
            title: message(json, "title"),
            help: message(json, "description"),
            national: texts(json, "x-national"),
            is_code: flag(json, "x-code"),
            is_multiline: flag(json, "x-multiline"),
            section: text(json, "x-section").map(Box::from),
            order: json
                .get("x-order")
                .and_then(Json::as_i64)
                .unwrap_or(i64::MAX),
            form: self.form(json, depth)?,
        })
    }

    fn resolve<'r>(&'r self, reference: &'r str) -> Result<(&'r str, &'r Json), String> {
        let (file, pointer) = reference.split_once('#').unwrap_or((reference, ""));
        let file = if file.is_empty() { self.file } else { file };
        let target = self
            .sources
            .files
            .get(file)
            .and_then(|root| root.pointer(pointer));
        target
            .map(|target| (file, target))
            .ok_or_else(|| format!("{reference} leads nowhere"))
    }

    fn form(&self, json: &Json, depth: usize) -> Result<Form, String> {
        match text(json, "type") {
            Some("string") => text_form(json).map(Form::Text),
            Some("integer") => {
                let only = json.get("const").and_then(Json::as_i64);
                Ok(Form::Integer {
                    min: only.unwrap_or_else(|| number(json, "minimum", i64::MIN)),
                    max: only.unwrap_or_else(|| number(json, "maximum", i64::MAX)),
                })
            }
            Some("boolean") => Ok(Form::Boolean),
            Some("array") => self.list(json, depth),
            Some("object") => self.record(json, depth),
            other => Err(format!(
                "type {other:?} is not one of string, integer, boolean, array, object"
            )),
        }
    }

    fn list(&self, json: &Json, depth: usize) -> Result<Form, String> {
        let items = json.get("items").ok_or("an array without items")?;
        Ok(Form::List {
            items: Arc::new(self.schema(items, depth + 1)?),
            min_items: size(json, "minItems", 0),
            unique: flag(json, "uniqueItems"),
            identity: texts(json, "x-identity"),
        })
    }

    fn record(&self, json: &Json, depth: usize) -> Result<Form, String> {
        let properties = json
            .get("properties")
            .and_then(Json::as_object)
            .into_iter()
            .flatten();
        let property = |(key, json): (&String, &Json)| {
            Ok((key.as_str().into(), Arc::new(self.schema(json, depth + 1)?)))
        };
        Ok(Form::Record {
            properties: properties.map(property).collect::<Result<_, String>>()?,
            required: texts(json, "required"),
            is_open: json
                .get("additionalProperties")
                .and_then(Json::as_bool)
                .unwrap_or(true),
        })
    }
}

fn text_form(json: &Json) -> Result<TextForm, String> {
    let pattern = text(json, "pattern").map(Pattern::new).transpose()?;
    Ok(TextForm {
        choices: choices(json),
        pattern,
        min: size(json, "minLength", 0),
        max: size(json, "maxLength", usize::MAX),
        format: match text(json, "format") {
            Some("date") => Some(Format::Date),
            Some("uri") => Some(Format::Uri),
            _ => None,
        },
    })
}

/// Choices come as `oneOf` constants with titles, as an `enum`, or as one `const`.
fn choices(json: &Json) -> Vec<Choice> {
    let one_of = json
        .get("oneOf")
        .and_then(Json::as_array)
        .into_iter()
        .flatten();
    let titled = one_of.filter_map(|choice| {
        Some(Choice {
            value: text(choice, "const")?.into(),
            title: message(choice, "title"),
        })
    });
    let plain = texts(json, "enum")
        .into_iter()
        .chain(text(json, "const").map(Box::from));
    titled
        .chain(plain.map(|value| Choice {
            value,
            title: Message::default(),
        }))
        .collect()
}

fn message(json: &Json, key: &str) -> Message {
    let in_language = |key: &str| text(json, key).unwrap_or_default().to_owned();
    Message {
        zh: in_language(key),
        en: in_language(&format!("{key}_en")),
    }
}

fn text<'j>(json: &'j Json, key: &str) -> Option<&'j str> {
    json.get(key).and_then(Json::as_str)
}

fn texts(json: &Json, key: &str) -> Vec<Box<str>> {
    json.get(key)
        .and_then(Json::as_array)
        .into_iter()
        .flatten()
        .filter_map(Json::as_str)
        .map(Box::from)
        .collect()
}

fn flag(json: &Json, key: &str) -> bool {
    json.get(key).and_then(Json::as_bool).unwrap_or(false)
}

fn number(json: &Json, key: &str, otherwise: i64) -> i64 {
    json.get(key).and_then(Json::as_i64).unwrap_or(otherwise)
}

fn size(json: &Json, key: &str, otherwise: usize) -> usize {
    json.get(key)
        .and_then(Json::as_u64)
        .and_then(|number| number.try_into().ok())
        .unwrap_or(otherwise)
}

impl Schema {
    /// The schema of a key of a record.
    pub fn property(&self, key: &str) -> Option<&Arc<Schema>> {
        match &self.form {
            Form::Record { properties, .. } => properties
                .iter()
                .find(|(name, _)| &**name == key)
                .map(|(_, schema)| schema),
            _ => None,
        }
    }

    /// The schema one step further down.
    pub fn below(&self, step: &Step) -> Option<&Arc<Schema>> {
        match (step, &self.form) {
            (Step::Key(key), _) => self.property(key),
            (Step::Index(_), Form::List { items, .. }) => Some(items),
            (Step::Index(_), _) => None,
        }
    }

    /// The schema of what stands at a path.
    pub fn at<'s>(self: &'s Arc<Schema>, path: &Path) -> Option<&'s Arc<Schema>> {
        let mut steps = path.0.iter();
        steps.try_fold(self, |schema, step| schema.below(step))
    }

    /// The schema of a key of a record, and its place there; looked for from a place on first, since files
    /// mostly have their keys in the order of the schema.
    pub fn property_from(
        &self,
        place: usize,
        is_key: impl Fn(&str) -> bool,
    ) -> Option<(usize, &str, &Arc<Schema>)> {
        let Form::Record { properties, .. } = &self.form else {
            return None;
        };
        let is_it = |(name, _): &(Box<str>, Arc<Schema>)| is_key(name);
        let (before, after) = properties.split_at_checked(place)?;
        let found = after.iter().position(is_it).map(|found| place + found);
        let found = found.or_else(|| before.iter().position(is_it))?;
        let (name, schema) = properties.get(found)?;
        Some((found, name, schema))
    }

    /// What a value of a text with choices means; `None` without choices or for a value not among them.
    pub fn choice(&self, value: &str) -> Option<&Message> {
        match &self.form {
            Form::Text(form) => form
                .choices
                .iter()
                .find(|choice| &*choice.value == value)
                .map(|choice| &choice.title),
            _ => None,
        }
    }
}
