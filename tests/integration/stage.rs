//! The stage: a small clean catalog on which the examples of the rules play. An example names the files it
//! changes and gives the keys it changes in them, or the whole file; marks at its line ends say which rule
//! speaks there.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use jiff::civil::{Date, date};
use mulu::catalog::standard::Standard;
use mulu::catalog::{Catalog, File};
use mulu::findings::Finding;
use mulu::rules::{Settings, check_catalog};
use mulu::text::Lines;
use mulu::yaml;

/// The day on which every example plays.
pub(crate) const TODAY: Date = date(2026, 3, 1);

/// The text of each file by its path.
pub(crate) type Files = BTreeMap<String, String>;

/// What an example puts on the stage, and what it expects.
pub(crate) struct Example {
    /// Words after `yaml` in the fence: `whole`, `bom`, `crlf`, `gb18030`.
    info: String,
    /// The files, in order, each with its lines.
    files: Vec<(String, Vec<Line>)>,
}

struct Line {
    text: String,
    marks: Vec<String>,
}

/// A file on the stage: its text, and the rules expected at lines that came from the example.
struct Composed {
    text: String,
    marks: Vec<Vec<String>>,
}

impl Example {
    /// Reads the inside of a fenced block. A tab is written `→`, an escape `␛`.
    pub(crate) fn read(info: &str, block: &str) -> Example {
        let mut files: Vec<(String, Vec<Line>)> = Vec::new();
        for line in block.lines() {
            if let Some(path) = path_of(line) {
                files.push((path.to_owned(), Vec::new()));
                continue;
            }
            let (text, marks) = line.split_once(" # <- ").unwrap_or((line, ""));
            let marks = marks.split(", ").filter(|mark| !mark.is_empty());
            let (_, lines) = files
                .last_mut()
                .expect("a block starts with the path of a file");
            lines.push(Line {
                text: text.replace('→', "\t").replace('␛', "\u{1B}"),
                marks: marks.map(str::to_owned).collect(),
            });
        }
        Example {
            info: info.to_owned(),
            files,
        }
    }

    fn has(&self, word: &str) -> bool {
        self.info.split_whitespace().any(|known| known == word)
    }

    /// The paths of the files it changes.
    pub(crate) fn paths(&self) -> impl Iterator<Item = &str> {
        self.files.iter().map(|(path, _)| path.as_str())
    }

    /// The text of one of its files on the stage.
    pub(crate) fn text(&self, stage: &Files, path: &str) -> String {
        self.compose(stage)
            .remove(path)
            .map(|file| file.text)
            .unwrap_or_default()
    }

    fn compose(&self, stage: &Files) -> BTreeMap<String, Composed> {
        let compose = |(path, lines): &(String, Vec<Line>)| {
            let under = stage.get(path).filter(|_| !self.has("whole"));
            (
                path.clone(),
                composed(under.map_or("", String::as_str), lines),
            )
        };
        self.files.iter().map(compose).collect()
    }

    fn bytes(&self, text: &str) -> Vec<u8> {
        if self.has("gb18030") {
            return encoding_rs::GB18030.encode(text).0.into_owned();
        }
        let text = if self.has("crlf") {
            text.replace('\n', "\r\n")
        } else {
            text.to_owned()
        };
        let mark = if self.has("bom") { "\u{FEFF}" } else { "" };
        format!("{mark}{text}").into_bytes()
    }

    /// The catalog with the example on the stage.
    pub(crate) fn catalog(&self, stage: &Files) -> Catalog {
        let mut bytes: BTreeMap<String, Vec<u8>> = stage
            .iter()
            .map(|(path, text)| (path.clone(), text.clone().into_bytes()))
            .collect();
        for (path, file) in self.compose(stage) {
            bytes.insert(path, self.bytes(&file.text));
        }
        catalog(bytes)
    }

