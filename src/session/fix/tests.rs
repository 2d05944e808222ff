//! The loop, with rules made for the occasion: a line `key: from` is wrong and is to become `to`.

use std::cell::Cell;
use std::sync::Arc;

use crate::catalog::standard::Standard;
use crate::catalog::{Catalog, File};
use crate::change::{Intent, Plan};
use crate::findings::{Finding, Fix, Fixing, Safety, Severity, WhyNot};
use crate::session::fix::mend;
use crate::text::{Digest, Message};
use crate::yaml::{self, Data, Op, Path};

const FILE: &str = "bundles/a.yaml";

/// One rule: where `key` says `from`, it should say `to`.
struct Made {
    rule: &'static str,
    key: &'static str,
    from: &'static str,
    to: &'static str,
}

const fn made(rule: &'static str, key: &'static str, from: &'static str, to: &'static str) -> Made {
    Made {
        rule,
        key,
        from,
        to,
    }
}

fn fixed(
    catalog: &Arc<Catalog>,
    look: &dyn Fn(&Catalog) -> Vec<Finding>,
    wanted: &dyn Fn(&Finding) -> bool,
) -> (Fixing, Plan) {
    let (fixing, plan, _) = mend(catalog, look, wanted, &|_| true).unwrap();
    (fixing, plan)
}

fn look(rules: &[Made], catalog: &Catalog) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in catalog.files() {
        for made in rules {
            let path = Path::key(made.key);
            let value = file.document().at(&path);
            let Some(value) = value.filter(|value| value.text() == Some(made.from)) else {
                continue;
            };
            let op = Op::Set {
                path,
                value: Data::Text(made.to.to_owned()),
            };
            findings.push(Finding {
                rule: made.rule,
                severity: Severity::Error,
                file: Arc::clone(file),
                span: value.span(),
                message: Message::same(made.from),
                substance: Digest::new(),
                related: Vec::new(),
                fix: Some(Fix {
                    safety: Safety::Safe,
                    title: Message::same(made.to),
                    intents: vec![Intent::Edit {
                        path: file.path.clone(),
                        op,
                    }],
                }),
            });
        }
    }
    findings
}

fn catalog(text: &str) -> Arc<Catalog> {
    catalog_of(&[(FILE, text)])
}

fn catalog_of(files: &[(&str, &str)]) -> Arc<Catalog> {
    let file = |(path, text): &(&str, &str)| Arc::new(File::new(path, yaml::read(*text)));
    let standard = Arc::new(Standard::bundled().unwrap());
    Arc::new(Catalog::new(standard, files.iter().map(file).collect()))
}

/// What comes of it: the file afterwards, the fixing, and how often was looked.
fn mended(text: &str, rules: &[Made]) -> (String, Fixing, usize) {
    let times = Cell::new(0);
    let looked = |catalog: &Catalog| {
        times.set(times.get() + 1);
        look(rules, catalog)
    };
    let (fixing, plan) = fixed(&catalog(text), &looked, &|_| true);
    let after = plan.changes.first().and_then(|change| change.after.clone());
    let after = after.map_or_else(|| text.to_owned(), |after| after.to_string());
    (after, fixing, times.get())
}

#[test]
fn all_is_done_in_one_round_where_nothing_is_in_the_way() {
    let rules = [made("A", "a", "1", "2"), made("B", "b", "1", "3")];
    let (after, fixing, looks) = mended("a: x1\nb: 1\n", &rules);
    assert_eq!((after.as_str(), looks), ("a: x1\nb: \"3\"\n", 2));
    assert_eq!(fixing.applied.len(), 1);
    let (after, fixing, looks) = mended("a: 1 # one\nb: 1\n", &rules);
    assert_eq!((after.as_str(), looks), ("a: \"2\" # one\nb: \"3\"\n", 2));
    assert!(fixing.remaining.is_empty() && fixing.refused.is_empty());
}

#[test]
fn a_fix_that_a_fix_uncovers_is_refused_as_a_new_finding() {
    let rules = [made("A", "a", "old", "new"), made("B", "a", "new", "other")];
    let (after, fixing, _) = mended("a: old\n", &rules);
    assert_eq!(after, "a: old\n");
    assert!(fixing.applied.is_empty());
    let [refused] = fixing.refused.as_slice() else {
        panic!("{fixing:?}")
    };
    assert!(matches!(&refused.reason, WhyNot::Brings(new) if new.rule == "B"));
}

