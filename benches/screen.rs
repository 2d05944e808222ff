//! How fast the screen is, measured from outside in a terminal of its own: on the sample catalog, and on one
//! of 300,000 matters as it is found a second time. From the start to the first thing drawn and to the whole
//! list; from a key to the last of what it draws; what a key sends; what memory all that takes. Beside it the
//! same titles in fzf, if that is installed: `cargo bench --bench screen`.
//!
//! `MULU_BENCH_CATALOG` names a large catalog to use instead of one made on the spot.

#![expect(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a bench that cannot go on stops, and its figures go to whoever ran it"
)]

#[expect(
    dead_code,
    reason = "what was planted is asked for by other benches only"
)]
mod province;
mod terminal;
#[expect(dead_code, reason = "a bench uses one of the two ways")]
mod written;

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use province::{Size, province};
use terminal::Terminal;

const STARTS: usize = 5;
const KEYS: usize = 200;
const LARGE: Size = Size {
    bases: 2_600,
    locals: 300_000,
    planted: 20,
};
/// What is looked for, typed letter by letter.
const WANTED: [&str; 6] = ["培训", "公共场所", "海域使用", "ggcs", "pxsc", "jidongche"];

fn main() {
    let folder = tempfile::tempdir().expect("a folder");
    let cache = folder.path().join("cache");
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("catalog");
    measure("sample catalog", &sample, &cache, 0);
    let asked = std::env::var_os("MULU_BENCH_CATALOG").map(PathBuf::from);
    let large = asked.unwrap_or_else(|| written(&folder.path().join("large")));
    let start = Instant::now();
    let mut first = Terminal::open(&large, &cache);
    first.until("基");
    println!(
        "300,000 matters, seen for the first time: list there {:.1} s",
        start.elapsed().as_secs_f64()
    );
    first.end();
    let (letter, peak) = measure("300,000 matters", &large, &cache, WANTED.len());
    memory(peak, &cache, matters(&large).len());
    fzf(&large, letter);
}

/// The text index, and what the program held at most beside it, a matter.
fn memory(peak: usize, cache: &Path, many: usize) {
    let kept = std::fs::read_dir(cache.join("mulu"))
        .into_iter()
        .flatten()
        .flatten();
    let index = kept.filter_map(|folder| folder.path().join("index").metadata().ok());
    let index = index.map(|data| data.len()).max().unwrap_or(0);
    let index = usize::try_from(index).unwrap_or(usize::MAX);
    let rest = peak.saturating_sub(index) / many.max(1);
    println!(
        "index {} MB; beside it at most {rest} bytes a matter",
        index / 1_000_000
    );
}

/// Prints how fast it is; the median of a letter, in seconds, and the most memory, in bytes.
fn measure(name: &str, catalog: &Path, cache: &Path, searches: usize) -> (f64, usize) {
    let (mut paints, mut lists) = (Vec::new(), Vec::new());
    let (mut moves, mut typed, mut bytes) = (Vec::new(), Vec::new(), Vec::new());
    let mut peak = None;
    for _ in 0..STARTS {
        let mut terminal = Terminal::open(catalog, cache);
        paints.push(terminal.until("mulu"));
        lists.push(terminal.until("基"));
        terminal.key(b"\t");
        // Down and up again through the list; every step draws another matter beside it.
        for turn in 0..KEYS {
            let key: &[u8] = if turn % 40 < 20 { b"j" } else { b"k" };
            if let Some((seconds, count)) = terminal.key(key) {
                moves.push(seconds);
                bytes.push(count);
            }
        }
        for wanted in WANTED.iter().take(searches) {
            terminal.key(b"/");
            for letter in wanted.chars() {
                typed.extend(
                    terminal
                        .key(letter.to_string().as_bytes())
                        .map(|(seconds, _)| seconds),
                );
            }
            terminal.key(b"\x1b");
            terminal.key(b"\x1b");
        }
        peak = peak.max(terminal.peak());
        terminal.end();
    }
    typed.sort_by(f64::total_cmp);
    let letter = typed.get(typed.len() / 2).copied().unwrap_or(f64::NAN);
    let peak = peak.unwrap_or(0);
    println!(
        "{name}: first paint {}; list there {}; moves {}; most bytes of a move {}; memory {} MB",
        told(paints),
        told(lists),
        told(moves),
        bytes.into_iter().max().unwrap_or(0),
        peak / 1_000_000,
    );
    if !typed.is_empty() {
        println!("{name}: letters of a search {}", told(typed));
    }
    (letter, peak)
}

/// Median, 95 and 99 of a hundred, and the worst, in milliseconds.
fn told(mut figures: Vec<f64>) -> String {
    figures.sort_by(f64::total_cmp);
    let at = |share: usize| {
        let place = (figures.len() * share / 100).min(figures.len().saturating_sub(1));
        figures.get(place).map_or(f64::NAN, |seconds| seconds * 1e3)
    };
    format!(
        "{:.1} ms (95 %: {:.1}, 99 %: {:.1}, worst {:.1})",
        at(50),
        at(95),
        at(99),
        at(100)
    )
}

fn written(folder: &Path) -> PathBuf {
    written::write(&province(1, LARGE), folder);
    folder.to_owned()
}

/// The yardstick: fzf looking for one word in the titles, and how many times as long as a letter that takes.
fn fzf(catalog: &Path, letter: f64) {
    let mut titles = String::new();
    for file in matters(catalog) {
        let text = std::fs::read_to_string(file).unwrap_or_default();
        let name = text.lines().find_map(|line| line.strip_prefix("name: "));
        titles.extend([name.unwrap_or(""), "\n"]);
    }
    for args in [&["--exact"][..], &[]] {
        let start = Instant::now();
        let mut command = Command::new("fzf");
        command.args(args).args(["--filter", "公共场所"]);
        let child = command.stdin(Stdio::piped()).stdout(Stdio::null()).spawn();
        let Ok(mut child) = child else {
            println!("fzf is not installed");
            return;
        };
        let mut input = child.stdin.take().expect("its input");
        let _ = std::io::Write::write_all(&mut input, titles.as_bytes());
        drop(input);
        let _ = child.wait();
        let taken = start.elapsed().as_secs_f64();
        println!(
            "fzf {args:?}, all titles read and one word looked for: {:.0} ms, {:.0} times a letter",
            taken * 1e3,
            taken / letter
        );
    }
}

/// The files of the matters.
fn matters(catalog: &Path) -> Vec<PathBuf> {
    let entries = |folder: &Path| std::fs::read_dir(folder).into_iter().flatten().flatten();
    let parts = ["base", "local"].iter();
    let parts = parts.map(|part| catalog.join("catalog").join(part));
    let inner = parts.flat_map(|part| entries(&part).map(|entry| entry.path()));
    inner
        .flat_map(|inner| {
            entries(&inner)
                .map(|entry| entry.path())
                .collect::<Vec<_>>()
        })
        .collect()
}
