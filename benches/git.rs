//! How fast changes are told and files are merged, beside git in one run: `cargo bench --bench git`.
//!
//! In a catalog of 300,000 matters and a commit that changes one in a hundred, `mulu diff` stands beside
//! `git diff --stat` of the same commit; `-- PATH` names another repository, whose last commit is measured then. The merge driver is timed as a whole process, as git calls it.

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

fn main() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let repository = std::env::args()
        .skip(1)
        .find(|word| !word.starts_with("--"))
        .map_or_else(
            || {
                let size = Size {
                    bases: 3_000,
                    locals: 300_000,
                    planted: 0,
                };
                generated(folder.path(), &province(1, size))
            },
            PathBuf::from,
        );
    let mut mulu = Command::new(env!("CARGO_BIN_EXE_mulu"));
    let mulu = mulu.args(["--lang", "en", "diff", "HEAD~1", "HEAD"]);
    let mut git = Command::new("git");
    let git = git.args(["diff", "--stat", "HEAD~1", "HEAD"]);
    compare(
        ROUNDS,
        ("mulu diff", mulu.current_dir(&repository)),
        ("git diff --stat", git.current_dir(&repository)),
    );
    merges(folder.path());
}

/// A bare repository of two commits, the second of which changes a share of the matters.
fn generated(folder: &Path, province: &Province) -> PathBuf {
    let repository = folder.join("province.git");
    written::pack(province, &repository, &[SHARE]);
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
    println!(
        "merge driver, whole process: {:.1} ms a file",
        median(times) * 1e3
    );
}
