//! Commits through git with hooks and signatures, task branches, and two editors who sync through one remote.

use std::cell::RefCell;
use std::fs;
use std::path::Path;

use mulu::session::{self, SessionError};
use mulu::store::{Audience, Root, StoreError};

use crate::desk::{Desk, FILE};

fn committed() -> Desk {
    let desk = Desk::new();
    desk.commit("目录");
    desk
}

/// Puts a hook into the repository.
#[cfg(unix)]
fn hook(desk: &Desk, name: &str, body: &str) {
    script(&desk.file(&format!(".git/hooks/{name}")), body);
}

#[cfg(unix)]
fn script(file: &Path, body: &str) {
    use std::os::unix::fs::PermissionsExt;
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    fs::write(file, format!("#!/bin/sh\n{body}\n")).unwrap();
    fs::set_permissions(file, fs::Permissions::from_mode(0o755)).unwrap();
}

/// Everything that a refused commit must not touch.
fn state(desk: &Desk) -> [String; 4] {
    [
        desk.git(&["rev-parse", "HEAD"]),
        desk.git(&["ls-files", "--stage"]),
        desk.git(&["status", "--porcelain"]),
        desk.git(&["diff", "HEAD"]),
    ]
}

#[cfg(unix)]
#[test]
fn a_hook_that_refuses_is_heard_and_nothing_changes() {
    let desk = committed();
    hook(&desk, "pre-commit", "echo 钩子：名称太长 >&2; exit 1");
    desk.edit("食品经营许可证");
    fs::write(desk.file("catalog/bodies.yaml"), "bodies: []\n").unwrap();
    for staged in [false, true] {
        if staged {
            desk.git(&["add", FILE]);
        }
        let before = state(&desk);
        let (said, code) = desk.say(&["commit"]);
        assert_eq!(code, Some(2), "{said}");
        assert!(said.contains("钩子：名称太长\n"), "{said}");
        assert!(said.contains("文件、暂存和提交说明都没有动"), "{said}");
        assert_eq!(state(&desk), before);
    }
    let left: Vec<_> = fs::read_dir(desk.file(".git/mulu")).unwrap().collect();
    assert!(left.is_empty(), "{left:?}");
}

#[cfg(unix)]
#[test]
fn hooks_see_what_is_committed_and_may_change_it() {
    let desk = committed();
    hook(
        &desk,
        "pre-commit",
        "git diff --cached --name-only > seen.txt; sed -i.old 's/许可证/许可/' \"$(cat seen.txt)\"; git add catalog",
    );
    hook(&desk, "commit-msg", "echo '〔已核〕' >> \"$1\"");
    desk.edit("食品经营许可证");
    let (said, code) = desk.say(&["commit", "-m", "改名"]);
    assert_eq!(code, Some(0), "{said}");
    assert_eq!(
        fs::read_to_string(desk.file("seen.txt")).unwrap(),
        format!("{FILE}\n")
    );
    let shown = desk.git(&["show", "HEAD", "--format=%B"]);
    assert!(shown.contains("改名\n〔已核〕"), "{shown}");
    // The commit took what the hook made of the file, and the index has the same.
    assert!(
        desk.git(&["show", &format!("HEAD:{FILE}")])
            .contains("name: 食品经营许可\n")
    );
    assert_eq!(desk.git(&["diff", "--cached", "--name-only"]), "");
}

#[cfg(unix)]
#[test]
fn a_commit_is_signed_as_the_user_has_set_it_and_what_is_staged_elsewhere_waits() {
    let desk = committed();
    let program = desk.path("签名 程序");
    script(
        &program,
        "cat > /dev/null; printf '\\n[GNUPG:] SIG_CREATED D 1 8 00 1 A\\n' >&2; echo 假的签名",
    );
    desk.git(&["config", "gpg.program", program.to_str().unwrap()]);
    desk.git(&["config", "commit.gpgsign", "true"]);
    fs::write(desk.file("别处 文件.txt"), "外\n").unwrap();
    fs::remove_file(desk.file("schemas/types.yaml")).unwrap();
    desk.git(&["add", "别处 文件.txt"]);
    desk.edit("食品经营许可证");
    let (said, code) = desk.say(&["commit"]);
    assert_eq!(code, Some(0), "{said}");
    let object = desk.git(&["cat-file", "commit", "HEAD"]);
    assert!(object.contains("gpgsig 假的签名"), "{object}");
    let names = desk.git(&[
        "-c",
        "core.quotePath=false",
        "show",
        "--format=",
        "--name-status",
    ]);
    assert_eq!(names, format!("M\t{FILE}\nD\tschemas/types.yaml\n"));
    let left = desk.git(&["-c", "core.quotePath=false", "status", "--porcelain"]);
    assert_eq!(left, "A  \"别处 文件.txt\"\n");
}

