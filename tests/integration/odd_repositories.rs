//! A day's work in repositories that are not as usual, with real git: each command works, or is refused in both
//! languages with a way out, and nothing is lost.

use std::fs;
use std::path::Path;

use rayon::prelude::*;

use crate::desk::{Desk, FILE};

/// 一例: a repository, a command, and what comes of it.
struct Case {
    what: &'static str,
    stage: fn() -> Desk,
    line: &'static [&'static str],
    code: i32,
    /// What is said, in Chinese and in English.
    says: [&'static str; 2],
    /// What must hold afterwards.
    then: fn(&Desk),
}

fn committed() -> Desk {
    let desk = Desk::new();
    desk.commit("目录");
    desk
}

fn edited() -> Desk {
    let desk = committed();
    desk.edit("食品经营许可证");
    desk
}

fn clean(desk: &Desk) {
    assert_eq!(desk.git(&["status", "--porcelain"]), "");
    let shown = desk.git(&["show", "--format=%an %s", "HEAD"]);
    assert!(
        shown.starts_with("编目员 甲 基本目录 · ") && shown.contains("+name: "),
        "{shown}"
    );
}

/// The change is still in the file.
fn kept(desk: &Desk) {
    let text = fs::read_to_string(desk.file(FILE)).unwrap();
    assert!(text.contains("name: 食品经营许可证"), "{text}");
}

fn nothing(_: &Desk) {}

fn in_worktree() -> Desk {
    let mut desk = committed();
    let side = desk.path("旁 边");
    desk.git(&[
        "worktree",
        "add",
        "-q",
        "-b",
        "旁支",
        side.to_str().unwrap(),
    ]);
    desk.tree = "旁 边";
    desk.edit("食品经营许可证");
    desk
}

fn in_submodule() -> Desk {
    let mut desk = committed();
    let (from, outer) = (desk.path(desk.tree), desk.path("外层"));
    fs::create_dir(&outer).unwrap();
    desk.tree = "外层";
    desk.git(&["init", "-q", "-b", "main"]);
    desk.git(&[
        "submodule",
        "--quiet",
        "add",
        from.to_str().unwrap(),
        "子 模块",
    ]);
    desk.tree = "外层/子 模块";
    desk.git(&["config", "user.name", "编目员 甲"]);
    desk.git(&["config", "user.email", "editor@sample.example"]);
    desk.edit("食品经营许可证");
    desk
}

fn around_submodule() -> Desk {
    let desk = committed();
    let other = desk.path("另外");
    desk.git(&["init", "-q", "-b", "main", other.to_str().unwrap()]);
    let other = other.to_str().unwrap();
    let one = [
        "-C",
        other,
        "-c",
        "user.name=甲",
        "-c",
        "user.email=a@b.example",
    ];
    desk.git(&[&one[..], &["commit", "-q", "--allow-empty", "-m", "空"]].concat());
    desk.git(&["submodule", "--quiet", "add", other, "catalog/assets"]);
    desk.git(&["commit", "-qm", "子模块"]);
    desk.edit("食品经营许可证");
    desk
}

fn with_crlf() -> Desk {
    let desk = committed();
    desk.git(&["config", "core.autocrlf", "true"]);
    desk.edit("食品经营许可证");
    let text = fs::read_to_string(desk.file(FILE)).unwrap();
    fs::write(desk.file(FILE), text.replace('\n', "\r\n")).unwrap();
    desk
}

fn stored_with_lf(desk: &Desk) {
    assert!(!desk.git(&["show", &format!("HEAD:{FILE}")]).contains('\r'));
    assert!(fs::read_to_string(desk.file(FILE)).unwrap().contains('\r'));
    clean(desk);
}

fn with_sha256() -> Desk {
    let desk = Desk::of(&["init", "-q", "-b", "main", "--object-format=sha256"]);
    desk.commit("目录");
    desk.publish("origin");
    desk.edit("食品经营许可证");
    desk
}

