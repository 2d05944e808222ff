//! The short way and the parser agree on every text that the short way takes.

use std::fs;
use std::path::{Path, PathBuf};

use fastrand::Rng;

use crate::yaml::read::{canon, parse};

/// Says whether the short way takes a text; if it does, the parser has the same of it.
fn is_taken(text: &str) -> bool {
    let Some(tree) = canon::read(text) else {
        return false;
    };
    let whole = parse(text.into());
    assert_eq!(tree.nodes, whole.nodes, "{text:?}");
    assert_eq!(tree.copies, whole.copies, "{text:?}");
    assert!(whole.problems.is_empty(), "{text:?}: {:?}", whole.problems);
    true
}

fn catalog(folder: &Path, texts: &mut Vec<String>) {
    let entries = fs::read_dir(folder).unwrap();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            catalog(&path, texts);
        } else if let Ok(text) = fs::read_to_string(&path) {
            texts.push(text);
        }
    }
}

fn texts() -> Vec<String> {
    let mut texts = Vec::new();
    catalog(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("catalog"),
        &mut texts,
    );
    texts
}

/// What a text may be made of besides letters.
const PIECES: [&str; 60] = [
    "\n",
    "\n",
    "\n  ",
    "\n    ",
    "\n- ",
    "\n  - ",
    "\n      ",
    " ",
    "  ",
    "a",
    "b: ",
    "c:",
    ": ",
    ":",
    "- ",
    "-",
    "#",
    " # ",
    "\n# 注\n",
    "\n  # x",
    "\"",
    "'",
    "''",
    "\\",
    "\\n",
    "[",
    "]",
    "{",
    "}",
    ", ",
    ",",
    "|",
    "|-",
    ">-",
    ">",
    "|+",
    "|2",
    "&a ",
    "*a",
    "!t ",
    "~",
    "null",
    "? ",
    "---",
    "...",
    "%",
    "@",
    "`",
    "\t",
    "\r\n",
    "\u{FEFF}",
    "护照",
    "：",
    "\u{3000}",
    "\u{2028}",
    "\u{85}",
    "\u{a0}",
    "key: |-\n  一\n  二\n",
    "k: >-\n  一\n  二\n",
    "list:\n  - a: 1\n    b: 2\n",
];

fn changed(text: &str, dice: &mut Rng) -> String {
    let mut text: Vec<char> = text.chars().collect();
    for _ in 0..dice.usize(1..4) {
        let at = dice.usize(..=text.len());
        let to = (at + dice.usize(..4)).min(text.len());
        let piece = PIECES[dice.usize(..PIECES.len())];
        match dice.u8(..4) {
            0 => drop(text.drain(at..to)),
            1 => drop(text.splice(at..to, piece.chars())),
            _ => drop(text.splice(at..at, piece.chars())),
        }
    }
    text.into_iter().collect()
}

fn made(dice: &mut Rng) -> String {
    let pieces = 1..dice.usize(2..24);
    let mut text: String = pieces.map(|_| PIECES[dice.usize(..PIECES.len())]).collect();
    text.insert_str(0, ["", "a: ", "a:\n  ", "a: 1\nb:"][dice.usize(..4)]);
    text + "\n"
}

/// A stretch of whole lines, so that little else than what was changed stands in it.
fn stretch(text: &str, dice: &mut Rng) -> String {
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let from = dice.usize(..lines.len());
    let to = (from + dice.usize(1..12)).min(lines.len());
    lines[from..to].concat()
}

/// How many texts of each kind are tried; `MULU_FUZZ` asks for more.
fn count() -> u64 {
    let asked = option_env!("MULU_FUZZ").and_then(|count| count.parse().ok());
    asked.unwrap_or(4_000)
}

#[test]
fn most_files_of_the_sample_go_the_short_way() {
    let texts = texts();
    let taken = texts.iter().filter(|text| is_taken(text)).count();
    assert!(taken * 10 > texts.len() * 9, "{taken} of {}", texts.len());
}

#[test]
fn a_changed_file_is_read_as_the_parser_reads_it() {
    let texts = texts();
    let mut dice = Rng::with_seed(7);
    let mut taken = 0;
    for _ in 0..count() {
        let text = &texts[dice.usize(..texts.len())];
        let text = stretch(text, &mut dice);
        taken += u64::from(is_taken(&changed(&text, &mut dice)));
    }
    assert!(taken > count() / 10, "{taken}");
}

#[test]
fn a_made_up_text_is_read_as_the_parser_reads_it() {
    let mut dice = Rng::with_seed(11);
    for _ in 0..count() {
        is_taken(&made(&mut dice));
    }
}
