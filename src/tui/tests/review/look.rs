//! What the review shows.

use std::sync::Arc;

use jiff::civil::date;

use crate::text::Lang;
use crate::tui::message::{Message, Outcome};
use crate::tui::model::{Pane, Screen};
use crate::tui::stage::{LOCAL, Stage};
use crate::tui::tests::review::{commit, stage};
use crate::tui::update::update;

#[test]
fn the_review_in_eighty_columns() {
    insta::assert_snapshot!(stage(80, 24).screen(), @"
     … › 西湖区 · 食品经营许可（县级） › 承诺办结时限  E 错误 0  W 警告 2  N 提示 0
    ▸比对 1/2                                                            已处置 0/2
      ↑ 放宽   承诺办结时限   食品经营许可（县级）         西湖区        待处理
      ~ 写法   事项名称       食品经营许可（县级）         西湖区        待处理
    ────────────────────────────────────────────────────────────────────────────────
     ↑ 放宽 · 承诺办结时限 · 食品经营许可（县级） · 西湖区
     不得多于上级

     基本目录 · 上级                       │ 西湖区 · 本处
     - 8 工作日                            │ + 12 工作日
     未提交的改动                          │ 未提交的改动
     设定依据 ────────────────────────────────────────────────────────────────────
     中华人民共和国食品安全法 第 35 条 · 第 1 款 · 设定依据
       共 154 条 · 2021-04-29 起施行 · 现行有效









     a 采用上级  u 向上提议  p 准予不同  s 搁置  o 采用同级  n 下一处  ? 帮助
    ");
}

#[test]
fn the_review_side_by_side() {
    let mut stage = stage(160, 20);
    stage.press("L");
    insta::assert_snapshot!(stage.screen(), @"
     mulu › Catalog of government service matters › Review › 西湖区 · 食品经营许可（县级） › Promised limit                     E errors 0  W warnings 2  N notes 0
    ▸Review 1/2                                             0/2 decided │───────────────────────────────────────────────────────────────────────────────────────────
      ↑ looser   Promised limit 食品经营许可（…  西湖区   open          │ ↑ looser · Promised limit · 食品经营许可（县级） · 西湖区
      ~ wording  Name           食品经营许可（…  西湖区   open          │ must not be more than above
                                                                        │
                                                                        │ Base catalog · above                        │ 西湖区 · this one
                                                                        │ - 8 Working days                            │ + 12 Working days
                                                                        │ not committed yet                           │ not committed yet
                                                                        │ Legal basis ────────────────────────────────────────────────────────────────────────────
                                                                        │ 中华人民共和国食品安全法 art. 35 · para. 1 · Sets the matter
                                                                        │   154 articles · from 2021-04-29 · in force
                                                                        │
                                                                        │
                                                                        │
                                                                        │
                                                                        │
                                                                        │
                                                                        │
                                                                        │
     a Adopt  u Propose  p Approve  s Skip  o Adopt a sibling's  n Next  Space Choose  A Choose all or none  Enter Go there  C Commit  / Find  f Findings  ? Help
    ");
}

#[test]
fn narrow_levels_stand_below_each_other() {
    insta::assert_snapshot!(stage(40, 20).screen(), @"
     …许可（县级） › 承诺办结时限  E0 W2 N0
    ▸比对 1/2                    已处置 0/2
      ↑ 放宽   承诺办结时限   食品经营许可…
      ~ 写法   事项名称       食品经营许可…
    ────────────────────────────────────────
     ↑ 放宽 · 承诺办结时限 · 食品经营许可
     （县级） · 西湖区
     不得多于上级

     基本目录 · 上级   │ 西湖区 · 本处
     - 8 工作日        │ + 12 工作日
     未提交的改动      │ 未提交的改动
     设定依据 ────────────────────────────
     中华人民共和国食品安全法 第 35 条 · 第
     1 款 · 设定依据
       共 154 条 · 2021-04-29 起施行 · 现行
       有效


     a 采用上级  u 向上提议  ? 帮助
    ");
}

#[test]
fn the_filters_narrow_and_esc_widens() {
    let mut stage = stage(80, 24);
    stage.press("t");
    assert!(stage.screen().contains("只看：放宽"), "{}", stage.screen());
    stage.press("t i");
    assert!(
        stage.screen().contains("只看：写法 事项名称"),
        "{}",
        stage.screen()
    );
    stage.press("esc /");
    stage.type_in("承诺");
    stage.press("enter");
    assert_eq!(stage.model.review.rows.len(), 1);
    stage.press("esc");
    assert_eq!(stage.model.review.rows.len(), 2);
    stage.press("esc");
    assert_eq!(stage.model.screen, Screen::Desk);
}

#[test]
fn differences_are_found_by_pinyin_initials_and_plain_names() {
    let mut stage = stage(80, 24);
    for (typed, rows) in [
        ("cnbjsx", 1),
        ("spjy", 2),
        ("kaifandian", 2),
        ("xihu cnbj", 1),
        ("spjy xyz", 0),
    ] {
        stage.press("/");
        stage.type_in(typed);
        stage.press("enter");
        assert_eq!(stage.model.review.rows.len(), rows, "{typed}");
        stage.press("esc");
    }
    assert_eq!(stage.model.review.rows.len(), 2);
}

#[test]
fn the_matter_opens_at_the_field_and_the_review_where_it_was() {
    let mut stage = stage(80, 24);
    stage.press("n enter");
    assert_eq!(stage.model.focus, Pane::Sheet);
    let row = stage.model.selected_row().unwrap();
    assert_eq!(row.title.zh, "事项名称");
    stage.press("r");
    assert!(
        stage.screen().contains("~ 写法 · 事项名称"),
        "{}",
        stage.screen()
    );
}

#[test]
fn the_next_session_begins_where_this_one_ended() {
    let mut stage = stage(80, 24);
    stage.press("n d q");
    let mut stage = stage.again();
    stage.press("r");
    let screen = stage.screen();
    assert!(screen.contains("含已处置的"), "{screen}");
    assert!(screen.contains("~ 写法 · 事项名称"), "{screen}");
}

#[test]
fn who_changed_a_value_last_is_said_once_git_has_answered() {
    let stage = stage(100, 24);
    assert!(stage.screen().contains("未提交的改动"));
    commit(stage.folder(), "定稿");
    let mut stage = stage.again();
    stage.press("r");
    let screen = stage.screen();
    assert!(screen.contains("定稿"), "{screen}");
    assert!(!screen.contains("未提交的改动"), "{screen}");
    stage.press("r");
    stage.go_to(LOCAL, "promised_limit.days");
    stage.press("enter back back");
    stage.type_in("14");
    stage.press("enter esc esc r");
    assert!(
        stage.screen().contains("未提交的改动"),
        "{}",
        stage.screen()
    );
}

#[test]
fn a_late_queue_is_dropped() {
    let mut stage = stage(80, 24);
    let message = Message::Done {
        generation: stage.model.generation + 1,
        outcome: Outcome::Surveyed(Arc::default()),
    };
    update(&mut stage.model, message);
    assert_eq!(stage.model.review.rows.len(), 2);
}

#[test]
fn hostile_names_are_shown_and_not_obeyed() {
    let hostile = ("version: 1", "name: \"\\e[2J\\u202E许可\"\nversion: 1");
    let mut stage = Stage::with(LOCAL, hostile, (110, 30));
    stage.press("r");
    assert!(stage.screen().contains("⟨U+001B⟩[2J⟨U+202E⟩许可"));
    stage.press("A a");
    assert!(stage.screen().contains("⟨U+001B⟩[2J⟨U+202E⟩许可"));
}

#[test]
fn the_language_of_the_review_follows() {
    let mut stage = stage(80, 24);
    stage.press("L");
    assert_eq!(stage.model.lang, Lang::En);
    assert!(stage.screen().contains("0/2 decided"), "{}", stage.screen());
    assert_eq!(stage.model.today, date(2026, 3, 1));
}

#[test]
fn no_size_is_too_small_for_a_difference_or_its_dialogs() {
    for keys in ["", "p", "u", "A a", "o", "/", "t d", "?", "L p"] {
        let mut stage = stage(80, 24);
        stage.press(keys);
        for (columns, rows) in [
            (0, 0),
            (1, 1),
            (20, 6),
            (40, 7),
            (59, 9),
            (150, 6),
            (300, 90),
        ] {
            update(&mut stage.model, Message::Resize(columns, rows));
            stage.screen();
        }
    }
}
