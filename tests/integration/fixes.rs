//! Fixes on the stage: what a page says of them is true, and whatever is wrong, fixing brings nothing new and
//! comes to an end.

use std::collections::BTreeSet;
use std::path::Path;

use mulu::findings::{Finding, Safety};
use mulu::rules::RULES;
use mulu::session::Session;
use mulu::store::Root;
use tempfile::TempDir;

use crate::rules::examples;
use crate::stage::{Files, TODAY, findings, stage};
use crate::walker::{Dice, change, samples};

#[test]
fn a_page_names_the_classes_of_its_fixes() {
    let stage = stage();
    let mut wrong = Vec::new();
    for rule in RULES.iter().map(|rule| &rule.info) {
        let page = rule.read_page();
        let mut seen = BTreeSet::new();
        for example in examples(&page, "反例") {
            let found = findings(&example.catalog(&stage));
            let own = found.iter().filter(|finding| finding.rule == rule.code);
            seen.extend(own.filter_map(|finding| Some(finding.fix.as_ref()?.safety)));
        }
        let stated: BTreeSet<Safety> = page.fixes.iter().copied().collect();
        if seen != stated {
            let words: Vec<&str> = seen.iter().map(|safety| safety.word()).collect();
            let words = words.join(", ");
            wrong.push(format!(
                "{}: the head should say fixes: [{words}]",
                rule.code
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Whatever is broken: every finding afterwards was there before, in as many places at most, and there is
/// nothing left to do.
#[test]
fn fixing_brings_nothing_new_and_comes_to_an_end() {
    let stage = stage();
    let (mut applied, mut refused) = (0, 0);
    for seed in 0..60 {
        let mut dice = Dice::new(seed);
        let folder = laid_out(&broken(&stage, &mut dice));
        let root = Root::at(folder.path()).unwrap();
        let mut session = Session::open(root, &|_, _| ()).unwrap();
        let before = session.check(TODAY).new;
        let fixing = session.fix(TODAY, &is_offered);
        let after = session.check(TODAY).new;
        assert_eq!(shown(&after), shown(&fixing.remaining), "seed {seed}");
        assert_no_more(&before, &after, seed);
        for finding in &fixing.refused {
            assert!(is_offered(&finding.finding), "seed {seed}");
        }
        applied += fixing.applied.len();
        refused += fixing.refused.len();
        let texts = texts(&session);
        let again = session.fix(TODAY, &is_offered);
        assert!(again.applied.is_empty(), "seed {seed}: {:?}", again.applied);
        assert_eq!(texts, self::texts(&session), "seed {seed}");
    }
    assert!(applied > 100, "{applied} applied, {refused} refused");
}

fn is_offered(finding: &Finding) -> bool {
    let fix = finding.fix.as_ref();
    fix.is_some_and(|fix| fix.safety != Safety::Shown)
}

fn assert_no_more(before: &[Finding], after: &[Finding], seed: u64) {
    let count = |findings: &[Finding], one: &Finding| {
        let same = findings
            .iter()
            .filter(|other| other.rule == one.rule && other.file.path == one.file.path);
        same.count()
    };
    for finding in after {
        assert!(
            count(after, finding) <= count(before, finding),
            "seed {seed}: {} {} is new",
            finding.rule,
            finding.message.zh
        );
    }
}

fn shown(findings: &[Finding]) -> Vec<String> {
    let shown = findings.iter().map(|finding| {
        format!(
            "{} {} {}",
            finding.file.path, finding.rule, finding.message.zh
        )
    });
    shown.collect()
}

fn texts(session: &Session) -> Vec<String> {
    let files = session.catalog().files().iter();
    files
        .map(|file| file.document().text().to_string())
        .collect()
}

/// A catalog of these files on disk.
fn laid_out(files: &Files) -> TempDir {
    let folder = TempDir::new().unwrap();
    for (path, text) in files {
        let full = folder.path().join("catalog").join(Path::new(path));
        std::fs::create_dir_all(full.parent().unwrap()).unwrap();
        std::fs::write(full, text).unwrap();
    }
    folder
}

/// The stage with several things wrong in several files, one of them wrong as a file of another kind is.
fn broken(stage: &Files, dice: &mut Dice) -> Files {
    let mut files = stage.clone();
    let paths: Vec<String> = files.keys().cloned().collect();
    for _ in 0..6 {
        let path = &paths[dice.roll(paths.len())];
        let text = files[path].clone();
        files.insert(path.clone(), slip(&text, dice));
    }
    let samples = samples();
    let (path, sound) = &samples[dice.roll(samples.len())];
    if dice.roll(3) == 0 && path != "mulu.yaml" {
        let mut json = sound.clone();
        change(&mut json, dice);
        files.insert(path.clone(), json.to_string());
    }
    files
}

/// The text with a slip such as people make.
fn slip(text: &str, dice: &mut Dice) -> String {
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let at = dice.roll(lines.len());
    let with = |new: String| {
        let mut lines = lines.clone();
        lines[at] = &new;
        lines.concat()
    };
    let line = lines[at];
    match dice.roll(10) {
        0 => text.replace('\n', "\r\n"),
        1 => format!("\u{FEFF}{text}"),
        2 => with(line.replace('"', "")),
        3 => with(line.repeat(2)),
        4 => text.replace('（', "(").replace('）', ")"),
        5 => with(line.replacen(": ", "s: ", 1)),
        6 => with(line.split(": ").next().unwrap().trim_end().to_owned() + ":\n"),
        7 => text.replacen("name: ", "name: 浙江省", 1),
        8 => text.replacen("name: ", "name: 市级(试行)", 1),
        _ => with(line.replace("中华人民共和国", "")),
    }
}
