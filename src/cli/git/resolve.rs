//! `mulu git resolve`: takes one side, or both, of what a merge has left in a file.

use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgGroup, ArgMatches, Command, value_parser};

use crate::change::Plan;
use crate::cli::call::Call;
use crate::cli::failure::Failure;
use crate::cli::scope::Scope;
use crate::cli::{Exit, afterwards};
use crate::merge::Side;
use crate::text::{Lang, Words, words};

const ABOUT: Words = words(
    "了结合并留下的冲突：取一边，或两边都要",
    "Settle what a merge has left: take one side, or both",
);
const USAGE: Words = words(
    "mulu git resolve <文件>... --ours|--theirs|--both",
    "mulu git resolve <FILE>... --ours|--theirs|--both",
);
const FILES: Words = words("有冲突的文件", "The files with conflicts");
const OURS: Words = words("取我方", "Take our side");
const THEIRS: Words = words("取对方", "Take their side");
const BOTH: Words = words(
    "两边都要，我方在前；代码、日期、选项只能取一边，取我方",
    "Keep both, ours first; of a code, a date or a choice only one can stay, and that is ours",
);
const DRY: Words = words(
    "只显示会怎样改，不写入",
    "Show what would change, write nothing",
);
const AFTER: Words = words(
    "文件里所有冲突都按同一边了结；要一处一处选择，请运行 mulu 打开界面，在冲突的字段上按 Enter。
写好后仍要用 git add 告诉 git 冲突已经了结。",
    "All conflicts of a file are settled the same way; to choose one by one run mulu and press Enter on the field.
git still has to be told with git add.",
);
const NONE: Words = words(
    "{path}：没有合并冲突",
    "{path}: no conflicts left by a merge",
);

pub(super) fn command(lang: Lang) -> Command {
    let flag = |name: &'static str, help: Words| {
        let flag = Arg::new(name).long(name).action(ArgAction::SetTrue);
        flag.help(help.of(lang))
    };
    Command::new("resolve")
        .about(ABOUT.of(lang))
        .override_usage(USAGE.of(lang))
        .after_help(AFTER.of(lang))
        .arg(
            Arg::new("files")
                .value_name("FILE")
                .required(true)
                .num_args(1..)
                .value_parser(value_parser!(PathBuf))
                .help(FILES.of(lang)),
        )
        .arg(flag("ours", OURS))
        .arg(flag("theirs", THEIRS))
        .arg(flag("both", BOTH))
        .arg(flag("dry-run", DRY))
        .group(
            ArgGroup::new("side")
                .args(["ours", "theirs", "both"])
                .required(true),
        )
}

pub(super) fn run(matches: &ArgMatches, call: &mut Call<'_>) -> Result<Exit, Failure> {
    let side = match (matches.get_flag("ours"), matches.get_flag("theirs")) {
        (true, _) => Side::Ours,
        (_, true) => Side::Theirs,
        _ => Side::Both,
    };
    let mut session = afterwards::open(call)?;
    let mut plan = Plan::default();
    let files = matches.get_many::<PathBuf>("files").into_iter().flatten();
    for file in files {
        let path = Scope::at(Some(file), call)?.below;
        let made = session.resolve(&path, side)?;
        if made.is_empty() {
            let shown = file.display().to_string();
            return Err(Failure::new(NONE.with(&[("path", &shown)])));
        }
        plan.changes.extend(made.changes);
    }
    afterwards::settle(call, &mut session, &plan, matches.get_flag("dry-run"))?;
    Ok(Exit::Clean)
}
