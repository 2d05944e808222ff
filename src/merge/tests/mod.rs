//! What joining promises, on chosen and on random edits.

mod marked;
mod settle;

use std::collections::HashSet;
use std::sync::{Arc, LazyLock};

use crate::catalog::FileKind;
use crate::catalog::standard::{Schema, Standard};
use crate::merge::{ClashPlace, Merged, Side, Three, merge};
use crate::yaml::{Data, read};

const BASE: &str = r#"# 西湖区
code: "11330106MU033101XF4000131002000"   # 编码
base_code: "000131002000"
level: "4"
version: 1
place: 样例路 206 号。三楼 A12 窗口，周末休息
hours: 工作日上午 8:30—12:00，下午 14:00—17:30
aliases:
  - 饭店执照
  - 餐饮许可证
materials:
  # 第一份
  - name: 申请书
    kind: "1"
    copies: 1
  - name: 营业执照   # 复印件
    kind: "2"
    copies: 2
  - name: 平面图
    kind: "1"
    copies: 1
acceptance_conditions: |
  有固定场所。
  有合格人员。
  有管理制度。
consultation:
  phone: 0571-0000 3563
"#;

fn joined(ours: &str, theirs: &str) -> Merged {
    chosen(BASE, ours, theirs, &[])
}

fn chosen(base: &str, ours: &str, theirs: &str, choices: &[Side]) -> Merged {
    let three = Three {
        base: Some(base),
        ours: Some(ours),
        theirs: Some(theirs),
    };
    merge(schema(), three, choices)
}

fn schema() -> Option<&'static Schema> {
    local().map(AsRef::as_ref)
}

fn local() -> Option<&'static Arc<Schema>> {
    static STANDARD: LazyLock<Standard> = LazyLock::new(|| Standard::bundled().unwrap());
    STANDARD.schema(FileKind::Local)
}

fn with(changes: &[(&str, &str)]) -> String {
    changes.iter().fold(BASE.to_owned(), |text, (old, new)| {
        assert!(text.contains(old), "{old}");
        text.replacen(old, new, 1)
    })
}

#[test]
fn changes_of_different_fields_join_even_on_neighbouring_lines() {
    let ours = with(&[("level: \"4\"", "level: \"5\"")]);
    let theirs = with(&[("version: 1", "version: 2 # 新")]);
    let merged = joined(&ours, &theirs);
    assert_eq!(merged.clashes, []);
    let text = merged.text.unwrap();
    assert!(
        text.contains("level: \"5\"") && text.contains("version: 2") && text.contains("# 新"),
        "{text}"
    );
}

#[test]
fn a_field_that_both_changed_clashes_and_nothing_is_chosen_silently() {
    let ours = with(&[("level: \"4\"", "level: \"5\"")]);
    let theirs = with(&[("level: \"4\"", "level: \"3\"")]);
    let merged = joined(&ours, &theirs);
    assert_eq!(merged.clashes.len(), 1);
    let clash = &merged.clashes[0];
    assert!(matches!(&clash.place, ClashPlace::Field(path) if path.to_string() == "level"));
    assert_eq!(
        (&clash.ours, &clash.theirs),
        (&Some("5".into()), &Some("3".into()))
    );
    assert_eq!(merged.text.as_deref(), Some(&*ours));
    let taken = chosen(BASE, &ours, &theirs, &[Side::Theirs]);
    assert_eq!(taken.text.as_deref(), Some(&*theirs));
}

#[test]
fn elements_are_known_by_what_tells_them_apart() {
    let ours = with(&[(
        "  # 第一份\n  - name: 申请书\n    kind: \"1\"\n    copies: 1\n",
        "",
    )]);
    let theirs = with(&[("    copies: 2\n", "    copies: 3\n")]);
    let merged = joined(&ours, &theirs);
    assert_eq!(merged.clashes, []);
    let text = merged.text.unwrap();
    assert!(
        !text.contains("申请书") && text.contains("copies: 3"),
        "{text}"
    );
    assert!(text.contains("- name: 营业执照   # 复印件"), "{text}");
}

