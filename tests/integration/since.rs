//! What a change broke is what a full check finds after it and did not find before, whatever was changed.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use mulu::catalog::Catalog;
use mulu::findings::{Finding, fingerprint};
use mulu::session::{Broken, check, load, load_revision, since};
use mulu::store::{Git, Root, Snapshot};

use crate::province::{Size, province};
use crate::sandbox::Sandbox;
use crate::stage::TODAY;

const SIZE: Size = Size {
    bases: 12,
    locals: 90,
    planted: 120,
};
const BUNDLE: &str = "id: one\nname: 一件事\naudience: person\nmembers:\n";

pub(crate) fn git(folder: &Path, args: &[&str]) -> String {
    let output = Command::new("git")
        .args([
            "-c",
            "user.name=编目员",
            "-c",
            "user.email=a@b.example",
            "-c",
            "core.autocrlf=false",
        ])
        .args(args)
        .current_dir(folder)
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_SYSTEM", "/dev/null")
        .output()
        .unwrap();
    let error = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "git {args:?}: {error}");
    String::from_utf8(output.stdout).unwrap().trim().to_owned()
}

/// A repository that holds a small province with all kinds of flaws, and one commit.
pub(crate) struct Repository {
    pub(crate) folder: tempfile::TempDir,
    pub(crate) dice: fastrand::Rng,
}

impl Repository {
    pub(crate) fn new(seed: u64) -> Repository {
        Repository::of(seed, SIZE)
    }

    pub(crate) fn of(seed: u64, size: Size) -> Repository {
        let folder = tempfile::tempdir().unwrap();
        git(folder.path(), &["init", "-q", "-b", "main"]);
        let dice = fastrand::Rng::with_seed(seed);
        let repository = Repository { folder, dice };
        let files = province(seed, size).files;
        let bases = files.iter().filter(|(path, _)| path.starts_with("base/"));
        let codes = bases.filter_map(|(path, _)| Path::new(path).file_stem()?.to_str());
        let members = codes
            .take(4)
            .map(|code| format!("  - base_code: \"{code}\"\n"));
        repository.write(
            "bundles/one.yaml",
            &(BUNDLE.to_owned() + &members.collect::<String>()),
        );
        for (path, text) in &files {
            repository.write(path, text);
        }
        repository.commit();
        repository
    }

    pub(crate) fn full(&self, path: &str) -> PathBuf {
        self.folder.path().join("catalog").join(path)
    }

    pub(crate) fn write(&self, path: &str, text: &str) {
        let full = self.full(path);
        fs::create_dir_all(full.parent().unwrap()).unwrap();
        fs::write(full, text).unwrap();
    }

    pub(crate) fn commit(&self) {
        git(self.folder.path(), &["add", "-A"]);
        git(
            self.folder.path(),
            &["commit", "-q", "--allow-empty", "-m", "x"],
        );
    }

    pub(crate) fn paths(&self) -> Vec<String> {
        let all = git(
            self.folder.path(),
            &["-c", "core.quotePath=false", "ls-files", "-co", "catalog"],
        );
        let is_there = |path: &&str| self.folder.path().join(path).exists();
        let paths = all.lines().filter(is_there);
        paths
            .map(|path| path.strip_prefix("catalog/").unwrap().to_owned())
            .collect()
    }

    pub(crate) fn edit(&mut self) {
        let paths = self.paths();
        let far = |path: &String| !path.starts_with("base/") && !path.starts_with("local/");
        let is_far = self.dice.u8(..) < 24;
        let some: Vec<&String> = match self.dice.u8(..3) {
            _ if is_far => paths.iter().filter(|path| far(path)).collect(),
            0 => paths
                .iter()
                .filter(|path| path.starts_with("base/"))
                .collect(),
            _ => paths
                .iter()
                .filter(|path| path.starts_with("local/"))
                .collect(),
        };
        let (Some(one), Some(other)) = (self.dice.choice(&some), self.dice.choice(&paths)) else {
            return;
        };
        let (one, other) = ((*one).clone(), other.clone());
        let text = fs::read_to_string(self.full(&one)).unwrap();
        let theirs = fs::read_to_string(self.full(&other)).unwrap();
        match self.dice.u8(..9) {
            0 if !is_far => fs::remove_file(self.full(&one)).unwrap(),
            1 if !is_far => {
                fs::remove_file(self.full(&one)).unwrap();
                self.write(&one.replace(".yaml", "x.yaml"), &text);
            }
            2 if !is_far => self.write(&one.replace(".yaml", "1.yaml"), &text),
            _ => {
                let text = self.changed(&text, &theirs);
                self.write(&one, &text);
            }
        }
    }

