//! Every value of the tables is reached: with another value in its place, some rule says something else of
//! some example, or the program does not read the table at all.
//!
//! An example is one of a rule's page, or a probe: a few files made for the value, in which it stands
//! wherever such a value could stand.

use std::collections::{BTreeMap, HashMap};
use std::fmt::Write;
use std::sync::Arc;

use mulu::catalog::standard::{BUNDLED, Form, Schema, Standard};
use mulu::catalog::{Catalog, Field, File};
use mulu::yaml;
use rayon::prelude::*;
use serde_yaml::Value as Yaml;

use crate::rules::every_example;
use crate::stage::{Files, findings, stage};

/// Keys with values that no example reaches, each by a part of its way in the table; the first that fits
/// counts. A key of which every value is reached does not belong here.
const EXEMPT: &[&str] = &[
    // Not read by any rule yet.
    "coding.yaml.base_code",
    "coding.yaml.implementation_code",
    "coding.yaml.item_code",
    "coding.yaml.division_code",
    "coding.yaml.credit_code",
    "coding.yaml.organisation_code",
    "legal-basis.yaml.cite",
    "naming.yaml.brackets",
    "naming.yaml.forms",
    "naming.yaml.max_length",
    "naming.yaml.serial_marks",
    "naming.yaml.vague_basis",
    "naming.yaml.vague_words",
    "fields.yaml.fields[].weight",
    // Read by import and export alone.
    "exchange.yaml.",
    // Each value is tried by a test of its own: of the guides, of the statutes and types, of codes and names.
    "guide.yaml.",
    "legal-basis.yaml.authorisation",
    "legal-basis.yaml.city_law",
    "legal-basis.yaml.delegation",
    "legal-basis.yaml.ranks[].unordered_with",
    "legal-basis.yaml.reserved",
    "legal-basis.yaml.rules_alone",
    "legal-basis.yaml.titles",
    "types.yaml.own_fields",
    "types.yaml.types[].telling",
    "coding.yaml.look_alikes",
    "naming.yaml.banned_words",
    "naming.yaml.certificates",
    "naming.yaml.look_alikes",
    "naming.yaml.traditional",
    // Read by `mulu new` alone.
    "coding.yaml.levels",
    "types.yaml.legacy",
    // A free field is as one that the table leaves out, and what it inherits is shown and never judged.
    "fields.yaml.fields[].field",
    "fields.yaml.fields[].inherits",
    // What the schemas require already; steps of a scale that only the two ends of tell apart.
    "fields.yaml.fields[].required",
    "fields.yaml.fields[].scale",
    // Where no statute closes the list, the ranks inform and do not judge.
    "legal-basis.yaml.setting[].type",
    "legal-basis.yaml.setting[].closed",
    "legal-basis.yaml.setting[].ranks",
    // The full mark that a fix puts in place of one that stands in a pair.
    "naming.yaml.punctuation",
    // Words for those who read the table, the screen or a message.
    "legal-basis.yaml.ranks[].order",
    "legal-basis.yaml.ranks[].file",
    "[].zh",
    "[].en",
    "[].note",
    "[].known",
    "[].seen",
    "confidence",
    "source",
];

/// One value of a table.
struct Leaf {
    table: &'static str,
    /// The way down, element numbers included.
    way: Vec<Step>,
    /// The way down without them.
    key: String,
    value: Yaml,
    /// The type of matter that the value is about, if its record says so.
    kind: Option<String>,
    /// The field that the value is about, if its record says so.
    field: Option<String>,
}

#[derive(Clone)]
enum Step {
    Key(String),
    Item(usize),
}

type Parsed = Vec<Arc<File>>;

