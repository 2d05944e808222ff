//! Random changes of a document.

use mulu::yaml::{Data, Document, Op, Path, Shape, Value};

use crate::sample::Dice;

/// Texts that are hard to write.
const NASTY: &[&str] = &[
    "",
    " ",
    "护照",
    "330100",
    "1e5",
    "0x1F",
    "12:30",
    "yes",
    "No",
    "null",
    "~",
    "a: b",
    "注: 见附件",
    "a #b",
    "#x",
    "- a",
    "? a",
    ": a",
    "[a",
    "{a",
    "a, b",
    "a]",
    "'a'",
    "\"a\"",
    "it's",
    "\\n",
    " 前",
    "后 ",
    "a:",
    "&a",
    "*a",
    "!a",
    "|",
    ">",
    "%a",
    "@a",
    "`a",
    "---",
    "...",
    "一\n二",
    "一\n二\n",
    "一\n\n二\n\n",
    "\n一",
    " 一\n二",
    "一\n  二\n三",
    "\n",
    "一\r\n二",
    "\t一",
    "一\t二",
    "\u{1b}[31m",
    "\u{feff}a",
    "a\u{2028}b",
    "😀 办理",
    "甲\n# 文\n乙",
    "一 \n二",
];

/// The paths of all values of a document.
pub(crate) fn paths(document: &Document) -> Vec<Path> {
    let mut paths = Vec::new();
    if let Some(root) = document.root() {
        collect(root, &Path::default(), &mut paths);
    }
    paths
}

fn collect(value: Value<'_>, path: &Path, paths: &mut Vec<Path>) {
    paths.push(path.clone());
    for (index, item) in value.items().enumerate() {
        collect(item, &path.then_index(index), paths);
    }
    for entry in value.entries() {
        collect(
            entry.value,
            &path.then_key(entry.key.text().unwrap_or_default()),
            paths,
        );
    }
}

/// A random change that can be made.
pub(crate) fn change(dice: &mut Dice, document: &Document) -> Op {
    let paths = paths(document);
    let path = paths[dice.below(paths.len())].clone();
    let Some(value) = document.at(&path) else {
        return Op::Set {
            path,
            value: data(dice, 0),
        };
    };
    let inside = value.items().len() + value.entries().len();
    let around = path.0.len();
    let siblings = document.at(&Path(path.0[..around.saturating_sub(1)].to_vec()));
    let siblings = siblings.map_or(0, |above| above.items().len() + above.entries().len());
    let at = Some(dice.below(inside + 1)).filter(|_| !dice.one_in(3));
    let key = format!("新{}", dice.below(1000));
    match (dice.below(6), value.shape()) {
        (0, _) if around > 0 => Op::Remove { path },
        (1, _) if around > 0 => Op::Move {
            path,
            to: dice.below(siblings),
        },
        (2, _) if matches!(path.0.last(), Some(mulu::yaml::Step::Key(_))) => {
            Op::Rename { path, key }
        }
        (0..=4, Shape::Sequence | Shape::Empty) => Op::InsertItem {
            path,
            at,
            value: data(dice, 0),
        },
        (0..=4, Shape::Mapping) => Op::InsertKey {
            path,
            at,
            key,
            value: data(dice, 0),
        },
        (5, Shape::Mapping) if dice.one_in(2) => Op::Set {
            path: path.then_key(&key),
            value: data(dice, 0),
        },
        _ if inside > 0 && dice.one_in(2) => Op::Set {
            path,
            value: variation(dice, Data::of(value)),
        },
        _ if around > 0 => Op::Set {
            path,
            value: data(dice, 0),
        },
        _ => Op::Set {
            path,
            value: Data::of(value),
        },
    }
}

/// The same data with something put in, taken out, moved or changed.
fn variation(dice: &mut Dice, old: Data) -> Data {
    match old {
        Data::List(mut items) => {
            vary(dice, &mut items, data, |dice, item| {
                *item = variation(dice, item.clone());
            });
            Data::List(items)
        }
        Data::Map(mut entries) => {
            let entry =
                |dice: &mut Dice, depth| (format!("添{}", dice.below(1000)), data(dice, depth));
            vary(dice, &mut entries, entry, |dice, (_, value)| {
                *value = variation(dice, value.clone());
            });
            Data::Map(entries)
        }
        _ => data(dice, 1),
    }
}

fn vary<T>(
    dice: &mut Dice,
    elements: &mut Vec<T>,
    fresh: impl Fn(&mut Dice, usize) -> T,
    change: impl Fn(&mut Dice, &mut T),
) {
    for _ in 0..=dice.below(3) {
        let at = dice.below(elements.len());
        match dice.below(4) {
            0 => elements.insert(at, fresh(dice, 1)),
            1 if !elements.is_empty() => drop(elements.remove(at)),
            2 if !elements.is_empty() => {
                let element = elements.remove(at);
                elements.insert(dice.below(elements.len() + 1), element);
            }
            _ => {
                if let Some(element) = elements.get_mut(at) {
                    change(dice, element);
                }
            }
        }
    }
}

/// Random data, mostly a text.
pub(crate) fn data(dice: &mut Dice, depth: usize) -> Data {
    match dice.below(if depth < 2 { 14 } else { 11 }) {
        0 => Data::Empty,
        1 => Data::Bool(dice.one_in(2)),
        2 => Data::Int(i64::try_from(dice.below(1000)).map_or(0, |number| number - 100)),
        3..=10 => Data::from(dice.pick(NASTY)),
        11 => Data::List((0..dice.below(4)).map(|_| data(dice, depth + 1)).collect()),
        _ => {
            let entry = |(at, dice): (usize, &mut Dice)| (format!("键{at}"), data(dice, depth + 1));
            Data::Map((0..dice.below(4)).map(|at| entry((at, dice))).collect())
        }
    }
}
