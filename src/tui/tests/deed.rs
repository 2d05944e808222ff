//! What git is at: commits with hooks, branches, syncs, from keys to the repository.

use std::path::Path;
use std::process::Command;

use crate::session;
use crate::store::{Audience, Root};
use crate::text::words;
use crate::tui::deed::Deed;
use crate::tui::dialogs::Dialog;
use crate::tui::effect::Effect;
use crate::tui::message::{Fault, Message, Outcome};
use crate::tui::stage::{BASE, Stage, key};
use crate::tui::update::update;

fn git(folder: &Path, args: &[&str]) -> String {
    let run = Command::new("git").args(args).current_dir(folder).output();
    let run = run.unwrap();
    let error = String::from_utf8_lossy(&run.stderr).into_owned();
    assert!(run.status.success(), "git {args:?}: {error}");
    String::from_utf8_lossy(&run.stdout).trim_end().to_owned()
}

/// A screen on a catalog with one commit and a remote that has it.
fn stage() -> Stage {
    let folder = tempfile::tempdir().unwrap();
    let root = session::create(folder.path()).unwrap();
    let at = root.path();
    git(at, &["init", "-q", "-b", "main"]);
    for (name, value) in [
        ("user.name", "编目员"),
        ("user.email", "editor@sample.example"),
        ("commit.gpgsign", "false"),
        ("core.hooksPath", ".git/hooks"),
    ] {
        git(at, &["config", name, value]);
    }
    session::commit(&root, "目录", Audience::NOBODY).unwrap();
    git(at, &["init", "-q", "--bare", "-b", "main", ".git/far.git"]);
    git(at, &["remote", "add", "origin", ".git/far.git"]);
    git(at, &["push", "-q", "-u", "origin", "main"]);
    Stage::on(folder, root, (100, 30))
}

fn root(stage: &Stage) -> Root {
    Root::at(stage.folder()).unwrap()
}

fn edit(stage: &mut Stage) {
    stage.go_to(BASE, "name");
    stage.press("enter");
    stage.type_in("证");
    stage.press("enter");
}

#[cfg(unix)]
fn hook(stage: &Stage, body: &str) {
    use std::os::unix::fs::PermissionsExt;
    let file = stage.folder().join(".git/hooks/pre-commit");
    crate::store::write_atomically(&file, format!("#!/bin/sh\n{body}\n").as_bytes()).unwrap();
    std::fs::set_permissions(file, std::fs::Permissions::from_mode(0o755)).unwrap();
}

#[cfg(unix)]
#[test]
fn a_hook_that_refuses_is_read_in_full_and_the_message_is_typed_on() {
    let mut stage = stage();
    std::fs::create_dir_all(stage.folder().join(".git/hooks")).unwrap();
    hook(&stage, "echo '名称太长' >&2; echo '请改短些' >&2; exit 1");
    edit(&mut stage);
    stage.press("C");
    stage.type_in("改名称");
    stage.press("ctrl-s");
    let screen = stage.screen();
    assert!(
        screen.contains("没有做成") && screen.contains("名称太长"),
        "{screen}"
    );
    assert!(screen.contains("请改短些"), "{screen}");
    stage.press("enter");
    let screen = stage.screen();
    assert!(
        screen.contains("提交说明") && screen.contains("改名称"),
        "{screen}"
    );
    hook(&stage, "exit 0");
    stage.press("ctrl-s");
    assert_eq!(git(stage.folder(), &["log", "-1", "--format=%s"]), "改名称");
}

#[test]
fn a_branch_is_begun_with_what_is_unsaved_and_one_goes_back() {
    let mut stage = stage();
    edit(&mut stage);
    stage.press("g b");
    let screen = stage.screen();
    assert!(
        screen.contains("main（当前）") && screen.contains("主线"),
        "{screen}"
    );
    stage.type_in("改《食品》");
    assert!(
        stage.screen().contains("从主线另开“改《食品》”"),
        "{}",
        stage.screen()
    );
    stage.press("enter");
    assert_eq!(
        git(stage.folder(), &["branch", "--show-current"]),
        "改-食品"
    );
    assert!(stage.unsaved().is_empty() && stage.on_disk(BASE).contains("经营许可证\n"));
    assert!(
        stage.screen().contains("一起带过来了"),
        "{}",
        stage.screen()
    );

    stage.press("C ctrl-s");
    stage.press("g b");
    stage.type_in("main");
    stage.press("enter");
    assert_eq!(git(stage.folder(), &["branch", "--show-current"]), "main");
    assert_eq!(
        git(stage.folder(), &["log", "-1", "--format=%s", "改-食品"]),
        "基本目录 · 食品经营许可证：事项名称"
    );
    let screen = stage.screen();
    assert!(
        stage.text(BASE).contains("name: 食品经营许可\n"),
        "{screen}\n{}",
        stage.text(BASE)
    );
}

#[test]
fn a_sync_saves_first_pushes_and_offers_the_request() {
    let mut stage = stage();
    git(stage.folder(), &["checkout", "-q", "-b", "任务"]);
    let web = "https://gitee.com/政务/目录.git";
    git(stage.folder(), &["config", "remote.origin.pushurl", web]);
    git(
        stage.folder(),
        &["config", "url..git/far.git.insteadOf", web],
    );
    edit(&mut stage);
    stage.press("C ctrl-s");
    stage.press("g s");
    assert_eq!(
        git(
            stage.folder(),
            &["--git-dir", ".git/far.git", "rev-parse", "任务"]
        ),
        git(stage.folder(), &["rev-parse", "HEAD"])
    );
    git(
        stage.folder(),
        &["config", "--unset", "url..git/far.git.insteadOf"],
    );
    stage.press("esc");
    stage.press("g o");
    let bar = stage.screen();
    let bar = bar.trim_end().lines().last().unwrap().to_owned();
    assert!(bar.starts_with(" y 复制网址  Esc 关闭"), "{bar}");
    assert!(
        stage.screen().contains("https://gitee.com/"),
        "{}",
        stage.screen()
    );
    stage.press("y");
    assert!(
        stage.copied.starts_with("https://gitee.com/%E6"),
        "{}",
        stage.copied
    );
}

