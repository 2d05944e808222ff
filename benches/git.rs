//! How fast changes are told and files are merged, beside git in one run: `cargo bench --bench git`.
//!
//! In a catalog of 300,000 matters and a commit that changes one in a hundred, `mulu diff` stands beside
//! `git diff --stat` of the same commit. `mulu check --since` stands beside `git diff --name-only`, for a commit that
//! changes fifty matters; of what it keeps from one time to the next all is there. `-- PATH` names another repository,
//! whose last commit is measured then. The merge driver is timed as a whole process, as git calls it. Behind each
//! figure stands whether it is within what is wanted.

#![expect(
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a bench that cannot go on stops, and its figures go to whoever ran it"
)]

mod pair;
#[expect(dead_code, reason = "made for the bench of the levels too")]
mod province;
#[expect(dead_code, reason = "a bench uses one of the two ways")]
mod written;

use std::path::{Path, PathBuf};
use std::process::Command;

use mulu::store::write_atomically;
use pair::{compare, median, time};
use province::{Province, Size, province};

const ROUNDS: usize = 15;
/// One matter in so many is changed.
const SHARE: usize = 100;
/// One in so many is changed by the commit that is checked: fifty.
const FEW: usize = 6_000;

fn main() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let named = std::env::args()
        .skip(1)
        .find(|word| !word.starts_with("--"));
    let (repository, few) = named.map_or_else(
        || {
            let size = Size {
                bases: 3_000,
                locals: 300_000,
                planted: 0,
            };
            (generated(folder.path(), &province(1, size)), "HEAD~1")
        },
        |path| (PathBuf::from(path), "HEAD"),
    );
    let few_before = format!("{few}~1");
    let cache = folder.path().join("cache");
    let (mine, theirs) = compare(
        ROUNDS,
        (
            "mulu check --since",
            mulu(&["check", "--rev", few, "--since", &few_before])
                .current_dir(&repository)
                .env("XDG_CACHE_HOME", &cache),
        ),
        (
            "git diff --name-only",
            git(&["diff", "--name-only", &few_before, few]).current_dir(&repository),
        ),
    );
    verdict(mine, theirs * 2.0 + 0.05);
    let (mine, theirs) = compare(
        ROUNDS,
        (
            "mulu diff",
            mulu(&["diff", "HEAD~1", "HEAD"]).current_dir(&repository),
        ),
        (
            "git diff --stat",
            git(&["diff", "--stat", "HEAD~1", "HEAD"]).current_dir(&repository),
        ),
    );
    verdict(mine, theirs * 1.5);
    merges(folder.path());
}

fn mulu(args: &[&str]) -> Command {
    let mut mulu = Command::new(env!("CARGO_BIN_EXE_mulu"));
    mulu.args(["--lang", "en"]).args(args);
    mulu
}

fn git(args: &[&str]) -> Command {
    let mut git = Command::new("git");
    git.args(args);
    git
}

/// Says whether a time in seconds is within what is wanted.
fn verdict(time: f64, most: f64) {
    let is_within = if time <= most { "within" } else { "TOO MUCH" };
    println!("  {is_within}: at most {:.1} ms", most * 1e3);
}

/// A bare repository of three commits: the second changes a few matters, the third a share of them.
fn generated(folder: &Path, province: &Province) -> PathBuf {
    let repository = folder.join("province.git");
    written::pack(province, &repository, &[FEW, SHARE]);
    repository
}

/// Merges a matter whose two sides clash in one place and join in others.
fn merges(folder: &Path) {
    let base: String = (0..12).fold(
        "name: 样例\nvisits: 1\nmaterials:\n".to_owned(),
        |text, n| text + &format!("  - name: 材料{n}\n    copies: 1\n"),
    ) + "acceptance_conditions: |\n  有固定场所。\n  有合格人员。\n";
    let sides = [
        ("O", base.clone()),
        (
            "B",
            base.replace("固定场所", "独立场所")
                .replace("visits: 1", "visits: 0"),
        ),
    ];
    for (name, text) in sides {
        write_atomically(&folder.join(name), text.as_bytes()).expect("the disk has room");
    }
    let ours = base
        .replace("固定场所", "经营场所")
        .replace("材料3\n    copies: 1", "材料3\n    copies: 2");
    let mut driver = Command::new(env!("CARGO_BIN_EXE_mulu"));
    driver.current_dir(folder);
    driver.args([
        "git",
        "merge-driver",
        "O",
        "A",
        "B",
        "7",
        "catalog/local/330106/1.yaml",
    ]);
    let times = (0..ROUNDS * 3).map(|_| {
        write_atomically(&folder.join("A"), ours.as_bytes()).expect("the disk has room");
        time(&mut driver).as_secs_f64()
    });
    let time = median(times);
    println!("merge driver, whole process: {:.1} ms a file", time * 1e3);
    verdict(time, 0.01);
}
