//! `mulu fix`, as someone would try it: on a catalog in a git repository, twice, with an eye on what git
//! says has changed.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use git2::{ApplyLocation, Diff, Repository};
use serde_json::Value as Json;

use crate::sandbox::Sandbox;
use crate::stage::files;

const LOCAL: &str = "catalog/local/330106/11330106MU033101XF4000131002000.yaml";
const BASE: &str = "catalog/base/31/000131002000.yaml";

/// The bundled catalog below a folder of a repository, with everything committed.
fn repository(below: &str) -> Sandbox {
    let sandbox = Sandbox::new();
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("catalog");
    for (path, text) in files(&source) {
        sandbox.write(&format!("{below}catalog/{path}"), &text);
    }
    commit(&sandbox);
    sandbox
}

fn commit(sandbox: &Sandbox) {
    let repository = Repository::init(sandbox.path()).unwrap();
    let mut index = repository.index().unwrap();
    index
        .add_all(["."], git2::IndexAddOption::DEFAULT, None)
        .unwrap();
    index.write().unwrap();
    let tree = repository.find_tree(index.write_tree().unwrap()).unwrap();
    let time = git2::Time::new(0, 0);
    let name = git2::Signature::new("编目员", "editor@sample.example", &time).unwrap();
    let head = repository.head().ok();
    let parent = head.and_then(|head| head.peel_to_commit().ok());
    let parents: Vec<_> = parent.iter().collect();
    repository
        .commit(Some("HEAD"), &name, &name, "as it was", &tree, &parents)
        .unwrap();
}

/// Each line that git says was taken away or added, with its mark.
fn git_diff(sandbox: &Sandbox) -> String {
    let repository = Repository::open(sandbox.path()).unwrap();
    let diff = repository.diff_index_to_workdir(None, None).unwrap();
    let mut lines = String::new();
    diff.print(git2::DiffFormat::Patch, |_, _, line| {
        if matches!(line.origin(), '+' | '-') {
            lines.push(line.origin());
            lines += &String::from_utf8_lossy(line.content());
        }
        true
    })
    .unwrap();
    lines
}

fn bytes(sandbox: &Sandbox) -> BTreeMap<String, Vec<u8>> {
    let read = |path: String| {
        let bytes = std::fs::read(sandbox.path().join(&path)).unwrap();
        (path, bytes)
    };
    sandbox.files().into_iter().map(read).collect()
}

/// The patch that the program prints.
fn patch(sandbox: &Sandbox, args: &[&str]) -> Vec<u8> {
    let output = sandbox.run(&[&["fix", "--diff"], args].concat());
    assert!(output.status.code() < Some(2), "{output:?}");
    output.stdout
}

fn apply(sandbox: &Sandbox, patch: &[u8]) {
    let repository = Repository::open(sandbox.path()).unwrap();
    let diff = Diff::from_buffer(patch).unwrap();
    repository
        .apply(&diff, ApplyLocation::WorkDir, None)
        .unwrap();
}

/// Asks the git of this machine, if there is one, whether it would take the patch.
fn git_takes(sandbox: &Sandbox, patch: &[u8]) {
    let git = Command::new("git")
        .args(["apply", "--check", "-"])
        .current_dir(sandbox.path())
        .stdin(Stdio::piped())
        .stderr(Stdio::null())
        .spawn();
    let Ok(mut git) = git else { return };
    git.stdin.take().unwrap().write_all(patch).unwrap();
    assert!(
        git.wait().unwrap().success(),
        "{}",
        String::from_utf8_lossy(patch)
    );
}

/// Several things wrong at once, some in a file that ends its lines in CR LF and has no end at its last.
fn break_some(sandbox: &Sandbox, below: &str) {
    let (base, local) = (format!("{below}{BASE}"), format!("{below}{LOCAL}"));
    let code = "code: \"000131002000\"";
    sandbox.replace(&base, code, "code: 000131002000 # 国家编码");
    sandbox.replace(&base, "days: 8\n", "days: \"8\"\n");
    let text = sandbox.read(&local);
    let text = text.replace("status: \"1\"", "status: 1 # 在用");
    let text = text.trim_end().replace('\n', "\r\n");
    sandbox.write(&local, &text);
    let bodies = format!("{below}catalog/bodies.yaml");
    sandbox.write(&bodies, &format!("\u{FEFF}{}", sandbox.read(&bodies)));
    commit(sandbox);
}

