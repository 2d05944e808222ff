//! Matters as linked open data by the vocabulary of the Core Public Service Vocabulary (CPSV-AP 3): a public
//! service with its authority, legal resources, inputs and outputs, as JSON-LD or Turtle. What is written is
//! the record in effect, since a reader elsewhere does not know what is inherited.

use std::collections::BTreeSet;
use std::io::{self, Write};

use serde_json::{Map, Value as Json, json};

use crate::catalog::{Catalog, Field, MatterId, effective_value};
use crate::yaml::Value;

/// Where the names in braces come from.
const PREFIXES: [(&str, &str); 6] = [
    ("cpsv", "http://purl.org/vocab/cpsv#"),
    ("cv", "http://data.europa.eu/m8g/"),
    ("dct", "http://purl.org/dc/terms/"),
    ("eli", "http://data.europa.eu/eli/ontology#"),
    ("foaf", "http://xmlns.com/foaf/0.1/"),
    ("xsd", "http://www.w3.org/2001/XMLSchema#"),
];

/// One thing: what it is called, what it is, and what is said of it.
struct Thing {
    id: String,
    kind: &'static str,
    says: Vec<(&'static str, Object)>,
}

/// What is said.
enum Object {
    /// Another thing.
    Thing(String),
    /// A text in Chinese.
    Chinese(String),
    /// A text that is no language: a code.
    Plain(String),
    /// A stretch of time.
    Duration(String),
}

/// Writes all matters as one JSON-LD document.
pub fn write_json_ld(catalog: &Catalog, out: &mut dyn Write) -> io::Result<()> {
    let prefixes = PREFIXES.map(|(name, iri)| (name.to_owned(), Json::from(iri)));
    let context = Json::Object(Map::from_iter(prefixes));
    write!(out, "{{\n\"@context\": {context},\n\"@graph\": [")?;
    let mut between = "\n";
    for thing in things(catalog) {
        write!(out, "{between}{}", node(&thing))?;
        between = ",\n";
    }
    out.write_all(b"\n]\n}\n")
}

/// Writes all matters as Turtle.
pub fn write_turtle(catalog: &Catalog, out: &mut dyn Write) -> io::Result<()> {
    for (name, iri) in PREFIXES {
        writeln!(out, "@prefix {name}: <{iri}> .")?;
    }
    for thing in things(catalog) {
        write!(out, "\n<{}> a {}", thing.id, thing.kind)?;
        for (key, object) in &thing.says {
            write!(out, " ;\n  {key} {}", turtle(object))?;
        }
        writeln!(out, " .")?;
    }
    Ok(())
}

fn node(thing: &Thing) -> Json {
    let mut node = Map::new();
    node.insert("@id".to_owned(), thing.id.as_str().into());
    node.insert("@type".to_owned(), thing.kind.into());
    for (key, object) in &thing.says {
        let value = match object {
            Object::Thing(id) => json!({"@id": id}),
            Object::Chinese(text) => json!({"@value": text, "@language": "zh"}),
            Object::Plain(text) => json!(text),
            Object::Duration(text) => json!({"@value": text, "@type": "xsd:duration"}),
        };
        let values = node.entry((*key).to_owned()).or_insert_with(|| json!([]));
        if let Json::Array(values) = values {
            values.push(value);
        }
    }
    Json::Object(node)
}

fn turtle(object: &Object) -> String {
    match object {
        Object::Thing(id) => format!("<{id}>"),
        Object::Chinese(text) => format!("{}@zh", quoted(text)),
        Object::Plain(text) => quoted(text),
        Object::Duration(text) => format!("{}^^xsd:duration", quoted(text)),
    }
}

/// A text in quotation marks; Turtle escapes as JSON does, but has no `\/`, which is never written.
fn quoted(text: &str) -> String {
    Json::from(text).to_string()
}

/// The name of a thing: `urn:mulu:matter:000131002000`. What no name may hold is written in percents.
fn urn(class: &str, name: &str) -> String {
    let mut urn = format!("urn:mulu:{class}:");
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.') {
            urn.push(char::from(byte));
        } else {
            let digit = |value: u8| char::from(b"0123456789ABCDEF"[usize::from(value & 15)]);
            urn.extend(['%', digit(byte >> 4), digit(byte)]);
        }
    }
    urn
}

fn things(catalog: &Catalog) -> impl Iterator<Item = Thing> {
    let registers = &catalog.registers;
    let body = |body: &crate::catalog::Body| Thing {
        id: urn("body", &body.code),
        kind: "cv:PublicOrganisation",
        says: vec![
            ("dct:identifier", Object::Plain(body.code.to_string())),
            ("dct:title", Object::Chinese(body.name.to_string())),
            (
                "dct:spatial",
                Object::Thing(urn("division", &body.division)),
            ),
        ],
    };
    let division = |division: &crate::catalog::Division| Thing {
        id: urn("division", &division.code),
        kind: "dct:Location",
        says: vec![
            ("dct:identifier", Object::Plain(division.code.to_string())),
            ("dct:title", Object::Chinese(division.name.to_string())),
        ],
    };
    let law = |law: &crate::catalog::Law| Thing {
        id: urn("law", law.title()),
        kind: "eli:LegalResource",
        says: vec![("dct:title", Object::Chinese(law.title().to_owned()))],
    };
    let registered = registers.divisions.iter().map(division);
    let registered = registered.chain(registers.bodies.iter().map(body));
    let registered = registered.chain(registers.laws.iter().map(law));
    registered.chain(catalog.matters().flat_map(|(id, _)| of_matter(catalog, id)))
}

