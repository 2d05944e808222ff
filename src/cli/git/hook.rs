//! `mulu git hook`: what git asks before it takes a commit, and a server before it takes a push.

use std::io::BufRead;

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgMatches, Command};

use crate::cli::call::Call;
use crate::cli::failure::Failure;
use crate::cli::since::{Compared, is_nothing};
use crate::cli::{Exit, check};
use crate::session::Target;
use crate::store::{Git, Root, Snapshot, StoreError};
use crate::text::{Lang, Words, visible, words};

const ABOUT: Words = words(
    "作为 git 钩子运行：检查将要提交或推送的改动，有问题就拦下",
    "Run as a hook of git: judge what is to be committed or pushed, and refuse what breaks something",
);
const USAGE: Words = words(
    "mulu git hook <pre-commit|pre-receive> [选项]",
    "mulu git hook <pre-commit|pre-receive> [OPTIONS]",
);
const NAME: Words = words(
    "pre-commit（本机，看暂存区）或 pre-receive（服务器，看推来的提交）",
    "pre-commit (here, what is staged) or pre-receive (on a server, what is pushed)",
);
const AFTER: Words = words(
    "只拦新出的问题，原有的不算。mulu git example pre-receive 和 mulu git example pre-commit 给出可用的钩子文件。
退出码：0 放行，1 拦下，2 没有做成（git 也会拦下）。",
    "Only new findings count, not those that were there. mulu git example pre-receive and mulu git example pre-commit
give hooks that can be used. Exit: 0 let through, 1 refused, 2 could not do it (git refuses too).",
);

pub(super) fn command(lang: Lang) -> Command {
    Command::new("hook")
        .about(ABOUT.of(lang))
        .override_usage(USAGE.of(lang))
        .after_help(AFTER.of(lang))
        .arg(
            Arg::new("name")
                .value_name("NAME")
                .required(true)
                .hide_possible_values(true)
                .value_parser(PossibleValuesParser::new(["pre-commit", "pre-receive"]))
                .help(NAME.of(lang)),
        )
        .args(check::telling(lang))
}

pub(super) fn run(matches: &ArgMatches, call: &mut Call<'_>) -> Result<Exit, Failure> {
    let name = matches.get_one::<String>("name").map(String::as_str);
    if name == Some("pre-receive") {
        return pre_receive(matches, call);
    }
    // A commit in a repository without a catalog is none of ours.
    let Some(root) = Root::find(&call.folder) else {
        return Ok(Exit::Clean);
    };
    let mut git = Git::open(&root)?;
    if let Some(index) = &call.index {
        git.use_index(&call.full(index))?;
    }
    let old = git
        .revision("HEAD")
        .map_or(Snapshot::Nothing, Snapshot::Revision);
    let compared = Compared::of(git, "HEAD", old, Snapshot::Index);
    check::changed(&compared, (matches, None), call)
}

/// Judges each branch that is pushed; git hands in a line for each: old id, new id, name.
fn pre_receive(matches: &ArgMatches, call: &mut Call<'_>) -> Result<Exit, Failure> {
    let mut end = Exit::Clean;
    for line in std::io::stdin().lock().split(b'\n').map_while(Result::ok) {
        let line = String::from_utf8_lossy(&line).into_owned();
        let mut words = line.splitn(3, ' ');
        let (Some(old), Some(new), Some(name)) = (words.next(), words.next(), words.next()) else {
            continue;
        };
        let Some(branch) = name
            .strip_prefix("refs/heads/")
            .filter(|_| !is_nothing(new))
        else {
            continue;
        };
        if let Some(compared) = pushed((old, new), branch, call)? {
            call.out.line(&visible(branch));
            if check::changed(&compared, (matches, None), call)? == Exit::Findings {
                end = Exit::Findings;
            }
        }
    }
    Ok(end)
}

/// What is pushed to a branch beside what it has; a new branch stands beside where it left the main one. `None`
/// if there is no catalog in it.
fn pushed(
    (old, new): (&str, &str),
    branch: &str,
    call: &Call<'_>,
) -> Result<Option<Compared>, Failure> {
    // Where the catalog lies is told by the branch: a push does not get rid of what judges it by moving it away.
    let known = if is_nothing(old) { "HEAD" } else { old };
    let receiving = |revision| Git::receiving(&call.folder, call.waiting.as_deref(), revision);
    let git = match receiving(known).or_else(|_| receiving(new)) {
        Err(StoreError::NoCatalogIn(_)) => return Ok(None),
        git => git?,
    };
    let new = git.revision(new)?;
    let is_replaced = !is_nothing(old);
    let target = if is_replaced {
        Some(git.revision(old)?)
    } else {
        git.revision("HEAD").ok()
    };
    let old = match &target {
        Some(old) if is_replaced => Some(old.clone()),
        Some(main) => git.fork(main, &new).ok(),
        None => None,
    };
    let old = old.map_or(Snapshot::Nothing, Snapshot::Revision);
    let compared = Compared::of(git, branch, old, Snapshot::Revision(new));
    let target = target.map(|revision| Target {
        revision,
        is_replaced,
    });
    Ok(Some(compared.judged_by(target)))
}
