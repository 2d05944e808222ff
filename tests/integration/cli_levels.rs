//! `mulu levels`: where levels differ.

use crate::counties::{BASE, BASE_FILE, FILE, OWN_WAY, commit, committed, counties};
use crate::sandbox::Sandbox;

#[test]
fn every_difference_is_listed_and_counted() {
    insta::assert_snapshot!(counties().say(&["levels"]), @"
    4 个差异须处理；另有已准予 0 个，标准允许 0 个

    类别    须处理  失效  已准予  允许
    不一致       1     0       0     0
    放宽         1     0       0     0
    多出         1     0       0     0
    写法         1     0       0     0

    字段          须处理  失效  已准予  允许
    事项名称           1     0       0     0
    承诺办结时限       1     0       0     0
    受理条件           1     0       0     0
    申请材料           1     0       0     0

    部门             须处理  失效  已准予  允许
    31 市场监管总局       4     0       0     0

    类型         须处理  失效  已准予  允许
    01 行政许可       4     0       0     0

    地区           须处理  失效  已准予  允许
    330106 西湖区       4     0       0     0

    不一致  受理条件  [待处理]
      330106 西湖区  食品经营许可(县级）  000131002000
      catalog/local/330106/11330106MU033101XF4000131002000.yaml:27
      上级：基本目录
        已取得营业执照，经营场所与申请一致。
        经营设备设施与品种、数量相适应，生熟分开。
      - 从业人员持有[-效-]健康证明。
      + 从业人员持有{+半年以内的+}健康证明。
      县级 3 个中 2 个为 已取得营业执照，经营场所与申请一致。 经营设备设施与品种、数…，1 个与此相同

    放宽  承诺办结时限  [待处理]
      330106 西湖区  食品经营许可(县级）  000131002000
      catalog/local/330106/11330106MU033101XF4000131002000.yaml:21
      上级：基本目录
      - 8 个工作日
      + 15 个工作日
      县级 3 个中 2 个为 8 个工作日，1 个与此相同

    多出  申请材料  [待处理]
      330106 西湖区  食品经营许可(县级）  000131002000
      catalog/local/330106/11330106MU033101XF4000131002000.yaml:26
      上级：基本目录
      + 居民委员会证明
      县级 3 个中 2 个为 食品经营许可申请书、经营场所平面图，1 个与此相同

    写法  事项名称  [待处理]
      330106 西湖区  食品经营许可(县级）  000131002000
      catalog/local/330106/11330106MU033101XF4000131002000.yaml:22
      上级：基本目录
      - 食品经营许可
      + 食品经营许可{+(县级）+}
      县级 3 个中 2 个为 食品经营许可，1 个与此相同
    --- exit 0
    ");
}

#[test]
fn the_same_in_english_for_one_class() {
    let sandbox = counties().with("LANG", "C");
    insta::assert_snapshot!(sandbox.say(&["levels", "--class", "looser,extra"]), @"
    2 to decide; 0 approved, 0 allowed by the standard

    Class   to decide  void  approved  allowed
    looser          1     0         0        0
    extra           1     0         0        0

    Field           to decide  void  approved  allowed
    Promised limit          1     0         0        0
    Materials               1     0         0        0

    Department                                     to decide  void  approved  allowed
    31 State Administration for Market Regulation          2     0         0        0

    Type        to decide  void  approved  allowed
    01 Licence          2     0         0        0

    Division       to decide  void  approved  allowed
    330106 西湖区          2     0         0        0

    looser  Promised limit  [open]
      330106 西湖区  食品经营许可(县级）  000131002000
      catalog/local/330106/11330106MU033101XF4000131002000.yaml:21
      above: base catalog
      - 8 working days
      + 15 working days
      County: 2 of 3 have 8 working days, 1 the same as here

    extra  Materials  [open]
      330106 西湖区  食品经营许可(县级）  000131002000
      catalog/local/330106/11330106MU033101XF4000131002000.yaml:26
      above: base catalog
      + 居民委员会证明
      County: 2 of 3 have 食品经营许可申请书, 经营场所平面图, 1 the same as here
    --- exit 0
    ");
}

#[test]
fn two_counties_are_compared_by_what_they_have_in_effect() {
    let said = counties().say(&[
        "levels",
        "330106",
        "萧山区",
        "--field",
        "promised_limit",
        "--all",
    ]);
    insta::assert_snapshot!(said, @"
    330106 西湖区 ↔ 330109 萧山区：1 个事项对应，仅前者有 0 个，仅后者有 0 个，对应不明 0 个
    0 个差异须处理；另有已准予 0 个，标准允许 1 个

    类别  须处理  失效  已准予  允许
    收紧       0     0       0     1

    字段          须处理  失效  已准予  允许
    承诺办结时限       0     0       0     1

    部门             须处理  失效  已准予  允许
    31 市场监管总局       0     0       0     1

    类型         须处理  失效  已准予  允许
    01 行政许可       0     0       0     1

    地区           须处理  失效  已准予  允许
    330109 萧山区       0     0       0     1

    收紧  承诺办结时限  [待处理]
      330109 萧山区  食品经营许可  000131002000
      catalog/local/330109/11330109MU033101XF4000131002000.yaml
      对照：330106 西湖区
      - 15 个工作日
      + 8 个工作日（沿用 基本目录）
      县级 3 个中 2 个与此相同
    --- exit 0
    ");
}

#[test]
fn a_county_is_held_to_the_base_catalog_by_what_it_states() {
    let sandbox = counties();
    let json = |args: &[&str]| json(&sandbox, &[&["levels"], args].concat());
    let found = json(&["base", "330109"]);
    assert_eq!(found["comparisons"][0]["pairs"], 1);
    assert_eq!(found["differences"].as_array().unwrap().len(), 0);
    assert_eq!(
        json(&["base", "330106"])["differences"]
            .as_array()
            .unwrap()
            .len(),
        4
    );
    assert_eq!(json(&["base", "县级"])["comparisons"][0]["pairs"], 3);
    assert_eq!(
        json(&["330106"])["differences"].as_array().unwrap().len(),
        4
    );
    assert_eq!(
        json(&["县级", "--division", "桐庐县"])["differences"]
            .as_array()
            .unwrap()
            .len(),
        0
    );
}

fn json(sandbox: &Sandbox, args: &[&str]) -> serde_json::Value {
    let output = sandbox.run(&[args, &["--format", "json"]].concat());
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn a_county_then_and_now() {
    let sandbox = committed();
    sandbox.replace(FILE, "days: 15", "days: 12");
    let gone = FILE.replace("330106", "330109");
    std::fs::remove_file(sandbox.path().join(&gone)).unwrap();
    insta::assert_snapshot!(sandbox.say(&["levels", "HEAD:330106", "330106"]), @"
    HEAD 330106 西湖区 ↔ 330106 西湖区：1 个事项对应，仅前者有 0 个，仅后者有 0 个，对应不明 0 个
    0 个差异须处理；另有已准予 0 个，标准允许 1 个

    类别  须处理  失效  已准予  允许
    收紧       0     0       0     1

    字段          须处理  失效  已准予  允许
    承诺办结时限       0     0       0     1

    部门             须处理  失效  已准予  允许
    31 市场监管总局       0     0       0     1

    类型         须处理  失效  已准予  允许
    01 行政许可       0     0       0     1

    地区           须处理  失效  已准予  允许
    330106 西湖区       0     0       0     1

    收紧  承诺办结时限  [待处理]
      330106 西湖区  食品经营许可(县级）  000131002000
      catalog/local/330106/11330106MU033101XF4000131002000.yaml:21
      对照：HEAD 330106 西湖区
      - 15 个工作日
      + 12 个工作日
      县级 2 个没有多数，1 个与此相同
    --- exit 0
    ");
    insta::assert_snapshot!(sandbox.say(&["levels", "HEAD:330109", "330109"]), @"
    HEAD 330109 萧山区 ↔ 330109 萧山区：0 个事项对应，仅前者有 1 个，仅后者有 0 个，对应不明 0 个
    0 个差异须处理；另有已准予 0 个，标准允许 0 个

    仅 HEAD 330109 萧山区 有
      000131002000  食品经营许可  catalog/local/330109/11330109MU033101XF4000131002000.yaml
    --- exit 0
    ");
    commit(&sandbox);
    let whole = json(&sandbox, &["levels", "HEAD~1:", "HEAD:"]);
    assert_eq!(whole["comparisons"][0]["pairs"], 3);
    assert_eq!(whole["differences"].as_array().unwrap().len(), 1);
    assert_eq!(whole["comparisons"][0]["only_from"][0]["path"], gone);
    sandbox.replace(BASE_FILE, "days: 8", "days: 9");
    let changed = json(&sandbox, &["levels", "HEAD:", ""]);
    assert_eq!(changed["summary"]["divisions"][0]["name"], "基本目录");
    // The county that states its own is not touched by it.
    assert_eq!(changed["differences"].as_array().unwrap().len(), 2);
    let then = json(&sandbox, &["levels", "HEAD~1:"]);
    assert_eq!(then["differences"].as_array().unwrap().len(), 4);
}

#[test]
fn all_levels_of_one_matter_in_a_narrow_terminal() {
    let sandbox = counties().with("COLUMNS", "70");
    let said = sandbox.say(&[
        "levels",
        "--matter",
        BASE,
        "--field",
        "name,promised_limit,materials",
    ]);
    insta::assert_snapshot!(said, @"
    000131002000 食品经营许可

    字段          基本目录           330106 西湖区      330109 萧山区
    事项名称        食品经营许可     ! 食品经营许可(县  ↑ 食品经营许可
                                       级）
    承诺办结时限    8 个工作日       ! 15 个工作日      ↑ 8 个工作日
    申请材料        食品经营许可申   ! 经营场所平面图   ↑ 食品经营许可申
                    请书               食品经营许可申     请书
                    经营场所平面图     请书               经营场所平面图
                                       居民委员会证明

    字段          330122 桐庐县
    事项名称      ↑ 食品经营许可
    承诺办结时限  ↑ 8 个工作日
    申请材料      ↑ 食品经营许可申
                    请书
                    经营场所平面图

    ↑ 沿用上级  ! 与上级不同  ✓ 准予不同  ~ 标准允许
    --- exit 0
    ");
    let shown = sandbox.say(&["levels", "--matter", OWN_WAY, "330106"]);
    let fits = |line: &str| unicode_width::UnicodeWidthStr::width(line) <= 70;
    assert!(shown.lines().all(fits), "{shown}");
}

#[test]
fn the_matrix_for_machines_and_pages() {
    let sandbox = counties();
    let args = [
        "levels",
        "--matter",
        BASE,
        "--field",
        "promised_limit",
        "330106",
    ];
    let found = json(&sandbox, &args);
    let cells = &found["rows"][0]["cells"];
    assert_eq!(cells[1]["value"]["days"], 15);
    assert_eq!(
        (&cells[1]["class"], &cells[1]["stand"]),
        (&"looser".into(), &"open".into())
    );
    assert_eq!(cells[0]["own"], true);
    insta::assert_snapshot!(sandbox.say(&[&args[..], &["--format", "markdown"]].concat()), @"
    ## 000131002000 食品经营许可

    | 字段 | 基本目录 | 330106 西湖区 |
    | --- | --- | --- |
    | 承诺办结时限 | 8 个工作日 | &#33; 15 个工作日 |
    --- exit 0
    ");
    insta::assert_snapshot!(sandbox.say(&[&args[..], &["--format", "csv"]].concat()), @"
    ﻿字段,基本目录,330106 西湖区
    承诺办结时限,8 个工作日,! 15 个工作日
    --- exit 0
    ");
}

#[test]
fn the_odd_ones_out_come_by_share() {
    let sandbox = counties();
    insta::assert_snapshot!(sandbox.say(&["levels", "--siblings", "--field", "name,promised_limit"]), @"
    2 处有少数与多数不同

    000131002000 食品经营许可  事项名称
      县级 3 个中 2 个为 食品经营许可
      ! 食品经营许可(县级）
        330106 西湖区  catalog/local/330106/11330106MU033101XF4000131002000.yaml

    000131002000 食品经营许可  承诺办结时限
      县级 3 个中 2 个为 8 个工作日
      ! 15 个工作日
        330106 西湖区  catalog/local/330106/11330106MU033101XF4000131002000.yaml
    --- exit 0
    ");
    let found = json(&sandbox, &["levels", "--siblings"]);
    assert_eq!(found["odd"][0]["share"], 66);
    assert_eq!(
        found["odd"][0]["camps"][1]["matters"][0]["division"],
        "330106"
    );
}

#[test]
fn a_machine_is_told_all_there_is() {
    let sandbox = counties();
    let args = ["levels", "--field", "materials", "--format", "json"];
    insta::assert_snapshot!(sandbox.say(&args), @r#"
    {
      "version": 1,
      "lang": "zh",
      "summary": {
        "due": 1,
        "void": 0,
        "approved": 0,
        "allowed": 0,
        "classes": [
          {
            "code": "extra",
            "name": "多出",
            "due": 1,
            "void": 0,
            "approved": 0,
            "allowed": 0
          }
        ],
        "fields": [
          {
            "code": "materials",
            "name": "申请材料",
            "due": 1,
            "void": 0,
            "approved": 0,
            "allowed": 0
          }
        ],
        "departments": [
          {
            "code": "31",
            "name": "31 市场监管总局",
            "due": 1,
            "void": 0,
            "approved": 0,
            "allowed": 0
          }
        ],
        "types": [
          {
            "code": "01",
            "name": "01 行政许可",
            "due": 1,
            "void": 0,
            "approved": 0,
            "allowed": 0
          }
        ],
        "divisions": [
          {
            "code": "330106",
            "name": "330106 西湖区",
            "due": 1,
            "void": 0,
            "approved": 0,
            "allowed": 0
          }
        ]
      },
      "comparisons": [],
      "differences": [
        {
          "path": "catalog/local/330106/11330106MU033101XF4000131002000.yaml",
          "line": 26,
          "code": "11330106MU033101XF4000131002000",
          "base_code": "000131002000",
          "name": "食品经营许可(县级）",
          "division": "330106",
          "revision": null,
          "field": "materials",
          "title": "申请材料",
          "class": "extra",
          "stand": "open",
          "counts": true,
          "decision": null,
          "value": [
            {
              "name": "经营场所平面图",
              "necessity": "1",
              "kind": "1",
              "format": "3",
              "copies": 1,
              "source": "10"
            },
            {
              "name": "食品经营许可申请书",
              "necessity": "1",
              "kind": "1",
              "format": "3",
              "copies": 1,
              "source": "10"
            },
            {
              "name": "居民委员会证明",
              "necessity": "1",
              "kind": "1",
              "format": "3",
              "copies": 1,
              "source": "10"
            }
          ],
          "missing": [],
          "extra": [
            "居民委员会证明"
          ],
          "reach": 1,
          "fingerprint": "c5b7ca3eb4c86491",
          "upper": {
            "floor": "base",
            "division": null,
            "revision": null,
            "path": "catalog/base/31/000131002000.yaml",
            "value": [
              {
                "name": "食品经营许可申请书",
                "necessity": "1",
                "kind": "1",
                "format": "3",
                "copies": 1,
                "source": "10"
              },
              {
                "name": "经营场所平面图",
                "necessity": "1",
                "kind": "1",
                "format": "3",
                "copies": 1,
                "source": "10"
              }
            ]
          },
          "siblings": {
            "total": 3,
            "same": 1,
            "majority": {
              "count": 2,
              "value": "食品经营许可申请书、经营场所平面图"
            }
          }
        }
      ],
      "more": 0
    }
    --- exit 0
    "#);
}

#[test]
fn the_comment_on_a_pull_request() {
    insta::assert_snapshot!(counties().say(&["levels", "--format", "markdown"]), @"
    ## 各级差异

    4 个差异须处理；另有已准予 0 个，标准允许 0 个

    | 类别 | 须处理 | 失效 | 已准予 | 允许 |
    | --- | ---: | ---: | ---: | ---: |
    | 不一致 | 1 | 0 | 0 | 0 |
    | 放宽 | 1 | 0 | 0 | 0 |
    | 多出 | 1 | 0 | 0 | 0 |
    | 写法 | 1 | 0 | 0 | 0 |

    | 字段 | 须处理 | 失效 | 已准予 | 允许 |
    | --- | ---: | ---: | ---: | ---: |
    | 事项名称 | 1 | 0 | 0 | 0 |
    | 承诺办结时限 | 1 | 0 | 0 | 0 |
    | 受理条件 | 1 | 0 | 0 | 0 |
    | 申请材料 | 1 | 0 | 0 | 0 |

    | 部门 | 须处理 | 失效 | 已准予 | 允许 |
    | --- | ---: | ---: | ---: | ---: |
    | 31 市场监管总局 | 4 | 0 | 0 | 0 |

    | 类型 | 须处理 | 失效 | 已准予 | 允许 |
    | --- | ---: | ---: | ---: | ---: |
    | 01 行政许可 | 4 | 0 | 0 | 0 |

    | 地区 | 须处理 | 失效 | 已准予 | 允许 |
    | --- | ---: | ---: | ---: | ---: |
    | 330106 西湖区 | 4 | 0 | 0 | 0 |

    | 类别 | 状态 | 地区 | 事项 | 字段 | 对照 | 此处 | 同级 | 文件 |
    | --- | --- | --- | --- | --- | --- | --- | --- | --- |
    | 不一致 | 待处理 | 330106 西湖区 | 食品经营许可(县级） | 受理条件 | 基本目录<br>已取得营业执照，经营场所与申请一致。<br>经营设备设施与品种、数量相适应，生熟分开。<br>从业人员持有效健康证明。 | 已取得营业执照，经营场所与申请一致。<br>经营设备设施与品种、数量相适应，生熟分开。<br>从业人员持有半年以内的健康证明。 | 县级 3 个中 2 个为 已取得营业执照，经营场所与申请一致。 经营设备设施与品种、数…，1 个与此相同 | catalog/local/330106/11330106MU033101XF4000131002000.yaml&#58;27 |
    | 放宽 | 待处理 | 330106 西湖区 | 食品经营许可(县级） | 承诺办结时限 | 基本目录<br>8 个工作日 | 15 个工作日 | 县级 3 个中 2 个为 8 个工作日，1 个与此相同 | catalog/local/330106/11330106MU033101XF4000131002000.yaml&#58;21 |
    | 多出 | 待处理 | 330106 西湖区 | 食品经营许可(县级） | 申请材料 | 基本目录 | + 居民委员会证明 | 县级 3 个中 2 个为 食品经营许可申请书、经营场所平面图，1 个与此相同 | catalog/local/330106/11330106MU033101XF4000131002000.yaml&#58;26 |
    | 写法 | 待处理 | 330106 西湖区 | 食品经营许可(县级） | 事项名称 | 基本目录<br>食品经营许可 | 食品经营许可(县级） | 县级 3 个中 2 个为 食品经营许可，1 个与此相同 | catalog/local/330106/11330106MU033101XF4000131002000.yaml&#58;22 |
    --- exit 0
    ");
}

#[test]
fn a_spreadsheet_has_a_row_for_each_difference() {
    let said = counties().say(&["levels", "--format", "csv"]);
    assert!(said.starts_with('\u{FEFF}'));
    assert_eq!(said.matches("\r\n").count(), 5);
    insta::assert_snapshot!(said.replace('\r', ""), @"
    ﻿类别,状态,地区,基本目录事项,事项名称,字段,对照,对照的值,此处的值,缺少,多出,同级,沿用此值的事项,文件,行,处置人,处置理由,期限
    不一致,待处理,330106 西湖区,000131002000 食品经营许可,食品经营许可(县级）,受理条件,基本目录,已取得营业执照，经营场所与申请一致。 经营设备设施与品种、数量相适应，生熟分开。 从业人员持有效健康证明。,已取得营业执照，经营场所与申请一致。 经营设备设施与品种、数量相适应，生熟分开。 从业人员持有半年以内的健康证明。,,,县级 3 个中 2 个为 已取得营业执照，经营场所与申请一致。 经营设备设施与品种、数…，1 个与此相同,1,catalog/local/330106/11330106MU033101XF4000131002000.yaml,27,,,
    放宽,待处理,330106 西湖区,000131002000 食品经营许可,食品经营许可(县级）,承诺办结时限,基本目录,8 个工作日,15 个工作日,,,县级 3 个中 2 个为 8 个工作日，1 个与此相同,1,catalog/local/330106/11330106MU033101XF4000131002000.yaml,21,,,
    多出,待处理,330106 西湖区,000131002000 食品经营许可,食品经营许可(县级）,申请材料,基本目录,食品经营许可申请书、经营场所平面图,经营场所平面图、食品经营许可申请书、居民委员会证明,,居民委员会证明,县级 3 个中 2 个为 食品经营许可申请书、经营场所平面图，1 个与此相同,1,catalog/local/330106/11330106MU033101XF4000131002000.yaml,26,,,
    写法,待处理,330106 西湖区,000131002000 食品经营许可,食品经营许可(县级）,事项名称,基本目录,食品经营许可,食品经营许可(县级）,,,县级 3 个中 2 个为 食品经营许可，1 个与此相同,1,catalog/local/330106/11330106MU033101XF4000131002000.yaml,22,,,
    --- exit 0
    ");
}

#[test]
fn hostile_names_are_only_text() {
    let sandbox = counties();
    let name = "=HYPERLINK(\\\"http://x\\\")<img src=x>|@all \\e[31m\\u202E`x`";
    sandbox.replace(
        FILE,
        "name: 食品经营许可(县级）",
        &format!("name: \"{name}\""),
    );
    let told = |args: &[&str]| sandbox.say(&[&["levels", "--field", "name"], args].concat());
    for format in ["human", "json", "markdown", "csv"] {
        for more in [&[][..], &["--siblings"], &["--matter", BASE]] {
            let said = told(&[&["--format", format], more].concat());
            assert!(!said.contains(['\u{1b}', '\u{202E}']), "{format}: {said}");
            if format == "markdown" {
                assert!(!said.contains("<img") && !said.contains("@all"), "{said}");
                assert!(!said.contains("http://"), "{said}");
            }
            if format == "csv" {
                let is_live = |line: &str| {
                    line.starts_with('=') || line.contains(",=") || line.contains(",\"=")
                };
                assert!(!said.lines().any(is_live), "{said}");
            }
        }
    }
}

#[test]
fn a_gate_fails_on_what_is_as_grave_and_listed() {
    let sandbox = counties();
    let code = |args: &[&str]| sandbox.run(&[&["levels"], args].concat()).status.code();
    assert_eq!(code(&[]), Some(0));
    assert_eq!(code(&["--fail-on", "looser"]), Some(1));
    assert_eq!(code(&["--fail-on", "looser", "--field", "name"]), Some(0));
    assert_eq!(
        code(&["--fail-on", "conflict", "--field", "promised_limit"]),
        Some(0)
    );
    assert_eq!(
        code(&["--fail-on", "wording", "--field", "promised_limit"]),
        Some(1)
    );
    assert_eq!(code(&["--fail-on", "wording", "--max", "0"]), Some(1));
    assert_eq!(code(&["--fail-on", "wording", "330109"]), Some(0));
}

#[test]
fn what_is_not_known_is_answered_with_what_is_near() {
    let sandbox = counties();
    let say = |args: &[&str]| sandbox.say(&[&["levels"], args].concat());
    insta::assert_snapshot!(say(&["330107"]), @"
    --- stderr
    错误：没有地区或层级“330107”
    提示：相近的有
      330100  杭州市
      330106  西湖区
      330109  萧山区
      330000  浙江省
      330122  桐庐县
    --- exit 2
    ");
    insta::assert_snapshot!(say(&["base", "萧山"]), @"
    --- stderr
    错误：没有地区或层级“萧山”
    提示：相近的有
      330109  萧山区
    --- exit 2
    ");
    insta::assert_snapshot!(say(&["火星"]), @"
    --- stderr
    错误：没有地区或层级“火星”
    提示：写区划代码、地区名称、层级（省级、4）或 base；版本写在前面，如 HEAD~3:330106
    --- exit 2
    ");
    insta::assert_snapshot!(say(&["HEAD~9:330106", "330106"]), @"
    --- stderr
    错误：git 里没有版本“HEAD~9”
    提示：git log --oneline 列出已有的版本；远端的先用 git fetch 取来
    --- exit 2
    ");
    insta::assert_snapshot!(say(&["--field", "promised"]), @"
    --- stderr
    错误：没有字段“promised”
    提示：相近的有 promised_limit promised_limit_note
    --- exit 2
    ");
    insta::assert_snapshot!(say(&["--department", "公安"]), @"
    --- stderr
    错误：没有部门“公安”
    提示：相近的有 公安部
    --- exit 2
    ");
    insta::assert_snapshot!(say(&["--matter", "000131002001"]), @"
    --- stderr
    错误：没有事项“000131002001”
    提示：相近的有
      000131002000  食品经营许可  catalog/base/31/000131002000.yaml
    --- exit 2
    ");
}

#[test]
fn an_approval_that_lost_its_ground_is_said_to_be_void() {
    let sandbox = counties();
    let approve = [
        "decide",
        "approve",
        "--field",
        "promised_limit",
        "--by",
        "张三",
        "--reason",
        "人手不足",
        "--legal-reason",
        "《优化营商环境条例》第三十六条",
        "--until",
        "2026-12-31",
    ];
    assert_eq!(sandbox.run(&approve).status.code(), Some(0));
    let list = ["levels", "--field", "promised_limit"];
    insta::assert_snapshot!(sandbox.say(&list), @"
    0 个差异须处理；另有已准予 1 个，标准允许 0 个

    类别  须处理  失效  已准予  允许
    放宽       0     0       1     0

    字段          须处理  失效  已准予  允许
    承诺办结时限       0     0       1     0

    部门             须处理  失效  已准予  允许
    31 市场监管总局       0     0       1     0

    类型         须处理  失效  已准予  允许
    01 行政许可       0     0       1     0

    地区           须处理  失效  已准予  允许
    330106 西湖区       0     0       1     0
    --- exit 0
    ");
    assert_eq!(json(&sandbox, &list)["summary"]["approved"], 1);
    sandbox.replace(BASE_FILE, "days: 8", "days: 9");
    insta::assert_snapshot!(sandbox.say(&[&list[..], &["--standing", "void"]].concat()), @"
    1 个差异须处理，其中 1 个处置已失效；另有已准予 0 个，标准允许 0 个

    类别  须处理  失效  已准予  允许
    放宽       1     1       0     0

    字段          须处理  失效  已准予  允许
    承诺办结时限       1     1       0     0

    部门             须处理  失效  已准予  允许
    31 市场监管总局       1     1       0     0

    类型         须处理  失效  已准予  允许
    01 行政许可       1     1       0     0

    地区           须处理  失效  已准予  允许
    330106 西湖区       1     1       0     0

    放宽  承诺办结时限  [处置已失效]
      330106 西湖区  食品经营许可(县级）  000131002000
      catalog/local/330106/11330106MU033101XF4000131002000.yaml:21
      上级：基本目录
      - 9 个工作日
      + 15 个工作日
      县级 3 个中 2 个为 9 个工作日，1 个与此相同
      处置：准予不同 · 张三 · 2026-11-24 · 至 2026-12-31 · 人手不足 · 《优化营商环境条例》第三十六条
    --- exit 0
    ");
    sandbox.replace(BASE_FILE, "days: 9", "days: 8");
    sandbox.replace(FILE, "until: \"2026-12-31\"", "until: \"2026-11-23\"");
    let lapsed = json(&sandbox, &list);
    assert_eq!(lapsed["summary"]["void"], 1);
    assert_eq!(lapsed["differences"][0]["decision"]["by"], "张三");
}