#[cfg(unix)]
#[test]
fn a_commit_is_stopped_while_its_hook_runs() {
    let desk = committed();
    // A pipe that nobody writes to: the hook would wait for ever.
    hook(
        &desk,
        "pre-commit",
        "mkfifo waits; echo 等待 >&2; cat waits",
    );
    desk.edit("食品经营许可证");
    let before = desk.git(&["rev-parse", "HEAD"]);
    let root = Root::at(&desk.path(desk.tree)).unwrap();
    let heard = RefCell::new(String::new());
    let listener = |line: &str| {
        heard.borrow_mut().push_str(line);
        !heard.borrow().contains("等待")
    };
    let stopped = session::commit(&root, "停", Audience::Listener(&listener));
    assert!(
        matches!(stopped, Err(SessionError::Store(StoreError::Halted))),
        "{stopped:?}"
    );
    assert_eq!(desk.git(&["rev-parse", "HEAD"]), before);
    assert!(!desk.lock().exists());
}

#[cfg(unix)]
#[test]
fn behind_the_screen_git_never_asks_in_the_terminal() {
    let desk = committed();
    let ssh = desk.path("ssh 程序");
    script(
        &ssh,
        "echo \"$GIT_TERMINAL_PROMPT $SSH_ASKPASS_REQUIRE ${GPG_TTY:-none}\" >&2; exit 1",
    );
    desk.git(&["config", "core.sshCommand", &format!("'{}'", ssh.display())]);
    desk.git(&["config", "ssh.variant", "simple"]);
    desk.git(&["remote", "add", "origin", "git@host.invalid:a/b.git"]);
    let heard = RefCell::new(Vec::new());
    let listener = |line: &str| {
        heard.borrow_mut().push(line.to_owned());
        true
    };
    let root = Root::at(&desk.path(desk.tree)).unwrap();
    let wish = session::SyncWish::default();
    let failed = session::sync(&root, &wish, Audience::Listener(&listener)).unwrap_err();
    assert!(
        heard.borrow().iter().any(|line| line == "0 force none"),
        "{heard:?}"
    );
    assert!(
        failed
            .message()
            .zh
            .contains("git fetch 没有做成：\n0 force none"),
        "{failed}"
    );
    assert!(failed.hint().unwrap().zh.contains("在终端里运行 mulu sync"));
}

#[test]
fn the_last_commit_is_made_anew_only_if_it_is_not_pushed() {
    let desk = committed();
    desk.edit("食品经营许可证");
    desk.git(&["add", FILE]);
    let (said, code) = desk.say(&["commit", "--amend", "-m", "目录，已改名"]);
    assert_eq!(code, Some(0), "{said}");
    assert_eq!(desk.git(&["log", "--format=%s"]), "目录，已改名\n");
    desk.publish("origin");
    let (said, code) = desk.say(&["commit", "--amend"]);
    assert!(code == Some(2) && said.contains("origin/main"), "{said}");
}