    /// A text with one line gone, twice, or with what another text says there.
    fn changed(&mut self, text: &str, theirs: &str) -> String {
        let keys = [
            "name: ",
            "type: ",
            "base_code: ",
            "code: ",
            "status: ",
            "online_url: ",
            "local_code: ",
            "division: ",
            "body: ",
            "promised_limit:",
            "plain_names:",
        ];
        let key = self.dice.choice(keys).unwrap();
        let other = theirs.lines().find(|line| line.starts_with(key));
        let lines: Vec<&str> = text.lines().collect();
        let (at, kind) = (self.dice.usize(..lines.len().max(1)), self.dice.u8(..4));
        let has_key = lines.iter().any(|line| line.starts_with(key));
        let line = |(place, line): (usize, &&str)| match (kind, other) {
            (0, _) if place == at => String::new(),
            (1, _) if place == at => format!("{line}\n{line}\n"),
            (2 | 3, Some(other)) if has_key && line.starts_with(key) => format!("{other}\n"),
            (2 | 3, Some(other)) if !has_key && place == 0 => format!("{other}\n{line}\n"),
            _ => format!("{line}\n"),
        };
        lines.iter().enumerate().map(line).collect()
    }
}

pub(crate) fn told(catalog: &Catalog, findings: &[Finding]) -> HashMap<String, usize> {
    let mut told = HashMap::new();
    for finding in findings {
        let mark = fingerprint(finding, &catalog.standard);
        let path = &finding.file.path;
        *told
            .entry(format!("{path} {} {mark}", finding.rule))
            .or_default() += 1;
    }
    told
}

/// What is in one and not in the other.
pub(crate) fn without(
    mut one: HashMap<String, usize>,
    other: &HashMap<String, usize>,
) -> Vec<(String, usize)> {
    for (mark, count) in &mut one {
        *count = count.saturating_sub(other.get(mark).copied().unwrap_or(0));
    }
    let mut left: Vec<_> = one.into_iter().filter(|(_, count)| *count > 0).collect();
    left.sort();
    left
}

fn compare(repository: &Repository, git: &Git, old: &str, new: &Snapshot) -> Broken {
    let old = git.revision(old).unwrap();
    let before = load_revision(git, &old).unwrap();
    let after = match new {
        Snapshot::Revision(new) => load_revision(git, new).unwrap(),
        Snapshot::Index => {
            let folder = repository.folder.path();
            let tree = self::git(folder, &["write-tree"]);
            let commit = self::git(folder, &["commit-tree", &tree, "-m", "x"]);
            load_revision(git, &git.revision(&commit).unwrap()).unwrap()
        }
        _ => load(&Root::at(repository.folder.path()).unwrap(), &|_, _| ()).unwrap(),
    };
    let broken = since(git, (&Snapshot::Revision(old), new), None, TODAY).unwrap();
    let then = told(&before, &check(&before, TODAY).new);
    let now = told(&after, &check(&after, TODAY).new);
    let found = told(&broken.after, &broken.findings);
    let mut found: Vec<_> = found.into_iter().collect();
    found.sort();
    let status = self::git(repository.folder.path(), &["status", "--short"]);
    assert_eq!(found, without(now.clone(), &then), "new: {status}");
    let solved: usize = without(then, &now).iter().map(|(_, count)| count).sum();
    assert_eq!(broken.solved, solved, "solved: {status}");
    broken
}

/// Lines of registers and of the standard that are put in the place of others.
const FAR: [(&str, &str); 10] = [
    ("status: in_force", "status: repealed"),
    ("articles: ", "articles: 1 # "),
    ("rank: ", "rank: rule # "),
    ("title: 中华人民共和国", "title: "),
    ("effective_on: ", "effective_on: \"2031-01-01\" # "),
    ("name: ", "name: 另一"),
    ("division: ", "division: \"330106\" # "),
    ("parent: ", "parent: \"330200\" # "),
    ("nature: ", "nature: \"3\" # "),
    ("code: ", "code: \"331199\" # "),
];

impl Repository {
    /// One entry of a register says something else, or is gone.
    pub(crate) fn edit_register(&mut self) {
        let paths = self.paths();
        let is_register = |path: &&String| {
            path.starts_with("laws/") || matches!(path.as_str(), "bodies.yaml" | "divisions.yaml")
        };
        let registers: Vec<&String> = paths.iter().filter(is_register).collect();
        let path = (*self.dice.choice(&registers).unwrap()).clone();
        let text = fs::read_to_string(self.full(&path)).unwrap();
        let fits: Vec<_> = FAR.iter().filter(|(old, _)| text.contains(old)).collect();
        let (old, new) = self.dice.choice(&fits).unwrap();
        let places: Vec<usize> = text.match_indices(old).map(|(at, _)| at).collect();
        let at = *self.dice.choice(&places).unwrap();
        let changed = format!("{}{new}{}", &text[..at], &text[at + old.len()..]);
        self.write(&path, &changed);
    }

