//! `mulu commit`: what is staged, or else all that differs in the catalog, with a message that tells what changed.

use clap::{Arg, ArgAction, ArgMatches, Command};

use crate::change::FileChange;
use crate::cli::call::Call;
use crate::cli::failure::Failure;
use crate::cli::{Exit, arguments};
use crate::report::commit_message;
use crate::session::{self, SessionError, called, registers};
use crate::store::{Audience, Git, Made, Root, Snapshot, StoreError};
use crate::text::{Lang, Message, Words, visible, words};

const ABOUT: Words = words(
    "提交目录的改动：已暂存的，没有暂存就全部",
    "Commit what is staged of the catalog, or else all that differs",
);
const USAGE: Words = words("mulu commit [选项]", "mulu commit [OPTIONS]");
const MESSAGE: Words = words(
    "提交说明；可写几次，各成一段。不写则按改动自动写（哪些事项、哪些字段）",
    "The message; given several times, each is a paragraph. Without it, it is made of what changed",
);
const AMEND: Words = words(
    "改上次提交：并入已暂存的；不写说明则沿用原来的。只能改自己的、还没有推送的",
    "Make the last commit anew with what is staged; keeps its message unless one is given. Only your own, not yet pushed",
);
const DRY_RUN: Words = words(
    "只显示会提交什么、说明怎么写，不提交",
    "Only show what would be committed, and the message",
);
const AFTER: Words = words(
    "由安装的 git 提交，用户的钩子、签名（commit.gpgsign）和设置照常有效；没有 git 程序时由 mulu 直接提交，不运行钩子，
不签名。目录以外的文件不提交，已暂存的仍暂存着。钩子不放行时什么都不变。
退出码：0 已提交，2 没有做成。",
    "The installed git makes the commit, so your hooks, your signature (commit.gpgsign) and settings hold; without it
mulu commits itself, runs no hook and signs nothing. Files outside the catalog are not committed; what is staged of
them stays staged. If a hook refuses, nothing changes. Exit: 0 committed, 2 could not do it.",
);
const DONE: Words = words("已提交 {id}（{n} 个文件）：", "committed {id} ({n} files):");
const ANEW: Words = words("上次提交已改为 {id}：", "the last commit is {id} now:");
const WOULD: Words = words(
    "会提交 {n} 个文件，说明为：",
    "would commit {n} files with the message:",
);
const NO_BRANCH: Words = words(
    "这次提交不在任何分支上；用 mulu task start 留住它",
    "the commit is on no branch; mulu task start keeps it",
);
pub(crate) const PLAIN: Words = words(
    "没有找到 git 程序，由 mulu 直接提交：没有运行钩子，没有签名",
    "the program git was not found, so mulu committed itself: no hook was run, nothing was signed",
);
const EMPTY: Words = words("提交说明是空的", "the message is empty");

pub(super) fn command(lang: Lang) -> Command {
    let flag = |name: &'static str, help: Words| {
        let flag = Arg::new(name).long(name).action(ArgAction::SetTrue);
        flag.help(help.of(lang))
    };
    Command::new("commit")
        .about(ABOUT.of(lang))
        .override_usage(USAGE.of(lang))
        .after_help(AFTER.of(lang))
        .arg(
            arguments::option("message", "TEXT", MESSAGE, lang)
                .short('m')
                .action(ArgAction::Append),
        )
        .arg(flag("amend", AMEND))
        .arg(flag("dry-run", DRY_RUN))
}

pub(super) fn run(matches: &ArgMatches, call: &mut Call<'_>) -> Result<Exit, Failure> {
    let root = call.work_tree()?;
    let git = Git::open(&root)?;
    let is_anew = matches.get_flag("amend");
    let found = session::uncommitted(&root)?;
    let message = match given(matches) {
        Some(message) if message.trim().is_empty() => return Err(Failure::new(EMPTY)),
        Some(message) => message,
        None if is_anew => session::amendable(&root)?.1,
        None => made_up(&git, &found.due())?,
    };
    if matches.get_flag("dry-run") {
        let n = found.due().len().to_string();
        say(call, &WOULD.with(&[("n", &n)]), &message);
        return Ok(Exit::Clean);
    }
    let made = if is_anew {
        session::amend(&root, &message, call.audience())?
    } else {
        session::commit_found(&root, &found, &message, call.audience())?
    };
    tell(call, &root, &made, (is_anew, &message));
    Ok(Exit::Clean)
}

fn given(matches: &ArgMatches) -> Option<String> {
    let parts: Vec<&String> = matches.get_many("message")?.collect();
    Some(
        parts
            .iter()
            .map(|part| part.as_str())
            .collect::<Vec<_>>()
            .join("\n\n"),
    )
}

/// The message that tells what changed.
fn made_up(git: &Git, due: &[FileChange]) -> Result<String, SessionError> {
    let catalog = registers(git, &Snapshot::WorkTree)?;
    let title = |change: &FileChange, lang: Lang| called(&catalog, git, change, lang);
    let message = commit_message(&catalog, due, &title);
    Ok(message.ok_or(StoreError::NothingToCommit)?)
}

fn tell(call: &mut Call<'_>, root: &Root, made: &Made, (is_anew, message): (bool, &str)) {
    let id = ("id", &*made.id);
    let head = if is_anew {
        ANEW.with(&[id])
    } else {
        DONE.with(&[id, ("n", &made.files.to_string())])
    };
    say(call, &head, message);
    if !made.is_by_git {
        call.out.line(PLAIN.of(call.look.lang));
    }
    if session::is_detached(root) {
        call.out.line(NO_BRANCH.of(call.look.lang));
    }
}

/// A heading with the message below it.
fn say(call: &mut Call<'_>, head: &Message, message: &str) {
    call.out.line(head.of(call.look.lang));
    for line in message.trim_end().lines() {
        call.out.line(&format!("  {}", visible(line)));
    }
}

impl Call<'_> {
    /// The catalog in a work tree: the one thing in which there is something to commit.
    pub(super) fn work_tree(&self) -> Result<Root, Failure> {
        const BARE: Words = words(
            "这是裸仓库，没有可改动的文件",
            "this repository is bare and has no files to change",
        );
        const CLONE: Words = words(
            "用 git clone 克隆一份，在那里做",
            "clone it with git clone, and do it there",
        );
        let is_bare = || Git::bare(&self.folder, "HEAD").is_ok();
        match self.root() {
            Err(_) if is_bare() => Err(Failure::new(BARE).hint(CLONE)),
            root => root,
        }
    }

    /// Who hears git: the terminal is its own while it works.
    pub(super) fn audience(&mut self) -> Audience<'static> {
        // What was said before stands before what git says.
        self.out.flush();
        Audience::Terminal
    }
}