#[test]
fn two_rules_that_undo_each_other_come_to_rest() {
    let rules = [made("A", "a", "old", "new"), made("B", "a", "new", "old")];
    let (after, fixing, _) = mended("a: old\n", &rules);
    assert_eq!((after.as_str(), fixing.refused.len()), ("a: old\n", 1));
}

#[test]
fn only_the_guilty_fix_is_taken_back() {
    let keys = ["a", "b", "c", "d", "e", "f", "g"];
    let mut rules: Vec<Made> = keys.map(|key| made("A", key, "old", "new")).into();
    rules.push(made("B", "e", "new", "other"));
    let text: String = keys.map(|key| format!("{key}: old\n")).concat();
    let (after, fixing, looks) = mended(&text, &rules);
    assert_eq!(
        after,
        text.replace("old", "new").replace("e: new", "e: old")
    );
    assert_eq!((fixing.applied.len(), fixing.refused.len()), (6, 1));
    assert!(looks < 15, "{looks} looks");
}

#[test]
fn what_was_refused_is_tried_again_when_other_things_are_in_order() {
    // While `b` is old, a new `a` is wrong.
    let rules = [made("A", "a", "old", "new"), made("B", "b", "old", "new")];
    let looked = |catalog: &Catalog| {
        let mut findings = look(&rules, catalog);
        let text = catalog.files()[0].document().text();
        if text.contains("a: new") && text.contains("b: old") {
            let mut new = findings[0].clone();
            new.rule = "C";
            findings.push(new);
        }
        findings
    };
    let only_one = Cell::new(true);
    let wanted = |finding: &Finding| finding.rule == "A" || !only_one.get();
    let (fixing, _) = fixed(&catalog("a: old\nb: old\n"), &looked, &wanted);
    assert_eq!((fixing.applied.len(), fixing.refused.len()), (0, 1));
    only_one.set(false);
    let (fixing, plan) = fixed(&catalog("a: old\nb: old\n"), &looked, &wanted);
    assert_eq!(plan.changes[0].after.as_deref(), Some("a: new\nb: new\n"));
    assert!(fixing.refused.is_empty() && fixing.remaining.is_empty());
}

#[test]
fn a_fix_that_does_not_help_is_not_made() {
    let rules = [made("A", "a", "old", "old")];
    let (after, fixing, _) = mended("a: old\n", &rules);
    assert_eq!(after, "a: old\n");
    assert!(matches!(fixing.refused[0].reason, WhyNot::Useless));
}

#[test]
fn a_value_that_is_still_wrong_in_other_words_is_not_new() {
    let rules = [
        made("A", "a", "x!?", "x!"),
        made("B", "a", "x!?", "x!?"),
        made("B", "a", "x!", "x!"),
    ];
    let (after, fixing, _) = mended("a: x!?\n", &rules);
    assert_eq!(after, "a: x!\n");
    assert_eq!((fixing.applied.len(), fixing.remaining.len()), (1, 1));
}

#[test]
fn a_fix_that_cannot_be_made_holds_no_other_one_back() {
    let rules = [made("A", "a", "old", "new"), made("A", "b", "old", "new")];
    let (after, fixing, _) = mended("a: &anchor old\nb: old\n", &rules);
    assert_eq!(after, "a: &anchor old\nb: new\n");
    assert!(matches!(fixing.refused[0].reason, WhyNot::Impossible(_)));
}

#[test]
fn many_that_are_guilty_each_in_its_own_file_are_told_apart_at_once() {
    let paths: Vec<String> = (0..40)
        .map(|number| format!("bundles/{number}.yaml"))
        .collect();
    let texts = |number: usize| {
        if number.is_multiple_of(4) {
            "a: old\n"
        } else {
            "b: old\nc: old\n"
        }
    };
    let files: Vec<(&str, &str)> = paths
        .iter()
        .enumerate()
        .map(|(number, path)| (path.as_str(), texts(number)))
        .collect();
    let rules = [
        made("A", "a", "old", "new"),
        made("A", "b", "old", "new"),
        made("A", "c", "old", "new"),
        made("B", "b", "new", "other"),
    ];
    let times = Cell::new(0);
    let looked = |catalog: &Catalog| {
        times.set(times.get() + 1);
        look(&rules, catalog)
    };
    let (fixing, plan) = fixed(&catalog_of(&files), &looked, &|_| true);
    assert_eq!((fixing.applied.len(), fixing.refused.len()), (40, 30));
    assert_eq!(plan.changes.len(), 40);
    assert!(times.get() < 12, "{} looks", times.get());
}
