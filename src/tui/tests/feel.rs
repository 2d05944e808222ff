//! How it feels: keys one after another, commands by name, help, messages, settings.

use crate::store;
use crate::text::{Lang, Message as Saying};
use crate::tui::keys::Context;
use crate::tui::model::{Model, Notice, Screen};
use crate::tui::picture::{drawn, plain};
use crate::tui::stage::{LOCAL, Stage};
use crate::tui::start::settle;
use crate::tui::theme::{Depth, Theme};
use crate::tui::{Options, Settings, Start};

#[test]
fn after_the_first_of_several_keys_the_screen_says_what_can_follow() {
    let mut stage = Stage::new(80, 12);
    stage.press("g");
    let screen = stage.screen();
    let said = [
        "── g 之后按 ──",
        " g 到开头",
        " f 问题",
        " r 比对",
        " Esc 取消",
    ];
    assert!(said.iter().all(|said| screen.contains(said)), "{screen}");
    stage.press("f");
    assert_eq!(stage.model.screen, Screen::Findings);
    assert!(!stage.screen().contains("之后按"));
}

#[test]
fn esc_or_a_key_without_meaning_gives_the_first_key_up_and_does_nothing_else() {
    let mut stage = Stage::new(80, 12);
    let focus = stage.model.focus;
    stage.press("g esc");
    assert!(stage.model.prefix.is_empty());
    assert_eq!(stage.model.focus, focus);
    stage.press("g q");
    assert!(stage.model.prefix.is_empty());
    assert!(!stage.model.quits);
}

#[test]
fn gg_goes_to_the_start_and_ge_to_the_end() {
    let mut stage = Stage::new(80, 12);
    stage.press("g e");
    assert_eq!(stage.model.list.cursor.at, 1);
    stage.press("g g");
    assert_eq!(stage.model.list.cursor.at, 0);
}

#[test]
fn where_text_is_typed_a_first_key_is_a_letter() {
    let mut stage = Stage::new(80, 12);
    stage.press("/");
    stage.type_in("gg");
    assert_eq!(stage.model.list.filter, "gg");
}

#[test]
fn the_palette_lists_what_applies_here_and_runs_it() {
    let mut stage = Stage::new(80, 24);
    stage.press(":");
    let screen = stage.screen();
    let row = screen.lines().find(|line| line.contains("比对  review"));
    assert!(row.unwrap().contains("r gr"), "{screen}");
    assert!(!screen.contains("向下  down"), "moves come last\n{screen}");
    stage.type_in("find");
    stage.press("enter");
    assert!(!stage.screen().contains("找命令"));
    let mut stage = Stage::new(80, 24);
    stage.press("ctrl-p");
    stage.type_in("english");
    stage.press("enter");
    assert_eq!(stage.model.lang, Lang::En);
    stage.press(":");
    let first = stage.screen();
    let first = first
        .lines()
        .find(|line| line.contains("language"))
        .unwrap();
    assert!(first.contains("中文"), "{first}");
    let last_called = stage.screen();
    let rows: Vec<&str> = last_called
        .lines()
        .skip_while(|line| !line.contains(" : "))
        .collect();
    assert!(rows[1].contains("language"), "{last_called}");
}

#[test]
fn what_does_not_apply_is_not_in_the_palette() {
    let mut stage = Stage::new(80, 40);
    stage.press(":");
    let screen = stage.screen();
    assert!(
        !screen.contains("撤销") && !screen.contains("采用上级"),
        "{screen}"
    );
}

#[test]
fn a_theme_is_seen_before_it_is_taken_and_given_up_with_esc() {
    let mut stage = Stage::new(80, 24);
    stage.model.theme.depth = Depth::True;
    let theme = |stage: &Stage| stage.model.theme.palette.name;
    stage.press(":");
    stage.type_in("theme");
    stage.press("enter down");
    assert_eq!(theme(&stage), "dark");
    stage.press("esc");
    assert_eq!(theme(&stage), "terminal");
    stage.press(":");
    stage.type_in("配色");
    stage.press("enter down down enter");
    assert_eq!(theme(&stage), "light");
    assert!(stage.model.dialog.is_none());
}

