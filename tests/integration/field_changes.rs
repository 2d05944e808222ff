//! What changed between two texts of one file, field by field, and one text made of the other by it.

use std::sync::{Arc, LazyLock};

use mulu::catalog::FileKind;
use mulu::catalog::standard::{Schema, Standard};
use mulu::change::compare::{Comparison, FieldChange, compare, says_the_same, take};
use mulu::yaml::{Data, Document, Op, Path, patch, read};
use proptest::prelude::{any, proptest};

use crate::sample::{self, Dice};

fn schema() -> Arc<Schema> {
    static SCHEMA: LazyLock<Arc<Schema>> = LazyLock::new(|| {
        let standard = Standard::bundled().unwrap();
        Arc::clone(standard.schema(FileKind::Local).unwrap())
    });
    Arc::clone(&SCHEMA)
}

fn said(document: &Document) -> Data {
    document.root().map_or(Data::Empty, Data::of)
}

fn fields(before: &Document, after: &Document, schema: &Schema) -> Vec<FieldChange> {
    match compare(before, after, Some(schema)) {
        Comparison::Fields(changes) => changes,
        _ => Vec::new(),
    }
}

const KEYS: &[&str] = &[
    "name",
    "version",
    "hours",
    "served",
    "promised_limit",
    "legal_basis",
    "materials",
    "foreign",
];
const WORDS: &[&str] = &[
    "护照",
    "普通护照签发",
    "公共场所卫生许可",
    "1",
    "007",
    "一\n二\n",
    "yes",
];

/// A random matter: every kind of list there is, and a key that no schema knows.
fn matter(dice: &mut Dice) -> Data {
    let keys = KEYS.iter().filter(|_| !dice.one_in(4)).collect::<Vec<_>>();
    Data::Map(
        keys.into_iter()
            .map(|key| ((*key).to_owned(), value(dice, key)))
            .collect(),
    )
}

fn value(dice: &mut Dice, key: &str) -> Data {
    let text = |dice: &mut Dice| Data::from(dice.pick(WORDS));
    let number = |dice: &mut Dice| Data::Int(i64::try_from(dice.below(4)).unwrap());
    let entry = |key: &str, value| (key.to_owned(), value);
    match key {
        "version" => number(dice),
        "promised_limit" => Data::Map(vec![entry("days", number(dice)), entry("unit", text(dice))]),
        "served" => Data::List((0..dice.below(5)).map(|_| text(dice)).collect()),
        "legal_basis" => Data::List(
            (0..dice.below(5))
                .map(|_| {
                    let mut basis = vec![entry("law", text(dice)), entry("article", number(dice))];
                    if dice.one_in(2) {
                        basis.push(entry("text", text(dice)));
                    }
                    Data::Map(basis)
                })
                .collect(),
        ),
        "materials" => Data::List(
            (0..dice.below(4))
                .map(|_| {
                    Data::Map(vec![
                        entry("name", text(dice)),
                        entry("copies", number(dice)),
                        entry("note", text(dice)),
                    ])
                })
                .collect(),
        ),
        _ if dice.one_in(8) => Data::Empty,
        _ => text(dice),
    }
}

/// The same matter after a few changes of any kind.
fn changed(dice: &mut Dice, data: &Data) -> Data {
    match data {
        Data::Map(entries) => {
            let mut entries: Vec<(String, Data)> = entries
                .iter()
                .filter(|_| !dice.one_in(9))
                .cloned()
                .collect::<Vec<_>>()
                .into_iter()
                .map(|(key, value)| {
                    let value = if dice.one_in(3) {
                        changed(dice, &value)
                    } else {
                        value
                    };
                    (key, value)
                })
                .collect();
            if entries.len() > 1 && dice.one_in(4) {
                let last = entries.len() - 1;
                entries.swap(0, last);
            }
            Data::Map(entries)
        }
        Data::List(items) => {
            let mut items: Vec<Data> = items.iter().filter(|_| !dice.one_in(5)).cloned().collect();
            for item in &mut items {
                if dice.one_in(3) {
                    *item = changed(dice, item);
                }
            }
            if items.len() > 1 && dice.one_in(2) {
                let (from, to) = (dice.below(items.len()), dice.below(items.len()));
                let moved = items.remove(from);
                items.insert(to, moved);
            }
            if dice.one_in(3) {
                let copy = items.first().cloned().unwrap_or(Data::from("新"));
                items.push(copy);
            }
            Data::List(items)
        }
        _ => value(dice, "name"),
    }
}

fn written(data: &Data) -> Document {
    let empty = read("");
    let op = Op::Set {
        path: Path::default(),
        value: data.clone(),
    };
    let edits = patch(&empty, &op).unwrap();
    read(mulu::text::apply(empty.text(), &edits))
}

proptest! {
    #![proptest_config(sample::cases(400))]

    #[test]
    fn the_changes_taken_over_make_one_text_say_what_the_other_says(seed in any::<u64>()) {
        let (schema, mut dice) = (schema(), Dice::new(seed));
        let before = matter(&mut dice);
        let after = if dice.one_in(3) { matter(&mut dice) } else { changed(&mut dice, &before) };
        let (before, after) = (written(&before), written(&after));
        let changes = fields(&before, &after, &schema);
        let all: Vec<&FieldChange> = changes.iter().collect();
        let made = read(take(&before, &all, Some(&schema)).unwrap());
        assert!(says_the_same(&said(&made), &said(&after)), "seed {seed}\n{}\n---\n{}", made.text(), after.text());
    }

    #[test]
    fn taken_over_one_by_one_in_any_order_they_come_to_the_same(seed in any::<u64>()) {
        let (schema, mut dice) = (schema(), Dice::new(seed));
        let before = matter(&mut dice);
        let after = written(&changed(&mut dice, &before));
        let mut now = written(&before);
        for _ in 0..60 {
            let changes = fields(&now, &after, &schema);
            if changes.is_empty() {
                break;
            }
            let one = &changes[dice.below(changes.len())];
            now = read(take(&now, &[one], Some(&schema)).unwrap());
        }
        assert!(says_the_same(&said(&now), &said(&after)), "seed {seed}\n{}\n---\n{}", now.text(), after.text());
    }
}
