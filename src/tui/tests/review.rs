//! Working down the differences, from keys to the text of a file.

use crossterm::event::{KeyCode, KeyEvent};
use jiff::civil::date;

use crate::session;
use crate::store::Content;
use crate::text::Lang;
use crate::tui::message::{Message, Outcome};
use crate::tui::model::{Pane, Screen};
use crate::tui::stage::{BASE, LOCAL, Stage};
use crate::tui::update::update;

/// A county that promises more days than the base catalog and writes the name another way.
const OWN: (&str, &str) = (
    "version: 1",
    "name: 食品经营许可（县级）\npromised_limit:\n  days: 12\n  unit: working\nversion: 1",
);

fn stage(columns: u16, rows: u16) -> Stage {
    let mut stage = Stage::with(LOCAL, OWN, (columns, rows));
    stage.model.review.by = "王小明".to_owned();
    stage.press("r");
    stage
}

#[test]
fn the_review_in_eighty_columns() {
    insta::assert_snapshot!(stage(80, 24).screen(), @"
     mulu 目录 政务服务事项目录                        E 错误 0  W 警告 2  N 提示 0
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
     mulu Catalog of government service matters                                                                                 E errors 0  W warnings 2  N notes 0
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
     mulu 目录 政务服务事项目录    E0 W2 N0
    ▸比对 1/2                    已处置 0/2
      ↑ 放宽   承诺办结时限   食品经营许可…
      ~ 写法   事项名称       食品经营许可…
    ────────────────────────────────────────
     ↑ 放宽 · 承诺办结时限 · 食品经营许可（
     县级） · 西湖区
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
fn adopting_takes_the_value_out_and_goes_on() {
    let mut stage = stage(80, 24);
    stage.press("a");
    let text = stage.text(LOCAL);
    assert!(!text.contains("promised_limit:\n  days"), "{text}");
    assert!(text.contains("  - field: promised_limit\n    action: adopt\n    by: 王小明\n"));
    assert!(stage.screen().contains("已处置 1/2"), "{}", stage.screen());
    assert!(stage.screen().contains("已采用上级的值：1 处"));
    assert!(stage.screen().contains("~ 写法 · 事项名称"));
}

#[test]
fn an_approval_names_what_is_missing_and_takes_full_width_days() {
    let mut stage = stage(80, 24);
    stage.press("p");
    stage.type_in("窗口少");
    stage.press("enter");
    insta::assert_snapshot!(stage.screen(), @"
     mulu 目录 政务服务事项目录                        E 错误 0  W 警告 2  N 提示 0
    ▸比对 1/2                                                            已处置 0/2
      ↑ 放宽   承诺办结时限   食品经营许可（县级）         西湖区        待处理
      ~ 写法   事项名称       食品经营许可（县级）         西湖区        待处理
    ────────────────────────────────────────────────────────────────────────────────
     ↑ 放宽 · 承诺办结时限 · 食品经营许可（县级） · 西湖区
     不得多于上级
        ┌ 准予不同：1 处差异 ──────────────────────────────────────────────────┐
     基 │ *理由      窗口少                                                    │
     - 8│ *法律依据                                                            │
     未 │ *期限                                                                │
     设 │ *处置人    王小明                                                    │──
     中 │ E 还缺：法律依据、期限                                               │
        │ 允许这样做的法律条款，如 《优化营商环境条例》第三十六条              │
        │                                                                      │
        └──────────────────────────────────────────────────────────────────────┘







     Enter 确定  Tab 下一项  Shift-Tab 上一项  Esc 取消
    ");
    stage.type_in("《条例》第三十六条");
    stage.press("tab");
    stage.type_in("２０２６－１２－３１");
    stage.press("enter");
    let text = stage.text(LOCAL);
    let decisions = text.split("decisions:").nth(1).unwrap();
    insta::assert_snapshot!(decisions, @r#"

    - field: promised_limit
      action: approve
      by: 王小明
      "on": "2026-03-01"
      reason: 窗口少
      legal_reason: 《条例》第三十六条
      until: "2026-12-31"
      fingerprint: "316c8a163d7df56c"
    "#);
    assert!(stage.screen().contains("已准予不同：1 处"));
}

#[test]
fn an_approval_until_yesterday_is_refused() {
    let mut stage = stage(80, 24);
    stage.press("p");
    stage.type_in("少人");
    stage.press("tab");
    stage.type_in("某法");
    stage.press("tab");
    stage.type_in("2026-02-28");
    stage.press("enter");
    assert!(
        stage.screen().contains("E 期限已经过去"),
        "{}",
        stage.screen()
    );
    assert!(!stage.text(LOCAL).contains("decisions"));
    stage.press("esc");
    assert!(stage.screen().contains("再按一次 Esc 就放弃"));
    stage.press("esc");
    assert!(stage.model.dialog.is_none());
}

#[test]
fn an_approval_is_void_once_the_value_changes() {
    let mut stage = stage(80, 24);
    stage.press("p");
    for text in ["少人", "某法", "2026-12-31"] {
        stage.type_in(text);
        stage.press("tab");
    }
    stage.press("enter");
    assert!(stage.screen().contains("已处置 1/2"), "{}", stage.screen());
    stage.press("r");
    stage.go_to(BASE, "promised_limit.days");
    stage.press("enter back");
    stage.type_in("9");
    stage.press("enter esc esc");
    stage.press("r");
    let screen = stage.screen();
    assert!(screen.contains("处置已失效"), "{screen}");
    assert!(screen.contains("已处置 0/2"), "{screen}");
}

#[test]
fn several_are_seen_first_and_undone_at_once() {
    let mut stage = stage(80, 24);
    let before = stage.text(LOCAL);
    stage.press("A a");
    insta::assert_snapshot!(stage.screen(), @"
     mulu 目录 政务服务事项目录                        E 错误 0  W 警告 2  N 提示 0
    ▸比对 1/2  选中 2                                                    已处置 0/2
    ● ↑ 放宽   承诺办结时限   食品经营许可（县级）         西湖区        待处理
    ● ~ 写法   事项名称       食品经营许可（县级）         西湖区        待处理
    ────────────────────────────────────────────────────────────────────────────────
     ↑ 放宽 · 承诺办结时限 · 食品经营许可（县级） · 西湖区
     不得多于上级

     基 ┌ 先看一遍 ────────────────────────────────────────────────────────────┐
     - 8│ 采用上级：2 处差异，涉及 1 个文件；一次撤销即可全部收回。            │
     未 │ ── 1–2 / 2 ──                                                        │
     设 │ ↑ 放宽 承诺办结时限 食品经营许可（县级）                      西湖区 │──
     中 │ ~ 写法 事项名称 食品经营许可（县级）                          西湖区 │
        │                                                                      │
        │ Enter 继续   Esc 取消   j 向下   k 向上   PgDn 下一页   PgUp 上一页  │
        └──────────────────────────────────────────────────────────────────────┘







     Enter 继续  Esc 取消  j 向下  k 向上  PgDn 下一页  PgUp 上一页
    ");
    assert_eq!(stage.text(LOCAL), before);
    stage.press("enter");
    let screen = stage.screen();
    assert!(screen.contains("没有待处理的差异"), "{screen}");
    assert!(screen.contains("已处置 2/2"), "{screen}");
    stage.press("ctrl-z");
    assert_eq!(stage.text(LOCAL), before);
    assert!(stage.screen().contains("已处置 0/2"), "{}", stage.screen());
}

#[test]
fn a_skip_is_decided_too_and_can_be_looked_at() {
    let mut stage = stage(80, 24);
    stage.press("s");
    assert!(stage.text(LOCAL).contains("action: skip"));
    assert!(!stage.screen().contains("↑ 放宽"));
    stage.press("d");
    let screen = stage.screen();
    assert!(screen.contains("已搁置"), "{screen}");
    assert!(screen.contains("含已处置的"), "{screen}");
}

#[test]
fn before_the_first_commit_a_proposal_changes_the_matter_above() {
    let mut stage = stage(80, 24);
    stage.press("u");
    stage.type_in("多数县这样办");
    stage.press("enter");
    assert!(
        stage.text(BASE).contains("days: 12"),
        "{}",
        stage.text(BASE)
    );
    assert!(stage.text(LOCAL).contains("action: propose"));
    assert!(
        stage.screen().contains("直接改了上级事项"),
        "{}",
        stage.screen()
    );
    stage.press("ctrl-z");
    assert!(stage.text(BASE).contains("days: 8"));
    assert!(!stage.text(LOCAL).contains("propose"));
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
    let folder = stage.folder().to_owned();
    let repository = session_repository(&folder);
    repository.commit("定稿");
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
fn a_proposal_is_a_commit_on_a_branch_of_its_own() {
    let stage = stage(100, 24);
    let folder = stage.folder().to_owned();
    session_repository(&folder).commit("定稿");
    let mut stage = stage.again();
    stage.press("r u");
    stage.type_in("多数县这样办");
    stage.press("enter");
    let screen = stage.screen();
    assert!(
        screen.contains("propose/000131002000-promised_limit"),
        "{screen}"
    );
    assert!(stage.text(BASE).contains("days: 8"));
    assert!(stage.text(LOCAL).contains("action: propose"));
    let git = crate::store::Git::open(&crate::store::Root::at(&folder).unwrap()).unwrap();
    let proposed = git.revision("propose/000131002000-promised_limit").unwrap();
    let base = git.read_file(&proposed, BASE).unwrap();
    assert!(String::from_utf8(base).unwrap().contains("days: 12"));
    assert_eq!(
        proposed.subject,
        "提议：食品经营许可的承诺办结时限改为12 工作日"
    );
}

#[test]
fn a_late_queue_is_dropped() {
    let mut stage = stage(80, 24);
    let message = Message::Done {
        generation: stage.model.generation + 1,
        outcome: Outcome::Surveyed(std::sync::Arc::default()),
    };
    update(&mut stage.model, message);
    assert_eq!(stage.model.review.rows.len(), 2);
}

#[test]
fn a_decision_counts_before_the_queue_is_made_anew() {
    let mut stage = stage(80, 24);
    let key = KeyEvent::from(KeyCode::Char('a'));
    let effects = update(&mut stage.model, Message::Key(key));
    assert_eq!(stage.model.review.rows.len(), 1);
    stage.carry_out(effects);
    assert_eq!(stage.model.review.progress(), (1, 2));
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

/// The county's neighbour, which promises nine days.
const OTHER: &str = "local/330108/11330108MU033101X14000131002000.yaml";

fn with_neighbour() -> Stage {
    let folder = tempfile::tempdir().unwrap();
    let root = session::create(folder.path()).unwrap();
    let read = |path: &str| match root.read_file(path, 1 << 20).unwrap() {
        Some(Content::Bytes(bytes)) => String::from_utf8(bytes).unwrap(),
        other => panic!("{path}: {other:?}"),
    };
    let county = read(LOCAL);
    let promising = |days: &str| county.replace(OWN.0, &OWN.1.replace("12", days));
    root.write_file(LOCAL, Some(&county), Some(&promising("12")))
        .unwrap();
    let other = promising("9").replace("330106", "330108");
    root.write_file(OTHER, None, Some(&other)).unwrap();
    let divisions = read("divisions.yaml");
    let known = "  - {code: \"330108\", name: 滨江区, level: \"4\", parent: \"330100\"}\n";
    root.write_file(
        "divisions.yaml",
        Some(&divisions),
        Some(&format!("{divisions}{known}")),
    )
    .unwrap();
    let mut stage = Stage::on(folder, root, (100, 30));
    stage.model.review.by = "王小明".to_owned();
    stage.press("r");
    stage
}

#[test]
fn the_value_of_a_neighbour_is_adopted() {
    let mut stage = with_neighbour();
    let screen = stage.screen();
    assert!(screen.contains("同级（县级，共 2 处）"), "{screen}");
    assert!(screen.contains("1/2  9 工作日  滨江区"), "{screen}");
    stage.press("o");
    assert!(stage.screen().contains("采用同级的值：承诺办结时限"));
    stage.press("enter");
    let text = stage.text(LOCAL);
    assert!(text.contains("days: 9"), "{text}");
    assert!(!text.contains("decisions"), "{text}");
    assert!(
        stage.screen().contains("已采用同级的值"),
        "{}",
        stage.screen()
    );
}

#[test]
fn without_a_name_in_git_a_decision_asks_who_decides() {
    let mut stage = stage(80, 24);
    stage.model.review.by = String::new();
    stage.press("a");
    assert!(!stage.text(LOCAL).contains("decisions"));
    stage.type_in("李四");
    stage.press("enter");
    assert!(stage.text(LOCAL).contains("by: 李四"));
    stage.press("s");
    assert!(stage.text(LOCAL).contains("action: skip\n    by: 李四"));
}

/// The catalog's repository, with a committer.
struct Repository(crate::store::Root);

fn session_repository(folder: &std::path::Path) -> Repository {
    let root = crate::store::Root::at(folder).unwrap();
    let git = crate::store::Git::open(&root).unwrap();
    git.ensure_identity("编目员", "editor@sample.example")
        .unwrap();
    Repository(root)
}

impl Repository {
    fn commit(&self, message: &str) {
        session::commit(&self.0, message).unwrap();
    }
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
