//! What a merge that leaves both sides in the file promises, on chosen and on random edits.

use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::sample::Index;

use crate::merge::tests::settle::settled_by;
use crate::merge::tests::{BASE, local, schema, with};
use crate::merge::{Merged, Side, Three, marked_clashes, merge_marked};
use crate::text::{Marks, conflicts, settled};
use crate::yaml::{Shape, Value, read};

const MARKS: Marks<'_> = Marks {
    ours: "我方",
    theirs: "对方",
    size: 7,
};

fn joined(base: &str, ours: &str, theirs: &str) -> Merged {
    let three = Three {
        base: Some(base),
        ours: Some(ours),
        theirs: Some(theirs),
    };
    merge_marked(schema(), three, MARKS)
}

#[test]
fn a_field_that_both_changed_has_both_values_and_the_rest_is_joined() {
    let ours = with(&[
        ("level: \"4\"", "level: \"5\""),
        ("version: 1", "version: 2"),
    ]);
    let theirs = with(&[("level: \"4\"", "level: \"3\""), ("copies: 2", "copies: 3")]);
    let merged = joined(BASE, &ours, &theirs);
    assert_eq!(merged.clashes.len(), 1);
    let text = merged.text.unwrap();
    assert!(
        text.contains(
            "level: |-\n  <<<<<<< 我方\n  5\n  =======\n  3\n  >>>>>>> 对方\nversion: 2\n"
        ),
        "{text}"
    );
    assert!(text.contains("copies: 3"), "{text}");
}

#[test]
fn of_a_long_text_only_the_lines_that_clash_stand_twice() {
    let ours = with(&[
        ("  有固定场所。\n", "  甲写的。\n"),
        ("有管理制度", "有健全的管理制度"),
    ]);
    let theirs = with(&[("  有固定场所。\n", "  乙写的。\n")]);
    let text = joined(BASE, &ours, &theirs).text.unwrap();
    assert!(
        text.contains(
            "acceptance_conditions: |\n  <<<<<<< 我方\n  甲写的。\n  =======\n  乙写的。\n  >>>>>>> 对方\n  有合格人员。\n  有健全的管理制度。\n"
        ),
        "{text}"
    );
}

#[test]
fn an_element_taken_away_by_one_and_changed_by_the_other_stays_with_its_text() {
    let gone = with(&[("  - name: 平面图\n    kind: \"1\"\n    copies: 1\n", "")]);
    let changed = with(&[(
        "平面图\n    kind: \"1\"\n    copies: 1",
        "平面图\n    kind: \"1\"\n    copies: 9",
    )]);
    for (ours, theirs) in [(&gone, &changed), (&changed, &gone)] {
        let text = joined(BASE, ours, theirs).text.unwrap();
        let document = read(&*text);
        let materials = document.root().unwrap().get("materials").unwrap();
        let last = materials.items().last().unwrap().text().unwrap().to_owned();
        let found = conflicts(&last);
        let both = format!("{}{}", found[0].ours, found[0].theirs);
        let said = read(&*both);
        assert_eq!(
            said.root().unwrap().get("name").unwrap().text(),
            Some("平面图")
        );
        assert!(both.contains("copies: 9"), "{text}");
    }
}

#[test]
fn a_file_that_both_added_keeps_what_they_share_and_marks_what_they_do_not() {
    let three = Three {
        base: None,
        ours: Some("code: \"1\"\nname: 甲\nplace: 一楼\n"),
        theirs: Some("code: \"1\"\nname: 乙\nhours: 全天\n"),
    };
    let merged = merge_marked(schema(), three, MARKS);
    assert_eq!(
        merged.text.as_deref(),
        Some(
            "code: \"1\"\nname: |-\n  <<<<<<< 我方\n  甲\n  =======\n  乙\n  >>>>>>> 对方\nplace: 一楼\nhours: 全天\n"
        )
    );
}

#[test]
fn windows_line_ends_stay_and_are_no_clash() {
    let crlf = BASE.replace('\n', "\r\n");
    let theirs = with(&[("version: 1", "version: 2")]);
    let merged = joined(BASE, &crlf, &theirs);
    assert_eq!(merged.clashes, []);
    assert_eq!(merged.text.as_deref(), Some(&*theirs.replace('\n', "\r\n")));
}

#[test]
fn a_side_that_cannot_be_read_is_marked_by_lines() {
    let ours = with(&[("level: \"4\"", "level: \"5\"")]);
    let theirs = with(&[("level: \"4\"", "level: [3")]);
    let text = joined(BASE, &ours, &theirs).text.unwrap();
    assert_eq!(settled(&text, |at| at.ours.into()), ours);
    assert_eq!(settled(&text, |at| at.theirs.into()), theirs);
}

