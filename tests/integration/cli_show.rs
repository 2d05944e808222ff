//! `mulu show`: the effective record.

use crate::sandbox::Sandbox;

const LOCAL: &str = "11330106MU033101XF4000131002000";

#[test]
fn values_are_shown_with_their_meaning_and_their_source() {
    let sandbox = Sandbox::with_catalog();
    insta::assert_snapshot!(sandbox.say(&["show", LOCAL]), @r"
    11330106MU033101XF4000131002000 食品经营许可
    catalog/local/330106/11330106MU033101XF4000131002000.yaml

    实施编码          11330106MU033101XF4000131002000                                           第3行
    基本编码          000131002000 食品经营许可                                                 第4行
    事项名称          食品经营许可                                                              基本目录
    俗称              开饭店、办食品证                                                          基本目录
    事项类型          01 行政许可                                                               基本目录
    中央业务指导部门  31 市场监管总局                                                           基本目录
    行使层级          4 县级                                                                    第5行
    行政区划          330106 西湖区                                                             第6行
    实施主体          11330106MU033101XF 杭州市西湖区市场监督管理局                             第7行
    实施主体性质      1 法定机关                                                                第8行
    设定依据          1. 法律法规名称：中华人民共和国食品安全法；条：35；款：1；依据作用：设定  基本目录
                         依据
    权力来源          1 法定本级行使                                                            第9行
    事项版本          1                                                                         第10行
    事项状态          1 在用                                                                    第11行
    法定办结时限      天数：20；单位：工作日                                                    基本目录
    承诺办结时限      天数：8；单位：工作日                                                     基本目录
    服务对象          2 企业法人、3 事业法人、5 非法人企业                                      基本目录
    受理条件          已取得营业执照，经营场所与申请一致。                                      基本目录
                      经营设备设施与品种、数量相适应，生熟分开。
                      从业人员持有效健康证明。
    办理流程          1. 环节名称：受理；环节天数：1                                            基本目录
                      2. 环节名称：审核；环节天数：2
                      3. 环节名称：审批；环节天数：1
                      4. 环节名称：办结；环节天数：0
                      5. 环节名称：送达；环节天数：0
    办件类型          2 承诺件                                                                  基本目录
    办理形式          1 窗口办理、2 网上办理                                                    基本目录
    到现场次数        0                                                                         基本目录
    办理地点          西湖区样例路 206 号 区行政服务中心三楼 A12 窗口                           第13行
    办理时间          工作日上午 8:30—12:00，下午 14:00—17:30                                   第14行
    咨询方式          电话：0571-0000 3563                                                      第16行
    监督投诉方式      电话：0571-0000 9106                                                      第18行
    是否收费          否                                                                        基本目录
    是否网上办理      是                                                                        基本目录
    网上办理深度      7 互联网电子证照反馈                                                      基本目录
    网上办理地址      https://sample.example/330106/apply/000131002000                          第19行
    是否网上支付      否                                                                        基本目录
    办理结果类型      1 证照                                                                    基本目录
    办理结果名称      食品经营许可证                                                            基本目录
    办理结果样本      https://sample.example/results/000131002000.png                           基本目录
    面向法人主题      010 准营准办                                                              基本目录
    申请材料          1. 材料名称：食品经营许可申请书；必要性：1 必要；材料类型：1 原件；材料   基本目录
                         形式：3 纸质和电子；份数：1；来源渠道：10 申请人自备
                      2. 材料名称：经营场所平面图；必要性：1 必要；材料类型：1 原件；材料形
                         式：3 纸质和电子；份数：1；来源渠道：10 申请人自备

    来源
    基本目录  catalog/base/31/000131002000.yaml
    --- exit 0
    ");
}

#[test]
fn a_narrow_terminal_gets_values_below_their_titles() {
    let sandbox = Sandbox::with_catalog()
        .with("COLUMNS", "40")
        .with("LANG", "C");
    let said = sandbox.say(&["show", LOCAL]);
    let narrow = |line: &str| {
        unicode_width::UnicodeWidthStr::width(line) <= 40 || line.starts_with("catalog/")
    };
    assert!(
        said.lines()
            .filter(|line| !line.contains("  catalog/"))
            .all(narrow),
        "{said}"
    );
    let start: Vec<&str> = said.lines().take(16).collect();
    insta::assert_snapshot!(start.join("\n"), @r"
    11330106MU033101XF4000131002000 食品经营
    许可
    catalog/local/330106/11330106MU033101XF4000131002000.yaml

    Implementation code  ← line 3
      11330106MU033101XF4000131002000
    Base code  ← line 4
      000131002000 食品经营许可
    Name  ← base catalog
      食品经营许可
    Plain names  ← base catalog
      开饭店, 办食品证
    Type  ← base catalog
      01 Licence
    Guiding central department
      ← base catalog
    ");
}

#[test]
fn a_matter_between_two_levels_names_the_upper_division() {
    let sandbox = Sandbox::with_catalog();
    sandbox.write(
        "catalog/local/330100/11330100MU0331019X3000131002000.yaml",
        "code: \"11330100MU0331019X3000131002000\"\nbase_code: \"000131002000\"\nlevel: \"3\"\ndivision: \"330100\"\npromised_limit: {days: 6, unit: working}\nremarks: 只在市里\n",
    );
    let said = sandbox.say(&["show", LOCAL]);
    let of = |title: &str| {
        said.lines()
            .find(|line| line.starts_with(title))
            .unwrap_or("")
            .to_owned()
    };
    insta::assert_snapshot!(of("承诺办结时限"), @"承诺办结时限      天数：6；单位：工作日                                                330100 杭州市");
    assert_eq!(
        of("备注"),
        "",
        "what is a place's own business is not inherited"
    );
    insta::assert_snapshot!(said.lines().rev().take(4).collect::<Vec<_>>().join("\n"), @r"
    --- exit 0
    基本目录       catalog/base/31/000131002000.yaml
    330100 杭州市  catalog/local/330100/11330100MU0331019X3000131002000.yaml
    来源
    ");
}

#[test]
fn a_machine_gets_json() {
    let sandbox = Sandbox::with_catalog();
    let output = sandbox.run(&["show", LOCAL, "--format", "json"]);
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let field = |name: &str| {
        let fields = json["fields"].as_array().unwrap();
        let field = fields.iter().find(|field| field["field"] == name).unwrap();
        field.to_string()
    };
    assert_eq!(
        (&json["version"], &json["floor"]),
        (&1.into(), &"local".into())
    );
    insta::assert_snapshot!(field("promised_limit"), @r#"{"field":"promised_limit","title":"承诺办结时限","value":{"days":8,"unit":"working"},"source":{"floor":"base","division":null,"path":"catalog/base/31/000131002000.yaml","line":23}}"#);
    insta::assert_snapshot!(field("charged"), @r#"{"field":"charged","title":"是否收费","value":false,"source":{"floor":"base","division":null,"path":"catalog/base/31/000131002000.yaml","line":38}}"#);
    insta::assert_snapshot!(field("level"), @r#"{"field":"level","title":"行使层级","value":"4","source":{"floor":"local","division":"330106","path":"catalog/local/330106/11330106MU033101XF4000131002000.yaml","line":5}}"#);
}

#[test]
fn a_path_is_as_good_as_a_code() {
    let sandbox = Sandbox::with_catalog();
    let by_code = sandbox.say(&["show", "000131002000"]);
    assert!(
        by_code.starts_with("000131002000 食品经营许可\n"),
        "{by_code}"
    );
    assert_eq!(sandbox.say(&["show", "base/31/000131002000.yaml"]), by_code);
    assert_eq!(
        sandbox.say(&["show", "catalog/base/31/000131002000.yaml"]),
        by_code
    );
}

#[test]
fn near_ones_are_offered() {
    let sandbox = Sandbox::with_catalog();
    insta::assert_snapshot!(sandbox.say(&["show", "000131002001"]), @r"
    --- stderr
    错误：没有事项“000131002001”
    提示：相近的有
      000131002000  食品经营许可  catalog/base/31/000131002000.yaml
    --- exit 2
    ");
    insta::assert_snapshot!(sandbox.say(&["show", "食品"]), @r"
    --- stderr
    错误：没有事项“食品”
    提示：相近的有
      000131002000  食品经营许可  catalog/base/31/000131002000.yaml
      11330106MU033101XF4000131002000  食品经营许可  catalog/local/330106/11330106MU033101XF4000131002000.yaml
    --- exit 2
    ");
    insta::assert_snapshot!(sandbox.say(&["show", "zzz", "--lang", "en"]), @r"
    --- stderr
    error: there is no matter zzz
    hint: give a base code (12), an implementation code (31), or a path
    --- exit 2
    ");
    sandbox.write(
        "catalog/base/31/000131003000.yaml",
        "code: \"000131002000\"\nname: 另一个\n",
    );
    insta::assert_snapshot!(sandbox.say(&["show", "000131002000"]), @r"
    --- stderr
    错误：编码“000131002000”有多个事项
    提示：请写文件：
      000131002000  食品经营许可  catalog/base/31/000131002000.yaml
      000131002000  另一个  catalog/base/31/000131003000.yaml
    --- exit 2
    ");
}

#[test]
fn without_a_catalog_it_says_what_to_do() {
    insta::assert_snapshot!(Sandbox::new().say(&["show", LOCAL]), @r"
    --- stderr
    错误：[DIR] 里没有事项目录
    提示：用 mulu init 新建一个，或换到目录所在的文件夹
    --- exit 2
    ");
}

#[test]
fn colours_follow_the_environment_and_the_option_wins() {
    let coloured = |name: &str, value: &str, args: &[&str]| {
        let sandbox = Sandbox::with_catalog().with(name, value);
        let args = [&["show", LOCAL][..], args].concat();
        sandbox.say(&args).contains('\u{1b}')
    };
    assert!(!coloured("TERM", "xterm", &[]), "a pipe gets no colours");
    assert!(coloured("CLICOLOR_FORCE", "1", &[]));
    assert!(!coloured("CLICOLOR_FORCE", "0", &[]));
    assert!(!coloured("NO_COLOR", "1", &[]));
    assert!(coloured("NO_COLOR", "1", &["--color", "always"]));
    assert!(!coloured("CLICOLOR_FORCE", "1", &["--color", "never"]));
}

#[test]
fn no_value_is_an_order_to_a_build_server() {
    let sandbox = Sandbox::with_catalog().with("COLUMNS", "40");
    sandbox.run(&["set", LOCAL, "remarks", "::error::甲"]);
    let said = sandbox.say(&["show", LOCAL]);
    let order = |line: &str| line.trim_start().starts_with("::");
    assert!(
        said.contains("error::甲") && !said.lines().any(order),
        "{said}"
    );
}

#[test]
fn a_reader_that_left_is_no_failure() {
    let sandbox = Sandbox::with_catalog();
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let output = sandbox
        .command(&["show", LOCAL])
        .stdout(writer)
        .stderr(std::process::Stdio::piped())
        .spawn()
        .unwrap()
        .wait_with_output()
        .unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    assert_eq!(output.status.code(), Some(0));
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_a_failure() {
    let sandbox = Sandbox::with_catalog();
    let full = std::fs::OpenOptions::new()
        .write(true)
        .open("/dev/full")
        .unwrap();
    let output = sandbox
        .command(&["show", LOCAL])
        .stdout(full)
        .output()
        .unwrap();
    insta::assert_snapshot!(String::from_utf8_lossy(&output.stderr), @"错误：输出没有写完（磁盘满了？）");
    assert_eq!(output.status.code(), Some(2));
}
