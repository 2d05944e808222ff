//! Merging with real git through the merge driver: what must survive survives, and what clashes is told.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::{Command, Output};

use crate::sandbox::Sandbox;

const FILE: &str = "catalog/base/09/000109001000.yaml";
const BASE: &str = "# 样例
code: \"000109001000\"
name: 食品经营许可
type: \"01\"
visits: 1
materials:
  - name: 申请书
    copies: 1
  - name: 营业执照
    copies: 1
acceptance_conditions: |
  有固定场所。
  有合格人员。
";

/// A catalog in a repository that has the driver, with one matter in the first commit.
fn catalog() -> Sandbox {
    let sandbox = Sandbox::with_catalog();
    sandbox.name_the_committer();
    let said = sandbox.say(&["git", "install"]);
    assert!(said.ends_with("--- exit 0"), "{said}");
    sandbox.write(FILE, BASE);
    commit(&sandbox, "一");
    sandbox
}

fn git(sandbox: &Sandbox, args: &[&str]) -> Output {
    Command::new("git")
        .args(args)
        .current_dir(sandbox.path())
        .env_clear()
        .envs(sandbox.environment())
        .env("PATH", std::env::var("PATH").unwrap())
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .output()
        .unwrap()
}

fn done(sandbox: &Sandbox, args: &[&str]) -> String {
    let output = git(sandbox, args);
    let error = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "git {args:?}: {error}");
    String::from_utf8(output.stdout).unwrap()
}

fn commit(sandbox: &Sandbox, subject: &str) {
    done(sandbox, &["add", "-A"]);
    done(sandbox, &["commit", "-qm", subject]);
}

/// Commits one side on a branch and the other on `main`, and merges; whether git joined them by itself.
fn merged(sandbox: &Sandbox, file: &str, ours: Option<&str>, theirs: Option<&str>) -> bool {
    let put = |text: Option<&str>| match text {
        Some(text) => sandbox.write(file, text),
        None => std::fs::remove_file(sandbox.path().join(file)).unwrap(),
    };
    done(sandbox, &["checkout", "-qb", "分支"]);
    put(theirs);
    commit(sandbox, "对方");
    done(sandbox, &["checkout", "-q", "main"]);
    put(ours);
    commit(sandbox, "我方");
    git(sandbox, &["merge", "-q", "--no-edit", "分支"])
        .status
        .success()
}

fn with(changes: &[(&str, &str)]) -> String {
    changes
        .iter()
        .fold(BASE.to_owned(), |text, (before, after)| {
            assert!(text.contains(before), "{before}");
            text.replace(before, after)
        })
}

#[test]
fn edits_of_neighbouring_fields_join() {
    let sandbox = catalog();
    let ours = with(&[("type: \"01\"", "type: \"05\"")]);
    let theirs = with(&[("visits: 1", "visits: 0")]);
    assert!(merged(&sandbox, FILE, Some(&ours), Some(&theirs)));
    assert_eq!(
        sandbox.read(FILE),
        with(&[("type: \"01\"", "type: \"05\""), ("visits: 1", "visits: 0")])
    );
}