#[test]
fn help_says_what_the_place_is() {
    let mut stage = Stage::new(80, 24);
    stage.press("?");
    assert!(
        stage.screen().contains("中栏：选中地区"),
        "{}",
        stage.screen()
    );
    stage.press("esc f ?");
    assert!(stage.screen().contains("全部问题："), "{}", stage.screen());
}

#[test]
fn the_first_steps_can_be_read_on_a_small_screen_in_both_languages() {
    let mut stage = Stage::new(80, 24);
    stage.press("? t");
    let screen = stage.screen();
    assert!(
        screen.contains("三分钟上手") && screen.contains("│ 看 "),
        "{screen}"
    );
    assert!(screen.contains("按 g 就提示"), "{screen}");
    assert!(!stage.screen().contains('{'));
    stage.press("esc L g ?");
    let screen = stage.screen();
    assert!(
        screen.contains("│ Look ") && screen.contains("│ When in doubt "),
        "{screen}"
    );
    assert!(screen.contains("g shows where"), "{screen}");
}

#[test]
fn what_went_wrong_stays_while_one_only_moves_and_is_kept_in_the_log() {
    let mut stage = Stage::with(LOCAL, ("base_code: \"", "base_code: [\""), (80, 24));
    stage.go_to(LOCAL, "name");
    stage.press("enter");
    stage.type_in("某某许可");
    stage.press("enter");
    let fault = |stage: &Stage| {
        stage
            .model
            .notice
            .as_ref()
            .is_some_and(|notice| notice.is_fault)
    };
    assert!(fault(&stage), "{}", stage.screen());
    stage.press("j k");
    assert!(fault(&stage), "{}", stage.screen());
    stage.press("e");
    assert!(!fault(&stage));
    stage.press("g m");
    assert!(stage.screen().contains(" E "), "{}", stage.screen());
}

#[test]
fn a_long_message_takes_two_lines() {
    let mut stage = Stage::new(60, 12);
    let long = "文件在别处改动过，没有写入；".repeat(6);
    stage.model.notice = Some(Notice::done(Saying::same(&long)));
    let screen = stage.screen();
    let said: Vec<&str> = screen.lines().rev().take(2).collect();
    assert!(said[1].starts_with(" 文件在别处"), "{screen}");
    assert!(said[0].ends_with("（gm 看全文）"), "{screen}");
}

#[test]
fn mistakes_in_the_settings_are_shown_first_and_the_rest_holds() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("config.yaml");
    store::write_atomically(
        &file,
        b"language: en\nthem: dark\nkeys:\n  app:\n    Q: quit\n",
    )
    .unwrap();
    let options = Options {
        start: Start::Nowhere {
            folder: folder.path().to_owned(),
        },
        lang: None,
        locale: Lang::Zh,
        today: jiff::civil::date(2026, 3, 1),
        settings: Settings::read(Some(&file)),
        is_width_asked: false,
        colours: true,
        editor: None,
        program: "mulu".to_owned(),
        depth: Depth::True,
    };
    let mut model = Model::new(
        Screen::Nowhere(folder.path().to_owned()),
        Lang::Zh,
        Theme::terminal(),
        (90, 20),
    );
    settle(&mut model, &options);
    assert_eq!(model.lang, Lang::En);
    let screen = plain(&drawn(&model));
    assert!(
        screen.contains("config.yaml:2:1: there is no setting"),
        "{screen}"
    );
    assert_eq!(model.keymap.first("quit", &[Context::App]), "Q");
}

#[test]
fn a_folder_without_a_catalog_names_the_first_steps() {
    let folder = std::path::PathBuf::from("/home/li");
    let model = Model::new(
        Screen::Nowhere(folder),
        Lang::Zh,
        Theme::terminal(),
        (80, 24),
    );
    assert!(plain(&drawn(&model)).contains("t 三分钟上手"));
}

#[test]
fn the_other_language_wraps_every_screen_anew() {
    for keys in ["", "f", "c", "r"] {
        let mut stage = Stage::new(80, 24);
        stage.press(keys);
        stage.press("L");
        let changed = stage.screen();
        let mut fresh = Stage::new(80, 24);
        fresh.press("L");
        fresh.press(keys);
        assert_eq!(changed, fresh.screen(), "after {keys:?}");
    }
}
