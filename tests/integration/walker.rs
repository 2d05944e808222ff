//! The walker judges a file as a full validator of JSON Schema does: over the bundled catalog, and over
//! many documents in each of which something was changed.

use boon::{Compiler, SchemaIndex, Schemas};
use mulu::catalog::FileKind;
use mulu::catalog::standard::Standard;
use mulu::rules::{Fault, Wrong, walk};
use mulu::yaml::{Document, Entry, Shape, Style, Value, read};
use serde_json::{Map, Number, Value as Json, json};

use crate::schemas::{all_schemas, root};
use crate::stage::files;

/// Where the schemas are for the validator.
const BASE: &str = "https://mulu.invalid/schemas/";

#[test]
fn the_walker_judges_the_bundled_catalog_as_a_validator_does() {
    let (judge, standard) = (Judge::new(), Standard::bundled().unwrap());
    for (path, text) in files(&root().join("catalog")) {
        let kind = FileKind::of(&path);
        let document = read(text);
        judge
            .compare(&standard, kind, &document)
            .unwrap_or_else(|reason| panic!("{path}: {reason}"));
    }
}

#[test]
fn the_walker_judges_what_is_wrong_as_a_validator_does() {
    let (judge, standard) = (Judge::new(), Standard::bundled().unwrap());
    let mut dice = Dice::new(7);
    let (mut valid, mut invalid) = (0, 0);
    for (path, sound) in samples() {
        let kind = FileKind::of(&path);
        for _ in 0..150 {
            let mut json = sound.clone();
            change(&mut json, &mut dice);
            let document = read(json.to_string());
            match judge.compare(&standard, kind, &document) {
                Ok(true) => valid += 1,
                Ok(false) => invalid += 1,
                Err(reason) => panic!("{path}: {reason}\n{json:#}"),
            }
        }
    }
    assert!(
        valid > 50 && invalid > 500,
        "{valid} valid, {invalid} invalid"
    );
}

/// One file of each kind with short lists, and a matter that has nearly every field.
pub(crate) fn samples() -> Vec<(String, Json)> {
    let catalog = files(&root().join("catalog"));
    let first = |start: &str| {
        let found = catalog.iter().find(|(path, _)| path.starts_with(start));
        let (path, text) = found.unwrap();
        (
            path.clone(),
            short(json_of(read(text.as_str()).root().unwrap())),
        )
    };
    let starts = [
        "mulu",
        "divisions",
        "bodies",
        "laws/law",
        "base/09",
        "base/31",
        "local/330106",
        "bundles/",
    ];
    let full = json_of(read(FULL).root().unwrap());
    let full = ("local/330106/full.yaml".to_owned(), full);
    let baseline = json_of(read(BASELINE).root().unwrap());
    let baseline = ("baseline.yaml".to_owned(), baseline);
    let starts = starts.into_iter().map(first);
    starts.chain([full, baseline]).collect()
}

fn short(mut json: Json) -> Json {
    let lists = json.as_object_mut().unwrap().values_mut();
    lists
        .filter_map(Json::as_array_mut)
        .for_each(|list| list.truncate(4));
    json
}

const FULL: &str = r#"
code: "11330106MU0320011R4000120003000"
base_code: "000120003000"
level: "4"
division: "330106"
body: "11330106MU0320011R"
version: 1
status: "1"
effective_on: "2024-02-29"
online_url: https://example.gov.cn/a?b=1
special_procedures: [{name: 检测, days: 3, note: 委托}]
fees: [{name: 工本费, standard: 10 元, reducible: false}]
faq: [{question: 问, answer: 答}]
themes_person: ["005", "010"]
handling_items: [{code: "11330106MU0320011R400012000300001", name: 新办, served: ["1"], materials: [甲, 乙]}]
exceptions: [{rule: N003, reason: 历史名称, by: 甲, until: "2026-12-31"}]
decisions: [{field: name, action: approve, by: 甲, on: "2026-01-02", until: "2027-01-01"}]
joint_bodies: [甲局, 乙局]
online: true
visits: 0
"#;

const BASELINE: &str = r#"
entries:
  - {rule: N003, path: base/09/000109001000.yaml, fingerprint: "0123456789abcdef", count: 2, text: 问题}
  - {rule: L001, path: base/09/000109001000.yaml, fingerprint: "0123456789abcde0", text: 问题}
"#;

/// Changes one value somewhere: another value, a key more or less, an element twice or gone.
pub(crate) fn change(json: &mut Json, dice: &mut Dice) {
    let odd = [
        Json::Null,
        json!(""),
        json!("x"),
        json!("01"),
        json!("999"),
        json!(0),
        json!(-1),
        json!(7),
        json!(1.5),
        json!(true),
        json!([]),
        json!({}),
        json!(["甲", "甲"]),
        json!("2024-02-30"),
        json!("2023-12-31"),
        json!("24-1-1"),
        json!("not a uri"),
        json!("https://例子.cn/"),
        json!("https://a.cn/%41"),
        json!("mailto:a@b.cn"),
        json!("http:"),
        json!("字".repeat(1001)),
        json!("N003"),
    ];
    match json {
        Json::Object(map) if !map.is_empty() && dice.roll(4) > 0 => {
            let keys: Vec<String> = map.keys().cloned().collect();
            let key = &keys[dice.roll(keys.len())];
            match dice.roll(8) {
                0 => drop(map.remove(key)),
                1 => drop(map.insert("surplus".to_owned(), json!(1))),
                _ => change(map.get_mut(key).unwrap(), dice),
            }
        }
        Json::Array(items) if !items.is_empty() && dice.roll(4) > 0 => {
            let at = dice.roll(items.len());
            match dice.roll(6) {
                0 => drop(items.remove(at)),
                1 => items.push(items[at].clone()),
                _ => change(&mut items[at], dice),
            }
        }
        value => *value = odd[dice.roll(odd.len())].clone(),
    }
}

