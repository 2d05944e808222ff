//! The architecture, held: which room may name which, who may touch the outside, how long a file may be.

use std::fs;
use std::path::{Path, PathBuf};

/// Each room with the rooms it may name. A change here needs a reason in its commit.
const FLOORS: &[(&str, &[&str])] = &[
    ("text", &[]),
    ("yaml", &["text"]),
    ("terms", &[]),
    // Failures of disk and git are told to people, in two languages: hence `text`.
    ("store", &["text"]),
    ("catalog", &["text", "yaml", "terms"]),
    ("change", &["text", "yaml", "terms", "catalog"]),
    // A finding is known again by the way of keys down to it: hence `yaml`.
    ("findings", &["text", "yaml", "catalog", "change"]),
    // A decision is a change: hence `change`.
    ("levels", &["text", "yaml", "terms", "catalog", "change"]),
    // Stands on the catalog alone, so that the screen and the command line find alike.
    ("search", &["text", "terms", "catalog"]),
    // Which elements of a list are the same is said by the standard: hence `catalog`.
    ("merge", &["text", "yaml", "catalog"]),
    (
        "rules",
        &[
            "text", "yaml", "terms", "catalog", "change", "findings", "levels",
        ],
    ),
    (
        "report",
        // What changed in a field is told in words: hence `change`.
        &[
            "text", "yaml", "terms", "catalog", "change", "findings", "levels",
        ],
    ),
    // Tables become changes, and a workbook shows where levels differ: hence `change` and `levels`.
    (
        "exchange",
        &["text", "yaml", "terms", "catalog", "change", "levels"],
    ),
    (
        "session",
        &[
            // What someone else changed on disk meets what is unsaved: hence `merge`.
            "text", "yaml", "store", "catalog", "change", "findings", "rules", "levels", "merge",
        ],
    ),
    (
        "cli",
        &[
            // The side that is taken of what a merge has left is named on the command line: hence `merge`.
            "text", "yaml", "terms", "store", "catalog", "change", "findings", "levels", "search",
            "rules", "report", "exchange", "session", "merge",
        ],
    ),
    (
        "tui",
        &[
            // `store` only for the root of a catalog, which the screen is handed and hands on.
            "text", "yaml", "terms", "store", "catalog", "change", "findings", "levels", "search",
            "report", "session", "merge",
        ],
    ),
];

/// What reaches out of the program, and the rooms that may.
const OUTSIDE: &[(&str, &[&str])] = &[
    ("std::fs", &["store"]),
    ("std::env", &["cli"]),
    // A program that has a catalog open is told apart from others by its number.
    ("std::process", &["cli", "tui", "store"]),
    ("std::time", &["tui", "store"]),
    ("std::net", &[]),
    ("git2", &["store"]),
    // The command line asks how wide the terminal is.
    ("crossterm", &["cli", "tui"]),
    ("ratatui", &["tui"]),
    ("jiff::ZonedDateTime", &["store"]),
    ("saphyr_parser", &["yaml"]),
];

#[test]
fn every_room_names_only_rooms_below_it() {
    let mut wrong = Vec::new();
    for (file, text) in sources() {
        let Some((_, may_name)) = FLOORS.iter().find(|(room, _)| *room == room_of(&file)) else {
            continue;
        };
        for named in rooms_named(&text) {
            if named != room_of(&file) && !may_name.contains(&named.as_str()) {
                wrong.push(format!("{} names {named}", file.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_room_stands_in_the_table() {
    for (file, _) in sources() {
        let room = room_of(&file);
        let is_joint = matches!(room.as_str(), "lib" | "main");
        assert!(
            is_joint || FLOORS.iter().any(|(known, _)| *known == room),
            "{} has no floor",
            file.display()
        );
    }
}

#[test]
fn only_the_doors_touch_the_outside() {
    let mut wrong = Vec::new();
    for (file, text) in sources() {
        for (outside, rooms) in OUTSIDE {
            let is_door = rooms.contains(&room_of(&file).as_str())
                || is_build_script(&file)
                || is_test(&file);
            if !is_door && code_of(&text).contains(outside) {
                wrong.push(format!("{} touches {outside}", file.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_room_climbs_over_another() {
    for (file, text) in sources() {
        let code = code_of(&text);
        assert!(
            !code.contains("super::super"),
            "{} says super::super",
            file.display()
        );
        assert!(
            !code.contains("macro_rules!"),
            "{} makes a macro",
            file.display()
        );
    }
}

#[test]
fn every_file_says_what_it_is_for_and_is_short() {
    for (file, text) in sources() {
        assert!(
            text.starts_with("//!"),
            "{} does not open with //!",
            file.display()
        );
        assert!(
            text.lines().count() <= 500,
            "{} is longer than 500 lines",
            file.display()
        );
    }
}

#[test]
fn every_test_file_is_run() {
    let folder = root().join("tests/integration");
    let main = fs::read_to_string(folder.join("main.rs")).unwrap();
    for entry in fs::read_dir(folder).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let module = name.strip_suffix(".rs").unwrap_or(&name);
        let is_named =
            main.contains(&format!("mod {module};")) || module == "main" || name.starts_with('.');
        assert!(is_named, "{name} is not named in main.rs");
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every Rust file of `src/`, as a path below it, with its text.
fn sources() -> Vec<(PathBuf, String)> {
    let src = root().join("src");
    let mut found = Vec::new();
    let mut folders = vec![src.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = fs::read_to_string(&path).unwrap();
                found.push((path.strip_prefix(&src).unwrap().to_owned(), text));
            }
        }
    }
    found.sort();
    assert!(found.len() > 30, "the sources were not found");
    found
}

fn room_of(file: &Path) -> String {
    let first = file
        .components()
        .next()
        .unwrap()
        .as_os_str()
        .to_str()
        .unwrap();
    first.strip_suffix(".rs").unwrap_or(first).to_owned()
}

fn is_build_script(file: &Path) -> bool {
    file.ends_with("demo_pack.rs")
}

/// Whether a file is all tests.
fn is_test(file: &Path) -> bool {
    file.components().any(|part| part.as_os_str() == "tests")
}

/// The text without comments and without the tests at its foot.
fn code_of(text: &str) -> String {
    let code = text.split("#[cfg(test)]").next().unwrap_or("");
    code.lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .collect::<Vec<_>>()
        .join("\n")
}

/// The rooms that a text names as `crate::<room>` or `mulu::<room>`.
fn rooms_named(text: &str) -> Vec<String> {
    let code = code_of(text);
    let mut rooms: Vec<String> = Vec::new();
    for part in code.split("crate::").skip(1) {
        let word: String = part
            .chars()
            .take_while(|letter| letter.is_ascii_alphanumeric() || *letter == '_')
            .collect();
        // `use crate::{…}` would hide rooms from this test.
        assert!(
            !word.is_empty(),
            "import room by room: crate::{}",
            part.lines().next().unwrap_or("")
        );
        rooms.push(word);
    }
    rooms
}
