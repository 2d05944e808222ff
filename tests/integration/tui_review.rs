//! Differences are worked down on the screen: from a key to the files and the commits.

use crate::sandbox::Sandbox;
use crate::terminal::Terminal;

const LOCAL: &str = "catalog/local/330106/11330106MU033101XF4000131002000.yaml";
const BASE: &str = "catalog/base/31/000131002000.yaml";

/// A catalog in git whose county promises more days, writes the name another way, and asks for more visits.
fn sandbox() -> Sandbox {
    let sandbox = Sandbox::with_catalog();
    sandbox.name_the_committer();
    let own = "name: 食品经营许可（县级）\npromised_limit: {days: 12, unit: working} # 窗口少\nvisits: 9\n";
    sandbox.replace(LOCAL, "version: 1", &format!("{own}version: 1"));
    commit(&sandbox, "导入");
    sandbox
}

fn commit(sandbox: &Sandbox, message: &str) {
    let repository = git2::Repository::open(sandbox.path()).unwrap();
    let mut index = repository.index().unwrap();
    let all = git2::IndexAddOption::DEFAULT;
    index.add_all(["catalog"], all, None).unwrap();
    index.write().unwrap();
    let tree = index.write_tree().unwrap();
    let tree = repository.find_tree(tree).unwrap();
    let author = repository.signature().unwrap();
    repository
        .commit(Some("HEAD"), &author, &author, message, &tree, &[])
        .unwrap();
}

/// The first line of a commit and the text of a file in it.
fn seen(sandbox: &Sandbox, revision: &str, path: &str) -> (String, String) {
    let repository = git2::Repository::open(sandbox.path()).unwrap();
    let object = repository.revparse_single(revision).unwrap();
    let commit = object.peel_to_commit().unwrap();
    let entry = commit.tree().unwrap().get_path(path.as_ref()).unwrap();
    let blob = repository.find_blob(entry.id()).unwrap();
    let subject = commit.summary().unwrap().unwrap().to_owned();
    (subject, String::from_utf8(blob.content().to_vec()).unwrap())
}

fn in_review(sandbox: &Sandbox) -> Terminal {
    let mut terminal = Terminal::open(sandbox, 100, 30);
    terminal.wait_for("全部事项");
    terminal.keys("r");
    terminal.wait_for("已处置 0/3");
    terminal
}

#[test]
fn decisions_reach_the_file_and_the_commit() {
    let sandbox = sandbox();
    let mut terminal = in_review(&sandbox);
    // Who changed the value last is said as soon as git has answered.
    terminal.wait_for("编目员");
    terminal.keys("p");
    terminal.wait_for("准予不同：1 处差异");
    // The cursor stands in the first field: border, margin and the title before it.
    terminal.wait_for_cursor(27, 11);
    terminal.keys("窗口少\t《条例》第三十六条\t２０２７－１２－３１\r");
    terminal.wait_for("已处置 1/3");
    terminal.keys("a");
    terminal.wait_for("已处置 2/3");
    terminal.keys("a");
    terminal.wait_for("没有待处理的差异");
    terminal.keys("\x1a");
    terminal.wait_for("已处置 2/3");
    terminal.keys("\x13");
    terminal.wait_for("已保存 1 个文件");
    terminal.keys("C");
    terminal.wait_for("留空就写：处置差异 2 处");
    terminal.keys("\x13");
    terminal.wait_for("已提交");
    terminal.keys("q");
    assert_eq!(terminal.end(), (0, true));

    let (subject, text) = seen(&sandbox, "HEAD", LOCAL);
    assert_eq!(subject, "处置差异 2 处：采用上级 1，准予不同 1");
    assert_eq!(text, sandbox.read(LOCAL));
    let after = text.split("version: 1").next().unwrap();
    assert!(after.contains("promised_limit: {days: 12, unit: working} # 窗口少\n"));
    let decisions = text.split("decisions:\n").nth(1).unwrap();
    insta::assert_snapshot!(decisions, @r#"
    - field: promised_limit
      action: approve
      by: 编目员
      "on": "2026-11-24"
      reason: 窗口少
      legal_reason: 《条例》第三十六条
      until: "2027-12-31"
      fingerprint: "316c8a163d7df56c"
    - field: visits
      action: adopt
      by: 编目员
      "on": "2026-11-24"
    "#);
}

#[test]
fn a_proposal_leaves_the_work_tree_alone() {
    let sandbox = sandbox();
    let base = sandbox.read(BASE);
    let mut terminal = in_review(&sandbox);
    terminal.keys("u");
    terminal.wait_for("向上提议：1 处差异");
    terminal.keys("多数县这样办\r");
    terminal.wait_for("propose/000131002000-");
    terminal.keys("\x13");
    terminal.wait_for("已保存 1 个文件");
    terminal.keys("q");
    assert_eq!(terminal.end(), (0, true));
    assert_eq!(sandbox.read(BASE), base);
    let (subject, text) = seen(&sandbox, "propose/000131002000-promised_limit", BASE);
    assert!(subject.starts_with("提议：食品经营许可的"), "{subject}");
    assert!(text.contains("days: 12"), "{text}");
    let (_, untouched) = seen(&sandbox, "HEAD", BASE);
    assert_eq!(untouched, base);
}
