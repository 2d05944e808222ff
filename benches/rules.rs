//! How much of the time of a check the rules take: their time beside the time it takes to parse the same
//! files, on the bundled catalog and on one of about ten thousand local matters made from it:
//! `cargo bench --bench rules`.

#![expect(
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a bench that cannot go on stops, and its figures go to whoever ran it"
)]

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use jiff::civil::date;
use mulu::catalog::standard::Standard;
use mulu::catalog::{Catalog, File};
use mulu::rules::{Settings, check_catalog};
use mulu::yaml;
use rayon::prelude::*;
use regex_lite::{Captures, Regex};

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// The rules are to take less than this share of the time of parsing.
const MOST: f64 = 0.30;
const ROUNDS: usize = 15;

type Files = BTreeMap<String, String>;

fn main() {
    let bundled = files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("catalog"));
    measure("bundled catalog", &bundled);
    measure("ten thousand local matters", &many(&bundled));
}

/// Times parsing and rules on one thread and on two.
fn measure(name: &str, files: &Files) {
    for threads in [1, 2] {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads);
        let pool = pool.build().expect("a pool of threads");
        pool.install(|| {
            let catalog = catalog(files);
            let found = check(&catalog);
            let events = best(|| files.par_iter().map(|(_, text)| events(text)).sum::<usize>());
            let parse = best(|| {
                let read = files.par_iter().map(|(_, text)| yaml::read(text.as_str()));
                read.collect::<Vec<_>>().len()
            });
            let rules = best(|| check(&catalog));
            let share = rules.as_secs_f64() / parse.as_secs_f64();
            println!(
                "{name}, {threads} thread(s): {} files, {found} findings; events {:.1} ms, parse {:.1} ms, \
                 rules {:.1} ms; rules / parse {share:.3} ({}), rules / events {:.3}",
                files.len(),
                events.as_secs_f64() * 1e3,
                parse.as_secs_f64() * 1e3,
                rules.as_secs_f64() * 1e3,
                if share < MOST { "as wanted" } else { "TOO MUCH" },
                rules.as_secs_f64() / events.as_secs_f64(),
            );
        });
    }
}

fn catalog(files: &Files) -> Catalog {
    let standard = Arc::new(Standard::bundled().expect("the bundled standard compiles"));
    let read =
        |(path, text): (&String, &String)| Arc::new(File::new(path, yaml::read(text.as_str())));
    Catalog::new(standard, files.par_iter().map(read).collect())
}

fn check(catalog: &Catalog) -> usize {
    let today = date(2026, 11, 24);
    check_catalog(catalog, Settings { today }).len()
}

/// The parser's bare events; the work below which no reader can go.
fn events(text: &str) -> usize {
    saphyr_parser::Parser::new_from_str(text)
        .take_while(Result::is_ok)
        .count()
}

/// The least that a run takes, in time of the processors where the system tells it: on a busy machine the
/// clock says little.
fn best(run: impl Fn() -> usize) -> Duration {
    let time = |_| {
        let (start, before) = (Instant::now(), processors());
        std::hint::black_box(run());
        match (before, processors()) {
            (Some(before), Some(after)) => after.saturating_sub(before),
            _ => start.elapsed(),
        }
    };
    (0..ROUNDS).map(time).min().unwrap_or_default()
}

/// What all threads of this process have run so far; Linux tells it.
fn processors() -> Option<Duration> {
    let mut all = 0;
    for task in std::fs::read_dir("/proc/self/task").ok()? {
        let path = task.ok()?.path().join("schedstat");
        let text = std::fs::read_to_string(path).ok()?;
        all += text.split(' ').next()?.parse::<u64>().ok()?;
    }
    Some(Duration::from_nanos(all))
}

/// The catalog with its divisions, bodies and local matters again and again, each time in another province.
fn many(bundled: &Files) -> Files {
    let locals = bundled.keys().filter(|path| path.starts_with("local/"));
    let copies = 10_000 / locals.count().max(1);
    let mut many = bundled.clone();
    for province in (40..).take(copies).map(|number: usize| number.to_string()) {
        for (path, text) in bundled {
            let moved = elsewhere(text, &province);
            if path.starts_with("local/") {
                let folder = path.replacen("local/33", &format!("local/{province}"), 1);
                many.insert(elsewhere(&folder, &province), moved);
            } else if matches!(path.as_str(), "divisions.yaml" | "bodies.yaml") {
                let entries = moved.split_once(":\n").map_or("", |(_, entries)| entries);
                many.entry(path.clone()).or_default().push_str(entries);
            }
        }
    }
    many
}

/// A text with its divisions and credit codes moved to another province, check characters and all.
fn elsewhere(text: &str, province: &str) -> String {
    let credit = Regex::new("1133[0-9]{4}[0-9A-Z]{10}").expect("a pattern");
    let division = Regex::new("\"33([0-9]{4})\"").expect("a pattern");
    let text = credit.replace_all(text, |code: &Captures<'_>| {
        let code = &code[0];
        let body = format!("11{province}{}", &code[4..17]);
        let check = check_character(&body);
        body + &check.to_string()
    });
    let moved = division.replace_all(&text, |code: &Captures<'_>| {
        format!("\"{province}{}\"", &code[1])
    });
    moved.into_owned()
}

/// The check character of GB 32100.
fn check_character(body: &str) -> char {
    const LETTERS: &str = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    let value = |letter| LETTERS.find(letter).unwrap_or(0);
    let mut weight = 1;
    let mut sum = 0;
    for letter in body.chars() {
        sum += value(letter) * weight;
        weight = weight * 3 % 31;
    }
    let place = (31 - sum % 31) % 31;
    LETTERS.chars().nth(place).unwrap_or('0')
}

fn files(folder: &Path) -> Files {
    let mut found = Files::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(inner) = folders.pop() {
        for entry in std::fs::read_dir(inner).expect("the catalog is there") {
            let path = entry.expect("a readable folder").path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let below = path.strip_prefix(folder).expect("it lies below");
            let name = below.to_string_lossy().replace('\\', "/");
            let text = std::fs::read_to_string(&path).expect("a catalog file is UTF-8");
            found.insert(name, text);
        }
    }
    found
}
