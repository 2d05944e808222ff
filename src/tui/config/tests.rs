//! The file of settings: what it can say, and what is said of its mistakes.

use super::*;
use crate::tui::keymap::{Meaning, sequence};
use crate::tui::keys::Context;

fn mistakes(text: &str) -> Vec<String> {
    let (_, mistakes) = read(text);
    let said = mistakes.iter().map(|mistake| mistake.at("c").zh);
    said.collect()
}

fn meaning(text: &str, keys: &str, contexts: &[Context]) -> Meaning {
    let (config, mistakes) = read(text);
    assert_eq!(mistakes, []);
    config.keymap.meaning(&sequence(keys), contexts)
}

#[test]
fn everything_can_be_set() {
    let text = "language: en\ntheme: dark\nascii: on\nambiguous-width: 2\nmouse: off\n\
                keys:\n  sheet:\n    X: clear\n    x: none\n    ctrl-x s: save\n\
                colours:\n  error: \"#ff0000\"\n  selected: black on yellow\n";
    let (config, mistakes) = read(text);
    assert_eq!(mistakes, []);
    assert_eq!(config.lang, Some(Lang::En));
    assert_eq!(config.palette.name, "dark");
    assert!(config.ascii);
    assert_eq!(config.is_ambiguous_wide, Some(true));
    assert!(!config.mouse);
    assert_eq!(config.own.len(), 2);
    let sheet = [Context::Sheet];
    let meaning = |keys: &str| config.keymap.meaning(&sequence(keys), &sheet);
    assert_eq!(meaning("X"), Meaning::Command("clear"));
    assert_eq!(meaning("x"), Meaning::Nothing);
    assert_eq!(meaning("ctrl-x"), Meaning::Prefix);
    assert_eq!(meaning("ctrl-x s"), Meaning::Command("save"));
    assert_eq!(config.keymap.first("clear", &sheet), "X");
}

#[test]
fn an_empty_file_changes_nothing() {
    for text in ["", "# nothing\n", "keys:\n", "keys:\n  sheet:\n"] {
        let (config, mistakes) = read(text);
        assert_eq!(mistakes, []);
        assert_eq!(config.keymap, Keymap::default());
    }
}

#[test]
fn a_mistake_is_told_with_its_line_its_column_and_the_nearest_right_word() {
    assert_eq!(
        mistakes("them: dark\n"),
        ["c:1:1：没有“them”这项设置；是不是 theme？"]
    );
    assert_eq!(
        mistakes("ascii: off\ntheme: drak\n"),
        ["c:2:8：不能是“drak”，可以是 terminal | dark | light | contrast"]
    );
    assert_eq!(
        mistakes("keys:\n  shet:\n    x: save\n"),
        ["c:2:3：没有“shet”这个按键场合；是不是 sheet？"]
    );
    assert_eq!(
        mistakes("keys:\n  sheet:\n    X: sav\n"),
        ["c:3:8：没有“sav”这个命令；是不是 save？"]
    );
    assert_eq!(
        mistakes("keys:\n  sheet:\n    entr: save\n"),
        ["c:3:5：没有“entr”这个键；是不是 enter？"]
    );
    assert_eq!(
        mistakes("colours:\n  eror: red\n  note: bleu\n"),
        [
            "c:2:3：没有“eror”这个颜色角色；是不是 error？",
            "c:3:9：“bleu”不是颜色：写 16 色的英文名、0 到 255 的数，或 \"#rrggbb\"；是不是 blue？"
        ]
    );
}

#[test]
fn a_value_of_a_wrong_kind_is_told_and_the_rest_holds() {
    let (config, mistakes) = read("ascii: [on]\nkeys: x\ntheme: light\n");
    let said: Vec<String> = mistakes.iter().map(|mistake| mistake.at("c").zh).collect();
    assert_eq!(
        said,
        [
            "c:1:8：这里要写一个词",
            "c:2:7：这里要写“名称: 值”，一行一个"
        ]
    );
    assert_eq!(config.palette.name, "light");
}

#[test]
fn what_is_no_yaml_is_told() {
    assert_eq!(
        mistakes("theme: dark\nkeys: [\n"),
        ["c:2:7：从这里起读不懂（不是 YAML）"]
    );
}

#[test]
fn a_key_bound_twice_is_told() {
    assert_eq!(
        mistakes("keys:\n  sheet:\n    X: save\n    X: clear\n"),
        ["c:4:5：“X”写了两次"]
    );
    // `g` would mean something before `g g` could be pressed.
    let said = mistakes("keys:\n  app:\n    g: save\n");
    assert_eq!(said.len(), 1, "{said:?}");
    assert!(
        said[0].starts_with("c:3:5：g g 在此已是“first”"),
        "{said:?}"
    );
    // What is refused changes nothing.
    let (config, _) = read("keys:\n  app:\n    g: save\n");
    assert_eq!(config.keymap, Keymap::default());
}

#[test]
fn a_narrower_place_may_give_a_key_another_meaning() {
    let text = "keys:\n  sheet:\n    u: save\n";
    let here = [Context::Sheet, Context::Plain];
    assert_eq!(meaning(text, "u", &here), Meaning::Command("save"));
    assert_eq!(
        meaning(text, "u", &[Context::Plain]),
        Meaning::Command("undo")
    );
}

#[test]
fn a_letter_cannot_be_a_key_where_text_is_typed() {
    assert_eq!(
        mistakes("keys:\n  line:\n    j: accept\n"),
        ["c:3:5：这里要输入文字，“j”不能作按键；可用 ctrl-、alt- 或 f1 等"]
    );
}

#[test]
fn what_is_shown_reads_back_as_the_same() {
    let (mut config, _) = read("theme: dark\ncolours:\n  error: \"#ff0000\"\n  note: 12\n");
    config.lang = Some(Lang::En);
    for lang in [Lang::Zh, Lang::En] {
        let (again, mistakes) = read(&shown(&config, lang));
        assert_eq!(mistakes, []);
        assert_eq!(again.lang, config.lang);
        assert_eq!(again.own, config.own);
        assert_eq!(again.palette.name, "dark");
        let mut both = [again.keymap.bindings, config.keymap.bindings.clone()];
        for bindings in &mut both {
            bindings.sort_by_key(|binding| format!("{binding:?}"));
        }
        assert_eq!(both[0], both[1]);
    }
}
