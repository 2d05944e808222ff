//! What a guide tells, in which order, and what it says of gaps.

use std::sync::Arc;

use crate::catalog::standard::Standard;
use crate::catalog::{Catalog, File};
use crate::report::{Guide, GuideLine, guide};
use crate::yaml;

const BASE: &str = r#"
code: "000123001000"
name: 公共场所卫生许可
plain_names: [开宾馆, 开理发店]
type: "01"
department: "23"
levels: ["3", "4"]
legal_basis:
  - law: 公共场所卫生管理条例
    article: 4
    paragraph: 2
statutory_limit: {days: 20, unit: working}
promised_limit: {days: 10, unit: working}
served: ["1", "2"]
acceptance_conditions: |-
  经营场所地址固定
  空气、水质经检测合格
steps:
  - {name: 受理, days: 1}
  - {name: 办结, days: 0}
visits: 0
charged: false
materials:
  - name: 申请表
    necessity: "1"
    kind: "1"
    copies: 2
    note: 用黑色笔填写
"#;
const LOCAL: &str = r#"
code: "11330106002500033X4000123001000"
base_code: "000123001000"
level: "4"
division: "330106"
body: "11330106002500033X"
hours: 工作日 9:00–17:00
promised_limit: {days: 5, unit: working}
consultation: {phone: 0571-00000000}
status: "2"
"#;
const DIVISIONS: &str = "divisions:\n  - {code: \"330106\", name: 西湖区, level: \"4\"}\n";

fn catalog() -> Catalog {
    let file = |path: &str, text: &str| Arc::new(File::new(path, yaml::read(text)));
    let files = vec![
        file("base/23/000123001000.yaml", BASE),
        file("local/330106/11330106002500033X4000123001000.yaml", LOCAL),
        file("divisions.yaml", DIVISIONS),
    ];
    Catalog::new(Arc::new(Standard::bundled().unwrap()), files)
}

fn guide_of(code: &str) -> Guide {
    let catalog = catalog();
    guide(&catalog, catalog.by_code(code)[0])
}

fn local() -> Guide {
    guide_of("11330106002500033X4000123001000")
}

fn lines(guide: &Guide, title: &str) -> Vec<GuideLine> {
    let mut sections = guide.sections.iter();
    let section = sections.find(|section| section.title.zh == title);
    section
        .map(|section| section.lines.clone())
        .unwrap_or_default()
}

fn told(guide: &Guide, title: &str) -> Vec<String> {
    let told = |line: GuideLine| {
        let label = line.label.map(|label| label.zh + "：").unwrap_or_default();
        let text = line.text.map_or("尚未填写".to_owned(), |text| text.zh);
        format!("{}{label}{text}", "  ".repeat(line.depth))
    };
    lines(guide, title).into_iter().map(told).collect()
}

#[test]
fn the_order_is_that_of_a_persons_need() {
    let guide = local();
    let titles: Vec<&str> = guide
        .sections
        .iter()
        .map(|section| &*section.title.zh)
        .collect();
    assert_eq!(
        titles,
        [
            "这是什么，谁可以办",
            "办之前看一看",
            "带什么材料",
            "怎么办，要多久",
            "要花多少钱",
            "办完拿到什么",
            "在哪里、什么时候办",
            "咨询和投诉",
            "依据什么",
        ]
    );
    assert_eq!(guide.title.zh, "公共场所卫生许可");
    assert_eq!(guide.place.zh, "西湖区 · 11330106002500033X");
}

#[test]
fn what_a_level_leaves_out_comes_from_above_and_says_so() {
    let guide = local();
    let told = told(&guide, "怎么办，要多久");
    assert_eq!(
        told,
        [
            "1. 受理（1 天）",
            "2. 办结",
            "承诺办结：5 个工作日",
            "法定时限：20 个工作日"
        ]
    );
    let sources: Vec<bool> = lines(&guide, "怎么办，要多久")
        .iter()
        .map(|line| line.source.is_some())
        .collect();
    assert_eq!(sources, [true, true, false, true]);
}

#[test]
fn codes_are_told_by_their_names() {
    let guide = local();
    assert_eq!(
        told(&guide, "这是什么，谁可以办"),
        [
            "这个事项暂停办理。",
            "也叫：开宾馆、开理发店",
            "事项类型：行政许可",
            "谁可以办：自然人、企业法人",
            "由谁办理：11330106002500033X",
            "办件类型：尚未填写",
        ]
    );
    assert_eq!(
        told(&guide, "带什么材料"),
        ["1. 申请表（必要，原件，2 份）", "  填报须知：用黑色笔填写"]
    );
    assert_eq!(
        told(&guide, "依据什么"),
        ["1. 《公共场所卫生管理条例》第 4 条第 2 款"]
    );
    assert_eq!(told(&guide, "要花多少钱"), ["收费：不收费"]);
}

#[test]
fn what_must_be_told_and_is_not_is_a_gap() {
    let guide = local();
    assert_eq!(
        told(&guide, "在哪里、什么时候办"),
        [
            "地点：尚未填写",
            "时间：工作日 9:00–17:00",
            "到现场：不用到现场"
        ]
    );
    assert_eq!(told(&guide, "咨询和投诉")[1], "监督投诉：尚未填写");
    assert!(guide.missing() >= 3);
}

#[test]
fn a_base_matter_lacks_nothing_that_is_a_places_own() {
    let guide = guide_of("000123001000");
    assert_eq!(told(&guide, "在哪里、什么时候办"), ["到现场：不用到现场"]);
    assert_eq!(told(&guide, "咨询和投诉"), [""; 0]);
    assert_eq!(guide.place.zh, "");
}
