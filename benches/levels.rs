//! How fast levels are set side by side, as ratios to reading the same files in one run:
//! `cargo bench --bench levels`.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a bench that cannot go on stops, and its figures go to whoever ran it"
)]

#[expect(dead_code, reason = "flaws of single files are looked for elsewhere")]
mod province;

use std::collections::HashMap;
use std::hint::black_box;
use std::sync::Arc;
use std::time::Instant;

use jiff::civil::{Date, date};
use mulu::catalog::standard::Standard;
use mulu::catalog::{Catalog, File, Floor, MatterId};
use mulu::levels::{align, matrix, scores, survey};
use mulu::yaml;
use rayon::prelude::*;

use province::{Broken, Province, Size, province};

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
    let Province {
        files,
        differences,
        broken,
        ..
    } = province(1, size);
    let bytes: usize = files.iter().map(|(_, text)| text.len()).sum();
    println!(
        "{} files, {} MB, {} planted differences, {} broken codes",
        files.len(),
        bytes / 1_000_000,
        differences.len(),
        broken.len()
    );
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
    aligned(&catalog, &broken);
    told(
        "matrices of every base matter",
        median(|| matrices(&catalog)),
    );
}

/// How many of the matters with a broken code are told what they stand for, and how many rightly.
fn aligned(catalog: &Catalog, broken: &[Broken]) {
    let alignment = align(catalog);
    let meant: HashMap<&str, &str> = alignment
        .unlinked
        .iter()
        .filter_map(|one| {
            let base = catalog.matter(one.meant()?.base).code()?.value;
            Some((&*catalog.matter(one.local).file.path, base))
        })
        .collect();
    for is_renamed in [false, true] {
        let all = broken.iter().filter(|one| one.is_renamed == is_renamed);
        let told = all
            .clone()
            .filter_map(|one| Some((meant.get(&*one.path)?, &one.meant)));
        let right = told.clone().filter(|(told, meant)| *told == *meant);
        println!(
            "  broken codes{}: {}, told {}, rightly {}",
            if is_renamed {
                " under another name"
            } else {
                ""
            },
            all.count(),
            told.count(),
            right.count()
        );
    }
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