    /// The standard of the catalog says something else.
    fn edit_standard(&mut self) {
        let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("schemas/fields.yaml");
        let text = fs::read_to_string(own).unwrap();
        let (old, new) = [
            ("required: true", "required: false"),
            ("policy: locked", "policy: free"),
        ][self.dice.usize(..2)];
        let places: Vec<usize> = text.match_indices(old).map(|(at, _)| at).collect();
        let at = *self.dice.choice(&places[1..]).unwrap();
        let text = format!("{}{new}{}", &text[..at], &text[at + old.len()..]);
        let full = self.folder.path().join("schemas/fields.yaml");
        fs::create_dir_all(full.parent().unwrap()).unwrap();
        fs::write(full, text).unwrap();
    }
}

#[test]
fn the_edit_of_a_register_is_felt_by_those_that_speak_of_its_entries() {
    let (mut broke, mut part) = (0, 0);
    for seed in 10..12 {
        let mut repository = Repository::new(seed);
        let git = Git::open(&Root::at(repository.folder.path()).unwrap()).unwrap();
        for round in 0..16 {
            repository.edit_register();
            if round % 4 == 1 {
                repository.edit();
            }
            let broken = compare(&repository, &git, "HEAD", &Snapshot::WorkTree);
            broke += usize::from(!broken.findings.is_empty());
            part += usize::from(!broken.is_whole);
            if round % 3 == 2 {
                repository.commit();
            }
        }
    }
    assert!(broke > 8 && part > 16, "{broke} {part}");
}

#[test]
fn what_is_staged_is_judged_as_a_full_check_of_it_would() {
    let mut repository = Repository::new(20);
    let git = Git::open(&Root::at(repository.folder.path()).unwrap()).unwrap();
    let mut broke = 0;
    for round in 0..10 {
        match round % 5 {
            1 => repository.edit_register(),
            3 => repository.edit_standard(),
            _ => repository.edit(),
        }
        self::git(repository.folder.path(), &["add", "-A"]);
        // What is edited afterwards is not staged.
        repository.edit();
        let broken = compare(&repository, &git, "HEAD", &Snapshot::Index);
        broke += usize::from(!broken.findings.is_empty());
        if round % 3 == 2 {
            repository.commit();
        }
    }
    assert!(broke > 3, "{broke}");
}

#[test]
fn what_a_change_broke_is_what_a_full_check_finds_besides() {
    let (mut broke, mut solved, mut elsewhere) = (0, 0, 0);
    for seed in 0..2 {
        let mut repository = Repository::new(seed);
        let git = Git::open(&Root::at(repository.folder.path()).unwrap()).unwrap();
        for round in 0..14 {
            for _ in 0..repository.dice.usize(1..4) {
                repository.edit();
            }
            let broken = compare(&repository, &git, "HEAD", &Snapshot::WorkTree);
            broke += usize::from(!broken.findings.is_empty());
            solved += usize::from(broken.solved > 0);
            let changed = git.between(
                &Snapshot::Revision(git.revision("HEAD").unwrap()),
                &Snapshot::WorkTree,
            );
            let changed = changed.unwrap();
            let is_changed = |finding: &Finding| {
                changed
                    .iter()
                    .any(|file| file.in_catalog() == Some(&*finding.file.path))
            };
            elsewhere += broken
                .findings
                .iter()
                .filter(|finding| !is_changed(finding))
                .count();
            if round % 4 == 3 {
                repository.commit();
                let new = Snapshot::Revision(git.revision("HEAD").unwrap());
                compare(&repository, &git, "HEAD~1", &new);
            }
        }
    }
    assert!(
        broke > 15 && solved > 4 && elsewhere > 4,
        "{broke} {solved} {elsewhere}"
    );
}

/// The sample catalog, with one more commit in which a base matter was given another name.
fn sample() -> Sandbox {
    let sandbox = Sandbox::with_sample();
    let path = sandbox.path();
    sandbox.replace(
        "catalog/base/09/000109001000.yaml",
        "普通护照签发",
        "普通护照换发",
    );
    git(&path, &["commit", "-qam", "改名"]);
    sandbox
}

