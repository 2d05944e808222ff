//! How fast mulu is, as ratios in one run: `cargo bench`.
//!
//! `mulu check` as a whole process stands beside the floor: a process that only reads the same files and
//! runs the reader's parser over them once, on the same threads and with the same allocator.

#![expect(
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a bench that cannot go on stops, and its figures go to whoever ran it"
)]

mod pair;

use std::path::{Path, PathBuf};
use std::process::Command;

use pair::compare;
use rayon::prelude::*;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const ROUNDS: usize = 41;

fn main() {
    let catalog = Path::new(env!("CARGO_MANIFEST_DIR")).join("catalog");
    if std::env::args().any(|argument| argument == "--floor") {
        println!("{}", floor(&catalog));
        return;
    }
    let this = std::env::current_exe().expect("the bench knows itself");
    let mut floor = Command::new(this);
    floor.arg("--floor");
    let mut check = Command::new(env!("CARGO_BIN_EXE_mulu"));
    check.args(["--lang", "en", "check"]).arg(&catalog);
    compare(
        ROUNDS,
        ("check, whole process", &mut check),
        ("read + parse once", &mut floor),
    );
}

/// Reads and parses every file once; the number of events.
fn floor(catalog: &Path) -> usize {
    let mut files = Vec::new();
    list(catalog, &mut files);
    files
        .par_iter()
        .map(|path| {
            let text = std::fs::read_to_string(path).expect("a catalog file is UTF-8");
            saphyr_parser::Parser::new_from_str(&text)
                .take_while(Result::is_ok)
                .count()
        })
        .sum()
}

fn list(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("the catalog is there") {
        let path = entry.expect("a readable folder").path();
        if path.is_dir() {
            list(&path, files);
        } else {
            files.push(path);
        }
    }
}
