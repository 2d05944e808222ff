//! `mulu align`: who corresponds to whom.

use crate::counties::{BASE, FILE, OWN_WAY, counties};
use crate::sandbox::Sandbox;

const STRAY: &str = "catalog/local/330106/11330106MU033101XF4000131002099.yaml";

/// The counties, one of which uses a code that the base catalog does not have.
fn stray() -> Sandbox {
    let sandbox = counties();
    let text = sandbox.read(FILE).replace(BASE, "000131002099");
    let basis = "legal_basis:\n  - {law: 中华人民共和国食品安全法, article: 35, role: setting}\n";
    let items = "handling_items: # 两个情形\n  - {code: \"11330106MU033101XF400013100209901\", name: 新办}\n  \
                 - code: '11330106MU033101XF400013100209902' # 变更\n    name: 变更\n";
    sandbox.write(STRAY, &(text + basis + items));
    std::fs::remove_file(sandbox.path().join(FILE)).unwrap();
    sandbox
}

#[test]
fn what_no_code_links_is_listed_with_what_is_likely() {
    let sandbox = stray();
    insta::assert_snapshot!(sandbox.say(&["align"]), @"
    2 个事项一对一，0 处一对多；1 个无对应，0 个存疑，0 处未认领

    可能对应（不会自动合并）
      330106 西湖区  食品经营许可(县级）  catalog/local/330106/11330106MU033101XF4000131002099.yaml
        基本目录没有此编码 000131002099
      → 100%  000131002000 食品经营许可  名称相同、同引 1 个条款、部门相同
    --- exit 0
    ");
    insta::assert_snapshot!(sandbox.with("LANG", "C").say(&["align", "330109", "--all"]), @"
    1 one-to-one, 0 one-to-many; 0 unlinked, 0 doubtful, 0 unclaimed

    One-to-one
      330109 萧山区  000131002000 食品经营许可
        食品经营许可  catalog/local/330109/11330109MU033101XF4000131002000.yaml
    --- exit 0
    ");
}

#[test]
fn a_split_matter_and_a_matter_of_ones_own_are_listed() {
    let sandbox = counties();
    let text = sandbox.read(FILE);
    let second = text
        .replace("MU033101XF", "MU033102XX")
        .replace("(县级）", "（变更）");
    sandbox.write(&FILE.replace("MU033101XF", "MU033102XX"), &second);
    let own = text
        .replace(BASE, "000131999000")
        .replace("base_code: \"000131999000\"\n", "")
        .replace(
            "name: 食品经营许可(县级）",
            "name: 湖面水上龙舟表演场次统筹",
        );
    sandbox.write("catalog/local/330106/own.yaml", &own);
    insta::assert_snapshot!(sandbox.say(&["align"]), @"
    2 个事项一对一，1 处一对多；1 个无对应，0 个存疑，0 处未认领

    一对多
      330106 西湖区  000131002000 食品经营许可
        食品经营许可(县级）  catalog/local/330106/11330106MU033101XF4000131002000.yaml
        食品经营许可（变更）  catalog/local/330106/11330106MU033102XX4000131002000.yaml

    地方独有
      330106 西湖区  湖面水上龙舟表演场次统筹  catalog/local/330106/own.yaml
    --- exit 0
    ");
}

#[test]
fn a_confirmed_pair_is_shown_first() {
    let sandbox = stray();
    let pair = format!("{STRAY}={BASE}");
    let before = sandbox.files();
    insta::assert_snapshot!(sandbox.say(&["align", "--confirm", &pair, "--diff"]), @r#"
    catalog/local/330106/11330106MU033101XF4000131002099.yaml → catalog/local/330106/11330106MU033101XF4000131002000.yaml
      # 西湖区 · 食品经营许可。实施清单事项：只写本地自己的内容，没有写的沿用上级和基本目录。
      # A local matter: states only what is its own and inherits the rest.
    - code: "11330106MU033101XF4000131002099"   # 信用代码 18 位、层级 1 位、基本编码 12 位
    - base_code: "000131002099"
    + code: "11330106MU033101XF4000131002000"   # 信用代码 18 位、层级 1 位、基本编码 12 位
    + base_code: "000131002000"
      level: "4"
      division: "330106"
    …
        - {law: 中华人民共和国食品安全法, article: 35, role: setting}
      handling_items: # 两个情形
    -   - {code: "11330106MU033101XF400013100209901", name: 新办}
    -   - code: '11330106MU033101XF400013100209902' # 变更
    +   - {code: "11330106MU033101XF400013100200001", name: 新办}
    +   - code: '11330106MU033101XF400013100200002' # 变更
          name: 变更
    试运行，没有写入
    --- exit 0
    "#);
    assert_eq!(sandbox.files(), before);
}

#[test]
fn a_confirmed_pair_is_written_and_every_other_byte_stays() {
    let sandbox = stray();
    let before = sandbox.read(STRAY);
    insta::assert_snapshot!(sandbox.say(&["align", "--confirm-above", "80"]), @"
    catalog/local/330106/11330106MU033101XF4000131002099.yaml → catalog/local/330106/11330106MU033101XF4000131002000.yaml
    已写入 1 个事项的编码
    --- exit 0
    ");
    let (codes, rest) = (
        ["4000131002099", "base_code: \"000131002099"],
        "/000131002099",
    );
    assert!(before.contains(rest));
    let recoded = codes.iter().fold(before, |text, code| {
        text.replace(code, &code.replace("000131002099", BASE))
    });
    assert_eq!(sandbox.read(FILE), recoded);
    assert!(!sandbox.files().contains(&STRAY.to_owned()));
    let split = sandbox.say(&["align"]);
    assert!(
        split.contains("11330106MU033101XF400013100200001  新办"),
        "{split}"
    );
    insta::assert_snapshot!(sandbox.say(&["align", "--confirm-above", "80"]), @"
    --- stderr
    错误：没有可确认的对应
    --- exit 2
    ");
}

#[test]
fn a_pair_that_cannot_be_is_refused() {
    let sandbox = stray();
    let before = sandbox.files();
    let confirm = |pair: &str| sandbox.say(&["align", "--confirm", pair]);
    let taken = format!("{STRAY}={BASE}");
    insta::assert_snapshot!(sandbox.say(&["align", "--confirm", &taken, "--confirm", &taken]), @"
    --- stderr
    错误：local/330106/11330106MU033101XF4000131002099.yaml 确认了两次
    --- exit 2
    ");
    sandbox.write(FILE, "code: 无关\n");
    insta::assert_snapshot!(confirm(&taken), @"
    --- stderr
    错误：已有实施编码 11330106MU033101XF4000131002000
    --- exit 2
    ");
    std::fs::remove_file(sandbox.path().join(FILE)).unwrap();
    insta::assert_snapshot!(confirm(&format!("{STRAY}=000131002098")), @"
    --- stderr
    错误：基本目录里没有 000131002098
    --- exit 2
    ");
    insta::assert_snapshot!(confirm(&format!("{BASE}={BASE}")), @"
    --- stderr
    错误：base/31/000131002000.yaml 是基本目录事项，不能改对应
    --- exit 2
    ");
    insta::assert_snapshot!(confirm(OWN_WAY), @"
    --- stderr
    错误：“11330106MU033101XF4000131002000”要写成 本地事项=基本编码
    --- exit 2
    ");
    assert_eq!(sandbox.files(), before);
}

#[test]
fn hostile_names_are_only_text() {
    let sandbox = stray();
    let name = "name: \"食品经营许可\\e[31m\\u202E::error::x\"";
    sandbox.replace(STRAY, "name: 食品经营许可(县级）", name);
    for args in [
        &["align"][..],
        &["align", "--all"],
        &["align", "--format", "json"],
        &["align", "--confirm-above", "50", "--diff"],
    ] {
        let said = sandbox.say(args);
        assert!(!said.contains(['\u{1b}', '\u{202E}']), "{said}");
    }
}