#[test]
fn a_block_edited_on_both_sides_conflicts_and_check_says_where() {
    let sandbox = catalog();
    let ours = with(&[
        ("有固定场所", "有固定的经营场所"),
        ("visits: 1", "visits: 0"),
    ]);
    let theirs = with(&[("有固定场所", "有独立场所")]);
    assert!(!merged(&sandbox, FILE, Some(&ours), Some(&theirs)));
    let text = sandbox.read(FILE);
    assert!(
        text.contains(
            "visits: 0\n"
        ) && text.contains(
            "acceptance_conditions: |\n  <<<<<<< HEAD\n  有固定的经营场所。\n  =======\n  有独立场所。\n  >>>>>>> 分支\n  有合格人员。\n"
        ),
        "{text}"
    );
    let status = done(&sandbox, &["status", "--porcelain"]);
    assert!(status.starts_with("UU "), "{status}");
    let found = sandbox.say(&["check", "--select", "S025"]);
    insta::assert_snapshot!(found, @"
    错误[S025]：合并冲突还没有取舍
      --> catalog/base/09/000109001000.yaml:12:3
       |
    12 |   <<<<<<< HEAD
       |   ^^^^^^^ 两边都改了这里，还没有取舍：一边是“有固定的经营场所。”，另一边是“有独立场所。”

    1 个错误，0 个警告，0 个提示（8 个文件，3 个事项）
    --- exit 1
    ");
}

#[test]
fn what_a_merge_left_is_settled_for_a_whole_file_and_git_can_go_on() {
    let sandbox = catalog();
    let ours = with(&[("有固定场所。", "甲写的。"), ("visits: 1", "visits: 2")]);
    let theirs = with(&[("有固定场所。", "乙写的。"), ("copies: 1", "copies: 3")]);
    assert!(!merged(&sandbox, FILE, Some(&ours), Some(&theirs)));
    insta::assert_snapshot!(sandbox.say(&["git", "resolve", FILE, "--theirs", "--dry-run"]), @"
    catalog/base/09/000109001000.yaml
    …
          copies: 3
      acceptance_conditions: |
    -   <<<<<<< HEAD
    -   甲写的。
    -   =======
        乙写的。
    -   >>>>>>> 分支
        有合格人员。
    试运行，没有写入
    --- exit 0
    ");
    assert!(sandbox.read(FILE).contains("<<<<<<< HEAD"));
    sandbox.say(&["git", "resolve", FILE, "--both"]);
    let both = sandbox.read(FILE);
    assert!(
        both.contains("acceptance_conditions: |\n  甲写的。\n  乙写的。\n  有合格人员。\n"),
        "{both}"
    );
    assert!(
        both.contains("visits: 2") && both.contains("copies: 3"),
        "{both}"
    );
    done(&sandbox, &["add", "-A"]);
    done(&sandbox, &["commit", "-qm", "合并"]);
    insta::assert_snapshot!(sandbox.say(&["git", "resolve", FILE, "--ours"]), @"
    --- stderr
    错误：catalog/base/09/000109001000.yaml：没有合并冲突
    --- exit 2
    ");
}

#[test]
fn a_file_that_cannot_be_read_for_the_signs_is_settled_by_lines() {
    let sandbox = catalog();
    let signs = "<<<<<<< HEAD\nvisits: 1\n=======\nvisits: 2\n>>>>>>> 分支\n";
    sandbox.write(FILE, &BASE.replace("visits: 1\n", signs));
    sandbox.say(&["git", "resolve", FILE, "--theirs"]);
    assert_eq!(sandbox.read(FILE), BASE.replace("visits: 1", "visits: 2"));
}

#[test]
fn a_file_that_both_added_and_one_that_one_took_away() {
    let sandbox = catalog();
    let new = "catalog/local/330106/新 增.yaml";
    let side = |place: &str| format!("code: \"1\"\nplace: {place}\n");
    assert!(!merged(
        &sandbox,
        new,
        Some(&side("甲路")),
        Some(&side("乙路"))
    ));
    let text = sandbox.read(new);
    assert!(text.contains("甲路") && text.contains("乙路"), "{text}");
    assert!(
        text.starts_with("code: \"1\"\nplace: |-\n  <<<<<<< "),
        "{text}"
    );

    let sandbox = catalog();
    let theirs = with(&[("visits: 1", "visits: 0")]);
    assert!(!merged(&sandbox, FILE, None, Some(&theirs)));
    assert_eq!(sandbox.read(FILE), theirs);
}

#[test]
fn windows_line_ends_of_the_work_tree_do_not_matter() {
    let sandbox = catalog();
    done(&sandbox, &["config", "core.autocrlf", "true"]);
    let ours = with(&[("visits: 1", "visits: 0")]).replace('\n', "\r\n");
    let theirs = with(&[("type: \"01\"", "type: \"05\"")]);
    assert!(merged(&sandbox, FILE, Some(&ours), Some(&theirs)));
    let text = done(&sandbox, &["show", &format!("HEAD:{FILE}")]);
    assert_eq!(
        text,
        with(&[("visits: 1", "visits: 0"), ("type: \"01\"", "type: \"05\"")])
    );
}

#[test]
fn a_catalog_deeper_in_the_repository_is_merged_in_a_work_tree_of_its_own() {
    let sandbox = Sandbox::new();
    done(&sandbox, &["init", "-qb", "main", "."]);
    sandbox.name_the_committer();
    let place = "省 目录/市";
    let said = sandbox.say(&["init", place]);
    assert!(said.ends_with("--- exit 0"), "{said}");
    let file = format!("{place}/{FILE}");
    sandbox.write(&file, BASE);
    let said = sandbox.say(&["-C", place, "git", "install"]);
    assert!(said.ends_with("--- exit 0"), "{said}");
    commit(&sandbox, "一");
    sandbox.write(&file, &with(&[("type: \"01\"", "type: \"05\"")]));
    commit(&sandbox, "二");
    done(&sandbox, &["worktree", "add", "-q", "另 一 处", "HEAD~1"]);
    let other = format!("另 一 处/{file}");
    sandbox.write(&other, &with(&[("visits: 1", "visits: 0")]));
    let there = |args: &[&str]| {
        let args = [&["-C", "另 一 处"], args].concat();
        done(&sandbox, &args)
    };
    there(&["commit", "-qam", "三"]);
    there(&["merge", "-q", "--no-edit", "main"]);
    assert_eq!(
        sandbox.read(&other),
        with(&[("type: \"01\"", "type: \"05\""), ("visits: 1", "visits: 0")])
    );
}

#[test]
fn installing_twice_changes_nothing_and_undo_leaves_everything_as_it_was() {
    let sandbox = Sandbox::with_catalog();
    sandbox.name_the_committer();
    sandbox.write(".gitattributes", "*.png binary\n");
    let before = (sandbox.read(".git/config"), sandbox.read(".gitattributes"));
    sandbox.run(&["git", "install"]);
    let once = (sandbox.read(".git/config"), sandbox.read(".gitattributes"));
    assert!(once.0.contains("merge-driver %O %A %B %L %P"), "{}", once.0);
    assert!(once.1.starts_with("*.png binary\n# >>> mulu"), "{}", once.1);
    insta::assert_snapshot!(sandbox.say(&["git", "install"]), @"
    原已设好，没有改动
    --- exit 0
    ");
    assert_eq!(
        once,
        (sandbox.read(".git/config"), sandbox.read(".gitattributes"))
    );
    insta::assert_snapshot!(sandbox.say(&["git", "install", "--undo"]), @"
    已撤回
    --- exit 0
    ");
    assert_eq!(
        before,
        (sandbox.read(".git/config"), sandbox.read(".gitattributes"))
    );
    insta::assert_snapshot!(sandbox.say(&["git", "install", "--undo"]), @"
    没有可撤回的
    --- exit 0
    ");
}

#[test]
fn outside_a_repository_it_is_said_what_to_do() {
    let sandbox = Sandbox::with_catalog();
    std::fs::remove_dir_all(sandbox.path().join(".git")).unwrap();
    insta::assert_snapshot!(sandbox.say(&["git", "install"]), @"
    --- stderr
    错误：[DIR] 不在 git 仓库中
    提示：先运行 git init
    --- exit 2
    ");
    done(&sandbox, &["init", "-q", "--object-format=sha256", "."]);
    insta::assert_snapshot!(sandbox.say(&["git", "install"]), @"
    --- stderr
    错误：这个仓库用 SHA-256 编号，mulu 还不能读它的版本
    提示：照常编辑和保存，用 git 命令提交
    --- exit 2
    ");
}

/// One file of a random merge: its three texts, and the words each side alone put in.
struct Trio {
    file: String,
    base: String,
    ours: String,
    theirs: String,
}

fn trio(number: u32) -> Trio {
    let mut random = fastrand::Rng::with_seed(number.into());
    let fields = [
        "name",
        "place",
        "hours",
        "remarks",
        "result_name",
        "visit_reason",
    ];
    let mut base = String::new();
    let fields = fields.iter().enumerate();
    base.extend(fields.map(|(n, field)| format!("{field}: b{number}x{n}\n")));
    base += "materials:\n";
    let materials = 0..random.usize(1..6);
    base.extend(materials.map(|n| format!("  - name: m{number}x{n}\n    copies: {n}\n")));
    base += "acceptance_conditions: |\n";
    let lines = 0..random.usize(1..5);
    base.extend(lines.map(|n| format!("  第{n}条，c{number}x{n}。\n")));
    let mut side = |letter: char| {
        let mut lines: Vec<String> = base.lines().map(str::to_owned).collect();
        for n in 0..random.usize(1..5) {
            let at = random.usize(..lines.len());
            let word = format!("{letter}{number}x{n}");
            let line = lines[at].clone();
            match line.rsplit_once(": ") {
                Some((_, "|")) | None if line.ends_with('。') => {
                    lines[at] = line.replace('，', &format!("，{word}，"));
                }
                Some((key, value)) if value != "|" && !line.trim_start().starts_with("copies") => {
                    lines[at] = format!("{key}: {word}");
                }
                _ if line == "materials:" => {
                    lines.insert(at + 1, format!("  - name: {word}"));
                }
                _ => lines.insert(at, format!("# {word}")),
            }
        }
        lines.join("\n") + "\n"
    };
    let (ours, theirs) = (side('o'), side('t'));
    Trio {
        file: format!("catalog/local/330106/{number}.yaml"),
        base,
        ours,
        theirs,
    }
}

fn words(text: &str) -> BTreeSet<&str> {
    let words = text.split(|letter: char| !letter.is_ascii_alphanumeric());
    words
        .filter(|word| word.contains('x') && word.len() > 3)
        .collect()
}

#[test]
fn hundreds_of_random_merges_lose_no_word_that_the_reference_lists() {
    let sandbox = catalog();
    let trios: Vec<Trio> = (0..200).map(trio).collect();
    let put = |text: fn(&Trio) -> &String| {
        for trio in &trios {
            sandbox.write(&trio.file, text(trio));
        }
    };
    put(|trio| &trio.base);
    commit(&sandbox, "原文");
    done(&sandbox, &["checkout", "-qb", "分支"]);
    put(|trio| &trio.theirs);
    commit(&sandbox, "对方");
    done(&sandbox, &["checkout", "-q", "main"]);
    put(|trio| &trio.ours);
    commit(&sandbox, "我方");
    git(&sandbox, &["merge", "-q", "--no-edit", "分支"]);
    let unmerged = done(&sandbox, &["diff", "--name-only", "--diff-filter=U"]);
    let unmerged: BTreeSet<&str> = unmerged.lines().collect();
    let mut clean = 0;
    for trio in &trios {
        let text = sandbox.read(&trio.file);
        let kept = words(&text);
        let (base, ours, theirs) = (words(&trio.base), words(&trio.ours), words(&trio.theirs));
        let must = ours.union(&theirs).filter(|word| !base.contains(*word));
        let must = must.chain(ours.intersection(&theirs));
        let lost: Vec<_> = must.filter(|word| !kept.contains(*word)).collect();
        assert!(lost.is_empty(), "{}: {lost:?}\n{text}", trio.file);
        assert!(mulu::yaml::read(&*text).is_whole(), "{text}");
        let is_clean = !unmerged.contains(&*trio.file);
        assert_eq!(is_clean, !text.contains("<<<<<<<"), "{}", trio.file);
        clean += usize::from(is_clean);
    }
    assert!((30..200).contains(&clean), "{clean} of 200 joined");
    assert!(sandbox.path().join(Path::new(".git/MERGE_HEAD")).exists());
}
