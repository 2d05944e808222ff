//! Many matters at once: selecting, the preview, one change, one undo.

use crossterm::event::{KeyCode, KeyEvent};

use crate::session;
use crate::store::Root;
use crate::tui::dialogs::Dialog;
use crate::tui::effect::Effect;
use crate::tui::message::{Message, Outcome};
use crate::tui::stage::{BASE, LOCAL, Stage};
use crate::tui::update::update;

/// A screen on a catalog with some more base matters.
fn stage(more: usize, size: (u16, u16)) -> Stage {
    let folder = tempfile::tempdir().unwrap();
    let root = session::create(folder.path()).unwrap();
    let base = read(folder.path(), BASE);
    for number in 0..more {
        let code = format!("000131{:03}000", number + 3);
        let text = base
            .replace("000131002000", &code)
            .replace("食品经营许可", &format!("样例许可{number}"));
        write(&root, &format!("base/31/{code}.yaml"), &text);
    }
    Stage::on(folder, root, size)
}

fn read(folder: &std::path::Path, path: &str) -> String {
    let root = Root::at(folder).unwrap();
    match root.read_file(path, 1 << 20).unwrap() {
        Some(crate::store::Content::Bytes(bytes)) => String::from_utf8(bytes).unwrap(),
        other => panic!("{path}: {other:?}"),
    }
}

fn write(root: &Root, path: &str, text: &str) {
    root.write_file(path, None, Some(text)).unwrap();
}

/// Chooses what is typed.
fn choose(stage: &mut Stage, text: &str) {
    stage.type_in(text);
    stage.press("enter");
}

fn screen_says(stage: &Stage, text: &str) {
    assert!(stage.screen().contains(text), "{}", stage.screen());
}

#[test]
fn what_is_selected_is_signed_and_counted_and_stays_so_while_the_list_is_narrowed() {
    let mut stage = stage(3, (120, 30));
    stage.press("space j space");
    screen_says(&stage, "选中 2 · 5");
    screen_says(&stage, "+食品经营许可");
    screen_says(&stage, "N+样例许可1");
    screen_says(&stage, "N 样例许可0");
    stage.press("/");
    choose(&mut stage, "样例许可2");
    screen_says(&stage, "选中 2（未列出 2） · 1");
    stage.press("space esc");
    assert_eq!(stage.model.many.selection.len(), 0);
    assert_eq!(stage.model.list.filter, "样例许可2");
}

#[test]
fn a_range_and_all_are_selected_at_once() {
    let mut stage = stage(4, (120, 30));
    stage.press("space j j V");
    assert_eq!(stage.model.many.selection.len(), 4);
    stage.press("*");
    assert_eq!(stage.model.many.selection.len(), 6);
    stage.press("*");
    assert_eq!(stage.model.many.selection.len(), 0);
}

