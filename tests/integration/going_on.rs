//! A check that goes on from the last one says what a check of everything says, whatever became of the catalog
//! or of what was kept of it meanwhile.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use jiff::civil::{Date, date};
use mulu::findings::{Finding, fingerprint};
use mulu::session::{Check, Renew};
use mulu::store::Root;

use crate::province::{Size, province};
use crate::sandbox::Sandbox;
use crate::since::Repository;

const EXCEPTIONS: &str =
    "exceptions:\n  - {rule: RULE, reason: 已报备, by: 王五, until: \"DAY\"}\n";
const APPROVAL: &str = "decisions:\n  - {field: FIELD, action: approve, by: 王五, \"on\": \"2025-01-02\", reason: 本地标准, until: \"DAY\"}\n";

/// A catalog that changes, with a folder for what is kept of it.
struct Desk {
    repository: Repository,
    today: Date,
    /// How often it was looked at.
    step: u64,
}

impl Desk {
    fn new(seed: u64) -> Desk {
        Desk {
            repository: Repository::new(seed),
            today: date(2026, 3, 1),
            step: 0,
        }
    }

    fn root(&self) -> Root {
        Root::at(self.repository.folder.path()).unwrap()
    }

    fn cache(&self) -> PathBuf {
        self.repository.folder.path().join("cache")
    }

    /// Makes what was changed just now look as if it had been changed a while ago, each time at another.
    fn settle(&mut self) {
        self.step += 1;
        let now = SystemTime::now();
        for path in self.repository.paths() {
            let full = self.repository.full(&path);
            let changed = full.metadata().unwrap().modified().unwrap();
            if now.duration_since(changed).unwrap_or_default() < Duration::from_mins(1) {
                let file = fs::File::options().append(true).open(&full).unwrap();
                let then = now - Duration::from_secs(100_000 - self.step);
                file.set_modified(then).unwrap();
            }
        }
    }

    fn change(&mut self) {
        match self.repository.dice.u8(..12) {
            0 => self.add_to_a_matter(EXCEPTIONS),
            1 => self.add_to_a_matter(APPROVAL),
            2 => {
                let days = self.repository.dice.i32(-40..90);
                self.today = self.today.saturating_add(jiff::Span::new().days(days));
            }
            3 => self.change_a_word("laws/law.yaml", &["2019", "2021", "2026-03-20", "2027"]),
            4 => self.change_a_word("divisions.yaml", &["杭", "县", "330000"]),
            5 => self.change_a_word("bodies.yaml", &["局", "委", "0"]),
            6 => self.change_the_settings(),
            7 => self.change_the_standard(),
            8 => self.repository.write("base/stray.yaml", "code: 1\n"),
            9 => self.record(),
            _ => self.repository.edit(),
        }
    }

    /// A matter with an exception or a decision more; what it says need not be right.
    fn add_to_a_matter(&mut self, what: &str) {
        let paths = self.repository.paths();
        let matters = paths.iter().filter(|path| path.starts_with("local/"));
        let Some(path) = self.repository.dice.choice(matters.collect::<Vec<_>>()) else {
            return;
        };
        let dice = &mut self.repository.dice;
        let rule = dice
            .choice(["X001", "X002", "G001", "T005", "P005", "R001", "C015"])
            .unwrap();
        let field = dice
            .choice(["promised_limit", "name", "type", "online_depth"])
            .unwrap();
        let day = self
            .today
            .saturating_add(jiff::Span::new().days(dice.i32(-20..60)));
        let what = what.replace("RULE", rule).replace("FIELD", field);
        let what = what.replace("DAY", &day.to_string());
        let full = self.repository.full(path);
        let text = fs::read_to_string(&full).unwrap_or_default();
        fs::write(full, text + &what).unwrap();
    }

    fn change_a_word(&mut self, path: &str, words: &[&str]) {
        let dice = &mut self.repository.dice;
        let (from, to) = (*dice.choice(words).unwrap(), *dice.choice(words).unwrap());
        let full = self.repository.full(path);
        let text = fs::read_to_string(&full).unwrap();
        fs::write(full, text.replacen(from, to, 1)).unwrap();
    }

    fn change_the_settings(&mut self) {
        let settings = [
            "",
            "rules:\n  off: [P005]\n",
            "rules:\n  severities: {G: note}\n",
            "rules:\n  for:\n    - {types: [\"01\"], off: [P005, T005]}\n",
            "retired_codes:\n  - {code: \"330101001000\", successor: \"330101002000\"}\n",
        ];
        let setting = self.repository.dice.choice(settings).unwrap();
        let head = "format: 1\ntitle: 临江省\nhome: \"330000\"\nsample: true\n";
        self.repository
            .write("mulu.yaml", &format!("{head}{setting}"));
    }