/// A matter with its channels, inputs and outputs.
fn of_matter(catalog: &Catalog, id: MatterId) -> Vec<Thing> {
    let matter = catalog.matter(id);
    let code = matter.code().map_or(matter.file.stem(), |code| code.value);
    let value = |field| effective_value(catalog, id, field).map(|value| value.value);
    let text = |field| {
        value(field)
            .and_then(|value| value.text())
            .unwrap_or_default()
    };
    let mut says = vec![("dct:identifier", Object::Plain(code.to_owned()))];
    // A service without a description is none; the name is the least that can be said.
    let description = Some(text(Field::AcceptanceConditions)).filter(|text| !text.is_empty());
    let description = description.unwrap_or(text(Field::Name));
    for (key, text) in [
        ("dct:title", text(Field::Name)),
        ("dct:description", description),
    ] {
        if !text.is_empty() {
            says.push((key, Object::Chinese(text.to_owned())));
        }
    }
    for (key, class, field) in [
        ("cv:hasCompetentAuthority", "body", Field::Body),
        ("dct:spatial", "division", Field::Division),
    ] {
        if !text(field).is_empty() {
            says.push((key, Object::Thing(urn(class, text(field)))));
        }
    }
    says.extend(value(Field::PromisedLimit).and_then(duration));
    let items = |field| value(field).into_iter().flat_map(|list| list.items());
    let laws = items(Field::LegalBasis).filter_map(|basis| basis.get("law")?.text());
    // A law may be cited for several of its articles, and is named once.
    for law in laws.collect::<BTreeSet<&str>>() {
        says.push(("cv:hasLegalResource", Object::Thing(urn("law", law))));
    }
    let mut things = Vec::new();
    let inputs = items(Field::Materials).filter_map(|item| item.get("name")?.text());
    let output = Some(text(Field::ResultName)).filter(|name| !name.is_empty());
    let parts = inputs.map(|name| ("cpsv:hasInput", "cv:Evidence", "evidence", name));
    let parts = parts.chain(output.map(|name| ("cpsv:produces", "cv:Output", "output", name)));
    for (number, (key, kind, class, name)) in parts.enumerate() {
        let part = urn(class, &format!("{code}-{number}"));
        says.push((key, Object::Thing(part.clone())));
        things.push(Thing {
            id: part,
            kind,
            says: vec![
                ("dct:identifier", Object::Plain(format!("{code}-{number}"))),
                ("dct:title", Object::Chinese(name.to_owned())),
            ],
        });
    }
    things.push(Thing {
        id: urn("matter", code),
        kind: "cpsv:PublicService",
        says,
    });
    things
}

/// The promised limit; working days have no duration of their own and are counted as days.
fn duration(limit: Value<'_>) -> Option<(&'static str, Object)> {
    let days: u32 = limit.get("days")?.text()?.parse().ok()?;
    Some(("cv:processingTime", Object::Duration(format!("P{days}D"))))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::catalog::File;
    use crate::catalog::standard::Standard;
    use crate::yaml::read;

    fn catalog() -> Catalog {
        let base = "code: \"000131002000\"\nname: 食品\"经营\"许可\npromised_limit: {days: 8, unit: working}\n\
                    legal_basis:\n  - {law: 食品安全法, article: 35}\nmaterials:\n  - {name: 申请书}\n";
        let file = File::new("base/31/000131002000.yaml", read(base));
        Catalog::new(Arc::new(Standard::bundled().unwrap()), vec![Arc::new(file)])
    }

    fn written(write: fn(&Catalog, &mut dyn Write) -> io::Result<()>) -> String {
        let mut bytes = Vec::new();
        write(&catalog(), &mut bytes).unwrap();
        String::from_utf8(bytes).unwrap()
    }

    #[test]
    fn a_matter_is_a_public_service() {
        let turtle = written(write_turtle);
        for said in [
            "<urn:mulu:matter:000131002000> a cpsv:PublicService ;",
            "  dct:title \"食品\\\"经营\\\"许可\"@zh ;",
            "  cv:processingTime \"P8D\"^^xsd:duration ;",
            "  cpsv:hasInput <urn:mulu:evidence:000131002000-0> .",
            "<urn:mulu:evidence:000131002000-0> a cv:Evidence ;",
        ] {
            assert!(turtle.contains(said), "{said}\n{turtle}");
        }
    }

    #[test]
    fn both_forms_say_the_same_things() {
        let json: Json = serde_json::from_str(&written(write_json_ld)).unwrap();
        let nodes = json["@graph"].as_array().unwrap();
        let service = nodes
            .iter()
            .find(|node| node["@type"] == "cpsv:PublicService")
            .unwrap();
        assert_eq!(service["@id"], "urn:mulu:matter:000131002000");
        assert_eq!(service["dct:title"][0]["@value"], "食品\"经营\"许可");
        assert_eq!(service["cpsv:hasInput"][0]["@id"], nodes[0]["@id"]);
        let said: usize = nodes
            .iter()
            .map(|node| node.as_object().unwrap().len())
            .sum();
        let lines = written(write_turtle)
            .lines()
            .filter(|line| line.contains(" a ") || line.starts_with("  "))
            .count();
        assert_eq!(said, lines + nodes.len());
    }
}
