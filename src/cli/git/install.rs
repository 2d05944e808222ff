//! `mulu git install`: tells git to call the program, or no longer.

use clap::{Arg, ArgAction, ArgMatches, Command};

use crate::cli::Exit;
use crate::cli::call::Call;
use crate::cli::failure::Failure;
use crate::session::merge_driver;
use crate::store::{Git, GitSetting};
use crate::text::{Lang, Words, words};

const ABOUT: Words = words(
    "在这个仓库里让 git 用 mulu 比较和合并",
    "Have git use mulu to compare and merge in this repository",
);
const USAGE: Words = words("mulu git install [选项]", "mulu git install [OPTIONS]");
const UNDO: Words = words("撤回所设的一切", "Take back all that was set");
const AFTER: Words = words(
    "设置写在本仓库的 git 配置里（diff.mulu.*、merge.mulu.*），文件范围写在目录旁的 .gitattributes 里；把它提交，
别人各自运行一次 mulu git install 即可。此后 git diff、git log -p --ext-diff 按字段显示，git merge、git rebase 按字段合并。
git diff --no-ext-diff 仍按行显示。退出码：0 已设好，2 没有做成。",
    "Settings go into the git configuration of this repository (diff.mulu.*, merge.mulu.*), and which files they are
for into .gitattributes beside the catalog; commit that, and others run mulu git install once themselves. From then
on git diff and git log -p --ext-diff show fields, and git merge and git rebase join fields. git diff --no-ext-diff
still shows lines. Exit: 0 set, 2 could not do it.",
);
const SET: Words = words(
    "已设好：git 用 mulu 比较和合并目录文件",
    "git now compares and merges the catalog with mulu",
);
const COMMIT: Words = words(
    ".gitattributes 已改，提交后对大家有效",
    ".gitattributes was changed; commit it so that it holds for everybody",
);
const AS_BEFORE: Words = words(
    "原已设好，没有改动",
    "it was set already; nothing was changed",
);
const TAKEN_BACK: Words = words("已撤回", "taken back");
const NOTHING: Words = words("没有可撤回的", "there was nothing to take back");

/// What the settings are called.
const DIFF: &str = "diff.mulu.command";
const MERGE: &str = "merge.mulu.driver";
const MERGE_NAME: &str = "merge.mulu.name";
/// Which files they are for.
const ATTRIBUTES: [&str; 2] = [
    "/catalog/**/*.yaml diff=mulu merge=mulu",
    "/schemas/*.yaml diff=mulu merge=mulu",
];

pub(super) fn command(lang: Lang) -> Command {
    Command::new("install")
        .about(ABOUT.of(lang))
        .override_usage(USAGE.of(lang))
        .after_help(AFTER.of(lang))
        .arg(
            Arg::new("undo")
                .long("undo")
                .action(ArgAction::SetTrue)
                .help(UNDO.of(lang)),
        )
}

pub(super) fn run(matches: &ArgMatches, call: &mut Call<'_>) -> Result<Exit, Failure> {
    let git = Git::open(&call.root()?)?;
    let said = if matches.get_flag("undo") {
        undo(&git)?
    } else {
        install(&git, &call.program)?
    };
    for line in said {
        call.out.line(line.of(call.look.lang));
    }
    Ok(Exit::Clean)
}

fn install(git: &Git, program: &str) -> Result<Vec<Words>, Failure> {
    let setting = |name, value: String| GitSetting { name, value };
    let settings = [
        setting(DIFF, format!("{program} git diff-driver")),
        setting(MERGE, merge_driver(program)),
        setting(MERGE_NAME, "mulu: field by field".to_owned()),
    ];
    let has_set = git.set(&settings)?;
    let has_added = git.add_attributes(&ATTRIBUTES)?;
    Ok(match (has_set, has_added) {
        (false, false) => vec![AS_BEFORE],
        (_, true) => vec![SET, COMMIT],
        (true, false) => vec![SET],
    })
}

fn undo(git: &Git) -> Result<Vec<Words>, Failure> {
    let was_set = git.unset(&[DIFF, MERGE, MERGE_NAME])?;
    let was_added = git.remove_attributes()?;
    Ok(vec![if was_set || was_added {
        TAKEN_BACK
    } else {
        NOTHING
    }])
}
