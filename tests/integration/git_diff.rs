//! What changed, told by `mulu diff`, `mulu log`, `mulu blame` and by git itself through the diff driver.

use std::path::Path;
use std::process::Command;

use crate::sandbox::Sandbox;

const OLD: &str = "catalog/base/09/000109001000.yaml";
const NEW: &str = "catalog/base/09/000109002000.yaml";
const LOCAL: &str = "catalog/local/330106/11330106002500033X4000109001000.yaml";
const BASE: &str = "code: \"000109001000\"
name: 食品经营许可
materials:
  - name: 申请书
  - name: 营业执照
acceptance_conditions: |
  有固定场所。
  自受理之日起二十日内办结。
";

fn git(sandbox: &Sandbox, args: &[&str]) -> String {
    let output = Command::new("git")
        .args(args)
        .current_dir(sandbox.path())
        .env_clear()
        .envs(sandbox.environment())
        .env("PATH", std::env::var("PATH").unwrap())
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .env("GIT_AUTHOR_DATE", "2026-03-01T08:00:00Z")
        .env("GIT_COMMITTER_DATE", "2026-03-01T08:00:00Z")
        .output()
        .unwrap();
    let error = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "git {args:?}: {error}");
    String::from_utf8(output.stdout).unwrap()
}

fn commit(sandbox: &Sandbox, subject: &str) {
    git(sandbox, &["add", "-A"]);
    git(sandbox, &["commit", "-qm", subject]);
}

/// A catalog with a base matter and a local one, committed.
fn catalog() -> Sandbox {
    let sandbox = Sandbox::with_catalog();
    sandbox.name_the_committer();
    sandbox.write(OLD, BASE);
    sandbox.write(
        LOCAL,
        "base_code: \"000109001000\"\npromised_limit: {days: 5, unit: working}\n",
    );
    commit(&sandbox, "一");
    sandbox
}

/// The same, after a second commit that gave the base matter a new code and more.
fn recoded() -> Sandbox {
    let sandbox = catalog();
    std::fs::remove_file(sandbox.path().join(OLD)).unwrap();
    let text = BASE.replace("000109001000", "000109002000");
    sandbox.write(NEW, &text.replace("二十日", "十五日"));
    sandbox.replace(LOCAL, "days: 5", "days: 9");
    commit(&sandbox, "二");
    sandbox
}