    fn change_the_standard(&mut self) {
        let folder = self.repository.folder.path().join("schemas");
        if folder.exists() {
            fs::remove_dir_all(folder).unwrap();
            return;
        }
        fs::create_dir_all(&folder).unwrap();
        let table = Path::new(env!("CARGO_MANIFEST_DIR")).join("schemas/naming.yaml");
        let text = fs::read_to_string(table).unwrap();
        fs::write(folder.join("naming.yaml"), text.replacen("60", "12", 1)).unwrap();
    }

    /// Takes what there is into the baseline.
    fn record(&mut self) {
        let mut check = Check::of(self.root(), self.today, &|_| true).unwrap();
        let found = std::mem::take(&mut check.found);
        let session = check.session(&self.root()).unwrap();
        let _ = session.renew_baseline(&found, Renew::Grow);
    }

    /// What a check says, with what is kept or without, and whether it went on from the last one.
    fn said(&self, cache: Option<PathBuf>) -> (Vec<String>, bool) {
        let root = self.root().keeping_in(cache);
        let of_base = |path: &str| path.starts_with("base/");
        let check = Check::of(root, self.today, &of_base).unwrap();
        let found = &check.found;
        let line = |finding: &Finding| {
            let related = finding.related.iter();
            let related = related.map(|related| {
                let text = related.span.of(related.file.document().text()).to_owned();
                (
                    related.file.path.clone(),
                    related.span,
                    related.message.clone(),
                    text,
                )
            });
            let fix = finding
                .fix
                .as_ref()
                .map(|fix| (fix.safety, fix.title.clone()));
            let mark = fingerprint(finding, &check.standard);
            let seen = finding.span.of(finding.file.document().text());
            format!(
                "{} {} {:?} {:?} {:?} {mark} {seen} {:?} {fix:?}",
                finding.file.path,
                finding.rule,
                finding.span,
                finding.severity,
                finding.message,
                related.collect::<Vec<_>>(),
            )
        };
        let counts = (check.files, check.matters, found.gone);
        let new = found.new.iter().map(line);
        let known = found
            .known
            .iter()
            .map(|finding| format!("known {}", line(finding)));
        let said = new.chain(known).chain([format!("{counts:?}")]);
        (said.collect(), check.has_gone_on())
    }
}

#[test]
fn whatever_changes_a_check_that_goes_on_says_what_a_first_check_says() {
    let (mut counts, mut went_on) = (Vec::new(), 0);
    for seed in 0..2 {
        let mut desk = Desk::new(seed);
        for step in 0..24 {
            let before = desk.repository.paths();
            for _ in 0..desk.repository.dice.usize(..3) {
                desk.change();
            }
            if desk.repository.dice.u8(..4) > 0 {
                desk.settle();
            }
            let (first, _) = desk.said(None);
            let (again, has_gone_on) = desk.said(Some(desk.cache()));
            went_on += usize::from(has_gone_on);
            let differ: Vec<_> = again.iter().filter(|line| !first.contains(line)).collect();
            let lacking: Vec<_> = first.iter().filter(|line| !again.contains(line)).collect();
            assert!(
                first == again,
                "{seed} {step} {}\nmore: {differ:#?}\nless: {lacking:#?}\n{} {}",
                desk.today,
                before.len(),
                crate::since::git(desk.repository.folder.path(), &["status", "--short"]),
            );
            counts.push(first.len());
        }
    }
    counts.dedup();
    assert!(
        counts.len() > 12 && went_on > 20,
        "the changes must bring and take findings: {counts:?} {went_on}"
    );
}

/// A catalog large enough that something is kept of it, with findings of every severity.
fn sandbox() -> Sandbox {
    let sandbox = Sandbox::new();
    let size = Size {
        bases: 12,
        locals: 120,
        planted: 300,
    };
    for (path, text) in province(5, size).files {
        sandbox.write(&format!("catalog/{path}"), &text);
    }
    sandbox
}

/// The index of the only catalog of which something is kept.
fn index(sandbox: &Sandbox) -> PathBuf {
    let kept = sandbox.path().join("nobody/.cache/mulu");
    let folder = fs::read_dir(kept).unwrap().flatten().next().unwrap();
    folder.path().join("index")
}