#[test]
fn every_value_of_the_tables_is_reached() {
    let bench = Bench::new();
    let leaves = leaves();
    let others = others(&leaves);
    let is_exempt = |key: &str| EXEMPT.iter().find(|end| key.contains(**end)).copied();
    let (exempt, bound): (Vec<&Leaf>, Vec<&Leaf>) = leaves
        .iter()
        .partition(|leaf| is_exempt(&leaf.key).is_some());
    let unreached = |leaf: &&&Leaf| !bench.reaches(leaf, &others);
    let mut wrong: Vec<String> = bound
        .par_iter()
        .filter(unreached)
        .map(|leaf| format!("{} {} is not reached", leaf.key, text(&leaf.value)))
        .collect();
    let is_needed = |end: &&&str| {
        let mut its = exempt
            .iter()
            .filter(|leaf| is_exempt(&leaf.key) == Some(**end));
        its.any(|leaf| unreached(&leaf))
    };
    let needless = EXEMPT.par_iter().filter(|end| !is_needed(end));
    wrong.par_extend(needless.map(|end| format!("{end} need not be exempt")));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The examples, and what the rules say of them by the bundled standard.
struct Bench {
    standard: Arc<Standard>,
    tables: String,
    stage: BTreeMap<String, Arc<File>>,
    examples: Vec<Spoken>,
}

struct Spoken {
    /// The texts that the example puts on the stage.
    text: String,
    files: Parsed,
    said: String,
}

impl Bench {
    fn new() -> Bench {
        let standard = Arc::new(Standard::bundled().unwrap());
        let stage = read(&stage());
        let spoken = |example: &Files| {
            let files = on(&stage, example);
            Spoken {
                text: example.values().cloned().collect(),
                said: verdict(&standard, &files),
                files,
            }
        };
        Bench {
            examples: every_example().par_iter().map(spoken).collect(),
            tables: format!("{:?}", standard.tables),
            standard: Arc::clone(&standard),
            stage: stage.clone(),
        }
    }

    /// Whether anything comes out otherwise with another value.
    fn reaches(&self, leaf: &Leaf, others: &HashMap<&str, Vec<&Yaml>>) -> bool {
        let probe = on(&self.stage, &probes(leaf, &self.standard));
        let said = verdict(&self.standard, &probe);
        let mut standards = Vec::new();
        // One by one: mostly the first already makes the rules say something else.
        for value in alternatives(leaf, others) {
            // What is not taken is read by the program itself.
            let Some(standard) = altered(leaf, value) else {
                return true;
            };
            if verdict(&standard, &probe) != said {
                return true;
            }
            standards.push(standard);
        }
        // What changes nothing there is not read at all.
        standards.retain(|standard| format!("{:?}", standard.tables) != self.tables);
        if standards.is_empty() {
            return false;
        }
        let value = text(&leaf.value);
        let is_near = |spoken: &&Spoken| {
            let has_value = !leaf.value.is_string() || spoken.text.contains(&value);
            let field = leaf.field.as_deref().unwrap_or_default();
            has_value && spoken.text.contains(field)
        };
        let mut near = self.examples.iter().filter(is_near);
        near.any(|spoken| {
            let mut standards = standards.iter();
            standards.any(|standard| verdict(standard, &spoken.files) != spoken.said)
        })
    }
}

/// Every scalar of every table.
fn leaves() -> Vec<Leaf> {
    let mut leaves = Vec::new();
    for (table, text) in BUNDLED.iter().filter(|(name, _)| !name.ends_with("json")) {
        let yaml: Yaml = serde_yaml::from_str(text).unwrap();
        walk(table, &yaml, (&[], None, None), &mut leaves);
    }
    leaves
}

type Around<'a> = (&'a [Step], Option<&'a str>, Option<&'a str>);

fn walk(table: &'static str, value: &Yaml, (way, kind, field): Around<'_>, leaves: &mut Vec<Leaf>) {
    let then = |step: Step| [way, &[step]].concat();
    match value {
        Yaml::Mapping(map) => {
            let own = |key: &str| value.get(key).and_then(Yaml::as_str);
            let is_type = table == "types.yaml" && way.len() == 2;
            let kind = own("type").or(own("code").filter(|_| is_type)).or(kind);
            let field = own("field").or(field);
            for (key, below) in map {
                let way = then(Step::Key(key.as_str().unwrap().to_owned()));
                walk(table, below, (&way, kind, field), leaves);
            }
        }
        Yaml::Sequence(items) => {
            for (place, below) in items.iter().enumerate() {
                walk(
                    table,
                    below,
                    (&then(Step::Item(place)), kind, field),
                    leaves,
                );
            }
        }
        value => leaves.push(Leaf {
            table,
            key: key(table, way),
            way: way.to_vec(),
            value: value.clone(),
            kind: kind.map(str::to_owned),
            field: field.map(str::to_owned),
        }),
    }
}

fn key(table: &str, way: &[Step]) -> String {
    let part = |step: &Step| match step {
        Step::Key(key) => format!(".{key}"),
        Step::Item(_) => "[]".to_owned(),
    };
    format!("{table}{}", way.iter().map(part).collect::<String>())
}