#[test]
fn a_base_matters_edit_is_seen_in_all_that_inherit_from_it() {
    let sandbox = sample();
    let report = sandbox.run(&["check", "--since", "HEAD~1", "--format", "json"]);
    let report: serde_json::Value = serde_json::from_slice(&report.stdout).unwrap();
    let findings = report["findings"].as_array().unwrap();
    let paths: Vec<&str> = findings
        .iter()
        .map(|finding| finding["path"].as_str().unwrap())
        .collect();
    assert!(
        !paths.is_empty() && paths.iter().all(|path| path.starts_with("catalog/local/")),
        "{paths:?}"
    );
    // Nothing changed since, so nothing is broken since, whatever stood there before.
    insta::assert_snapshot!(sandbox.say(&["check", "--since", "HEAD"]), @r"
    没有问题（0 个文件，0 个事项）
    与 HEAD 相比：改动 0 个文件，波及 0 个，解决 0 个问题
    --- exit 0
    ");
}

#[test]
fn what_is_staged_is_judged_and_what_is_not_is_left_alone() {
    let sandbox = sample();
    sandbox.replace("catalog/base/09/000109001000.yaml", "name: ", "nome: ");
    insta::assert_snapshot!(sandbox.say(&["check", "--staged"]), @r"
    没有问题（0 个文件，0 个事项）
    与 HEAD 相比：改动 0 个文件，波及 0 个，解决 0 个问题
    --- exit 0
    ");
    git(&sandbox.path(), &["add", "-A"]);
    let staged = sandbox.say(&["check", "--staged"]);
    assert!(
        staged.contains("[S013]") && staged.ends_with("exit 1"),
        "{staged}"
    );
}

#[test]
fn a_bare_repository_is_judged_from_commit_to_commit() {
    let sandbox = sample();
    git(&sandbox.path(), &["clone", "-q", "--bare", ".", "bare.git"]);
    let worktree = sandbox.say(&["check", "--since", "HEAD~1"]);
    let bare = sandbox.say(&[
        "-C", "bare.git", "check", "--since", "HEAD~1", "--rev", "HEAD",
    ]);
    assert_eq!(bare, worktree);
    assert!(bare.ends_with("exit 1"), "{bare}");
    let all = sandbox.say(&["check", "--since", &"0".repeat(40), "--rev", "HEAD"]);
    assert!(
        all.contains("改动 6"),
        "from the start on, everything is new: {all}"
    );
}

#[test]
fn a_revision_that_is_not_there_is_refused_with_a_way_out() {
    let sandbox = sample();
    insta::assert_snapshot!(sandbox.say(&["check", "--since", "nowhere"]), @r"
    --- stderr
    错误：git 里没有版本“nowhere”
    提示：git log --oneline 列出已有的版本；远端的先用 git fetch 取来
    --- exit 2
    ");
    let url = format!("file://{}", sandbox.path().display());
    git(
        &sandbox.path(),
        &["clone", "-q", "--depth", "1", &url, "shallow"],
    );
    insta::assert_snapshot!(sandbox.say(&["-C", "shallow", "check", "--since", "HEAD~1"]), @r"
    --- stderr
    错误：这是浅克隆，取来的历史里没有版本“HEAD~1”
    提示：先运行 git fetch --unshallow 取来全部历史
    --- exit 2
    ");
    insta::assert_snapshot!(sandbox.say(&["check", "--rev", "HEAD"]), @r"
    --- stderr
    错误：缺少 --since
    用法：mulu check [选项] [PATH]
    --- exit 2
    ");
}

#[test]
fn a_comment_on_a_change_says_who_feels_it() {
    let sandbox = sample();
    insta::assert_snapshot!(sandbox.say(&["check", "--since", "HEAD~1", "--format", "markdown", "--max", "1"]), @"
    ### mulu check: 0 个错误，2 个警告，0 个提示

    与 HEAD&#126;1 相比

    - 涉及 10 个事项、9 个地区：基本目录 1、宁波市 1、宁海县 1、杭州市 1、桐庐县 1、浙江省 1、海曙区 1、萧山区 1、西湖区 1、鄞州区 1
    - 上下级差异：新增 2 处，消除 0 处
    - 这些事项的统一度：100.0% → 98.6%
    - 已解决的问题：0 个

    | 规则 | 级别 | 个数 |
    | --- | --- | ---: |
    | N005 名称与上级不同 | 警告 | 1 |

    | 级别 | 规则 | 位置 | 问题 |
    | --- | --- | --- | --- |
    | 警告 | N005 | catalog/local/330212/11330212MU080901XR4000109001000.yaml:3 | 名称“普通护照签发”与上级的“普通护照换发”不同 |

    另有 1 个问题没有列出
    --- exit 1
    ");
}
