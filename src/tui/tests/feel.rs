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
    insta::assert_snapshot!(stage.screen(), @"
     mulu 目录 政务服务事项目录                        E 错误 0  W 警告 0  N 提示 0
    ▸全部事项                     2 │ 食品经营许可
       食品经营许可        基本目录 │ 文件             base/31/000131002000.yaml
       食品经营许可        西湖区   │── 基本信息 ──────────────────────────────────
                                    │ 基本编码         000131002000
                                    │ 事项名称         食品经营许可
                                    │ 俗称             共 2 项
                                    │   1.             开饭店
    ── g 之后按 ────────────────────────────────────────────────────────────────────
     g 到开头       f 问题         r 比对
     e 到末尾       c 改动         ? 三分钟上手
     Esc 取消
    ");
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
    insta::assert_snapshot!(stage.screen(), @"
     mulu 目录 政务服务事项目录                        E 错误 0  W 警告 0  N 提示 0
    ▸全部事项                     2 │ 食品经营许可
       食品经营许可        基本目录 │ 文件             base/31/000131002000.yaml
        ┌ 找命令 ──────────────────────────────────────────────────────────────┐───
        │ :                                                                    │
        │ 提交  commit                                                       C │
        │ 查找  filter                                                       / │
        │ 问题  findings                                                  f gf │
        │ 比对  review                                                    r gr │
        │ 改动  changes                                                   c gc │
        │ 退出  quit                                                  q Ctrl-c │
        │ English  language                                                  L │
        │ 符号只用键盘字符，或不限  ascii                                      │
        │ 启用或停用鼠标  mouse                                                │
        │ 三分钟上手  first-steps                                           g? │
        │ 帮助  help                                                      ? F1 │第
        │ 进入  open                                                     Enter │
        │ 返回  back                                                       Esc │───
        │ 下一栏  next-pane                                                Tab │
        └──────────────────────────────────────────────────────────────────────┘
                                    │ 承诺办结时限     8 工作日
                                    │ 承诺办结时限说明 —
                                    │── 办事指南 ──────────────────────────────────
     Enter 就用它  Esc 取消  ↓ 向下  ↑ 向上  PgDn 下一页  PgUp 上一页
    ");
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
    insta::assert_snapshot!(stage.screen(), @"
     mulu 目录 政务服务事项目录                        E 错误 0  W 警告 0  N 提示 0
    ▸全部事项                     2 │ 食品经营许可
        ┌ 三分钟上手 ──────────────────────────────────────────────────────────┐
        │ 看                                                                   │───
        │   左边是地区与部门，中间是事项，右边是一个事项的全部字段。↑ ↓ 移动， │
        │   Tab 换栏，Enter 进入，Esc 返回。                                   │
        │ 找                                                                   │
        │   按 /，输入名称、编码或俗称里的几个字，边输边列；Enter 留住结果，   │
        │   Esc 放弃。                                                         │
        │ 改                                                                   │
        │   在右栏移到字段上，Enter 编辑，Enter 确定，Esc 放弃。带“←”的值沿用  │
        │   上级，不用重填；x 撤去本级的值，恢复沿用。                         │
        │ 查                                                                   │
        │   边改边查：E 错误，W 警告，N 提示，写在字段下面。n 到下一个，F 自动 │
        │   修复，f 列出全部。                                                 │
        │ 存                                                                   │第
        │   u 撤销，Ctrl-r 重做，c 看改了什么。s 保存到文件，C 提交并写明缘    │
        │   由。q 退出，没保存会先问。                                         │───
        │ 不知道按什么                                                         │
        │   ? 说明这里是哪里、能按什么；: 按名称找命令，不必记键；按 g 就提示  │
        │   能去哪里。                                                         │
        └──────────────────────────────────────────────────────────────────────┘
                                    │── 办事指南 ──────────────────────────────────
     Esc 关闭  j 向下  k 向上  PgDn 下一页  PgUp 上一页  gg 到开头  G 到末尾
    ");
    assert!(!stage.screen().contains('{'));
    stage.press("esc L g ?");
    insta::assert_snapshot!(stage.screen(), @"
     mulu Catalog of government service matte…  E errors 0  W warnings 0  N notes 0
    ▸All┌ First steps ─────────────────────────────────────────────────────────┐
        │ Look                                                                 │
        │   Places and departments on the left, matters in the middle, every   │───
        │   field of one matter on the right. ↑ ↓ move, Tab goes to the next   │
        │   pane, Enter enters, Esc goes back.                                 │
        │ Find                                                                 │
        │   /, then a few letters of a name, code or plain name; the list      │
        │   follows. Enter keeps it, Esc gives it up.                          │
        │ Edit                                                                 │
        │   On the right, Enter edits the field, Enter takes it, Esc gives it  │
        │   up. A value with ← comes from above and need not be filled in      │or
        │   again; x drops this level's own.                                   │
        │ Check                                                                │
        │   Findings come as you edit, below their field: E error, W warning,  │
        │   N note. n goes to the next, F repairs, f lists all.                │
        │ Keep                                                                 │
        │   u undoes, Ctrl-r redoes, c shows what changed. s saves the files,  │the
        │   C commits them with a reason. q quits and asks first if something  │
        │   is unsaved.                                                        │───
        │ When in doubt                                                        │
        └──────────────────────────────────────────────────────────────────────┘
                                    │                  —
     Esc Close  j Down  k Up  PgDn Page down  PgUp Page up  gg To the start
    ");
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
        colours: true,
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