fn pushed_with_sha256() -> Desk {
    let desk = with_sha256();
    desk.commit("名称");
    desk
}

fn detached() -> Desk {
    let desk = committed();
    desk.publish("origin");
    desk.git(&["checkout", "-q", "--detach"]);
    desk.edit("食品经营许可证");
    desk
}

fn unborn() -> Desk {
    let desk = Desk::new();
    let far = desk.path("空.git");
    desk.git(&["init", "-q", "--bare", far.to_str().unwrap()]);
    desk.git(&["remote", "add", "origin", far.to_str().unwrap()]);
    desk
}

fn has_one_commit(desk: &Desk) {
    assert_eq!(desk.git(&["rev-list", "--count", "HEAD"]), "1\n");
    assert_eq!(
        desk.git(&["status", "--porcelain", "catalog", "schemas"]),
        ""
    );
}

fn locked() -> Desk {
    let desk = edited();
    fs::write(desk.lock(), "").unwrap();
    desk
}

fn lock_stays(desk: &Desk) {
    assert!(desk.lock().exists(), "the lock is nobody's to take away");
    kept(desk);
}

/// Two branches that clash in the name.
fn parted() -> Desk {
    let desk = committed();
    desk.git(&["checkout", "-qb", "另支"]);
    desk.edit("食品许可");
    desk.commit("另");
    desk.git(&["checkout", "-q", "main"]);
    desk.edit("食品经营许可证");
    desk.commit("主");
    desk
}

fn merging() -> Desk {
    let desk = parted();
    assert!(!desk.try_git(&["merge", "-q", "另支"]).status.success());
    desk
}

fn rebasing() -> Desk {
    let desk = parted();
    assert!(!desk.try_git(&["rebase", "-q", "另支"]).status.success());
    desk
}

fn picking() -> Desk {
    let desk = parted();
    assert!(!desk.try_git(&["cherry-pick", "另支"]).status.success());
    desk
}

fn bisecting() -> Desk {
    let desk = edited();
    desk.git(&["bisect", "start"]);
    desk
}

fn shallow() -> Desk {
    let mut desk = parted();
    let url = format!("file://{}", desk.path(desk.tree).display());
    let clone = desk.path("浅");
    desk.git(&["clone", "-q", "--depth", "1", &url, clone.to_str().unwrap()]);
    desk.tree = "浅";
    desk.git(&["config", "user.name", "编目员 甲"]);
    desk.git(&["config", "user.email", "editor@sample.example"]);
    desk.edit("食品经营许可（新）");
    desk
}

/// A shallow clone, and a remote that went another way from where the clone does not reach.
fn shallow_and_apart() -> Desk {
    let mut desk = shallow();
    desk.commit("浅");
    desk.tree = "政务 目录";
    desk.git(&["checkout", "-q", "--orphan", "重来"]);
    desk.commit("重来");
    desk.git(&["branch", "-qf", "main"]);
    desk.tree = "浅";
    desk
}

fn sparse() -> Desk {
    let desk = committed();
    desk.git(&[
        "sparse-checkout",
        "set",
        "--cone",
        "--no-sparse-index",
        "catalog/base",
    ]);
    assert!(!desk.file("catalog/local").exists());
    desk.edit("食品经营许可证");
    desk
}

fn only_one_file(desk: &Desk) {
    assert_eq!(
        desk.git(&["diff", "--name-only", "HEAD~1"]),
        format!("{FILE}\n")
    );
    clean(desk);
}

fn bare() -> Desk {
    let mut desk = committed();
    let from = desk.path(desk.tree);
    let clone = desk.path("裸.git");
    desk.git(&[
        "clone",
        "-q",
        "--bare",
        from.to_str().unwrap(),
        clone.to_str().unwrap(),
    ]);
    desk.tree = "裸.git";
    desk
}

fn with_two_remotes() -> Desk {
    let desk = committed();
    desk.publish("内网");
    desk.publish("外网");
    desk
}

