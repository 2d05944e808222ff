//! What the way from files to findings asks of memory, by count and not by time, so that a machine that is
//! busy does not tell: how often, how much, and how much at once, for each matter of a made-up province that
//! is checked part by part. A ceiling that is passed is either a step back, or is to be raised with a reason.

#![expect(
    clippy::expect_used,
    clippy::tests_outside_test_module,
    reason = "this file is a test"
)]

#[expect(dead_code, reason = "what was planted is looked for elsewhere")]
#[path = "../benches/province/mod.rs"]
mod province;

use std::collections::HashMap;
use std::sync::Arc;

use allocation_counter::{AllocationInfo, measure};
use jiff::civil::date;
use mulu::catalog::standard::Standard;
use mulu::catalog::{Catalog, Facts, File, Reader};
use mulu::rules::{Settings, check_catalog};
use mulu::yaml;

use province::{Size, province};

const MATTERS: usize = 3_000;

/// A step, and for each matter: how many allocations at most, how many bytes in all, and how many at once.
type Cost = (&'static str, [u64; 3]);

const CEILINGS: [Cost; 3] = [
    ("read", [22, 15_700, 440]),
    ("catalog", [1, 400, 95]),
    ("check", [21, 16_500, 1_200]),
];

#[test]
fn no_step_from_files_to_findings_asks_for_more_than_it_did() {
    let found = on_one_thread(steps).map(|(name, one)| {
        let all = [one.count_total, one.bytes_total, one.bytes_max];
        (name, all.map(|figure| figure / MATTERS as u64))
    });
    for ((name, most), (_, figures)) in CEILINGS.iter().zip(&found) {
        let is_within = most
            .iter()
            .zip(figures)
            .all(|(most, figure)| figure <= most);
        assert!(
            is_within,
            "{name}: at most {most:?}; for each matter {found:?}"
        );
    }
}

/// Counts are those of a thread.
fn on_one_thread<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(1)
        .use_current_thread();
    pool.build().expect("a pool of threads").install(work)
}

fn steps() -> [(&'static str, AllocationInfo); 3] {
    let files = province(3, Size::of(MATTERS)).with_flaws(3, 10).files;
    let texts: Arc<HashMap<String, String>> = Arc::new(files.iter().cloned().collect());
    let reader = Reader::new(move |path| yaml::read(texts.get(path).map_or("", String::as_str)));
    let standard = Arc::new(Standard::bundled().expect("the carried standard compiles"));
    let mut packed = Vec::with_capacity(files.len());
    let read = measure(|| packed.extend(files.iter().map(|file| file_of(file, &reader))));
    let mut catalog = None;
    let built = measure(|| catalog = Some(Catalog::new(standard, packed)));
    let catalog = catalog.expect("it is built");
    let mut findings = Vec::new();
    let today = date(2026, 11, 24);
    let checked = measure(|| findings = check_catalog(&catalog, Settings { today }));
    assert!(findings.len() > MATTERS / 50);
    [("read", read), ("catalog", built), ("check", checked)]
}

/// A file as a large catalog holds it.
fn file_of((path, text): &(String, String), reader: &Reader) -> Arc<File> {
    let file = File::new(path, yaml::read(text.as_str()));
    let is_matter = path.starts_with("base/") || path.starts_with("local/");
    let facts = Arc::new(file.pack());
    let end = facts.len();
    let facts = Facts::read(&facts, 0..end).filter(|_| is_matter);
    Arc::new(match facts {
        Some(facts) => File::packed(path, facts, reader.clone()),
        None => file,
    })
}