/// A program that joins as git itself does; that of the tests has no name to be called by.
const DRIVER: &str = r#"sh -c 'git merge-file "$4" "$3" "$5"' mulu"#;

/// A screen on which a sync meets a clash, and the commit before it.
fn clashing(program: &str) -> (Stage, String) {
    let mut stage = stage();
    stage.model.program = program.to_owned();
    let at = stage.folder().to_owned();
    let replaced = |text: &str| text.replace("name: 食品经营许可", "name: 餐饮许可");
    stage.meddle(BASE, replaced);
    session::commit(&root(&stage), "他人", Audience::NOBODY).unwrap();
    git(&at, &["push", "-q"]);
    git(&at, &["reset", "-q", "--hard", "HEAD~1"]);
    stage.wait();
    edit(&mut stage);
    stage.press("C ctrl-s");
    let before = git(&at, &["rev-parse", "HEAD"]);
    stage.press("g s");
    (stage, before)
}

/// The same, with the clash left to be settled.
fn clashed() -> (Stage, String) {
    let (mut stage, before) = clashing(DRIVER);
    let screen = stage.screen();
    assert!(screen.contains("个文件两边改了同一处"), "{screen}");
    stage.press("esc");
    assert_eq!(stage.model.underway, Some("merge"));
    (stage, before)
}

#[test]
fn where_nothing_can_join_nothing_is_joined() {
    let (stage, before) = clashing("no-such-mulu");
    let screen = stage.screen();
    assert!(screen.contains("合并程序没有运行"), "{screen}");
    assert_eq!(stage.model.underway, None);
    assert_eq!(git(stage.folder(), &["rev-parse", "HEAD"]), before);
    assert_eq!(git(stage.folder(), &["status", "--porcelain", "-uno"]), "");
}

#[test]
fn what_clashes_in_a_sync_waits_on_the_screen_and_is_given_up() {
    let (mut stage, before) = clashed();
    stage.press("g c");
    let screen = stage.screen();
    assert!(
        screen.contains("改动 · main · merge 还没有完成"),
        "{screen}"
    );
    stage.press("g z");
    assert_eq!(stage.model.underway, None);
    assert_eq!(git(stage.folder(), &["rev-parse", "HEAD"]), before);
    assert_eq!(git(stage.folder(), &["status", "--porcelain", "-uno"]), "");
    assert!(stage.text(BASE).contains("name: 食品经营许可证\n"));
}

#[test]
fn what_is_settled_is_joined_and_pushed() {
    let (mut stage, before) = clashed();
    let at = stage.folder().to_owned();
    stage.press("g n");
    assert!(
        stage.screen().contains("个文件两边改了同一处"),
        "{}",
        stage.screen()
    );
    stage.press("esc");
    let ours = format!("catalog/{BASE}");
    git(&at, &["checkout", "-q", "--ours", "--", &ours]);
    stage.press("g n");
    assert_eq!(stage.model.underway, None);
    assert_eq!(git(&at, &["rev-parse", "HEAD^1"]), before);
    let far = git(&at, &["--git-dir", ".git/far.git", "rev-parse", "main"]);
    assert_eq!(far, git(&at, &["rev-parse", "HEAD"]));
    assert!(
        stage.screen().contains("个提交到 origin/main"),
        "{}",
        stage.screen()
    );
}

#[test]
fn esc_stops_git_and_its_words_are_shown_meanwhile() {
    let mut stage = stage();
    let effects = crate::tui::update::deed::sync(&mut stage.model);
    let [
        Effect::Deed {
            halt,
            deed: Deed::Sync(_),
            ..
        },
    ] = effects.as_slice()
    else {
        panic!("{effects:?}");
    };
    for line in ["取对象:  10% (1/10)", "取对象:  90% (9/10)", "快好了"] {
        update(&mut stage.model, Message::Heard(line.to_owned()));
    }
    let screen = stage.screen();
    assert!(
        screen.contains("正在同步") && screen.contains("快好了"),
        "{screen}"
    );
    assert!(
        screen.contains("90%") && !screen.contains("10%"),
        "{screen}"
    );
    update(&mut stage.model, Message::Key(key("esc")));
    assert!(halt.is_called());
    let fault = Fault {
        reason: words("已停下", "stopped").into(),
        hint: None,
    };
    stage.send(Message::Done {
        generation: stage.model.generation,
        outcome: Outcome::Undone(fault),
    });
    assert!(stage.model.dialog.is_none() && stage.model.at_work.is_none());
    let said = stage.model.notice.as_ref().unwrap();
    assert!(!said.is_fault && said.text.zh == "已停下");
}

#[test]
fn esc_while_something_is_saved_says_that_it_goes_on() {
    let mut stage = stage();
    edit(&mut stage);
    let effects = update(&mut stage.model, Message::Key(key("ctrl-s")));
    assert!(stage.model.is_changing);
    update(&mut stage.model, Message::Key(key("esc")));
    assert!(stage.screen().contains("停不下来"), "{}", stage.screen());
    stage.carry_out(effects);
    assert!(stage.unsaved().is_empty() && !matches!(stage.model.dialog, Some(Dialog::Ask(_))));
}