#[test]
fn git_shows_only_the_lines_that_were_meant_and_a_second_run_changes_nothing() {
    let sandbox = repository("");
    let code = "code: \"000131002000\"";
    sandbox.replace(BASE, code, "code: 000131002000 # 国家编码");
    sandbox.replace(BASE, "\"食品经营许可\"", "\"食品经营许可(预包装)\"");
    sandbox.replace(LOCAL, "status: \"1\"", "status: 1   # 在用");
    commit(&sandbox);
    let rules = ["--rule", "S", "--rule", "half-width-punctuation"];
    insta::assert_snapshot!(sandbox.say(&[&["fix"][..], &rules].concat()), @"
    catalog/base/31/000131002000.yaml
      S016  给 000131002000 加上引号
      N002  改为“食品经营许可（预包装）”

    catalog/local/330106/11330106MU033101XF4000131002000.yaml
      S016  给 1 加上引号

    修复了 3 处（2 个文件）
    没有别的问题
    --- exit 0
    ");
    insta::assert_snapshot!(git_diff(&sandbox), @r#"
    -code: 000131002000 # 国家编码
    -name: "食品经营许可(预包装)"
    +code: "000131002000" # 国家编码
    +name: "食品经营许可（预包装）"
    -status: 1   # 在用
    +status: "1"   # 在用
    "#);
    let before = bytes(&sandbox);
    insta::assert_snapshot!(sandbox.say(&["fix", "--rule", "S016", "--lang", "en"]), @"
    nothing can be fixed here
    no other findings
    --- exit 0
    ");
    assert_eq!(bytes(&sandbox), before);
}

#[test]
fn what_is_left_decides_the_exit() {
    let sandbox = Sandbox::with_catalog();
    insta::assert_snapshot!(sandbox.say(&["fix"]), @"
    没有能自动修复的问题
    没有别的问题
    --- exit 0
    ");
    sandbox.replace(LOCAL, "status: \"1\"", "status: 1");
    insta::assert_snapshot!(sandbox.say(&["fix", "--diff"]), @r#"
    diff --git a/catalog/local/330106/11330106MU033101XF4000131002000.yaml b/catalog/local/330106/11330106MU033101XF4000131002000.yaml
    --- a/catalog/local/330106/11330106MU033101XF4000131002000.yaml
    +++ b/catalog/local/330106/11330106MU033101XF4000131002000.yaml
    @@ -8,7 +8,7 @@
     body_nature: "1"
     power_source: "1"
     version: 1
    -status: 1
    +status: "1"
     
     place: 西湖区样例路 206 号 区行政服务中心三楼 A12 窗口
     hours: 工作日上午 8:30—12:00，下午 14:00—17:30
    --- stderr
    catalog/local/330106/11330106MU033101XF4000131002000.yaml
      S016  给 1 加上引号

    能修复 1 处（1 个文件）；试运行，没有写入
    没有别的问题
    --- exit 1
    "#);
    insta::assert_snapshot!(sandbox.say(&["fix", LOCAL]), @"
    catalog/local/330106/11330106MU033101XF4000131002000.yaml
      S016  给 1 加上引号

    修复了 1 处（1 个文件）
    没有别的问题
    --- exit 0
    ");
    sandbox.replace(LOCAL, "status: \"1\"", "status: \"1\"\nremarks: ~");
    insta::assert_snapshot!(sandbox.say(&["fix", "--lang", "en"]), @"
    nothing can be fixed here
    1 error, 0 warnings, 0 notes left; mulu check shows them
    another 1 fix should be looked over: mulu fix --unsafe --diff shows them, without --diff makes them
    --- exit 1
    ");
    insta::assert_snapshot!(sandbox.say(&["fix", "--unsafe", "--lang", "en"]), @"
    catalog/local/330106/11330106MU033101XF4000131002000.yaml
      S015  delete the empty “Remarks” (look it over)

    fixed 1 finding in 1 file
    no other findings
    --- exit 0
    ");
}

#[test]
fn a_patch_makes_the_same_bytes_as_the_fix_and_writes_nothing() {
    for below in ["", "部门/a b/"] {
        let sandbox = repository(below);
        break_some(&sandbox, below);
        let folder = format!("{below}catalog");
        let before = bytes(&sandbox);
        let patch = patch(&sandbox, &["--unsafe", &folder]);
        assert_eq!(bytes(&sandbox), before);
        git_takes(&sandbox, &patch);
        apply(&sandbox, &patch);
        let patched = bytes(&sandbox);
        assert_ne!(patched, before);
        for (path, bytes) in &before {
            std::fs::write(sandbox.path().join(path), bytes).unwrap();
        }
        sandbox.run(&["fix", "--unsafe", &folder]);
        let fixed = bytes(&sandbox);
        assert!(fixed == patched, "{}", String::from_utf8_lossy(&patch));
        assert!(self::patch(&sandbox, &["--unsafe", &folder]).is_empty());
    }
}

#[test]
fn a_patch_is_true_to_the_byte_and_gives_a_build_server_no_order() {
    let sandbox = repository("");
    let hostile = "status: 1\nremarks: |\n  ::error::x\n  \u{202e}x\n";
    sandbox.replace(LOCAL, "status: \"1\"\n", hostile);
    let patch = patch(&sandbox, &["--rule", "S016"]);
    let text = String::from_utf8(patch.clone()).unwrap();
    assert!(text.contains("-  ::error::x\n+  ::error::x\n"), "{text}");
    assert!(text.contains("\n   \u{202e}x\n"), "{text}");
    git_takes(&sandbox, &patch);
}

#[test]
fn a_fix_that_would_bring_a_finding_is_refused_and_said() {
    let sandbox = repository("");
    sandbox.replace(LOCAL, "status: \"1\"", "status: 1");
    let files = sandbox.files();
    let mut bundles = files
        .iter()
        .filter(|path| path.starts_with("catalog/bundles/"));
    let bundle = bundles.next().unwrap();
    let text = sandbox.read(bundle);
    let id = text.lines().find(|line| line.starts_with("id: ")).unwrap();
    sandbox.write(bundle, &text.replace(id, "id: true"));
    let said = sandbox.say(&["fix", "--rule", "S016"]);
    assert!(said.contains("没有采用 1 处修复："), "{said}");
    assert!(said.contains("会带来新问题 C003"), "{said}");
    assert!(sandbox.read(bundle).contains("id: true"));
    assert!(sandbox.read(LOCAL).contains("status: \"1\""));
    let json = json(&sandbox, &["--rule", "S016"]);
    assert_eq!(json["refused"][0]["brings"]["rule"], "C003");
    assert_eq!(json["applied"].as_array().map(Vec::len), Some(0));
}

fn json(sandbox: &Sandbox, args: &[&str]) -> Json {
    let output = sandbox.run(&[&["fix", "--format", "json"], args].concat());
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn a_machine_is_told_what_was_done_and_what_is_left() {
    let sandbox = repository("");
    sandbox.replace(LOCAL, "status: \"1\"", "status: 1");
    let dry = json(&sandbox, &["--diff", "--rule", "S016"]);
    assert_eq!(dry["written"], false);
    let patch = dry["patch"].as_str().unwrap();
    assert!(patch.starts_with("diff --git a/catalog/"), "{patch}");
    let done = json(&sandbox, &[]);
    assert_eq!(done["written"], true);
    assert_eq!(done["patch"], Json::Null);
    let files = done["files"].as_array().unwrap();
    assert!(files.contains(&LOCAL.into()), "{files:?}");
    let applied = done["applied"].as_array().unwrap();
    let is_quoted = |one: &&Json| one["rule"] == "S016" && one["path"] == LOCAL;
    let applied = applied.iter().find(is_quoted).unwrap();
    assert_eq!(applied["fix"]["safety"], "safe");
    let left = &done["remaining"];
    let count = left["findings"].as_array().unwrap().len();
    let sums = ["errors", "warnings", "notes"].map(|key| left[key].as_u64().unwrap());
    assert_eq!(count as u64, sums.iter().sum::<u64>());
    assert!(done["more"].as_u64() > Some(5));
    let check = sandbox.run(&["check", "--format", "json"]).stdout;
    let check: Json = serde_json::from_slice(&check).unwrap();
    assert_eq!(check["findings"], left["findings"]);
}

#[test]
fn nothing_is_written_while_the_screen_has_unsaved_work() {
    let sandbox = repository("");
    sandbox.replace(LOCAL, "status: \"1\"", "status: 1");
    let root = mulu::store::Root::at(&sandbox.path()).unwrap();
    let change = mulu::change::FileChange {
        path: "bodies.yaml".into(),
        before: Some(sandbox.read("catalog/bodies.yaml").into()),
        after: Some("x: 1\n".into()),
    };
    let mut journal = mulu::session::Recorder::begin(&root).unwrap();
    journal.note(vec![change]);
    journal.write().unwrap();
    drop(journal);
    let said = sandbox.say(&["fix"]);
    assert!(
        said.contains("没保存的改动") && said.ends_with("exit 2"),
        "{said}"
    );
    assert!(sandbox.read(LOCAL).contains("status: 1\n"));
}

#[test]
fn a_path_beside_the_catalog_is_not_taken_for_all_of_it() {
    let sandbox = repository("");
    sandbox.replace(LOCAL, "status: \"1\"", "status: 1");
    sandbox.write("README.md", "x\n");
    insta::assert_snapshot!(sandbox.say(&["fix", "README.md"]), @"
    --- stderr
    错误：README.md 不在目录之内
    --- exit 2
    ");
    insta::assert_snapshot!(sandbox.say(&["fix", "--rule", "S", "catalog/base"]), @"
    没有能自动修复的问题
    没有别的问题
    --- exit 0
    ");
    assert!(sandbox.read(LOCAL).contains("status: 1\n"));
    insta::assert_snapshot!(sandbox.say(&["fix", "--rule", "S", "."]), @"
    catalog/local/330106/11330106MU033101XF4000131002000.yaml
      S016  给 1 加上引号

    修复了 1 处（1 个文件）
    没有别的问题
    --- exit 0
    ");
}