#[test]
fn an_element_renamed_by_one_and_changed_by_the_other_is_one_element() {
    let ours = with(&[("- name: 营业执照 ", "- name: 营业执照副本 ")]);
    let theirs = with(&[("    copies: 2\n", "    copies: 3\n")]);
    for merged in [joined(&ours, &theirs), joined(&theirs, &ours)] {
        assert_eq!(merged.clashes, []);
        let text = merged.text.unwrap();
        assert!(
            text.contains("营业执照副本") && text.contains("copies: 3"),
            "{text}"
        );
        assert_eq!(text.matches("- name").count(), 3, "{text}");
    }
}

#[test]
fn an_element_taken_away_by_one_and_changed_by_the_other_clashes() {
    let ours = with(&[("  - name: 平面图\n    kind: \"1\"\n    copies: 1\n", "")]);
    let theirs = with(&[(
        "平面图\n    kind: \"1\"\n    copies: 1",
        "平面图\n    kind: \"1\"\n    copies: 9",
    )]);
    assert_eq!(joined(&ours, &theirs).clashes.len(), 1);
    let back = chosen(BASE, &ours, &theirs, &[Side::Theirs]).text.unwrap();
    assert!(back.contains("copies: 9"), "{back}");
}

#[test]
fn a_text_of_many_lines_is_joined_by_words() {
    let ours = with(&[("有固定场所", "有固定的经营场所")]);
    let theirs = with(&[("有管理制度", "有食品安全管理制度")]);
    let merged = joined(&ours, &theirs);
    assert_eq!(merged.clashes, []);
    let text = merged.text.unwrap();
    assert!(
        text.contains("固定的经营") && text.contains("有食品安全"),
        "{text}"
    );
}

#[test]
fn a_block_rewritten_by_both_clashes_with_both_texts() {
    let ours = with(&[("  有固定场所。\n  有合格人员。\n", "  甲写的。\n")]);
    let theirs = with(&[("  有合格人员。\n  有管理制度。\n", "  乙写的。\n")]);
    let merged = joined(&ours, &theirs);
    let said = format!("{:?}", merged.clashes);
    assert!(said.contains("甲写的") && said.contains("乙写的"), "{said}");
}

#[test]
fn comments_of_both_sides_stay() {
    let ours = with(&[("# 第一份", "# 第一份，甲注"), ("# 编码", "# 甲改的编码")]);
    let theirs = with(&[
        ("# 第一份", "# 第一份，乙注"),
        ("level: \"4\"", "level: \"3\" # 乙"),
    ]);
    let text = joined(&ours, &theirs).text.unwrap();
    for comment in ["# 第一份，甲注", "# 第一份，乙注", "# 甲改的编码", "# 乙"] {
        assert!(text.contains(comment), "{comment} is lost:\n{text}");
    }
}

#[test]
fn a_broken_side_is_joined_by_lines() {
    let ours = with(&[("level: \"4\"", "level: \"5\"")]);
    let theirs = with(&[("phone: 0571", "phone: [0571")]);
    let merged = joined(&ours, &theirs);
    assert_eq!(merged.clashes, []);
    let text = merged.text.unwrap();
    assert!(text.contains("level: \"5\"") && text.contains("phone: [0571"));
    let theirs = with(&[("level: \"4\"", "level: [3")]);
    let merged = joined(&ours, &theirs);
    assert!(matches!(merged.clashes[0].place, ClashPlace::Lines(4)));
    assert_eq!(merged.text.as_deref(), Some(&*ours));
}

#[test]
fn a_file_taken_away_by_one_and_changed_by_the_other_clashes() {
    let ours = with(&[("level: \"4\"", "level: \"5\"")]);
    let three = |theirs| Three {
        base: Some(BASE),
        ours: Some(&*ours),
        theirs,
    };
    let merged = merge(None, three(None), &[]);
    assert!(matches!(merged.clashes[0].place, ClashPlace::File));
    assert_eq!(merged.text.as_deref(), Some(&*ours));
    assert_eq!(merge(None, three(None), &[Side::Theirs]).text, None);
    assert_eq!(merge(None, three(Some(BASE)), &[]).clashes, []);
}