/// 事项: a matter that can be edited at random. Every word of it is its own.
#[derive(Clone, Debug)]
struct Draft {
    scalars: Vec<(&'static str, String)>,
    conditions: Vec<String>,
    materials: Vec<(String, Option<String>, Option<String>)>,
    names: Vec<String>,
    comments: Vec<(usize, String)>,
}

/// One edit; what it puts there is told by the side and its number.
#[derive(Clone, Debug)]
enum Act {
    Set(Index),
    DropScalar(Index),
    SetLine(Index),
    AddLine(Index),
    DropLine(Index),
    Lengthen(Index),
    AddMaterial(Index),
    DropMaterial(Index),
    Rename(Index),
    Copies(Index),
    Note(Index),
    AddName(Index),
    DropName(Index),
    Comment(Index),
    DropComment(Index),
    EmptyConditions,
}

const KEYS: [&str; 5] = ["name", "place", "hours", "remarks", "visit_reason"];

fn base() -> impl Strategy<Value = Draft> {
    (1..5_usize, 1..6_usize, 0..5_usize, 0..4_usize, 0..3_usize).prop_map(
        |(scalars, lines, materials, names, comments)| {
            let word = |kind: &str, n: usize| format!("b{kind}{n}");
            Draft {
                scalars: KEYS
                    .into_iter()
                    .take(scalars)
                    .map(|key| (key, word(key, 0)))
                    .collect(),
                conditions: (0..lines)
                    .map(|n| format!("{}。{}", word("l", n), word("m", n)))
                    .collect(),
                materials: (0..materials)
                    .map(|n| (word("x", n), Some(word("c", n)), None))
                    .collect(),
                names: (0..names).map(|n| word("n", n)).collect(),
                comments: (0..comments).map(|n| (n * 3, word("k", n))).collect(),
            }
        },
    )
}

fn acts() -> impl Strategy<Value = Vec<Act>> {
    let at = || any::<Index>();
    let act = prop_oneof![
        at().prop_map(Act::Set),
        at().prop_map(Act::DropScalar),
        at().prop_map(Act::SetLine),
        at().prop_map(Act::AddLine),
        at().prop_map(Act::DropLine),
        at().prop_map(Act::Lengthen),
        at().prop_map(Act::AddMaterial),
        at().prop_map(Act::DropMaterial),
        at().prop_map(Act::Rename),
        at().prop_map(Act::Copies),
        at().prop_map(Act::Note),
        at().prop_map(Act::AddName),
        at().prop_map(Act::DropName),
        at().prop_map(Act::Comment),
        at().prop_map(Act::DropComment),
        Just(Act::EmptyConditions),
    ];
    prop::collection::vec(act, 0..6)
}

impl Draft {
    fn edited(&self, acts: &[Act], side: char) -> Draft {
        let mut draft = self.clone();
        for (n, act) in acts.iter().enumerate() {
            draft.edit(act, format!("{side}{n}"));
        }
        draft
    }

    fn edit(&mut self, act: &Act, word: String) {
        match act {
            Act::Set(at) => {
                let key = at.get(&KEYS);
                match self.scalars.iter_mut().find(|(known, _)| known == key) {
                    Some((_, value)) => *value = word,
                    None => self.scalars.push((key, word)),
                }
            }
            Act::DropScalar(at) => drop(*at, &mut self.scalars),
            Act::SetLine(at) => {
                if let Some(line) = pick(*at, &mut self.conditions) {
                    *line = word;
                }
            }
            Act::Lengthen(at) => {
                if let Some(line) = pick(*at, &mut self.conditions) {
                    *line = format!("{word}，{line}");
                }
            }
            Act::AddLine(at) => {
                let place = at.index(self.conditions.len() + 1);
                self.conditions.insert(place, word);
            }
            Act::DropLine(at) => drop(*at, &mut self.conditions),
            Act::AddName(at) => {
                let place = at.index(self.names.len() + 1);
                self.names.insert(place, word);
            }
            Act::DropName(at) => drop(*at, &mut self.names),
            Act::Comment(at) => self.comments.push((at.index(20), word)),
            Act::DropComment(at) => drop(*at, &mut self.comments),
            Act::EmptyConditions => self.conditions.clear(),
            act => self.edit_materials(act, word),
        }
    }

