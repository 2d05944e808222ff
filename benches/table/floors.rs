//! What no check can do without: reading every file, and running a parser over it.

use std::path::{Path, PathBuf};

use rayon::prelude::*;
use saphyr_parser::Parser;

/// Reads every file of a catalog; the number of bytes.
pub(crate) fn read(folder: &Path) -> usize {
    let read = |path: &PathBuf| std::fs::read(path).expect("a readable file").len();
    files(folder).par_iter().map(read).sum()
}

/// Reads every file and runs the parser over it; the number of events.
pub(crate) fn parse(folder: &Path) -> usize {
    let parse = |path: &PathBuf| {
        let text = std::fs::read_to_string(path).expect("a catalog file is UTF-8");
        Parser::new_from_str(&text)
            .take_while(Result::is_ok)
            .count()
    };
    files(folder).par_iter().map(parse).sum()
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut folders = vec![folder.join("catalog")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("a readable folder") {
            let entry = entry.expect("a readable folder");
            let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
            let list = if is_folder { &mut folders } else { &mut files };
            list.push(entry.path());
        }
    }
    files
}
