//! How much of the time of a check the rules take: their time beside the time it takes to parse the same
//! files, in the same round of the same run: `cargo bench --bench rules`.
//!
//! - A province of ten thousand local matters is what the rules are held to, and the sample catalog.
//! - The local matters of the sample catalog over and over are the other extreme: they inherit nearly
//!   everything, so there is little of them to parse and as much to judge.

#![expect(
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a bench that cannot go on stops, and its figures go to whoever ran it"
)]

#[expect(
    dead_code,
    reason = "what was planted is asked for by other benches only"
)]
mod province;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use jiff::civil::date;
use mulu::catalog::standard::Standard;
use mulu::catalog::{Catalog, File};
use mulu::findings::Finding;
use mulu::rules::{Settings, check_catalog};
use mulu::terms::credit_check_char;
use mulu::yaml::{self, Document};
use rayon::prelude::*;
use regex_lite::{Captures, Regex};

use province::{Size, province};

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// The rules are to take less than this share of the time of parsing.
const MOST: f64 = 0.30;
const ROUNDS: usize = 21;
/// A small catalog is worked through again until a round lasts about this long on one thread.
const ROUND: Duration = Duration::from_millis(150);
/// Six in a hundred matters have a flaw; of the sample catalog it is seven.
const PROVINCE: Size = Size {
    bases: 600,
    locals: 10_000,
    planted: 60,
};

type Files = BTreeMap<String, String>;

fn main() {
    let bundled = files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("catalog"));
    measure(
        "province",
        &province(1, PROVINCE).files.into_iter().collect(),
    );
    measure("sample catalog", &bundled);
    measure("its local matters again and again", &many(&bundled));
}

/// Times parsing and rules on one thread and on two.
fn measure(name: &str, files: &Files) {
    let locals = || files.iter().filter(|(path, _)| path.starts_with("local/"));
    let bytes: usize = locals().map(|(_, text)| text.len()).sum();
    let size = bytes / locals().count().max(1);
    for threads in [1, 2] {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads);
        let pool = pool.build().expect("a pool of threads");
        pool.install(|| {
            let catalog = catalog(files);
            let found = check(&catalog).len();
            println!(
                "{name}: {} files, local matters of {size} bytes, {found} findings, {threads} thread(s)",
                files.len(),
            );
            let rounds = rounds(|| parse(files), || check(&catalog));
            told("processors", &rounds, |spent| spent.work);
            told("clock", &rounds, |spent| spent.clock);
        });
    }
}

/// 一轮: how long parsing took and how long the rules.
struct Round {
    parse: Spent,
    rules: Spent,
}

/// 用时: of one run, by two clocks.
struct Spent {
    /// What all processors worked; what else runs on the machine hardly tells.
    work: Duration,
    clock: Duration,
}

fn rounds<P, R>(parse: impl Fn() -> P, rules: impl Fn() -> R) -> Vec<Round> {
    let once = spent(1, &parse).clock.as_nanos().max(1);
    let times = (ROUND.as_nanos() / once).clamp(1, 1_000);
    let times = u32::try_from(times).unwrap_or(1);
    let round = |_| Round {
        parse: spent(times, &parse),
        rules: spent(times, &rules),
    };
    (0..ROUNDS).map(round).collect()
}

/// Prints the medians, and the ratios of the rounds: their median, and the middle half of them.
fn told(name: &str, rounds: &[Round], clock: fn(&Spent) -> Duration) {
    let seconds = |spent: &Spent| clock(spent).as_secs_f64();
    let [_, parse, _] = quartiles(rounds.iter().map(|round| seconds(&round.parse)));
    let [_, rules, _] = quartiles(rounds.iter().map(|round| seconds(&round.rules)));
    let share = |round: &Round| seconds(&round.rules) / seconds(&round.parse);
    let [low, share, high] = quartiles(rounds.iter().map(share));
    println!(
        "  by the {name}: parse {:.2} ms, rules {:.2} ms; rules / parse {share:.3} ({low:.3} to {high:.3}), {}",
        parse * 1e3,
        rules * 1e3,
        if share < MOST {
            "as wanted"
        } else {
            "TOO MUCH"
        },
    );
}

fn quartiles(figures: impl Iterator<Item = f64>) -> [f64; 3] {
    let mut figures: Vec<f64> = figures.collect();
    figures.sort_by(f64::total_cmp);
    let at = |quarter: usize| figures.get(figures.len() * quarter / 4).copied();
    [1, 2, 3].map(|quarter| at(quarter).unwrap_or(f64::NAN))
}

/// What one of several runs took.
fn spent<R>(times: u32, run: impl Fn() -> R) -> Spent {
    let (start, before) = (Instant::now(), processors());
    for _ in 0..times {
        std::hint::black_box(run());
    }
    let clock = start.elapsed() / times;
    let work = processors().zip(before);
    Spent {
        work: work.map_or(clock, |(after, before)| {
            after.saturating_sub(before) / times
        }),
        clock,
    }
}

/// What all threads of this process have run so far; Linux tells it, of each thread as it was when that last
/// gave way.
fn processors() -> Option<Duration> {
    std::thread::yield_now();
    let mut all = 0;
    for task in std::fs::read_dir("/proc/self/task").ok()? {
        let path = task.ok()?.path().join("schedstat");
        let text = std::fs::read_to_string(path).ok()?;
        all += text.split(' ').next()?.parse::<u64>().ok()?;
    }
    Some(Duration::from_nanos(all))
}

fn catalog(files: &Files) -> Catalog {
    let standard = Arc::new(Standard::bundled().expect("the bundled standard compiles"));
    let read =
        |(path, text): (&String, &String)| Arc::new(File::new(path, yaml::read(text.as_str())));
    Catalog::new(standard, files.par_iter().map(read).collect())
}

/// Reads all files and holds them, as a check does.
fn parse(files: &Files) -> Vec<Document> {
    let read = files.par_iter().map(|(_, text)| yaml::read(text.as_str()));
    read.collect()
}

fn check(catalog: &Catalog) -> Vec<Finding> {
    let today = date(2026, 11, 24);
    check_catalog(catalog, Settings { today })
}

/// The catalog with its divisions, bodies and local matters again and again, each time in another province.
fn many(bundled: &Files) -> Files {
    let locals = bundled.keys().filter(|path| path.starts_with("local/"));
    let copies = PROVINCE.locals / locals.count().max(1);
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
        let check = credit_check_char(&body).unwrap_or('0');
        format!("{body}{check}")
    });
    let moved = division.replace_all(&text, |code: &Captures<'_>| {
        format!("\"{province}{}\"", &code[1])
    });
    moved.into_owned()
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
