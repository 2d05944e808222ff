//! How fast levels are set side by side, as ratios to reading the same files in one run:
//! `cargo bench --bench levels`.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a bench that cannot go on stops, and its figures go to whoever ran it"
)]

mod province;

use std::hint::black_box;
use std::sync::Arc;
use std::time::Instant;

use jiff::civil::{Date, date};
use mulu::catalog::standard::Standard;
use mulu::catalog::{Catalog, File, Floor, MatterId};
use mulu::levels::{align, matrix, scores, survey};
use mulu::yaml;
use rayon::prelude::*;

use province::{Size, province};

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const TODAY: Date = date(2026, 3, 1);
const ROUNDS: usize = 9;

fn main() {
    let size = Size {
        bases: 3_000,
        locals: 100_000,
        planted: 60,
    };
    let files = province(1, size).files;
    let bytes: usize = files.iter().map(|(_, text)| text.len()).sum();
    println!("{} files, {:.0} MB", files.len(), bytes as f64 / 1e6);
    let read = || -> Vec<Arc<File>> {
        let one =
            |(path, text): &(String, String)| Arc::new(File::new(path, yaml::read(text.as_str())));
        files.par_iter().map(one).collect()
    };
    let reading = median(|| drop(black_box(read())));
    println!("reading them: {:.0} ms", reading * 1e3);
    let standard = Arc::new(Standard::bundled().expect("the carried standard compiles"));
    let catalog = Catalog::new(standard, read());
    let told = |name: &str, seconds: f64| {
        println!(
            "{name}: {:.0} ms, {:.2} of reading",
            seconds * 1e3,
            seconds / reading
        );
    };
    told(
        "survey of all differences",
        median(|| drop(black_box(survey(&catalog, TODAY)))),
    );
    told(
        "scores",
        median(|| drop(black_box(scores(&catalog, TODAY)))),
    );
    told("alignment", median(|| drop(black_box(align(&catalog)))));
    told(
        "matrices of every base matter",
        median(|| matrices(&catalog)),
    );
}

fn matrices(catalog: &Catalog) {
    let bases: Vec<MatterId> = catalog
        .matters()
        .filter_map(|(id, matter)| (matter.floor == Floor::Base).then_some(id))
        .collect();
    bases
        .par_iter()
        .for_each(|base| drop(black_box(matrix(catalog, *base, &|_| true, TODAY))));
}

fn median(work: impl Fn()) -> f64 {
    let mut seconds: Vec<f64> = (0..ROUNDS)
        .map(|_| {
            let start = Instant::now();
            work();
            start.elapsed().as_secs_f64()
        })
        .collect();
    seconds.sort_by(f64::total_cmp);
    seconds[ROUNDS / 2]
}
