//! The gate where it is needed: hooks of git and the jobs of hosts, run as git and the hosts run them.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Command, Output};

use crate::sandbox::{Sandbox, TODAY};
use crate::since::git;

const ACTION: &str = include_str!("../../.github/actions/mulu/action.yml");
const HOOKS: &str = include_str!("../../.pre-commit-hooks.yaml");
const MATTER: &str = "catalog/base/09/000109001000.yaml";

/// A program folder in which `mulu` is this program on the day of the tests.
fn programs(sandbox: &Sandbox) -> String {
    let program = format!(
        "#!/bin/sh\nexec \"{}\" --today {TODAY} \"$@\"\n",
        env!("CARGO_BIN_EXE_mulu")
    );
    sandbox.write("programs/mulu", &program);
    executable(&sandbox.path().join("programs/mulu"));
    let path = sandbox.path().join("programs");
    format!("{}:{}", path.display(), std::env::var("PATH").unwrap())
}

pub(crate) fn executable(path: &Path) {
    fs::set_permissions(path, fs::Permissions::from_mode(0o755)).unwrap();
}

pub(crate) fn command(sandbox: &Sandbox, folder: &str, program: &str, args: &[&str]) -> Command {
    let mut command = Command::new(program);
    command
        .args(args)
        .current_dir(sandbox.path().join(folder))
        .env_clear()
        .envs(sandbox.environment())
        .env("PATH", programs(sandbox))
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_SYSTEM", "/dev/null");
    command
}

pub(crate) fn said(output: &Output) -> String {
    let text = [&*output.stdout, &*output.stderr].concat();
    String::from_utf8(text).unwrap()
}

/// The sample catalog, a server that holds it, and a clone to push from.
fn server() -> Sandbox {
    let sandbox = Sandbox::with_sample();
    let path = sandbox.path();
    git(&path, &["clone", "-q", "--bare", ".", "server.git"]);
    git(&path, &["clone", "-q", "server.git", "desk"]);
    let hook = String::from_utf8(sandbox.run(&["git", "example", "pre-receive"]).stdout).unwrap();
    sandbox.write("server.git/hooks/pre-receive", &hook);
    executable(&path.join("server.git/hooks/pre-receive"));
    sandbox
}

fn push(sandbox: &Sandbox, refs: &str) -> (bool, String) {
    let output = command(sandbox, "desk", "git", &["push", "-q", "origin", refs])
        .output()
        .unwrap();
    (output.status.success(), said(&output))
}

fn commit(sandbox: &Sandbox, before: &str, after: &str) {
    sandbox.replace(&format!("desk/{MATTER}"), before, after);
    git(&sandbox.path().join("desk"), &["commit", "-qam", "改"]);
}

#[test]
fn a_server_takes_a_push_that_breaks_nothing_and_refuses_one_that_does() {
    let sandbox = server();
    // The sample has findings of old; they are nobody's fault now.
    commit(&sandbox, "\nname: ", "\n# 注\nname: ");
    let (is_taken, text) = push(&sandbox, "HEAD");
    assert!(is_taken, "{text}");
    commit(&sandbox, "\nname: ", "\nnome: ");
    let (is_taken, text) = push(&sandbox, "HEAD");
    assert!(!is_taken, "{text}");
    assert!(
        text.contains("[S013]") && text.contains("pre-receive hook declined"),
        "{text}"
    );
    // Neither is a new branch a way around, and putting it right opens the way again.
    let (is_taken, text) = push(&sandbox, "HEAD:refs/heads/其他");
    assert!(!is_taken, "{text}");
    commit(&sandbox, "\nnome: ", "\nname: ");
    let (is_taken, text) = push(&sandbox, "HEAD");
    assert!(is_taken, "{text}");
    let (is_taken, text) = push(&sandbox, "HEAD:refs/heads/其他");
    assert!(is_taken, "{text}");
    let (is_gone, text) = push(&sandbox, ":refs/heads/其他");
    assert!(is_gone, "{text}");
}

