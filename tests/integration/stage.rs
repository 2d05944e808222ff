//! The stage: a small clean catalog on which the examples of the rules play. An example names the files it
//! changes and gives the keys it changes in them, or the whole file; marks at its line ends say which rule
//! speaks there.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use jiff::civil::{Date, date};
use mulu::catalog::standard::Standard;
use mulu::catalog::{Author, Catalog, File, Signature};
use mulu::findings::Finding;
use mulu::rules::{Changed, Commit, Settings, check_catalog, check_commits};
use mulu::text::Lines;
use mulu::yaml;

/// The day on which every example plays.
pub(crate) const TODAY: Date = date(2026, 3, 1);

/// The text of each file by its path.
pub(crate) type Files = BTreeMap<String, String>;

/// Files, each with its lines.
type Marked = Vec<(String, Vec<Line>)>;

/// What an example puts on the stage, and what it expects.
pub(crate) struct Example {
    /// Words after `yaml` in the fence: `whole`, `bom`, `crlf`, `gb18030`.
    info: String,
    /// The files, in order, each with its lines.
    files: Marked,
    /// Whose commit they make, if they make one, and the files of the branch it is to go to.
    commit: Option<(Author, Marked)>,
}

/// Stands before the author of a commit; the key that signed it may follow.
const AUTHOR: &str = "# author: ";

/// A line with the rules expected to speak there.
#[derive(Clone)]
struct Line {
    text: String,
    marks: Vec<String>,
}

/// The lines of a top-level key.
struct Block {
    key: String,
    lines: Vec<Line>,
}

impl Example {
    /// Reads the inside of a fenced block. A tab is written `→`, an escape `␛`. What stands before the line of an
    /// author is on the branch that the author's commit, which follows, is to go to.
    pub(crate) fn read(info: &str, block: &str) -> Example {
        let mut files = Marked::new();
        let mut commit = None;
        for line in block.lines() {
            if let Some(author) = line.strip_prefix(AUTHOR) {
                commit = Some((author_of(author), std::mem::take(&mut files)));
                continue;
            }
            if let Some(path) = path_of(line) {
                files.push((path.to_owned(), Vec::new()));
                continue;
            }
            let (text, marks) = line.split_once(" # <- ").unwrap_or((line, ""));
            let marks = marks.split(", ").filter(|mark| !mark.is_empty());
            let (_, lines) = files.last_mut().unwrap();
            lines.push(Line {
                text: text.replace('→', "\t").replace('␛', "\u{1B}"),
                marks: marks.map(str::to_owned).collect(),
            });
        }
        Example {
            info: info.to_owned(),
            files,
            commit,
        }
    }

    /// What is found: in the commit if it is one, else in the catalog.
    pub(crate) fn findings(&self, stage: &Files) -> Vec<Finding> {
        let Some((author, branch)) = &self.commit else {
            return findings(&self.catalog(stage));
        };
        let branch = Example {
            info: String::new(),
            files: branch.clone(),
            commit: None,
        };
        let target = branch.catalog(stage);
        let changes = self.compose(stage).into_iter().map(|(path, lines)| {
            let after = File::new(&path, yaml::read(&*text(&lines)));
            Changed {
                path: format!("catalog/{path}"),
                before: target.file(&path).cloned(),
                after: Some(Arc::new(after)),
            }
        });
        let commit = Commit {
            id: Some("1a2b3c4d".to_owned()),
            author: author.clone(),
            changes: changes.collect(),
        };
        check_commits(&target, &[commit], Settings { today: TODAY })
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
        text(&self.compose(stage)[path])
    }

    /// The text of each of its files on the stage.
    pub(crate) fn files(&self, stage: &Files) -> Files {
        let files = self.compose(stage).into_iter();
        files.map(|(path, lines)| (path, text(&lines))).collect()
    }

    fn compose(&self, stage: &Files) -> BTreeMap<String, Vec<Line>> {
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
        for (path, lines) in self.compose(stage) {
            bytes.insert(path, self.bytes(&text(&lines)));
        }
        catalog(bytes)
    }

    /// What is expected: path, line and rule, sorted.
    pub(crate) fn expected(&self, stage: &Files) -> Vec<String> {
        let mut expected = Vec::new();
        for (path, lines) in self.compose(stage) {
            for (place, line) in lines.iter().enumerate() {
                let marks = line.marks.iter();
                expected.extend(marks.map(|rule| format!("{path}:{}: {rule}", place + 1)));
            }
        }
        expected.sort();
        expected
    }
}

/// Lays the keys of an example over a file: each takes the place of the same key, or comes at the end. A key
/// that the example has twice stays twice.
fn composed(under: &str, lines: &[Line]) -> Vec<Line> {
    let plain = |text: &str| Line {
        text: text.to_owned(),
        marks: Vec::new(),
    };
    let mut blocks = blocks(under.lines().map(plain));
    let mut replaced = Vec::new();
    for over in self::blocks(lines.iter().cloned()) {
        replaced.push(over.key.clone());
        let is_second = replaced.iter().filter(|key| **key == over.key).count() > 1;
        match blocks.iter_mut().find(|block| block.key == over.key) {
            Some(block) if is_second => block.lines.extend(over.lines),
            Some(block) => block.lines = over.lines,
            None => blocks.push(over),
        }
    }
    blocks.into_iter().flat_map(|block| block.lines).collect()
}

/// Lines by their top-level key: a line that is neither indented nor a comment nor a dash starts a block.
fn blocks(lines: impl Iterator<Item = Line>) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    for line in lines {
        let goes_on =
            line.text.is_empty() || line.text.starts_with([' ', '\t', '#', '-', ']', '}']);
        if !goes_on || blocks.is_empty() {
            blocks.push(Block {
                key: line.text.split(':').next().unwrap_or("").to_owned(),
                lines: Vec::new(),
            });
        }
        blocks.last_mut().unwrap().lines.push(line);
    }
    blocks
}

fn author_of(words: &str) -> Author {
    let (email, key) = words.split_once(' ').unwrap_or((words, ""));
    let signed = Signature::Good {
        fingerprints: vec![key.to_owned()],
        public: None,
        email: None,
    };
    Author {
        name: "某人".to_owned(),
        email: email.to_owned(),
        signature: if key.is_empty() {
            Signature::Missing
        } else {
            signed
        },
    }
}

fn text(lines: &[Line]) -> String {
    let ended = lines.iter().flat_map(|line| [line.text.as_str(), "\n"]);
    ended.collect()
}

/// The path in a line such as `# base/09/000109001000.yaml`.
fn path_of(line: &str) -> Option<&str> {
    let path = line.strip_prefix("# ")?;
    let is_path = path
        .bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || b"/.-_".contains(&byte));
    let ending = path.rsplit('.').next();
    (is_path && matches!(ending, Some("yaml" | "yml"))).then_some(path)
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
    let text = finding.file.document().text();
    let place = Lines::new(text).place(text, finding.span.range().start);
    format!("{}:{}: {}", finding.file.path, place.line, finding.rule)
}