    fn edit_materials(&mut self, act: &Act, word: String) {
        let materials = &mut self.materials;
        match act {
            Act::AddMaterial(at) => {
                materials.insert(at.index(materials.len() + 1), (word, None, None));
            }
            Act::DropMaterial(at) => drop(*at, materials),
            Act::Rename(at) => {
                if let Some(material) = pick(*at, materials) {
                    material.0 = word;
                }
            }
            Act::Copies(at) => {
                if let Some(material) = pick(*at, materials) {
                    material.1 = Some(word);
                }
            }
            Act::Note(at) => {
                if let Some(material) = pick(*at, materials) {
                    material.2 = Some(word);
                }
            }
            _ => {}
        }
    }

    fn text(&self) -> String {
        let mut lines: Vec<String> = Vec::new();
        for (key, value) in &self.scalars {
            lines.push(format!("{key}: {value}"));
        }
        if !self.materials.is_empty() {
            lines.push("materials:".to_owned());
        }
        for (name, copies, note) in &self.materials {
            lines.push(format!("  - name: {name}"));
            lines.extend(
                copies
                    .iter()
                    .map(|copies| format!("    source_name: {copies}")),
            );
            lines.extend(note.iter().map(|note| format!("    note: {note}")));
        }
        if !self.names.is_empty() {
            lines.push("plain_names:".to_owned());
            lines.extend(self.names.iter().map(|name| format!("  - {name}")));
        }
        lines.push("version: 1".to_owned());
        for (place, comment) in &self.comments {
            lines.insert((*place).min(lines.len()), format!("# {comment}"));
        }
        if !self.conditions.is_empty() {
            lines.push("acceptance_conditions: |".to_owned());
            lines.extend(self.conditions.iter().map(|line| format!("  {line}")));
        }
        lines.join("\n") + "\n"
    }
}

fn pick<T>(at: Index, list: &mut [T]) -> Option<&mut T> {
    (!list.is_empty()).then(|| at.get_mut(list))
}

fn drop<T>(at: Index, list: &mut Vec<T>) {
    if !list.is_empty() {
        list.remove(at.index(list.len()));
    }
}

fn words(text: &str) -> BTreeSet<&str> {
    let words = text.split(|letter: char| !letter.is_ascii_alphanumeric());
    words
        .filter(|word| word.len() > 1 && word.ends_with(|last: char| last.is_ascii_digit()))
        .collect()
}

fn texts(value: Value<'_>, found: &mut Vec<String>) {
    if value.shape() == Shape::Scalar {
        found.extend(value.text().map(str::to_owned));
    }
    value.items().for_each(|item| texts(item, found));
    value.entries().for_each(|entry| texts(entry.value, found));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_word_of_both_sides_is_in_the_file(base in base(), ours in acts(), theirs in acts()) {
        let (ours, theirs) = (base.edited(&ours, 'o').text(), base.edited(&theirs, 't').text());
        let base = base.text();
        let merged = joined(&base, &ours, &theirs);
        let text = merged.text.clone().unwrap();
        let (kept, before) = (words(&text), words(&base));
        for side in [words(&ours), words(&theirs)] {
            let new: Vec<_> = side.difference(&before).filter(|word| !kept.contains(*word)).collect();
            prop_assert!(new.is_empty(), "{new:?} lost\n{base}---\n{ours}---\n{theirs}---\n{text}");
        }
        let (in_ours, in_theirs) = (words(&ours), words(&theirs));
        let both: Vec<_> = in_ours.intersection(&in_theirs).filter(|word| !kept.contains(*word)).collect();
        prop_assert!(both.is_empty(), "{both:?} lost\n{base}---\n{ours}---\n{theirs}---\n{text}");
        let document = read(&*text);
        prop_assert!(document.is_whole() && document.is_editable(), "{text}");
        let mut said = Vec::new();
        document.root().into_iter().for_each(|root| texts(root, &mut said));
        let marked = said.iter().filter(|text| !conflicts(text).is_empty()).count();
        prop_assert_eq!(marked, merged.clashes.len(), "{}---\n{}---\n{}---\n{}", base, ours, theirs, text);
        // What only one side has is not lost by choosing that side.
        let picked = settled_by(&text, Side::Theirs);
        prop_assert_eq!(marked_clashes(local(), &read(&*picked)), []);
        let picked = words(&picked);
        let in_comments: BTreeSet<&str> = text.lines().filter_map(|line| line.split_once('#')).flat_map(|(_, said)| words(said)).collect();
        for word in in_theirs.difference(&before) {
            prop_assert!(picked.contains(word) || in_comments.contains(word), "{word} not theirs\n{text}");
        }
    }
}