/// One random edit of a text that can be read; new words are `wN`, each used once.
fn edited(text: &str, random: &mut fastrand::Rng, word: &mut usize) -> String {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let at = random.usize(..lines.len());
    *word += 1;
    let new = format!("w{word}");
    let line = lines[at].clone();
    match random.u8(..9) {
        0 => lines.insert(at, format!("# {new}")),
        1 => lines[at] = format!("{line} # {new}"),
        2 => lines.push(format!("k{new}: {new}")),
        3 | 4 => {
            if let Some((head, _)) = line.rsplit_once(": ") {
                lines[at] = format!("{head}: {new}");
            }
        }
        5 => lines[at] = line.replacen('。', &format!("{new}。"), 1),
        6 if line.trim_start().starts_with("- name") => {
            lines.insert(at, format!("  - name: {new}"));
        }
        6 => lines[at] = line.replacen("照", &format!("{new}照"), 1),
        7 if line.starts_with("    copies") => {
            lines.insert(at + 1, format!("    note: {new}"));
        }
        _ => {
            lines.remove(at);
        }
    }
    let edited = lines.join("\n") + "\n";
    if read(&*edited).is_whole() {
        edited
    } else {
        text.to_owned()
    }
}

fn words(text: &str) -> HashSet<String> {
    let split = text.split(|letter: char| !letter.is_ascii_alphanumeric());
    split
        .filter(|word| word.starts_with('w'))
        .map(str::to_owned)
        .collect()
}

#[test]
fn no_word_of_either_side_is_lost_whatever_both_do() {
    let mut clean = 0;
    for seed in 0..700 {
        let mut random = fastrand::Rng::with_seed(seed);
        let mut word = 0;
        let mut edit = |text: &str| {
            let count = random.usize(1..6);
            (0..count).fold(text.to_owned(), |text, _| {
                edited(&text, &mut random, &mut word)
            })
        };
        let base = edit(BASE);
        let (ours, theirs) = (edit(&base), edit(&base));
        let merged = chosen(&base, &ours, &theirs, &[]);
        let text = merged.text.unwrap_or_default();
        let kept = words(&format!("{text}{:?}", merged.clashes));
        let in_base = words(&base);
        for side in [&ours, &theirs] {
            for word in words(side).difference(&in_base) {
                assert!(
                    kept.contains(word),
                    "seed {seed}: {word} is lost\n--- base\n{base}\n--- ours\n{ours}\n--- theirs\n{theirs}\n--- joined\n{text}\n{:?}",
                    merged.clashes
                );
            }
        }
        for word in in_base
            .intersection(&words(&ours))
            .filter(|word| words(&theirs).contains(*word))
        {
            assert!(
                kept.contains(word),
                "seed {seed}: {word} was changed by nobody\n--- base\n{base}\n--- ours\n{ours}\n--- theirs\n{theirs}\n--- joined\n{text}"
            );
        }
        assert!(read(&*text).is_whole(), "seed {seed}\n{text}");
        if merged.clashes.is_empty() {
            clean += 1;
            let other = chosen(&base, &theirs, &ours, &[]).text.unwrap_or_default();
            assert!(
                same(&text, &other),
                "seed {seed}: sides matter\n{text}\n---\n{other}"
            );
        }
    }
    assert!(clean > 100, "{clean} of 700 joined without a clash");
}

/// Whether two texts say the same; neither order of keys nor of elements counts.
fn same(one: &str, other: &str) -> bool {
    fn sorted(data: Data) -> String {
        match data {
            Data::Map(entries) => {
                let mut parts: Vec<String> = entries
                    .into_iter()
                    .map(|(key, value)| format!("{key}={}", sorted(value)))
                    .collect();
                parts.sort();
                format!("{{{}}}", parts.join(","))
            }
            Data::List(items) => {
                let mut parts: Vec<String> = items.into_iter().map(sorted).collect();
                parts.sort();
                format!("[{}]", parts.join(","))
            }
            other => format!("{other:?}"),
        }
    }
    let said = |text: &str| read(text).root().map(Data::of).map(sorted);
    said(one) == said(other)
}
