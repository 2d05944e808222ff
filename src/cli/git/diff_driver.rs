//! `mulu git diff-driver`: shows git's difference of one file field by field. git calls it with seven arguments,
//! with nine where a file was renamed, and with one where it is not merged yet.

use std::path::Path;
use std::sync::Arc;

use clap::{Arg, ArgMatches, Command};

use crate::cli::Exit;
use crate::cli::call::Call;
use crate::cli::failure::Failure;
use crate::cli::git::{apart, standard};
use crate::report::{Changes, amendments_human};
use crate::session::amended;
use crate::store::read_bytes;
use crate::text::{Lang, Words, visible, words};

const ABOUT: Words = words(
    "git 的比较驱动：按字段显示一个文件的改动（由 git 调用）",
    "git's diff driver: shows the change of a file field by field (called by git)",
);
const USAGE: Words = words(
    "mulu git diff-driver PATH OLD OLD-HEX OLD-MODE NEW NEW-HEX NEW-MODE [NEW-PATH INFO]",
    "mulu git diff-driver PATH OLD OLD-HEX OLD-MODE NEW NEW-HEX NEW-MODE [NEW-PATH INFO]",
);
const ARGS: Words = words(
    "git 给的参数：路径，原文件，原编号，原权限，新文件，新编号，新权限；改名时再加新路径和说明",
    "What git gives: path, old file, its id and mode, new file, its id and mode; of a renamed file its new path and a note",
);
const UNMERGED: Words = words("{path}：合并尚未完成", "{path}: not merged yet");
const NOT_SO: Words = words(
    "git 的比较驱动要 1、7 或 9 个参数",
    "a diff driver of git takes 1, 7 or 9 arguments",
);
/// What git gives for a side that is not there.
const NO_FILE: &str = "/dev/null";

pub(super) fn command(lang: Lang) -> Command {
    Command::new("diff-driver")
        .about(ABOUT.of(lang))
        .override_usage(USAGE.of(lang))
        .arg(
            Arg::new("args")
                .value_name("ARG")
                .num_args(1..)
                .required(true)
                .help(ARGS.of(lang)),
        )
}

pub(super) fn run(matches: &ArgMatches, call: &mut Call<'_>) -> Result<Exit, Failure> {
    let args = matches.get_many::<String>("args").into_iter().flatten();
    let args: Vec<&str> = args.map(String::as_str).collect();
    let (path, old, new, renamed) = match args.as_slice() {
        [path] => {
            let said = UNMERGED.with(&[("path", path)]);
            call.out.line(&visible(said.of(call.look.lang)));
            return Ok(Exit::Clean);
        }
        [path, old, _, _, new, _, _] => (*path, *old, *new, None),
        [path, old, _, _, new, _, _, renamed, _] => (*path, *old, *new, Some(*renamed)),
        _ => return Err(Failure::new(NOT_SO)),
    };
    let (root, below) = apart(call, renamed.unwrap_or(path));
    let was = renamed.map(|_| path);
    let (before, after) = (side(call, old)?, side(call, new)?);
    let path = format!("catalog/{below}");
    let found = amended(
        &Arc::new(standard(root.as_ref())?),
        (&path, was),
        (before.as_deref(), after.as_deref()),
        call.today,
    );
    let changes = Changes {
        catalog: &found.catalog,
        old,
        new,
        files: &found.files,
    };
    if !found.files.is_empty() {
        let text = amendments_human(&changes, &call.look);
        call.out.write(&text);
    }
    Ok(Exit::Clean)
}

fn side(call: &Call<'_>, file: &str) -> Result<Option<Vec<u8>>, Failure> {
    if file == NO_FILE {
        return Ok(None);
    }
    Ok(Some(read_bytes(&call.full(Path::new(file)))?))
}
