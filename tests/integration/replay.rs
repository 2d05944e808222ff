//! A history of pull requests, replayed commit by commit: branches that several people edit at once, merged by git
//! with the driver; whatever the gate says of each step is what two full checks of the whole catalog say.

use std::collections::HashMap;
use std::process::Command;

use mulu::session::{check, load_revision, since};
use mulu::store::{Git, Root, Snapshot};

use crate::province::Size;
use crate::since::{Repository, git, told, without};
use crate::stage::TODAY;

const SIZE: Size = Size {
    bases: 6,
    locals: 36,
    planted: 40,
};
const REQUESTS: usize = 30;

/// Runs mulu in the repository; whether it could do it.
fn mulu(repository: &Repository, args: &[&str]) -> bool {
    let mut mulu = Command::new(env!("CARGO_BIN_EXE_mulu"));
    let output = mulu
        .args(args)
        .current_dir(repository.folder.path())
        .output();
    output.unwrap().status.success()
}

/// Merges a request into the main branch; where git leaves a choice, ours or theirs is taken.
fn merge(repository: &mut Repository, branch: &str) -> usize {
    let folder = repository.folder.path().to_owned();
    let merge = ["merge", "-q", "--no-ff", "--no-edit", branch];
    let merged = Command::new("git")
        .args(["-c", "user.name=x", "-c", "user.email=a@b.example"])
        .args(merge)
        .current_dir(&folder)
        .output();
    if merged.unwrap().status.success() {
        return 0;
    }
    let unmerged = git(&folder, &["diff", "--name-only", "--diff-filter=U"]);
    let side = ["--ours", "--theirs"][repository.dice.usize(..2)];
    for path in unmerged.lines() {
        if !mulu(repository, &["git", "resolve", path, side]) {
            // One side took the file away: nothing in it is marked.
            git(&folder, &["checkout", "-q", "HEAD", "--", path]);
        }
    }
    repository.commit();
    unmerged.lines().count()
}

#[test]
fn each_step_of_a_history_of_pull_requests_is_judged_as_two_full_checks_would() {
    let mut repository = Repository::of(3, SIZE);
    let folder = repository.folder.path().to_owned();
    git(&folder, &["config", "user.name", "编目员"]);
    git(&folder, &["config", "user.email", "a@b.example"]);
    assert!(mulu(&repository, &["git", "install"]));
    repository.commit();
    let mut conflicts = 0;
    for request in 0..REQUESTS {
        // A request begins a few steps behind what is merged by now.
        let back = repository.dice.usize(..3).min(request);
        let branch = format!("请求{request}");
        git(
            &folder,
            &["checkout", "-q", "-b", &branch, &format!("main~{back}")],
        );
        for _ in 0..repository.dice.usize(1..4) {
            match repository.dice.u8(..8) {
                0 => repository.edit_register(),
                _ => repository.edit(),
            }
        }
        repository.commit();
        git(&folder, &["checkout", "-q", "main"]);
        conflicts += merge(&mut repository, &branch);
    }
    let ours = Git::open(&Root::at(&folder).unwrap()).unwrap();
    let steps = git(
        &folder,
        &["rev-list", "--first-parent", "--reverse", "main"],
    );
    let mut last: Option<(Snapshot, HashMap<String, usize>)> = None;
    let mut broke = 0;
    for step in steps.lines() {
        let revision = ours.revision(step).unwrap();
        let catalog = load_revision(&ours, &revision).unwrap();
        let now = told(&catalog, &check(&catalog, TODAY).new);
        let here = Snapshot::Revision(revision);
        if let Some((before, then)) = last {
            let broken = since(&ours, (&before, &here), None, TODAY).unwrap();
            let found = told(&broken.after, &broken.findings);
            let mut found: Vec<_> = found.into_iter().collect();
            found.sort();
            let changed = git(
                &folder,
                &["diff", "--name-status", &format!("{step}~1"), step],
            );
            assert_eq!(found, without(now.clone(), &then), "{changed}");
            let solved: usize = without(then, &now).iter().map(|(_, count)| count).sum();
            assert_eq!(broken.solved, solved, "{changed}");
            broke += usize::from(!found.is_empty());
        }
        last = Some((here, now));
    }
    assert!(broke > REQUESTS / 3 && conflicts > 0, "{broke} {conflicts}");
}