    /// What is expected: path, line and rule, sorted.
    pub(crate) fn expected(&self, stage: &Files) -> Vec<String> {
        let mut expected = Vec::new();
        for (path, file) in self.compose(stage) {
            for (line, marks) in file.marks.iter().enumerate() {
                expected.extend(
                    marks
                        .iter()
                        .map(|rule| format!("{path}:{}: {rule}", line + 1)),
                );
            }
        }
        expected.sort();
        expected
    }
}

/// Lays the keys of an example over a file: each takes the place of the same key, or comes at the end. A key
/// that the example has twice stays twice.
fn composed(under: &str, lines: &[Line]) -> Composed {
    let mut blocks: Vec<(String, Vec<(String, Vec<String>)>)> = Vec::new();
    for line in under.lines() {
        push(&mut blocks, line, Vec::new());
    }
    let mut over = Vec::new();
    for line in lines {
        push(&mut over, &line.text, line.marks.clone());
    }
    let mut replaced = Vec::new();
    for (key, block) in over {
        match blocks.iter_mut().find(|(known, _)| *known == key) {
            Some((_, old)) if replaced.contains(&key) => old.extend(block),
            Some((_, old)) => *old = block,
            None => blocks.push((key.clone(), block)),
        }
        replaced.push(key);
    }
    let lines: Vec<_> = blocks.into_iter().flat_map(|(_, block)| block).collect();
    Composed {
        text: lines.iter().map(|(text, _)| format!("{text}\n")).collect(),
        marks: lines.into_iter().map(|(_, marks)| marks).collect(),
    }
}

type Blocks = Vec<(String, Vec<(String, Vec<String>)>)>;

/// Adds a line to the block of its top-level key: a line that is neither indented nor a comment nor a dash
/// starts a block.
fn push(blocks: &mut Blocks, line: &str, marks: Vec<String>) {
    let starts = !line.starts_with([' ', '\t', '#', '-', ']', '}']) && !line.is_empty();
    if starts || blocks.is_empty() {
        let key = line.split(':').next().unwrap_or("").to_owned();
        blocks.push((key, Vec::new()));
    }
    let (_, block) = blocks.last_mut().expect("a block was pushed");
    block.push((line.to_owned(), marks));
}

/// The path in a line such as `# base/09/000109001000.yaml`.
fn path_of(line: &str) -> Option<&str> {
    let path = line.strip_prefix("# ")?;
    let is_path = path
        .bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || b"/.-_".contains(&byte));
    (is_path && (path.ends_with(".yaml") || path.ends_with(".yml"))).then_some(path)
}

/// The stage as it stands.
pub(crate) fn stage() -> Files {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/stage/catalog");
    files(&folder)
}

/// Every YAML file below a folder, by its path there.
pub(crate) fn files(folder: &Path) -> Files {
    let mut found = Files::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(inner) = folders.pop() {
        for entry in fs::read_dir(inner).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let below = path.strip_prefix(folder).unwrap().to_str().unwrap();
                found.insert(below.replace('\\', "/"), fs::read_to_string(&path).unwrap());
            }
        }
    }
    found
}

/// A catalog of files given as bytes.
pub(crate) fn catalog(files: BTreeMap<String, Vec<u8>>) -> Catalog {
    let standard = Arc::new(Standard::bundled().unwrap());
    let read =
        |(path, bytes): (String, Vec<u8>)| Arc::new(File::new(&path, yaml::read_bytes(&bytes)));
    Catalog::new(standard, files.into_iter().map(read).collect())
}

/// Every finding in a catalog.
pub(crate) fn findings(catalog: &Catalog) -> Vec<Finding> {
    check_catalog(catalog, Settings { today: TODAY })
}

/// A finding as path, line and rule.
pub(crate) fn placed(finding: &Finding) -> String {
    let text = finding.file.document.text();
    let place = Lines::new(text).place(text, finding.span.range().start);
    format!("{}:{}: {}", finding.file.path, place.line, finding.rule)
}