fn text(value: &Yaml) -> String {
    match value {
        Yaml::String(text) => text.clone(),
        other => serde_yaml::to_string(other).unwrap().trim().to_owned(),
    }
}

/// The values that stand at each key.
fn others(leaves: &[Leaf]) -> HashMap<&str, Vec<&Yaml>> {
    let mut others: HashMap<&str, Vec<&Yaml>> = HashMap::new();
    for leaf in leaves {
        let known = others.entry(&leaf.key).or_default();
        if !known.contains(&&leaf.value) && known.len() < 4 {
            known.push(&leaf.value);
        }
    }
    others
}

/// What to put in the place of a value: others of its kind, and something that there is not.
fn alternatives(leaf: &Leaf, others: &HashMap<&str, Vec<&Yaml>>) -> Vec<Yaml> {
    let new = match &leaf.value {
        Yaml::Bool(value) => vec![Yaml::Bool(!value)],
        Yaml::Number(number) => {
            let number = number.as_u64().unwrap_or(0);
            let [less, more] = [number.saturating_sub(1), number + 1];
            [more, less]
                .into_iter()
                .filter(|other| *other != number)
                .map(Yaml::from)
                .collect()
        }
        _ => vec![Yaml::from("〇")],
    };
    let known = others[&*leaf.key]
        .iter()
        .filter(|other| ***other != leaf.value);
    let is_text = leaf.value.is_string();
    new.into_iter()
        .chain(known.filter(|_| is_text).map(|other| (*other).clone()))
        .collect()
}

/// The standard with another value; `None` if it is not taken.
fn altered(leaf: &Leaf, value: Yaml) -> Option<Arc<Standard>> {
    let (_, text) = BUNDLED
        .iter()
        .find(|(name, _)| *name == leaf.table)
        .unwrap();
    let mut table: Yaml = serde_yaml::from_str(text).unwrap();
    let mut place = &mut table;
    for step in &leaf.way {
        place = match step {
            Step::Key(key) => place.get_mut(key.as_str()).unwrap(),
            Step::Item(item) => place.get_mut(*item).unwrap(),
        };
    }
    *place = value;
    let text = serde_yaml::to_string(&table).unwrap();
    let own = HashMap::from([(leaf.table.to_owned(), text)]);
    Standard::with_files(&own).ok().map(Arc::new)
}

fn read(files: &Files) -> BTreeMap<String, Arc<File>> {
    let read = |(path, text): (&String, &String)| {
        let file = File::new(path, yaml::read(text.as_str()));
        (path.clone(), Arc::new(file))
    };
    files.iter().map(read).collect()
}

/// Files in place of those of the stage.
fn on(stage: &BTreeMap<String, Arc<File>>, files: &Files) -> Parsed {
    let mut all = stage.clone();
    all.extend(read(files));
    all.into_values().collect()
}

/// Everything that the rules say.
fn verdict(standard: &Arc<Standard>, files: &Parsed) -> String {
    let catalog = Catalog::new(Arc::clone(standard), files.clone());
    let mut said = String::new();
    for finding in findings(&catalog) {
        let (file, message) = (&finding.file.path, &finding.message);
        let fix = finding.fix.as_ref().map(|fix| &fix.title);
        let rule = (finding.rule, finding.severity, finding.span);
        let _ = writeln!(said, "{file} {rule:?} {message:?} {fix:?}");
    }
    said
}