/// The same numbers on every run (Knuth's linear congruence).
pub(crate) struct Dice(u64);

impl Dice {
    /// The throws that belong to a seed.
    pub(crate) fn new(seed: u64) -> Dice {
        Dice(seed)
    }

    /// A number below `sides`.
    pub(crate) fn roll(&mut self, sides: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % sides
    }
}

/// A full validator with every schema compiled.
pub(crate) struct Judge {
    schemas: Schemas,
    by_name: Vec<(String, SchemaIndex)>,
}

impl Judge {
    pub(crate) fn new() -> Judge {
        let mut compiler = Compiler::new();
        compiler.enable_format_assertions();
        let mut names = Vec::new();
        for (path, schema) in all_schemas() {
            let name = path
                .strip_prefix(root().join("schemas"))
                .unwrap()
                .to_str()
                .unwrap()
                .replace('\\', "/");
            compiler
                .add_resource(&format!("{BASE}{name}"), schema)
                .unwrap();
            names.push(name);
        }
        let mut schemas = Schemas::new();
        let compile = |name: String| {
            let index = compiler
                .compile(&format!("{BASE}{name}"), &mut schemas)
                .unwrap();
            (name, index)
        };
        let by_name = names.into_iter().map(compile).collect();
        Judge { schemas, by_name }
    }

    /// Whether a document is valid by the schema in a file.
    pub(crate) fn validate(&self, name: &str, json: &Json) -> Result<(), String> {
        let (_, index) = self
            .by_name
            .iter()
            .find(|(known, _)| known == name)
            .unwrap();
        self.schemas
            .validate(json, *index)
            .map_err(|error| error.to_string())
    }

    /// Whether both find a document valid; an error if they differ.
    fn compare(
        &self,
        standard: &Standard,
        kind: FileKind,
        document: &Document,
    ) -> Result<bool, String> {
        let root = document.root().unwrap();
        let name = match kind {
            FileKind::Manifest => "manifest",
            FileKind::Divisions => "divisions",
            FileKind::Bodies => "bodies",
            FileKind::Laws => "laws",
            FileKind::Base => "base-matter",
            FileKind::Local => "local-matter",
            FileKind::Bundle => "bundle",
            FileKind::Baseline => "baseline",
            FileKind::Misplaced => panic!("no schema"),
        };
        let said = self.validate(&format!("{name}.schema.json"), &json_of(root));
        let mut faults = Vec::new();
        walk(root, standard.schema(kind).unwrap(), &mut |fault| {
            if !is_our_own(fault) {
                faults.push(format!("{} {:?}", fault.way.path(), fault.wrong));
            }
        });
        let is_mapping = root.shape() == Shape::Mapping;
        match (said, faults.is_empty() && is_mapping) {
            (Ok(()), true) => Ok(true),
            (Err(_), false) => Ok(false),
            (Ok(()), false) => Err(format!("only the walker minds: {faults:?}")),
            (Err(reason), true) => Err(format!("only the validator minds: {reason}")),
        }
    }
}

/// What JSON Schema cannot say: a code in quotes, an element repeated by its identity.
fn is_our_own(fault: &Fault<'_>) -> bool {
    let is_text = matches!(json_of(fault.value), Json::String(_));
    match fault.wrong {
        Wrong::Unquoted => is_text,
        Wrong::Repeated(..) => fault.value.shape() == Shape::Mapping,
        _ => false,
    }
}

/// The value as YAML 1.2 reads it.
fn json_of(value: Value<'_>) -> Json {
    match value.shape() {
        Shape::Empty | Shape::Alias => Json::Null,
        Shape::Scalar => scalar(value.text().unwrap(), value.style().unwrap()),
        Shape::Sequence => value.items().map(json_of).collect(),
        Shape::Mapping => {
            let entry =
                |entry: Entry<'_>| (entry.key.text().unwrap().to_owned(), json_of(entry.value));
            Json::Object(value.entries().map(entry).collect::<Map<_, _>>())
        }
    }
}

fn scalar(text: &str, style: Style) -> Json {
    let number = || {
        text.parse::<i64>()
            .map(Number::from)
            .ok()
            .or_else(|| Number::from_f64(text.parse().ok()?))
    };
    match (style, text) {
        (Style::Plain, "true") => Json::Bool(true),
        (Style::Plain, "false") => Json::Bool(false),
        (Style::Plain, _)
            if text.starts_with(|first: char| first.is_ascii_digit() || first == '-') =>
        {
            number().map_or_else(|| json!(text), Json::Number)
        }
        _ => json!(text),
    }
}
