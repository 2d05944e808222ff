//! `mulu sync`: the branch at hand and its remote brought together.

use clap::{Arg, ArgAction, ArgMatches, Command};

use crate::cli::call::Call;
use crate::cli::failure::Failure;
use crate::cli::{Exit, arguments};
use crate::session::{self, Join, SyncWish, Synced};
use crate::text::{Lang, Words, visible, words};

const ABOUT: Words = words(
    "与远程同步：取回、按字段合入、推送",
    "Bring the branch and its remote together: fetch, join by field, push",
);
const USAGE: Words = words("mulu sync [选项]", "mulu sync [OPTIONS]");
const MERGE: Words = words(
    "两边都有新提交时合并（没有设置 pull.rebase 时的默认做法）",
    "Merge where both sides have new commits (what is done unless pull.rebase is set)",
);
const REBASE: Words = words(
    "两边都有新提交时变基：自己的提交重做在对方之后",
    "Rebase where both sides have new commits: your own are made anew after theirs",
);
const REMOTE: Words = words("与哪个远程同步", "The remote");
const NO_PUSH: Words = words("只取回和合入，不推送", "Fetch and join only, push nothing");
const CONTINUE: Words = words(
    "冲突取舍完后接着做",
    "Go on after everything that clashed is settled",
);
const ABORT: Words = words(
    "放弃停在半路的合入，回到同步之前",
    "Give up a join that waits; everything is as before the sync",
);
const LEASE: Words = words(
    "自己改过已推送的提交后用它替换远程上的；远程另有别人的提交时不做",
    "After you made your own pushed commits anew, have them replace those on the remote; refused if others have commits there",
);
const AFTER: Words = words(
    "由安装的 git 完成，账号、代理、签名都照你的设置；合入时按字段合并，不必先运行 mulu git install。
推送后给出请求合并的网址（见 mulu request）。不会强制推送，除非写了 --force-with-lease。
退出码：0 已同步，1 有冲突等待取舍，2 没有做成。",
    "The installed git does it, with your account, proxy and signature; files are joined field by field, with or without
mulu git install. After a push the address for a request is given (see mulu request). Nothing is ever pushed by
force but with --force-with-lease. Exit: 0 done, 1 conflicts wait, 2 could not do it.",
);
const GIVEN_UP: Words = words(
    "已放弃（{what}），一切回到同步之前",
    "given up ({what}); everything is as before the sync",
);

pub(super) fn command(lang: Lang) -> Command {
    let flag = |name: &'static str, help: Words| {
        let flag = Arg::new(name).long(name).action(ArgAction::SetTrue);
        flag.help(help.of(lang))
    };
    Command::new("sync")
        .about(ABOUT.of(lang))
        .override_usage(USAGE.of(lang))
        .after_help(AFTER.of(lang))
        .arg(flag("merge", MERGE).conflicts_with("rebase"))
        .arg(flag("rebase", REBASE))
        .arg(arguments::option("remote", "NAME", REMOTE, lang))
        .arg(flag("no-push", NO_PUSH))
        .arg(flag("continue", CONTINUE).conflicts_with_all(["abort", "force-with-lease"]))
        .arg(flag("abort", ABORT).conflicts_with("force-with-lease"))
        .arg(flag("force-with-lease", LEASE))
}

pub(super) fn run(matches: &ArgMatches, call: &mut Call<'_>) -> Result<Exit, Failure> {
    let root = call.work_tree()?;
    let lang = call.look.lang;
    if matches.get_flag("abort") {
        let what = session::give_up(&root, call.audience())?;
        call.out.line(GIVEN_UP.with(&[("what", what)]).of(lang));
        return Ok(Exit::Clean);
    }
    let join = match (matches.get_flag("rebase"), matches.get_flag("merge")) {
        (true, _) => Some(Join::Rebase),
        (_, true) => Some(Join::Merge),
        _ => None,
    };
    let wish = SyncWish {
        join,
        remote: matches.get_one::<String>("remote").cloned(),
        keeps_back: matches.get_flag("no-push"),
        replaces: matches.get_flag("force-with-lease"),
        program: call.program.clone(),
    };
    let act = if matches.get_flag("continue") {
        session::go_on
    } else {
        session::sync
    };
    let synced = act(&root, &wish, call.audience())?;
    for line in synced.told() {
        call.out.line(&visible(line.of(lang)));
    }
    Ok(match synced {
        Synced::Together(_) => Exit::Clean,
        Synced::Clashed { .. } => Exit::Findings,
    })
}
