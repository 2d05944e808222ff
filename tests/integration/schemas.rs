//! The schemas: they use no more than the walker knows, the tables are valid by theirs, and the fields of a
//! matter are those of the schemas.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use mulu::catalog::Field;
use serde_json::Value as Json;

use crate::walker::Judge;

/// The keywords that the walker and the forms know; `title` and `description` also with `_en`.
const KEYWORDS: &[&str] = &[
    "$schema",
    "$id",
    "$ref",
    "$defs",
    "title",
    "title_en",
    "description",
    "description_en",
    "type",
    "properties",
    "required",
    "additionalProperties",
    "items",
    "minItems",
    "uniqueItems",
    "oneOf",
    "enum",
    "const",
    "pattern",
    "minLength",
    "maxLength",
    "minimum",
    "maximum",
    "format",
    "x-national",
    "x-confidence",
    "x-code",
    "x-multiline",
    "x-identity",
    "x-order",
    "x-section",
];

#[test]
fn schemas_use_only_keywords_that_the_walker_knows() {
    for (path, schema) in all_schemas() {
        let mut wrong = Vec::new();
        judge_keywords(&schema, &mut wrong);
        assert!(wrong.is_empty(), "{}: {wrong:?}", path.display());
    }
}

fn judge_keywords(schema: &Json, wrong: &mut Vec<String>) {
    for (keyword, value) in schema.as_object().unwrap() {
        match (keyword.as_str(), value) {
            ("properties" | "$defs", Json::Object(schemas)) => {
                schemas
                    .values()
                    .for_each(|schema| judge_keywords(schema, wrong));
            }
            ("items", items) => judge_keywords(items, wrong),
            ("oneOf", Json::Array(choices)) => {
                wrong.extend(choices.iter().filter_map(not_a_choice));
            }
            ("type", Json::String(_)) | ("additionalProperties", Json::Bool(_)) => {}
            ("type" | "additionalProperties", other) => wrong.push(format!("{keyword}: {other}")),
            ("format", Json::String(format)) if format == "date" || format == "uri" => {}
            ("format", other) => wrong.push(format!("format {other}")),
            (keyword, _) if KEYWORDS.contains(&keyword) => {}
            (keyword, _) => wrong.push(keyword.to_owned()),
        }
    }
}

/// A choice is a constant text with its titles and nothing else.
fn not_a_choice(choice: &Json) -> Option<String> {
    let keys: BTreeSet<&str> = choice.as_object()?.keys().map(String::as_str).collect();
    let is_choice =
        choice["const"].is_string() && keys.is_subset(&["const", "title", "title_en"].into());
    (!is_choice).then(|| choice.to_string())
}

#[test]
fn tables_are_valid_by_their_schemas() {
    let judge = Judge::new();
    for table in [
        "coding",
        "exceptions",
        "fields",
        "guide",
        "legal-basis",
        "naming",
        "types",
    ] {
        let text = fs::read_to_string(root().join(format!("schemas/{table}.yaml"))).unwrap();
        let json: Json = serde_yaml::from_str(&text).unwrap();
        judge
            .validate(&format!("tables/{table}.schema.json"), &json)
            .unwrap();
    }
}

#[test]
fn the_fields_of_a_matter_are_the_properties_of_its_schemas() {
    let mut keys = BTreeSet::new();
    for name in ["base-matter", "local-matter"] {
        let path = root().join(format!("schemas/{name}.schema.json"));
        let schema: Json = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
        keys.extend(schema["properties"].as_object().unwrap().keys().cloned());
    }
    let fields: BTreeSet<String> = Field::all().map(|field| field.key().to_owned()).collect();
    assert_eq!(fields, keys);
}

/// Every schema file with its content.
pub(crate) fn all_schemas() -> Vec<(PathBuf, Json)> {
    let folders = [root().join("schemas"), root().join("schemas/tables")];
    let entries = folders
        .iter()
        .flat_map(|folder| fs::read_dir(folder).unwrap());
    let paths = entries.map(|entry| entry.unwrap().path());
    let schemas = paths.filter(|path| path.to_str().unwrap().ends_with(".schema.json"));
    schemas
        .map(|path| {
            let json = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
            (path, json)
        })
        .collect()
}

/// The folder of the package.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}
