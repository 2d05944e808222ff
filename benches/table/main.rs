//! What everything costs, beside what the machine cannot do without, in one run and one table:
//! `cargo bench --bench table`, or `cargo bench --bench table -- 10000 300000` for catalogs of other sizes.
//!
//! A made-up province is put into a repository of its own with two more commits: one that changes a matter in
//! a hundred, and one that changes fifty. Whole processes are timed in turn, each with an empty cache or with
//! what it kept itself; the floors are a process that reads all files, one that runs the parser over them too,
//! and what git says of the same repository. Ratios hold on any machine; times do not.

#![expect(
    clippy::cast_precision_loss,
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a bench that cannot go on stops, and its figures go to whoever ran it"
)]

mod floors;
mod ground;
mod inside;
mod process;
#[expect(dead_code, reason = "differences and codes are looked for elsewhere")]
#[path = "../province/mod.rs"]
mod province;
mod rows;
#[expect(dead_code, reason = "files are checked out of the pack here")]
#[path = "../written/mod.rs"]
mod written;

use std::path::Path;

use ground::Ground;
use process::Spent;
use rows::{Must, Row, shown, works};

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// What is measured if nobody says otherwise.
const SIZES: [usize; 2] = [1_000, 10_000];
/// Ten times the matters may take this power of ten times the work.
const GROWTH: [(&str, f64); 2] = [("check, cold", 1.05), ("check, warm", 1.0)];

fn main() {
    let words: Vec<String> = std::env::args()
        .skip(1)
        .filter(|word| word != "--bench")
        .collect();
    if let [job, folder] = &*words {
        let folder = Path::new(folder);
        match job.as_str() {
            "--read" => return println!("{}", floors::read(folder)),
            "--parse" => return println!("{}", floors::parse(folder)),
            "--inside" => return inside::all(folder),
            _ => {}
        }
    }
    let asked: Vec<usize> = words.iter().filter_map(|word| word.parse().ok()).collect();
    let sizes = if asked.is_empty() { &SIZES[..] } else { &asked };
    let tables: Vec<(usize, Vec<Row>)> = sizes.iter().map(|size| (*size, table(*size))).collect();
    growth(&tables);
}

/// Measures a catalog of so many matters and prints its table.
fn table(matters: usize) -> Vec<Row> {
    let ground = Ground::new(matters);
    let rounds = match matters {
        0..=2_000 => 9,
        2_001..=20_000 => 5,
        _ => 3,
    };
    let works = works();
    let mut spent: Vec<Vec<Spent>> = works.iter().map(|_| Vec::new()).collect();
    for round in 0..=rounds {
        for (work, spent) in works.iter().zip(&mut spent) {
            let once = work.spend(&ground);
            // The first time, caches are filled and pages read in.
            if round > 0 {
                spent.push(once);
            }
        }
    }
    let medians = spent.iter().map(|spent| Spent::median(spent));
    let rows = rows::held(&works, &medians.collect::<Vec<_>>());
    println!(
        "\n{matters} matters in {} files, {:.1} KB each, {rounds} rounds",
        ground.files,
        ground.bytes as f64 / ground.files as f64 / 1e3
    );
    println!("{}", shown(&rows));
    println!("inside one process, in milliseconds: {}", ground.inside());
    rows
}

/// How what a check costs grows from the smallest to the largest catalog.
fn growth(tables: &[(usize, Vec<Row>)]) {
    let (Some((few, small)), Some((many, large))) = (tables.first(), tables.last()) else {
        return;
    };
    if few == many {
        return;
    }
    println!("\ngrowth of CPU time from {few} to {many} matters");
    for (name, most) in GROWTH {
        let of = |rows: &[Row]| {
            rows.iter()
                .find(|row| row.name == name)
                .map(|row| row.spent.cpu)
        };
        let Some((small, large)) = of(small).zip(of(large)) else {
            continue;
        };
        let power = (large / small).ln() / (*many as f64 / *few as f64).ln();
        let must = Must {
            of: "exponent",
            figure: power,
            most,
        };
        println!("{name}: {must}");
    }
}