#[test]
fn a_task_begins_from_the_main_line_and_carries_what_is_not_committed() {
    let desk = committed();
    desk.publish("origin");
    desk.git(&["checkout", "-qb", "旧事"]);
    desk.edit("旧名");
    desk.commit("旧");
    fs::write(desk.file("catalog/bodies.yaml"), "bodies: []\n").unwrap();
    let (said, code) = desk.say(&["task", "start", "改《食品》时限"]);
    assert_eq!(code, Some(0), "{said}");
    assert!(
        said.contains("已从“main”开出分支“改-食品-时限”并换到它"),
        "{said}"
    );
    assert!(said.contains("（1 个文件）一起带过来了"), "{said}");
    assert_eq!(
        desk.git(&["rev-parse", "HEAD"]),
        desk.git(&["rev-parse", "main"])
    );

    // What cannot go along stays where it is, and so does the branch.
    desk.edit("新名");
    let before = state(&desk);
    let (said, code) = desk.say(&["task", "switch", "旧事"]);
    assert!(
        code == Some(2) && said.contains("先提交（mulu commit）再换"),
        "{said}"
    );
    assert_eq!(state(&desk), before);

    desk.say(&["commit"]);
    let (said, _) = desk.say(&["task"]);
    insta::assert_snapshot!(said, @"
      main  2026-03-01  主线
    * 改-食品-时限  2026-03-01  比主线多 1 个提交，未推送过
        改了 2 个文件：新名、bodies
      旧事  2026-03-01  比主线多 1 个提交，未推送过
        改了 1 个文件：旧名
    ");
    let (said, _) = desk.say(&["task", "start", "--pinyin", "改时限"]);
    assert!(said.contains("“gai-shi-xian”"), "{said}");
}

/// Two editors with one remote; the first has pushed.
struct Two {
    ours: Desk,
    tree: &'static str,
}

impl Two {
    fn new() -> Two {
        let ours = committed();
        ours.publish("origin");
        ours.git(&["branch", "-q", "--set-upstream-to=origin/main"]);
        let far = ours.path("origin 远程.git");
        ours.git(&[
            "clone",
            "-q",
            far.to_str().unwrap(),
            ours.path("同事").to_str().unwrap(),
        ]);
        Two {
            ours, tree: "同事"
        }
    }

    /// What the other editor commits and pushes.
    fn theirs(&mut self, before: &str, after: &str) {
        self.ours.tree = self.tree;
        self.ours.git(&["config", "user.name", "同事"]);
        self.ours
            .git(&["config", "user.email", "other@sample.example"]);
        self.replace(before, after);
        self.ours.commit("同事的");
        self.ours.git(&["push", "-q"]);
        self.ours.tree = "政务 目录";
    }

    fn replace(&self, before: &str, after: &str) {
        let file = self.ours.file(FILE);
        let text = fs::read_to_string(&file).unwrap();
        assert!(text.contains(before), "{before}");
        fs::write(file, text.replace(before, after)).unwrap();
    }

    fn text(&self) -> String {
        fs::read_to_string(self.ours.file(FILE)).unwrap()
    }

    fn is_together(&self) -> bool {
        self.ours
            .git(&["ls-remote", "origin", "main"])
            .split('\t')
            .next()
            == Some(self.ours.git(&["rev-parse", "HEAD"]).trim())
    }
}

#[test]
fn two_editors_of_neighbouring_fields_are_joined_without_any_set_up() {
    for (way, parents) in [("--merge", 2), ("--rebase", 1)] {
        let mut two = Two::new();
        two.theirs("plain_names:\n  - 开饭店", "plain_names:\n  - 开小饭店");
        two.replace("name: 食品经营许可", "name: 食品许可");
        two.ours.say(&["commit"]);
        let (said, code) = two.ours.say(&["sync", way]);
        assert_eq!(code, Some(0), "{said}");
        assert!(
            said.contains("已取回 1 个提交") && said.contains("个提交到 origin/main"),
            "{said}"
        );
        let text = two.text();
        assert!(
            text.contains("name: 食品许可\n") && text.contains("- 开小饭店\n"),
            "{text}"
        );
        assert!(two.is_together());
        let commit = two.ours.git(&["cat-file", "commit", "HEAD"]);
        assert_eq!(commit.matches("\nparent ").count(), parents);
        // Nothing is left set up.
        assert_eq!(two.ours.git(&["status", "--porcelain"]), "");
        assert!(
            !two.ours
                .try_git(&["config", "merge.mulu.driver"])
                .status
                .success()
        );
    }
}

#[test]
fn what_clashes_is_told_with_its_place_and_settled_or_given_up() {
    for (way, ended) in [
        ("--merge", "--continue"),
        ("--rebase", "--continue"),
        ("--rebase", "--abort"),
        ("--merge", "--abort"),
    ] {
        let mut two = Two::new();
        two.theirs("name: 食品经营许可", "name: 餐饮许可");
        two.replace("name: 食品经营许可", "name: 食品许可");
        two.ours.say(&["commit"]);
        let before = state(&two.ours);
        let (said, code) = two.ours.say(&["sync", way]);
        assert_eq!(code, Some(1), "{said}");
        let line = two
            .text()
            .lines()
            .position(|line| line.contains("<<<<<<<"))
            .unwrap()
            + 1;
        assert!(
            said.contains(&format!("{FILE}:{line}：2 处两边都改了")),
            "{said}"
        );
        let (found, _) = two.ours.say(&["check", "--select", "S025"]);
        assert!(found.contains(&format!("{FILE}:{line}:")), "{found}");
        if ended == "--abort" {
            let (said, code) = two.ours.say(&["sync", "--abort"]);
            assert_eq!(code, Some(0), "{said}");
            assert_eq!(state(&two.ours), before);
            continue;
        }
        let (said, code) = two.ours.say(&["sync", "--continue"]);
        assert!(code == Some(1) && said.contains("等待取舍"), "{said}");
        let settled: Vec<String> = before_and_after(&two.text());
        fs::write(two.ours.file(FILE), settled.concat()).unwrap();
        let (said, code) = two.ours.say(&["sync", "--continue"]);
        assert_eq!(code, Some(0), "{said}");
        assert!(
            two.is_together() && two.text().contains("食品许可"),
            "{}",
            two.text()
        );
        assert_eq!(two.ours.git(&["status", "--porcelain"]), "");
    }
}

/// The text with our matter's name where the two clash.
fn before_and_after(text: &str) -> Vec<String> {
    let mut lines = Vec::new();
    let mut is_in = false;
    for line in text.split_inclusive('\n') {
        let sign = line.trim_start();
        if sign.starts_with("<<<<<<<") {
            is_in = true;
        } else if sign.starts_with(">>>>>>>") {
            is_in = false;
        } else if !is_in && !line.starts_with("name:") {
            lines.push(line.to_owned());
        }
    }
    lines.push("name: 食品许可\n".to_owned());
    lines
}

#[test]
fn what_is_not_committed_is_no_part_of_a_rebase() {
    let mut two = Two::new();
    two.theirs("- 开饭店", "- 开小饭店");
    two.replace("name: 食品经营许可", "name: 食品许可");
    two.ours.say(&["commit"]);
    two.replace("name: 食品许可", "name: 餐饮许可");
    two.ours.git(&["config", "pull.rebase", "true"]);
    let before = state(&two.ours);
    let (said, code) = two.ours.say(&["sync"]);
    assert!(
        code == Some(2) && said.contains("有 1 个文件改了没有提交，不能变基"),
        "{said}"
    );
    assert_eq!(state(&two.ours), before);
}

#[test]
fn nothing_is_pushed_by_force_but_ones_own_commits_and_only_if_asked() {
    let mut two = Two::new();
    two.replace("name: 食品经营许可", "name: 食品许可");
    two.ours.say(&["commit"]);
    two.ours.say(&["sync"]);
    two.ours
        .git(&["commit", "-q", "--amend", "-m", "重写的说明"]);
    let (said, code) = two.ours.say(&["sync", "--force-with-lease"]);
    assert_eq!(code, Some(0), "{said}");
    assert!(two.is_together());
    assert_eq!(two.ours.git(&["rev-list", "--count", "HEAD"]), "2\n");

    two.ours.tree = two.tree;
    two.ours.git(&["pull", "-q"]);
    two.ours.tree = "政务 目录";
    two.theirs("- 开饭店", "- 开小饭店");
    two.ours.git(&["commit", "-q", "--amend", "-m", "又一次"]);
    let (said, code) = two.ours.say(&["sync", "--force-with-lease"]);
    assert!(
        code == Some(2) && said.contains("远程有同事的提交，不能替换"),
        "{said}"
    );
    assert!(!two.is_together());
}

#[cfg(unix)]
#[test]
fn a_remote_that_takes_no_push_is_heard() {
    let two = Two::new();
    script(
        &two.ours.path("origin 远程.git/hooks/pre-receive"),
        "echo 主线受保护 >&2; exit 1",
    );
    two.replace("name: 食品经营许可", "name: 食品许可");
    two.ours.say(&["commit"]);
    let (said, code) = two.ours.say(&["sync"]);
    assert!(code == Some(2) && said.contains("主线受保护"), "{said}");
    assert!(said.contains("mulu task start"), "{said}");
}

#[test]
fn after_a_push_the_address_of_a_request_is_given() {
    let two = Two::new();
    let far = two.ours.path("origin 远程.git");
    two.ours
        .git(&["config", "remote.origin.pushurl", far.to_str().unwrap()]);
    two.ours.say(&["task", "start", "改时限"]);
    let (said, code) = two.ours.say(&["request"]);
    assert!(code == Some(2) && said.contains("不在网页平台上"), "{said}");
    let url = "git@git.example.gov.cn:政务/目录.git";
    two.ours.git(&["config", "remote.origin.pushurl", url]);
    let (said, code) = two.ours.say(&["request"]);
    assert!(
        code == Some(2) && said.contains("git config mulu.forge"),
        "{said}"
    );
    two.ours.git(&["config", "mulu.forge", "gitea"]);
    two.ours
        .git(&["config", "mulu.web", "http://10.1.1.8:3000/"]);
    let (said, _) = two.ours.say(&["request"]);
    insta::assert_snapshot!(said, @"
    http://10.1.1.8:3000/%E6%94%BF%E5%8A%A1/%E7%9B%AE%E5%BD%95/compare/main...%E6%94%B9%E6%97%B6%E9%99%90
    “改时限”还没有推送（或推送后又有提交）；先运行 mulu sync
    ");
}