#[test]
fn the_work_tree_is_told_by_matter_and_field() {
    let sandbox = catalog();
    assert_eq!(
        sandbox.say(&["diff", "--exit-code"]),
        "没有改动\n--- exit 0"
    );
    let text = BASE.replace("  - name: 申请书\n", "");
    sandbox.write(OLD, &text.replace("食品经营许可", "食品经营许可证"));
    sandbox.replace(LOCAL, "days: 5", "days: 9");
    sandbox.write("catalog/base/09/坏.yaml", "name: [甲\n");
    insta::assert_snapshot!(sandbox.say(&["diff", "--exit-code"]), @"
    修改  食品经营许可证  catalog/base/09/000109001000.yaml
      事项名称  修改  [触及锁定字段]
        - 食品经营许可
        + 食品经营许可{+证+}
      申请材料 · 申请书  删去  [收紧]
        - 材料名称：申请书

    新增  catalog/base/09/坏.yaml
      有一边读不通，按行显示
      第 1 行：括号没有闭合，以下没有读取
        + name: [甲

    修改  食品经营许可证  catalog/local/330106/11330106002500033X4000109001000.yaml
      承诺办结时限 · 天数  修改  [放宽]
        - 5
        + 9

    3 个文件：新增 1，删除 0，改名 0，修改 2；3 处字段改动，触及锁定字段 1，放宽 1，收紧 1
    --- exit 1
    ");
    let only = |args: &[&str]| {
        let said = sandbox.say(&[&["diff"], args].concat());
        said.lines().rev().nth(1).unwrap().to_owned()
    };
    assert!(only(&["--class", "widens"]).starts_with("1 个文件"));
    assert!(only(&["--matter", "000109001000"]).starts_with("2 个文件"));
    assert!(only(&["--division", "base"]).starts_with("2 个文件"));
    assert!(only(&["HEAD", "catalog/local"]).starts_with("1 个文件"));
    assert!(only(&["--", LOCAL]).starts_with("1 个文件"));
    assert_eq!(only(&["--staged"]), "没有改动");
    git(&sandbox, &["add", LOCAL]);
    assert!(only(&["--staged"]).starts_with("1 个文件"));
}

#[test]
fn a_matter_under_a_new_code_is_renamed_and_its_history_goes_on() {
    let sandbox = recoded();
    let said = |args: &[&str]| {
        let said = sandbox.say(args);
        let ids = git(&sandbox, &["log", "--format=%h", "--abbrev=8"]);
        let ids = ids.lines().zip(["[二]", "[一]"]);
        ids.fold(said, |said, (id, name)| said.replace(id, name))
    };
    insta::assert_snapshot!(said(&["diff", "HEAD~1..HEAD"]), @"
    改名  食品经营许可  catalog/base/09/000109002000.yaml  原为 catalog/base/09/000109001000.yaml
      基本编码  修改
        - 000109001000
        + 000109002000
      受理条件  修改  [触及锁定字段]
          有固定场所。
        - 自受理之日起[-二十-]日内办结。
        + 自受理之日起{+十五+}日内办结。

    修改  catalog/local/330106/11330106002500033X4000109001000.yaml
      承诺办结时限 · 天数  修改  [放宽]
        - 5
        + 9

    2 个文件：新增 0，删除 0，改名 1，修改 1；3 处字段改动，触及锁定字段 1，放宽 1
    --- exit 0
    ");
    insta::assert_snapshot!(said(&["log", "000109002000"]), @"
    [二]  2026-03-01  编目员  二
      改名  原为 catalog/base/09/000109001000.yaml
      基本编码  修改
        - 000109001000
        + 000109002000
      受理条件  修改  [触及锁定字段]
          有固定场所。
        - 自受理之日起[-二十-]日内办结。
        + 自受理之日起{+十五+}日内办结。

    [一]  2026-03-01  编目员  一
      新增

    --- exit 0
    ");
    insta::assert_snapshot!(said(&["blame", "000109002000"]), @"
    [二] 2026-03-01 编目员  基本编码  000109002000
    [一] 2026-03-01 编目员  事项名称  食品经营许可
    [一] 2026-03-01 编目员  申请材料  1. 材料名称：申请书 2. 材料名称：营业执…
    [二] 2026-03-01 编目员  受理条件  有固定场所。 自受理之日起十五日内办结。
    --- exit 0
    ");
    insta::assert_snapshot!(said(&["log", "000109002000", "事项名称", "--max", "1"]), @"
    [一]  2026-03-01  编目员  一
      新增

    --- exit 0
    ");
    insta::assert_snapshot!(said(&["log", "000109001000"]), @"
    --- stderr
    错误：最近的提交里没有事项“000109001000”
    提示：写文件的路径，如 base/09/000109001000.yaml
    --- exit 2
    ");
}

#[test]
fn every_form_says_the_same_and_catalog_text_is_only_text() {
    let sandbox = catalog();
    sandbox.replace(LOCAL, "days: 5", "days: 9");
    sandbox.replace(
        OLD,
        "食品经营许可",
        "<script>alert(1)</script>@everyone\u{202e}",
    );
    let form = |form: &str| sandbox.say(&["diff", "--format", form]);
    let json = form("json");
    let json: serde_json::Value =
        serde_json::from_str(json.trim_end_matches("--- exit 0")).unwrap();
    assert_eq!(json["summary"]["classes"]["widens"], 1);
    assert_eq!(json["files"][1]["fields"][0]["before"], 5);
    let (markdown, html) = (form("markdown"), form("html"));
    assert!(
        !markdown.contains("<script>") && !markdown.contains("@everyone"),
        "{markdown}"
    );
    assert!(
        !html.contains("<script>") && html.contains("&#60;script&#62;"),
        "{html}"
    );
    assert!(
        html.contains("放宽") && !html.contains("http:") && !html.contains("https:"),
        "{html}"
    );
    for text in [markdown, html, form("human")] {
        assert!(!text.contains('\u{202e}'), "{text}");
    }
}

#[test]
fn any_two_revisions_are_compared_in_bare_and_shallow_repositories() {
    let sandbox = recoded();
    git(&sandbox, &["branch", "旁支", "HEAD~1"]);
    let clones = tempfile::tempdir().unwrap();
    let bare = clones.path().join("bare 库.git");
    git(
        &sandbox,
        &["clone", "-q", "--bare", ".", bare.to_str().unwrap()],
    );
    let there = |args: &[&str]| {
        let said = sandbox.run(&[&["-C", bare.to_str().unwrap()], args].concat());
        String::from_utf8(said.stdout).unwrap() + &String::from_utf8(said.stderr).unwrap()
    };
    assert_eq!(
        there(&["diff", "HEAD~1", "HEAD"]),
        there(&["diff", "旁支...main"])
    );
    assert!(there(&["diff", "旁支", "main"]).contains("改名  食品经营许可"));
    assert!(there(&["log", "000109002000"]).contains("新增"));
    assert!(there(&["diff"]).contains("裸仓库没有工作区"));
    let source = format!("file://{}", bare.display());
    let shallow = clones.path().join("shallow");
    let place = shallow.to_str().unwrap();
    git(&sandbox, &["clone", "-q", "--depth", "1", &source, place]);
    let said = sandbox.run(&["-C", shallow.to_str().unwrap(), "diff", "HEAD~1", "HEAD"]);
    let said = String::from_utf8(said.stderr).unwrap();
    assert!(
        said.contains("浅克隆") && said.contains("--unshallow"),
        "{said}"
    );
    let said = sandbox.run(&["-C", shallow.to_str().unwrap(), "log", "000109002000"]);
    assert!(String::from_utf8(said.stdout).unwrap().contains("浅克隆"));
}

#[test]
fn git_shows_fields_through_the_driver() {
    let sandbox = catalog();
    sandbox.run(&["git", "install"]);
    sandbox.replace(LOCAL, "days: 5", "days: 9");
    insta::assert_snapshot!(git(&sandbox, &["diff"]), @"
    diff --git a/.gitattributes b/.gitattributes
    index 72a8adf..e65025b 100644
    --- a/.gitattributes
    +++ b/.gitattributes
    @@ -1 +1,5 @@
     *.yaml text eol=lf
    +# >>> mulu git install
    +/catalog/**/*.yaml diff=mulu merge=mulu
    +/schemas/*.yaml diff=mulu merge=mulu
    +# <<< mulu git install
    修改  catalog/local/330106/11330106002500033X4000109001000.yaml
      承诺办结时限 · 天数  修改  [放宽]
        - 5
        + 9

    1 个文件：新增 0，删除 0，改名 0，修改 1；1 处字段改动，放宽 1
    ");
    let plain = git(&sandbox, &["diff", "--no-ext-diff", LOCAL]);
    assert!(plain.contains("-promised_limit"), "{plain}");
    std::fs::remove_file(sandbox.path().join(OLD)).unwrap();
    sandbox.write(NEW, &BASE.replace("000109001000", "000109002000"));
    commit(&sandbox, "二");
    let log = git(&sandbox, &["log", "-p", "-1", "-M", "--ext-diff"]);
    assert!(
        log.contains("改名  食品经营许可") && log.contains("[放宽]"),
        "{log}"
    );
    let usage = sandbox.say(&["git", "diff-driver", "a", "b"]);
    assert!(
        usage.contains("1、7 或 9 个参数") && usage.ends_with("exit 2"),
        "{usage}"
    );
    assert!(Path::new(&sandbox.path()).join(".gitattributes").exists());
}

#[test]
fn what_is_neither_revision_nor_file_is_told() {
    let sandbox = catalog();
    insta::assert_snapshot!(sandbox.say(&["diff", "nosuch"]), @"
    --- stderr
    错误：“nosuch”既不是版本，也不是文件
    --- exit 2
    ");
    insta::assert_snapshot!(sandbox.say(&["log", "000199999000"]), @"
    --- stderr
    错误：最近的提交里没有事项“000199999000”
    提示：写文件的路径，如 base/09/000109001000.yaml
    --- exit 2
    ");
}