#[test]
fn a_commit_that_breaks_something_is_refused_by_the_hook() {
    let sandbox = Sandbox::with_sample();
    let hook = String::from_utf8(sandbox.run(&["git", "example", "pre-commit"]).stdout).unwrap();
    sandbox.write(".git/hooks/pre-commit", &hook);
    executable(&sandbox.path().join(".git/hooks/pre-commit"));
    let commit = |folder: &str| {
        let output = command(&sandbox, folder, "git", &["commit", "-qam", "改"])
            .output()
            .unwrap();
        (output.status.success(), said(&output))
    };
    sandbox.replace(MATTER, "\nname: ", "\nnome: ");
    let (is_done, text) = commit(".");
    assert!(!is_done && text.contains("[S013]"), "{text}");
    sandbox.replace(MATTER, "\nnome: ", "\n# 注\nname: ");
    let (is_done, text) = commit("catalog");
    assert!(is_done, "{text}");
}

#[test]
fn the_hooks_of_the_pre_commit_program_stop_what_is_broken() {
    let entries = HOOKS
        .lines()
        .filter_map(|line| line.trim().strip_prefix("entry: "));
    let entries: Vec<&str> = entries.collect();
    assert_eq!(entries.len(), 2);
    for entry in entries {
        let sandbox = Sandbox::with_sample();
        let run = || {
            git(&sandbox.path(), &["add", "catalog"]);
            let run = command(&sandbox, ".", "sh", &["-c", entry]).output();
            run.unwrap()
        };
        sandbox.replace(MATTER, "\nname: ", "\n# 注\nname: ");
        assert!(run().status.success(), "{entry}");
        sandbox.replace(MATTER, "\nname: ", "\nnome: ");
        let stopped = run();
        assert!(!stopped.status.success(), "{entry}");
        assert!(said(&stopped).contains("[S013]"), "{}", said(&stopped));
    }
}

/// The script of a job: what stands under the last `run: |`, or in the list under `script:`.
fn script(example: &str) -> String {
    let is_head = |line: &str| line.trim().ends_with("run: |") || line.trim() == "script:";
    let at = example.lines().collect::<Vec<_>>();
    let at = at.iter().rposition(|line| is_head(line)).unwrap();
    let mut lines = example.lines().skip(at);
    let head = lines.next().unwrap();
    let indent = head.len() - head.trim_start().len();
    let depth = |line: &str| line.len() - line.trim_start().len();
    let body = lines.take_while(|line| depth(line) > indent);
    let body = body.map(|line| line.trim().trim_start_matches("- ").to_owned() + "\n");
    body.collect()
}

#[test]
fn the_jobs_of_hosts_block_what_is_broken_and_leave_their_reports() {
    let reports = [
        ("github", vec!["mulu.sarif", "summary.md"]),
        ("action", vec!["mulu.sarif", "summary.md"]),
        ("gitea", vec!["mulu.md", "mulu.xml"]),
        ("gitlab", vec!["gl-code-quality-report.json", "mulu.xml"]),
        ("gitee", vec!["mulu.md", "mulu.xml"]),
    ];
    for (host, reports) in reports {
        let sandbox = server();
        let example = match host {
            "action" => ACTION.to_owned(),
            host => String::from_utf8(sandbox.run(&["git", "example", host]).stdout).unwrap(),
        };
        assert!(mulu::yaml::read(&*example).is_whole(), "{host}");
        let desk = sandbox.path().join("desk");
        let base = git(&desk, &["rev-parse", "HEAD"]);
        let run = || {
            // Hosts run a script with bash, which stops at the first line that fails.
            let args = ["-eo", "pipefail", "-c", &script(&example)];
            let mut command = command(&sandbox, "desk", "bash", &args);
            command
                .env("GITHUB_OUTPUT", desk.join("outputs.txt"))
                .env("GITHUB_BASE_REF", "main")
                .env("GITHUB_STEP_SUMMARY", desk.join("summary.md"))
                .env("GITEE_TARGET_BRANCH", "main")
                .env("CI_MERGE_REQUEST_DIFF_BASE_SHA", &base);
            command.output().unwrap()
        };
        let passed = run();
        assert!(passed.status.success(), "{host}: {}", said(&passed));
        commit(&sandbox, "\nname: ", "\nnome: ");
        let blocked = run();
        assert_eq!(blocked.status.code(), Some(1), "{host}: {}", said(&blocked));
        assert!(
            said(&blocked).contains("S013"),
            "{host}: {}",
            said(&blocked)
        );
        for report in reports {
            assert!(
                sandbox.read(&format!("desk/{report}")).contains("S013"),
                "{host}: {report}"
            );
        }
    }
}
