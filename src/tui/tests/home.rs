//! The home screen and the guide preview: what they tell, and where they lead.

use crate::session;
use crate::store::{Git, Root};
use crate::tui::model::Screen;
use crate::tui::stage::{BASE, LOCAL, Stage};

/// A county that promises more days than the base catalog.
const OWN: (&str, &str) = (
    "version: 1",
    "promised_limit:\n  days: 12\n  unit: working\nversion: 1",
);

fn commit(stage: &Stage, message: &str) {
    let root = Root::at(stage.folder()).unwrap();
    let git = Git::open(&root).unwrap();
    git.ensure_identity("编目员", "editor@sample.example")
        .unwrap();
    session::commit(&root, message, crate::store::Audience::NOBODY).unwrap();
}

/// Presses keys down to the row that says something, and enters it.
fn enter(stage: &mut Stage, said: &str) {
    stage.press("g g");
    for _ in 0..stage.model.home.rows.len() {
        let home = &stage.model.home;
        let row = &home.rows[home.cursor.at].row;
        let text: String = row.left.iter().map(|piece| piece.text.as_str()).collect();
        if text.contains(said) {
            stage.press("enter");
            return;
        }
        stage.press("j");
    }
    panic!("no row says {said}:\n{}", stage.screen());
}

#[test]
fn home_tells_someone_new_what_can_be_done() {
    let mut stage = Stage::new(100, 30);
    stage.press("H");
    assert!(
        stage.screen().contains("第一次来，可以"),
        "{}",
        stage.screen()
    );
    enter(&mut stage, "看检查出了什么问题");
    assert_eq!(stage.model.screen, Screen::Findings);
    stage.press("H");
    enter(&mut stage, "找一个事项");
    stage.type_in("食品");
    assert!(stage.screen().contains("/ 食品"), "{}", stage.screen());
}

#[test]
fn home_tells_what_waits_and_leads_there() {
    let mut stage = Stage::with(LOCAL, OWN, (100, 30));
    commit(&stage, "县里改了承诺时限");
    stage.press("H");
    let screen = stage.screen();
    assert!(screen.contains("未处置的差异：1 处"), "{screen}");
    assert!(screen.contains("全目录"), "{screen}");
    assert!(screen.contains("县里改了承诺时限"), "{screen}");
    enter(&mut stage, "警告");
    assert_eq!(stage.model.screen, Screen::Findings);
    assert!(stage.screen().contains("只看警告"), "{}", stage.screen());
    stage.press("H");
    enter(&mut stage, "未处置的差异");
    assert_eq!(stage.model.screen, Screen::Review);
    stage.press("H");
    enter(&mut stage, "县里改了承诺时限");
    enter(&mut stage, "      西湖区 · 食品经营许可");
    assert_eq!(stage.model.screen, Screen::Desk);
    assert_eq!(stage.model.sheet.path.as_deref(), Some(LOCAL));
}

#[test]
fn one_goes_on_where_one_left() {
    let mut stage = Stage::new(100, 30);
    stage.go_to(BASE, "name");
    stage.press("H q");
    let mut stage = stage.again();
    assert_eq!(stage.model.screen, Screen::Home);
    enter(&mut stage, "上次的事项");
    assert_eq!(stage.model.sheet.path.as_deref(), Some(BASE));
    stage.press("q");
    // Who was on the desk last begins there.
    assert_eq!(stage.again().model.screen, Screen::Desk);
}

#[test]
fn the_guide_is_what_the_public_will_read() {
    let mut stage = Stage::new(90, 60);
    stage.go_to(LOCAL, "name");
    stage.press("v");
    insta::assert_snapshot!(stage.screen(), @"
     … › 西湖区（县级） › 000131002000 食品经营许可 › 指南预览   E 错误 0  W 警告 0  N 提示 0
    ▸办事指南预览                                                                 齐全  53/53

      食品经营许可
      西湖区 · 杭州市西湖区市场监督管理局

      这是什么，谁可以办 ────────────────────────────────────────────────────────────────────
      也叫          开饭店、办食品证
      事项类型      行政许可
      谁可以办      企业法人、事业法人、非法人企业
      由谁办理      杭州市西湖区市场监督管理局
      办件类型      承诺件

      办之前看一看 ──────────────────────────────────────────────────────────────────────────
      受理条件      已取得营业执照，经营场所与申请一致。
                    经营设备设施与品种、数量相适应，生熟分开。
                    从业人员持有效健康证明。

      带什么材料 ────────────────────────────────────────────────────────────────────────────
      1. 食品经营许可申请书（必要，原件，纸质和电子，1 份）
      2. 经营场所平面图（必要，原件，纸质和电子，1 份）

      怎么办，要多久 ────────────────────────────────────────────────────────────────────────
      1. 受理（1 天）
      2. 审核（2 天）
      3. 审批（1 天）
      4. 办结
      5. 送达
      承诺办结      8 个工作日
      法定时限      20 个工作日

      要花多少钱 ────────────────────────────────────────────────────────────────────────────
      收费          不收费

      办完拿到什么 ──────────────────────────────────────────────────────────────────────────
      结果          食品经营许可证
      结果类型      证照
      样本          https://sample.example/results/000131002000.png

      在哪里、什么时候办 ────────────────────────────────────────────────────────────────────
      地点          西湖区样例路 206 号 区行政服务中心三楼 A12 窗口
      时间          工作日上午 8:30—12:00，下午 14:00—17:30
      办理形式      窗口办理、网上办理
      到现场        不用到现场

      网上办 ────────────────────────────────────────────────────────────────────────────────
      可以办到      互联网电子证照反馈
      网址          https://sample.example/330106/apply/000131002000

      咨询和投诉 ────────────────────────────────────────────────────────────────────────────
      咨询          0571-0000 3563
      监督投诉      0571-0000 9106

      依据什么 ──────────────────────────────────────────────────────────────────────────────
      1. 《中华人民共和国食品安全法》第 35 条第 1 款




     C 提交  gf 问题  gr 比对  gc 改动  H 首页  e 标出沿用自哪一级  v 回工作台  ? 帮助
    ");
    stage.press("e");
    assert!(stage.screen().contains("← 基本目录"), "{}", stage.screen());
    stage.press("L");
    assert!(stage.screen().contains("What it is and who may apply"));
    stage.press("v");
    assert_eq!(stage.model.screen, Screen::Desk);
}

#[test]
fn the_guide_fits_a_narrow_screen_and_scrolls() {
    let mut stage = Stage::new(40, 12);
    stage.go_to(LOCAL, "name");
    stage.press("v");
    let top = stage.screen();
    stage.press("space");
    assert_ne!(top, stage.screen());
    stage.press("G");
    assert!(stage.model.guide.top > 0);
    stage.press("g g");
    assert_eq!(top, stage.screen());
}

#[test]
fn home_fits_every_size() {
    let mut stage = Stage::with(LOCAL, OWN, (30, 8));
    stage.press("H G k j");
    for size in [(20, 6), (80, 24), (200, 50)] {
        stage.model.size = size;
        stage.press("j k");
        assert!(stage.screen().contains("首页"), "{}", stage.screen());
    }
}
