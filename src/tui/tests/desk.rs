//! What the desk looks like.

use crate::text::Lang;
use crate::tui::model::{Model, Screen};
use crate::tui::picture::{drawn, plain};
use crate::tui::stage::{BASE, LOCAL, Stage};
use crate::tui::theme::Theme;

#[test]
fn something_is_drawn_before_any_file_is_read() {
    let theme = Theme::colourless();
    let mut model = Model::new(Screen::Desk, Lang::Zh, theme, (60, 8));
    model.loading = Some((0, 0));
    insta::assert_snapshot!(plain(&drawn(&model)), @"
    mulu 目录


     正在读取目录 …



    q 退出  L English  : 找命令  g? 三分钟上手  ? 帮助
    ");
}

#[test]
fn the_desk_in_eighty_columns() {
    let stage = Stage::new(80, 24);
    insta::assert_snapshot!(stage.screen(), @"
     …事项目录 › 基本目录 › 000131002000 食品经营许可  E 错误 0  W 警告 0  N 提示 0
    ▸全部事项                     2 │ 食品经营许可
       食品经营许可        基本目录 │ 文件             base/31/000131002000.yaml
       食品经营许可        西湖区   │── 基本信息 ──────────────────────────────────
                                    │ 基本编码         000131002000
                                    │ 事项名称         食品经营许可
                                    │ 俗称             共 2 项
                                    │   1.             开饭店
                                    │   2.             办食品证
                                    │ 事项类型         01 行政许可
                                    │ 中央业务指导部门 31 市场监管总局
                                    │ 行使层级（可多选）
                                    │                  4 县级
                                    │ 地方基本编码     —
                                    │ 设定依据         共 1 项
                                    │   1.             中华人民共和国食品安全法 第
                                    │                  35 条 · 第 1 款 · 设定依据
                                    │── 时限 ──────────────────────────────────────
                                    │ 法定办结时限     20 工作日
                                    │ 法定办结时限说明 —
                                    │ 承诺办结时限     8 工作日
                                    │ 承诺办结时限说明 —
                                    │── 办事指南 ──────────────────────────────────
     Enter 进入  Space 选中  m 批量  C 提交  / 查找  z 筛选  f 问题  r 比对  ? 帮助
    ");
}

#[test]
fn a_local_matter_says_whose_word_each_value_is() {
    let mut stage = Stage::new(110, 32);
    stage.go_to(LOCAL, "legal_basis[0].article");
    insta::assert_snapshot!(stage.screen(), @"
     … › 西湖区（县级） › 000131002000 食品经营许可 › 基本信息 › 设定依据 › 1. › 条  E 错误 0  W 警告 0  N 提示 0
     地区与部门         │ 全部事项                         2 │▸食品经营许可
      全部事项        2 │   食品经营许可            基本目录 │ 文件              local/330106/11330106MU033101XF4…
    ▸ 基本目录        1 │   食品经营许可            西湖区   │── 基本信息 ───────────────────────────────────────
      浙江省          0 │                                    │ 实施编码          11330106MU033101XF4000131002000
        杭州市        0 │                                    │ 基本编码          000131002000 食品经营许可
        ▸ 西湖区      1 │                                    │ 事项名称          食品经营许可          ← 基本目录
                        │                                    │ 俗称              共 2 项               ← 基本目录
                        │                                    │   1.              开饭店
                        │                                    │   2.              办食品证
                        │                                    │ 事项类型          01 行政许可           ← 基本目录
                        │                                    │ 行使层级          4 县级
                        │                                    │ 行政区划          330106 西湖区
                        │                                    │ 实施主体          11330106MU033101XF 杭州市西湖区
                        │                                    │                   市场监督管理局
                        │                                    │ 实施主体性质      1 法定机关
                        │                                    │ 委托部门          —
                        │                                    │ 联办机构          —
                        │                                    │ 地方基本编码      —
                        │                                    │ 地方实施编码      —
                        │                                    │ 设定依据          共 1 项               ← 基本目录
                        │                                    │   1.              中华人民共和国食品安全法 第 35
                        │                                    │                   条 · 第 1 款 · 设定依据
                        │                                    │     法律法规名称  中华人民共和国食品安全法
                        │                                    │     条            35
                        │                                    │     款            1
                        │                                    │     项            —
                        │                                    │     依据作用      设定依据
                        │                                    │     条款内容      —
                        │                                    │ 权力来源          1 法定本级行使
                        │                                    │── 时限 ───────────────────────────────────────────
     Enter 编辑  a 添加一项  D 复制此项  o 改写或沿用上级  C 提交  / 查找  z 筛选  f 问题  r 比对  c 改动  ? 帮助
    ");
}

#[test]
fn the_desk_in_english() {
    let mut stage = Stage::new(80, 16);
    stage.press("L");
    insta::assert_snapshot!(stage.screen(), @"
     … › Base › 000131002000 食品经营许可       E errors 0  W warnings 0  N notes 0
    ▸All matters                  2 │ 食品经营许可
       食品经营许可        Base     │ File             base/31/000131002000.yaml
       食品经营许可        西湖区   │── Basics ────────────────────────────────────
                                    │ Base code        000131002000
                                    │ Name             食品经营许可
                                    │ Plain names      2 in all
                                    │   1.             开饭店
                                    │   2.             办食品证
                                    │ Type             01 Licence
                                    │ Guiding central department
                                    │                  31 State Administration for
                                    │                  Market Regulation
                                    │ Levels           4 County
                                    │ Local base code  —
     Enter Open  Space Select  m Do to all  C Commit  / Find  z Filter  ? Help
    ");
}

#[test]
fn a_narrow_terminal_shows_one_pane() {
    let mut stage = Stage::new(40, 12);
    stage.press("tab");
    insta::assert_snapshot!(stage.screen(), @"
     …1002000 食品经营许可 › 文件  E0 W0 N0
    ▸食品经营许可
     文件           base/31/000131002000.ya…
    ── 基本信息 ───────────────────────────
     基本编码       000131002000
     事项名称       食品经营许可
     俗称           共 2 项
       1.           开饭店
       2.           办食品证
     事项类型       01 行政许可
     中央业务指导部门
     C 提交  / 查找  z 筛选  f 问题  ? 帮助
    ");
}

#[test]
fn the_filter_looks_in_names_codes_and_plain_names() {
    let mut stage = Stage::new(80, 12);
    stage.press("/");
    stage.type_in("开饭店");
    assert_eq!(stage.model.list.rows.len(), 2);
    stage.press("enter");
    assert!(stage.screen().contains("全部事项 /开饭店"));
    stage.press("esc");
    assert!(stage.model.list.filter.is_empty());
}

#[test]
fn places_are_a_tree_and_departments_unfold() {
    let mut stage = Stage::new(80, 12);
    stage.press("esc j j j j l j enter");
    insta::assert_snapshot!(stage.screen(), @"
     … › 西湖区（县级） › 000131002000 食品经营许可    E 错误 0  W 警告 0  N 提示 0
    ▸西湖区 · 市场监管总局        1 │ 食品经营许可
       食品经营许可        行政许可 │ 文件             local/330106/11330106MU03310…
                                    │── 基本信息 ──────────────────────────────────
                                    │ 实施编码
                                    │   11330106MU033101XF4000131002000
                                    │ 基本编码         000131002000 食品经营许可
                                    │ 事项名称         食品经营许可      ← 基本目录
                                    │ 俗称             共 2 项           ← 基本目录
                                    │   1.             开饭店
                                    │   2.             办食品证
     Enter 进入  Space 选中  m 批量  C 提交  / 查找  z 筛选  f 问题  r 比对  ? 帮助
    ");
}

#[test]
fn the_footer_shows_what_applies_and_help_lists_it() {
    let mut stage = Stage::new(80, 48);
    stage.go_to(LOCAL, "in_hall");
    assert!(!stage.screen().contains("撤销"));
    stage.press("enter ?");
    let screen = stage.screen();
    let said = [
        "右栏：一个事项的全部字段。",
        "  Enter                 编辑",
        "  u Ctrl-z              撤销",
        "  gg Home               到开头",
    ];
    for said in said {
        assert!(screen.contains(said), "{said}:\n{screen}");
    }
    let footer = screen.lines().last().unwrap();
    assert!(footer.starts_with(" Esc 关闭  j 向下"), "{screen}");
}

#[test]
fn a_finding_leads_to_its_row() {
    let mut stage = Stage::with(LOCAL, ("level: \"4\"", "level: \"3\""), (90, 24));
    stage.press("f");
    insta::assert_snapshot!(stage.screen(), @r#"
     … › 政务服务事项目录 › 问题 › C002 › 西湖区 · 食品经营许可  E 错误 0  W 警告 1  N 提示 0
    ▸问题 · 按规则                                                                          1
    ▾ W C002 实施编码不对                                                                   1
      W 西湖区 · 食品经营许可         实施编码与“行使层级”（第 19 位）不一致，按字段应为 1133…

    ──────────────────────────────────────────────────────────────────────────────────────────
     实施编码与“行使层级”（第 19 位）不一致，按字段应为 11330106MU033101XF3000131002000
     local/330106/11330106MU033101XF4000131002000.yaml:3:26
     │ code: "11330106MU033101XF4000131002000"   # 信用代码 18 位、层级 1 位、基本编码 12 位
     │                          ^
     为什么：实施编码要能看出谁、在哪一级、办哪个事项。GB/T 39554.1-2020 的原文未取得，组成由
     三个省的真实编码归纳。把握：A-（多地真实数据一致）。
     相关：字段在此  local/330106/11330106MU033101XF4000131002000.yaml:5:8
     │ level: "3"
     │        ^^^
     C002 警告 · 西湖区 · 食品经营许可







     Enter 到该处  x 例外  C 提交  / 查找  t 换分组  i 规则说明  e 只看一种级别  ? 帮助
    "#);
    stage.press("enter");
    let row = stage.model.selected_row().unwrap();
    assert!(!row.notes.is_empty());
}

#[test]
fn a_matter_outside_ones_remit_says_so_before_anything_is_typed() {
    let editors = "editors:\n  - name: 区\n    emails: [qu@sample.example]\n    edits: [{divisions: [\"330106\"]}]\n";
    let mut stage = Stage::with("mulu.yaml", ("editors: []\n", editors), (80, 24));
    let says = |stage: &Stage| stage.screen().contains("职责外");
    stage.go_to(LOCAL, "place");
    // Who it is may not be known.
    stage.model.opened.as_mut().unwrap().email = None;
    assert!(!says(&stage));
    stage.model.opened.as_mut().unwrap().email = Some("qu@sample.example".to_owned());
    assert!(!says(&stage));
    stage.go_to(BASE, "name");
    assert!(says(&stage), "{}", stage.screen());
    stage.model.opened.as_mut().unwrap().email = Some("other@sample.example".to_owned());
    stage.go_to(LOCAL, "place");
    assert!(says(&stage));
}