fn a_local(sandbox: &Sandbox) -> String {
    let mut files = sandbox.files().into_iter();
    files
        .find(|path| path.starts_with("catalog/local/"))
        .unwrap()
}

#[test]
fn every_form_is_the_same_with_what_is_kept_and_without() {
    let sandbox = sandbox();
    sandbox.run(&["check"]);
    let local = a_local(&sandbox);
    let text = sandbox.read(&local);
    for text in [&text, &text.replace("name: ", "name: 新(x)")] {
        sandbox.write(&local, text);
        for args in [
            &["--format", "human"][..],
            &["--format", "human", "--color", "always", "--lang", "en"],
            &["--format", "json"],
            &["--format", "sarif"],
            &["--format", "github"],
            &["--format", "gitlab"],
            &["--format", "junit"],
            &["--format", "rdjson"],
            &["--format", "checkstyle"],
            &["--format", "markdown"],
            &["--max", "3"],
            &["--select", "X", "--ignore", "X001"],
            &["catalog/base"],
        ] {
            let with = sandbox.say(&[&["check"], args].concat());
            let without = sandbox.say(&[&["check", "--no-cache"], args].concat());
            assert_eq!(with, without, "{args:?}");
        }
    }
    assert!(index(&sandbox).exists());
}

#[test]
fn what_is_kept_and_no_good_is_made_anew_and_that_is_said_once() {
    let sandbox = sandbox();
    let said = sandbox.say(&["check"]);
    assert!(!said.contains("stderr"), "{said}");
    let index = index(&sandbox);
    let bytes = fs::read(&index).unwrap();
    let flipped = |at: usize| {
        let mut bytes = bytes.clone();
        bytes[at] ^= 1;
        bytes
    };
    let size = bytes.len();
    let damaged = [
        Vec::new(),
        b"something else".to_vec(),
        bytes[..40].to_vec(),
        bytes[..size / 2].to_vec(),
        flipped(3),
        flipped(20),
        flipped(60),
        [bytes.clone(), bytes.clone()].concat()[1..].to_vec(),
    ];
    for damaged in damaged {
        fs::write(&index, damaged).unwrap();
        let (findings, note) = said.rsplit_once("--- exit").unwrap();
        insta::allow_duplicates! {
            let again = sandbox.say(&["check"]);
            assert_eq!(again.split("--- stderr").next().unwrap(), findings);
            insta::assert_snapshot!(again.rsplit_once("--- stderr\n").unwrap().1, @r"
            注意：缓存已损坏或属于别的版本，没有采用，已重新生成
            --- exit 1
            ");
        }
        assert_eq!(sandbox.say(&["check"]), said, "{note}");
    }
    // Wherever it is damaged, it says the same or is made anew.
    let local = a_local(&sandbox);
    for at in (0..size).step_by(size / 40) {
        fs::write(&index, flipped(at)).unwrap();
        let text = sandbox.read(&local);
        sandbox.write(&local, &text);
        let again = sandbox.say(&["check"]);
        let findings = said.rsplit_once("--- exit").unwrap().0;
        assert!(again.starts_with(findings), "{at}");
    }
}

#[test]
fn nothing_is_kept_where_nothing_is_to_be_kept() {
    let sandbox = sandbox();
    sandbox.run(&["check", "--no-cache"]);
    assert!(!sandbox.path().join("nobody").exists());
    let elsewhere = sandbox.path().join("elsewhere");
    let sandbox = sandbox.with("MULU_CACHE_DIR", &elsewhere.to_string_lossy());
    sandbox.run(&["check"]);
    assert!(elsewhere.exists() && !sandbox.path().join("nobody").exists());
}

#[test]
fn several_programs_at_once_and_one_that_is_killed_do_no_harm() {
    let sandbox = sandbox();
    let said = sandbox.run(&["check", "--no-cache"]).stdout;
    for round in 0..4 {
        let mut killed = sandbox
            .command(&["check"])
            .stdout(std::process::Stdio::null())
            .spawn()
            .unwrap();
        let running: Vec<_> = (0..3)
            .map(|_| {
                let mut command = sandbox.command(&["check"]);
                command.stdout(std::process::Stdio::piped());
                command
                    .stderr(std::process::Stdio::piped())
                    .spawn()
                    .unwrap()
            })
            .collect();
        if round % 2 == 0 {
            killed.kill().unwrap();
        }
        killed.wait().unwrap();
        for program in running {
            let output = program.wait_with_output().unwrap();
            assert!(output.stdout == said, "{round}");
            assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
        }
        if round == 1 {
            fs::remove_file(index(&sandbox)).unwrap();
        }
    }
}