#[test]
fn a_status_moves_in_many_matters_as_one_change() {
    let mut stage = stage(3, (100, 24));
    let before = stage.text(BASE);
    stage.press("* m");
    choose(&mut stage, "状态");
    screen_says(&stage, "暂不对外，不查指南是否齐全");
    choose(&mut stage, "暂停");
    insta::assert_snapshot!(stage.screen(), @r#"
     mulu 目录 › 政务服务事项目录 › 基本目录 › 000131002000 食品经营许可   E 错误 0  W 警告 0  N 提示 6
     ┌ 先看一遍：事项状态改为 2 暂停 ─────────────────────────────────────────────────────────────────┐
     │ 2 暂停：暂不对外，不查指南是否齐全。                                                           │
    ▸│ 改 5 个文件。                                                                                  │
     │ 不会带来新问题。一次撤销即可全部收回。                                                         │
     │ ── 1 / 5 ───────────────────────────────────────────────────────────────────────────────────── │
     │ + 食品经营许可                    基本目录    1 在用 → 2 暂停                                  │
     │ + 样例许可0                       基本目录    1 在用 → 2 暂停                                  │
     │ + 样例许可1                       基本目录    1 在用 → 2 暂停                                  │
     │ + 样例许可2                       基本目录    1 在用 → 2 暂停                                  │
     │ + 食品经营许可                    西湖区      1 在用 → 2 暂停                                  │
     │ ────────────────────────────────────────────────────────────────────────────────────────────── │
     │  …                                                                                             │
     │        role: setting                                                                           │
     │    version: 1                                                                                  │
     │  - status: "1"                                                                                 │
     │  + status: "2"                                                                                 │
     │                                                                                                │
     │    statutory_limit:                                                                            │
     │  …                                                                                             │
     │                                                                                                │
     │ Enter 全部执行   Esc 取消   j 向下   k 向上   Home 到开头   End 到末尾   PgDn 下一页   PgUp 上 │
     └────────────────────────────────────────────────────────────────────────────────────────────────┘
     Enter 全部执行  Esc 取消  j 向下  k 向上  Home 到开头  End 到末尾  PgDn 下一页  PgUp 上一页
    "#);
    assert_eq!(stage.text(BASE), before);
    stage.press("enter");
    assert_eq!(
        stage.text(BASE),
        before.replace("status: \"1\"", "status: \"2\"")
    );
    assert_eq!(stage.model.unsaved.len(), 5);
    assert_eq!(stage.model.many.selection.len(), 5);
    stage.press("u");
    assert_eq!(stage.model.unsaved.len(), 0);
}

#[test]
fn a_preview_that_is_left_changes_nothing() {
    let mut stage = stage(2, (80, 24));
    stage.press("* m");
    choose(&mut stage, "状态");
    choose(&mut stage, "取消");
    stage.press("esc");
    assert!(stage.model.dialog.is_none());
    assert_eq!(stage.model.unsaved.len(), 0);
}

#[test]
fn a_locked_field_is_left_alone_below_and_it_is_said() {
    let mut stage = stage(0, (120, 36));
    stage.press("* m");
    choose(&mut stage, "字段");
    choose(&mut stage, "事项名称");
    stage.press("enter");
    choose(&mut stage, "餐饮许可");
    screen_says(
        &stage,
        "改 1 个文件，跳过 1 个事项（锁定字段，须与上级一致 1）",
    );
    stage.press("enter");
    assert!(stage.text(BASE).contains("name: 餐饮许可\n"));
    assert!(!stage.text(LOCAL).contains("name:"));
}

#[test]
fn the_new_findings_of_a_change_are_counted_before_it_is_made() {
    let mut stage = stage(1, (120, 36));
    stage.press("* m");
    choose(&mut stage, "字段");
    choose(&mut stage, "promised_limit.days");
    choose(&mut stage, "30");
    screen_says(&stage, "D001");
    screen_says(&stage, "! ");
}

#[test]
fn an_element_joins_many_lists_and_leaves_them_again() {
    let mut stage = stage(2, (120, 36));
    stage.press("* m");
    choose(&mut stage, "字段");
    choose(&mut stage, "俗称");
    choose(&mut stage, "加一项");
    choose(&mut stage, "开食堂");
    screen_says(&stage, "→ 开饭店、办食品证、开食堂");
    stage.press("enter");
    assert!(stage.text(BASE).contains("  - 办食品证\n  - 开食堂\n"));
    stage.press("m");
    choose(&mut stage, "字段");
    choose(&mut stage, "俗称");
    choose(&mut stage, "去掉一项");
    choose(&mut stage, "开饭店");
    stage.press("enter");
    assert!(stage.text(BASE).contains("plain_names:\n  - 办食品证\n"));
}

#[test]
fn an_own_value_is_dropped_where_there_is_one() {
    let mut stage = stage(1, (120, 36));
    stage.press("* m");
    choose(&mut stage, "字段");
    choose(&mut stage, "办理时间");
    choose(&mut stage, "沿用上级");
    screen_says(
        &stage,
        "改 1 个文件，跳过 2 个事项（这类事项没有这个字段 2）",
    );
    stage.press("enter");
    assert!(!stage.text(LOCAL).contains("hours:"));
}

#[test]
fn without_a_selection_the_matter_under_the_cursor_is_meant() {
    let mut stage = stage(1, (120, 36));
    stage.press("j m");
    choose(&mut stage, "状态");
    choose(&mut stage, "暂停");
    stage.press("enter");
    assert_eq!(stage.model.unsaved.len(), 1);
}

#[test]
fn base_matters_are_taken_up_together_and_those_taken_up_are_left_alone() {
    let mut stage = stage(3, (120, 36));
    stage.press("* m");
    choose(&mut stage, "认领");
    choose(&mut stage, "西湖区");
    stage.press("enter");
    screen_says(&stage, "改 3 个文件，跳过 2 个事项");
    screen_says(&stage, "该地区已认领：11330106MU033101XF4000131002000");
    stage.press("enter");
    let path = "local/330106/11330106MU033101XF4000131003000.yaml";
    assert!(stage.text(path).contains("base_code: \"000131003000\""));
    assert_eq!(stage.model.catalog().unwrap().matters().len(), 8);
    assert_eq!(stage.model.many.selection.len(), 5);
    stage.press("u");
    assert_eq!(stage.model.catalog().unwrap().matters().len(), 5);
}

#[test]
fn what_is_surely_meant_is_put_right_in_what_is_selected_and_nowhere_else() {
    let folder = tempfile::tempdir().unwrap();
    let root = session::create(folder.path()).unwrap();
    for path in [BASE, LOCAL] {
        let text = read(folder.path(), path);
        let crlf = text.replace('\n', "\r\n");
        root.write_file(path, Some(&text), Some(&crlf)).unwrap();
    }
    let mut stage = Stage::on(folder, root, (120, 36));
    stage.press("space m");
    choose(&mut stage, "有把握");
    screen_says(&stage, "S004");
    stage.press("enter");
    screen_says(&stage, "改 1 个文件");
    stage.press("enter");
    assert!(!stage.text(BASE).contains('\r'));
    assert!(stage.text(LOCAL).contains('\r'));
}

#[test]
fn work_that_is_stopped_leaves_nothing_behind() {
    let mut stage = stage(1, (120, 36));
    stage.press("* m");
    choose(&mut stage, "状态");
    stage.type_in("暂停");
    let enter = Message::Key(KeyEvent::from(KeyCode::Enter));
    let effects = update(&mut stage.model, enter);
    let step = Message::Step {
        number: stage.model.many.number,
        done: 1,
        total: 9,
    };
    update(&mut stage.model, step);
    screen_says(&stage, "1 / 9");
    stage.press("esc");
    let Some(Effect::Prepare(order)) = effects.first() else {
        panic!("nothing was asked");
    };
    assert!(order.halt.is_called());
    stage.carry_out(effects);
    assert!(stage.model.dialog.is_none());
    assert_eq!(stage.model.unsaved.len(), 0);
}

#[test]
fn an_answer_to_an_older_question_is_dropped() {
    let mut stage = stage(1, (120, 36));
    stage.model.dialog = Some(Dialog::Waiting);
    let message = Message::Done {
        generation: stage.model.generation,
        outcome: Outcome::Proposed {
            number: stage.model.many.number + 1,
            proposal: None,
        },
    };
    update(&mut stage.model, message);
    assert!(matches!(stage.model.dialog, Some(Dialog::Waiting)));
}

#[test]
fn a_value_given_up_for_many_is_not_asked_for_the_next_edit() {
    let mut stage = stage(0, (120, 36));
    stage.press("* m");
    choose(&mut stage, "字段");
    choose(&mut stage, "承诺办结时限说明");
    stage.press("enter esc");
    stage.go_to(LOCAL, "charged");
    stage.press("enter");
    assert!(stage.text(LOCAL).contains("charged: true"));
}