/// The files in which a value stands wherever it could.
fn probes(leaf: &Leaf, standard: &Standard) -> Files {
    let mut files = Files::new();
    let value = text(&leaf.value);
    let kind = leaf.kind.as_deref().unwrap_or("01");
    let quoted = format!("{value:?}");
    let mut number = 100;
    let mut base_in = |region: &str, department: &str, kind: &str, rest: &str| {
        number += 1;
        let code = format!("{region}{kind}{department}{number}000");
        let text =
            format!("code: \"{code}\"\ntype: \"{kind}\"\ndepartment: \"{department}\"\n{rest}");
        files.insert(format!("base/{department}/{code}.yaml"), text);
        code
    };
    if is_two_digits(&value) {
        base_in(&value, "23", kind, "name: 样例许可\n");
    }
    let mut base = |department: &str, kind: &str, rest: &str| base_in("00", department, kind, rest);
    for name in [
        "{v}",
        "样例{v}",
        "{v}样例",
        "样例（{v}）",
        "样例{v}样例",
        "样例{v}审批",
    ] {
        let name = name.replace("{v}", &value);
        base(
            "23",
            kind,
            &format!("name: {name:?}\nacceptance_conditions: {name:?}\n"),
        );
    }
    if is_two_digits(&value) {
        base(&value, kind, "name: 样例许可\n");
        base("23", &value, "name: 样例许可\n");
    }
    for coercion in ["1", "2"] {
        let rest = format!(
            "name: 样例许可\ncoercion_kind: \"{coercion}\"\nlegal_basis: [{{law: 探针法, article: 1}}]\n"
        );
        base("23", kind, &rest);
    }
    let kinds = [kind, "01", "02", "03", "04", "06", "20"];
    let plain = kinds.map(|kind| base("23", kind, "name: 样例许可\n"));
    for code in plain {
        let name = format!("11330106002500033X4{code}");
        let local = format!("code: \"{name}\"\nbase_code: \"{code}\"\ndivision: \"330106\"\n");
        files.insert(format!("local/330106/{name}.yaml"), local);
    }
    let law = format!(
        "laws:\n  - title: 探针法\n    rank: {quoted}\n    region: \"33\"\n    versions: [{{published_on: \"2019-01-01\", effective_on: \"2019-01-01\", articles: 9, status: in_force}}]\n"
    );
    files.insert("laws/constitution.yaml".to_owned(), law);
    if let Some(field) = &leaf.field {
        files.extend(departures(field, &value, standard));
    }
    let level = format!(
        "code: \"11330106002500033X{value}000123001000\"\nbase_code: \"000123001000\"\nlevel: {quoted}\n"
    );
    files.insert(
        format!("local/330106/11330106002500033X{value}000123001000.yaml"),
        level,
    );
    files
}

fn is_two_digits(text: &str) -> bool {
    text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// A base matter with a value in a field, and local ones with others.
fn departures(field: &str, value: &str, standard: &Standard) -> Files {
    let schema = Field::from_key(field).and_then(|field| standard.field(field));
    let mut values = schema.map_or_else(Vec::new, |schema| samples(schema));
    if schema.is_some_and(|schema| matches!(schema.form, Form::Text(_))) {
        values.push(format!("{value:?}"));
    }
    let mut files = Files::new();
    for (upper, first) in values.iter().enumerate() {
        let code = format!("000123{:03}000", 300 + upper);
        let base = format!("code: \"{code}\"\ntype: \"01\"\nname: 样例许可\n{field}: {first}\n");
        files.insert(format!("base/23/{code}.yaml"), base);
        for (lower, second) in values.iter().enumerate() {
            let division = format!("330{:03}", 100 + lower);
            let own =
                format!("base_code: \"{code}\"\ndivision: \"{division}\"\n{field}: {second}\n");
            files.insert(format!("local/{division}/{code}.yaml"), own);
        }
    }
    files
}

/// Some values that fit a schema, as they are written.
fn samples(schema: &Schema) -> Vec<String> {
    match &schema.form {
        Form::Text(form) if !form.choices.is_empty() => form
            .choices
            .iter()
            .map(|choice| format!("{:?}", choice.value))
            .collect(),
        Form::Text(_) => [
            "\"甲\"",
            "\"乙\"",
            "\"01\"",
            "\"02\"",
            "\"2024-01-01\"",
            "\"2025-01-01\"",
            "https://a.cn/",
            "https://b.cn/",
        ]
        .map(str::to_owned)
        .into(),
        Form::Integer { .. } => ["1", "2"].map(str::to_owned).into(),
        Form::Boolean => ["false", "true"].map(str::to_owned).into(),
        Form::List { items, .. } => {
            let items = samples(items);
            let both = items.iter().take(2).cloned().collect::<Vec<_>>().join(", ");
            let each = items.iter().map(|item| format!("[{item}]"));
            each.chain([format!("[{both}]")]).collect()
        }
        Form::Record {
            properties,
            required,
            ..
        } => {
            let needed = |key: &str| required.iter().any(|known| **known == *key);
            let own = properties
                .iter()
                .filter(|(key, _)| required.is_empty() || needed(key));
            let fields: Vec<(&str, Vec<String>)> =
                own.map(|(key, schema)| (&**key, samples(schema))).collect();
            let nth = |place: usize| {
                let field = |(key, values): &(&str, Vec<String>)| {
                    format!("{key}: {}", values[place % values.len()])
                };
                format!(
                    "{{{}}}",
                    fields.iter().map(field).collect::<Vec<_>>().join(", ")
                )
            };
            (0..2).map(nth).collect()
        }
    }
}