fn with_remote() -> Desk {
    let desk = committed();
    desk.publish("origin");
    desk.git(&["checkout", "-qb", "新支"]);
    desk.edit("食品经营许可证");
    desk.commit("名称");
    desk
}

fn follows_origin(desk: &Desk) {
    let far = desk.git(&["rev-parse", "--abbrev-ref", "@{upstream}"]);
    assert_eq!(far, "origin/新支\n");
    assert_eq!(
        desk.git(&["rev-parse", "@{upstream}"]),
        desk.git(&["rev-parse", "HEAD"])
    );
}

fn without_git() -> Desk {
    let desk = edited();
    let nowhere = desk.path("nowhere").display().to_string();
    let Desk { sandbox, tree } = desk;
    Desk {
        sandbox: sandbox.with("PATH", &nowhere),
        tree,
    }
}

fn distrusted() -> Desk {
    let Desk { sandbox, tree } = edited();
    Desk {
        sandbox: sandbox.with("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1"),
        tree,
    }
}

const fn works(
    what: &'static str,
    stage: fn() -> Desk,
    line: &'static [&'static str],
    says: &'static str,
    then: fn(&Desk),
) -> Case {
    Case {
        what,
        stage,
        line,
        code: 0,
        says: [says, ""],
        then,
    }
}

const fn refused(
    what: &'static str,
    stage: fn() -> Desk,
    line: &'static [&'static str],
    says: [&'static str; 2],
    then: fn(&Desk),
) -> Case {
    Case {
        what,
        stage,
        line,
        code: 2,
        says,
        then,
    }
}

#[rustfmt::skip]
static CASES: &[Case] = &[
    works("an ordinary one", edited, &["commit"], "已提交", clean),
    works("a linked work tree", in_worktree, &["commit"], "已提交", clean),
    refused("a linked work tree", in_worktree, &["task", "switch", "main"], ["git switch 没有做成", "main"], kept),
    works("a catalog in a submodule", in_submodule, &["commit"], "已提交", clean),
    works("a submodule in the catalog", around_submodule, &["commit"], "已提交", clean),
    works("line ends turned", with_crlf, &["commit"], "已提交", stored_with_lf),
    refused("SHA-256", with_sha256, &["commit"], ["用 git 命令提交", "commit with the git command"], kept),
    works("SHA-256", with_sha256, &["task", "start", "改名称"], "换到它", kept),
    works("SHA-256", pushed_with_sha256, &["sync"], "已推送 1 个提交", nothing),
    works("a detached head", detached, &["commit"], "mulu task start 留住它", clean),
    refused("a detached head", detached, &["sync"], ["mulu task switch", "mulu task switch"], kept),
    works("no commit yet", unborn, &["commit", "-m", "目录"], "已提交", has_one_commit),
    refused("no commit yet", unborn, &["sync"], ["还没有提交过", "no commit yet"], nothing),
    refused("no commit yet", unborn, &["task", "start", "改"], ["还没有提交过", "no commit yet"], nothing),
    refused("a lock left behind", locked, &["commit"], ["起被锁住了", "has been locked since"], lock_stays),
    refused("a lock left behind", locked, &["sync"], ["index.lock", "index.lock"], lock_stays),
    refused("a lock left behind", locked, &["task", "start", "改"], ["index.lock", "index.lock"], lock_stays),
    refused("a merge under way", merging, &["commit"], ["mulu sync --continue", "mulu sync --abort"], nothing),
    Case { code: 1, ..refused("a merge under way", merging, &["sync", "--continue"], ["等待取舍", "wait for a choice"], nothing) },
    works("a merge under way", merging, &["sync", "--abort"], "已放弃（merge）", kept),
    refused("a rebase under way", rebasing, &["commit"], ["mulu sync --continue", "mulu sync --abort"], nothing),
    refused("a rebase under way", rebasing, &["task", "switch", "另支"], ["mulu sync --abort", "mulu sync --abort"], nothing),
    works("a rebase under way", rebasing, &["sync", "--abort"], "已放弃（rebase）", kept),
    refused("a cherry-pick under way", picking, &["commit"], ["git cherry-pick --abort", "git cherry-pick --abort"], nothing),
    refused("a cherry-pick under way", picking, &["sync", "--continue"], ["git cherry-pick --abort", "git cherry-pick --abort"], nothing),
    refused("a bisect under way", bisecting, &["commit"], ["git bisect reset", "git bisect reset"], kept),
    refused("a bisect under way", bisecting, &["sync"], ["git bisect reset", "git bisect reset"], kept),
    works("a shallow clone", shallow, &["commit"], "已提交", clean),
    refused("a shallow clone", shallow_and_apart, &["sync"], ["git fetch --unshallow", "git fetch --unshallow"], nothing),
    works("a sparse checkout", sparse, &["commit"], "已提交", only_one_file),
    refused("a bare one", bare, &["commit"], ["git clone", "git clone"], nothing),
    refused("a bare one", bare, &["sync"], ["git clone", "git clone"], nothing),
    refused("a bare one", bare, &["task"], ["git clone", "git clone"], nothing),
    refused("no remote", edited, &["sync"], ["git remote add origin", "git remote add origin"], kept),
    refused("no remote", edited, &["request"], ["git remote add origin", "git remote add origin"], kept),
    refused("several remotes", with_two_remotes, &["sync"], ["内网, 外网", "--remote"], nothing),
    works("several remotes", with_two_remotes, &["sync", "--remote", "外网"], "没有可同步的", nothing),
    works("nothing followed yet", with_remote, &["sync"], "已推送 1 个提交到 origin/新支", follows_origin),
    works("no git installed", without_git, &["commit"], "没有运行钩子", nothing),
    refused("no git installed", without_git, &["sync"], ["安装 git", "install git"], kept),
    refused("a folder of someone else", distrusted, &["commit"], ["safe.directory", "safe.directory"], kept),
    refused("a folder of someone else", distrusted, &["sync"], ["safe.directory", "safe.directory"], kept),
    refused("a folder of someone else", distrusted, &["task"], ["safe.directory", "safe.directory"], kept),
    refused("outside git", outside, &["commit"], ["git init", "git init"], kept),
    refused("outside git", outside, &["sync"], ["git init", "git init"], kept),
];

