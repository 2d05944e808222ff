//! How fast the finder is: 300,000 made-up matters, queries typed key by key, each key as a person would feel
//! it; beside it `fzf --filter` over the same titles, if it is installed. Run with `cargo bench --bench search`.

#![expect(
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a bench that cannot go on stops, and its figures go to whoever ran it"
)]

#[expect(dead_code, reason = "what was planted there is not looked for")]
mod province;

use std::io::Write;
use std::process::{Command, Stdio};
use std::sync::{Arc, LazyLock};
use std::time::Instant;

use mulu::catalog::standard::Standard;
use mulu::catalog::{Catalog, File};
use mulu::search::{Finder, Index};
use mulu::yaml;
use province::{Size, province};
use rayon::prelude::*;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// What is typed, letter by letter.
const QUERIES: [&str; 14] = [
    "食",
    "食品",
    "食品经营",
    "公共场所",
    "食品许可",
    "gonggongchangsuo",
    "ggcs",
    "gg场所",
    "shipinjingying",
    "gonggnogchangsuo",
    "000131",
    "11330000",
    "食品 许可 教育",
    "ggcs xk shi",
];

fn main() {
    for bases in [2600, 20_000] {
        run(Size {
            bases,
            locals: 300_000,
            planted: 50,
        });
    }
}

fn run(size: Size) {
    let catalog = catalog(size);
    let start = Instant::now();
    let index = Index::of(&catalog);
    println!(
        "{} matters, {} base matters: built in {:.0} ms, {} bytes a matter",
        index.len(),
        size.bases,
        start.elapsed().as_secs_f64() * 1e3,
        index.bytes() / index.len(),
    );
    let titles = titles(&catalog);
    let (mut keys, mut ratios) = (Vec::new(), Vec::new());
    for query in QUERIES {
        let (times, found) = typed(&index, query);
        let worst = times.iter().copied().fold(0.0, f64::max);
        print!("  {query:<18} {found:>7} found, worst key {worst:>5.2} ms");
        if let Some(floor) = fzf(&titles, query) {
            let last = times.last().copied().unwrap_or(f64::NAN);
            ratios.push(last / floor);
            print!(", fzf {floor:>6.1} ms, ratio {:.3}", last / floor);
        }
        println!();
        keys.extend(times);
    }
    keys.sort_by(f64::total_cmp);
    ratios.sort_by(f64::total_cmp);
    println!(
        "  {} keys: median {:.2} ms, p95 {:.2} ms, worst {:.2} ms; median ratio to fzf {:.3}",
        keys.len(),
        at(&keys, 50),
        at(&keys, 95),
        at(&keys, 100),
        at(&ratios, 50),
    );
}

fn catalog(size: Size) -> Catalog {
    let files = province(7, size).files.into_par_iter();
    let file = |(path, text): (String, String)| Arc::new(File::new(&path, yaml::read(text)));
    let standard = Standard::bundled().expect("the carried standard compiles");
    Catalog::new(Arc::new(standard), files.map(file).collect())
}

/// One line a matter, as fzf would be given them.
fn titles(catalog: &Catalog) -> String {
    let mut titles = String::new();
    for (_, matter) in catalog.matters() {
        titles += matter.name().map_or("", |name| name.value);
        titles.push('\n');
    }
    titles
}

/// Milliseconds for each key, and what the last one found.
fn typed(index: &Index, query: &str) -> (Vec<f64>, usize) {
    let mut finder = Finder::default();
    let mut found = 0;
    let ends = query
        .char_indices()
        .map(|(at, letter)| at + letter.len_utf8());
    let times = ends.map(|end| {
        let typed = query.get(..end).unwrap_or_default();
        let start = now();
        found = finder.find(index, typed, |_| true).len();
        now() - start
    });
    (times.collect(), found)
}

/// Milliseconds that this thread has had a core, so that other work on the machine does not count; where
/// the system does not tell, those of the clock.
fn now() -> f64 {
    static START: LazyLock<Instant> = LazyLock::new(Instant::now);
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let spent: Option<f64> = told.and_then(|told| told.split(' ').next()?.parse().ok());
    spent.map_or_else(|| START.elapsed().as_secs_f64() * 1e3, |spent| spent / 1e6)
}

/// Milliseconds of fzf over all titles, its start and its reading them included, which is what it takes to
/// answer one key after another too, as its own floor; `None` if there is no fzf.
fn fzf(titles: &str, query: &str) -> Option<f64> {
    let mut best: Option<f64> = None;
    for _ in 0..3 {
        let start = Instant::now();
        let mut child = Command::new("fzf")
            .args(["--exact", "--filter", query])
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .spawn()
            .ok()?;
        let mut input = child.stdin.take()?;
        input.write_all(titles.as_bytes()).ok()?;
        drop(input);
        child.wait().ok()?;
        let time = start.elapsed().as_secs_f64() * 1e3;
        best = Some(best.map_or(time, |best| best.min(time)));
    }
    best
}

fn at(figures: &[f64], percent: usize) -> f64 {
    let place = figures.len().saturating_sub(1) * percent / 100;
    figures.get(place).copied().unwrap_or(f64::NAN)
}