fn outside() -> Desk {
    let desk = edited();
    fs::remove_dir_all(desk.file(".git")).unwrap();
    desk
}

/// Tries a case; what went otherwise than it should. What is refused changes nothing, so it is asked for again in the
/// other language.
fn tried(case: &Case) -> Vec<String> {
    let desk = (case.stage)();
    let mut wrong = Vec::new();
    for (lang, wanted) in ["zh", "en"].iter().zip(case.says) {
        if wanted.is_empty() {
            continue;
        }
        let line = [case.line, &["--lang", lang]].concat();
        let (said, code) = desk.say(&line);
        if code != Some(case.code) || !said.contains(wanted) {
            let what = case.what;
            wrong.push(format!(
                "{what}: {line:?}: no {wanted:?}, exit {code:?}\n{said}"
            ));
        }
    }
    if wrong.is_empty() {
        (case.then)(&desk);
    }
    wrong
}

#[test]
fn each_odd_repository_works_or_is_refused_with_a_way_out() {
    let wrong: Vec<String> = CASES.par_iter().flat_map_iter(tried).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[cfg(target_os = "linux")]
#[test]
fn who_holds_the_lock_is_told_if_it_is_known() {
    let desk = edited();
    let held = fs::File::create(desk.lock()).unwrap();
    let (said, _) = desk.say(&["commit"]);
    let own = std::process::id().to_string();
    assert!(said.contains(&own) && said.contains("等它结束"), "{said}");
    drop(held);
    let (said, _) = desk.say(&["commit"]);
    assert!(!said.contains(&own) && said.contains("删去"), "{said}");
    assert!(Path::new(&desk.lock()).exists());
}
