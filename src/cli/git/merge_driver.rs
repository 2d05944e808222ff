//! `mulu git merge-driver`: joins three files for git. Called as `merge-driver %O %A %B %L %P %X %Y`.

use std::path::{Path, PathBuf};

use clap::{Arg, ArgMatches, Command, value_parser};

use crate::cli::call::Call;
use crate::cli::failure::Failure;
use crate::cli::git::{apart, standard};
use crate::cli::{Exit, arguments};
use crate::session::join_files;
use crate::store::{read_bytes, write_atomically};
use crate::text::{Lang, Marks, Words, counted, words};

const ABOUT: Words = words(
    "git 的合并驱动：按字段和清单项三方合并（由 git 调用）",
    "git's merge driver: joins by field and by list element (called by git)",
);
const USAGE: Words = words(
    "mulu git merge-driver %O %A %B %L %P [%X %Y]",
    "mulu git merge-driver %O %A %B %L %P [%X %Y]",
);
const BASE: Words = words("共同的原文", "What both sides began with");
const OURS: Words = words(
    "我方；合并结果写回这里",
    "Our side; the result is written here",
);
const THEIRS: Words = words("对方", "Their side");
const SIZE: Words = words("冲突标记的长度", "How long a conflict sign is");
const FILE: Words = words("文件在仓库里的路径", "Path of the file in the repository");
const NAME: Words = words("这一方的名称", "What this side is called");
const AFTER: Words = words(
    "不同字段的改动合到一起；同一处两边都改了，就把两边的文字和冲突标记留在那个字段里，文件仍可读，mulu check 报告 S025。
退出码：0 已合并，1 有冲突。",
    "Changes of different fields are joined; where both sides changed the same, both texts stay in that field with
conflict signs around them: the file can still be read, and mulu check reports S025. Exit: 0 joined, 1 conflicts.",
);
const OUR_NAME: Words = words("我方", "ours");
const THEIR_NAME: Words = words("对方", "theirs");
const CLASHES: Words = words(
    "{path}：有 {n} 处两边都改了，请取舍",
    "{path}: both sides changed the same in {n}; choose between them",
);

pub(super) fn command(lang: Lang) -> Command {
    let file = |name: &'static str, value: &'static str, help: Words| {
        let file = Arg::new(name).value_name(value).required(true);
        file.value_parser(value_parser!(PathBuf))
            .help(help.of(lang))
    };
    let name = |name: &'static str, value: &'static str| {
        Arg::new(name).value_name(value).help(NAME.of(lang))
    };
    Command::new("merge-driver")
        .about(ABOUT.of(lang))
        .override_usage(USAGE.of(lang))
        .after_help(AFTER.of(lang))
        .arg(file("base", "O", BASE))
        .arg(file("ours", "A", OURS))
        .arg(file("theirs", "B", THEIRS))
        .arg(
            Arg::new("size")
                .value_name("L")
                .required(true)
                .value_parser(arguments::whole::<usize>(lang))
                .help(SIZE.of(lang)),
        )
        .arg(
            Arg::new("path")
                .value_name("P")
                .required(true)
                .help(FILE.of(lang)),
        )
        .arg(name("our-name", "X"))
        .arg(name("their-name", "Y"))
}

pub(super) fn run(matches: &ArgMatches, call: &mut Call<'_>) -> Result<Exit, Failure> {
    let file = |name: &str| {
        let path = matches.get_one::<PathBuf>(name);
        call.full(path.map_or(Path::new(""), PathBuf::as_path))
    };
    let files = ["base", "ours", "theirs"].map(file);
    let path = arguments::text(matches, "path");
    let (root, below) = apart(call, path);
    let lang = call.look.lang;
    let marks = Marks {
        ours: name(matches, "our-name", OUR_NAME.of(lang)),
        theirs: name(matches, "their-name", THEIR_NAME.of(lang)),
        size: matches
            .get_one::<usize>("size")
            .copied()
            .unwrap_or_default(),
    };
    let [base, ours, theirs] = &files;
    let sides = [read_bytes(base)?, read_bytes(ours)?, read_bytes(theirs)?];
    let sides = [&*sides[0], &*sides[1], &*sides[2]];
    let joined = join_files(&standard(root.as_ref())?, below, sides, marks);
    write_atomically(ours, &joined.bytes)?;
    if joined.clashes == 0 {
        return Ok(Exit::Clean);
    }
    let said = CLASHES.with(&[
        ("path", path),
        ("n", &counted(joined.clashes, "place", "places", lang)),
    ]);
    call.out.line(&crate::text::visible(said.of(lang)));
    Ok(Exit::Findings)
}

/// A git too old to know what a side is called leaves the sign for it as it is.
fn name<'n>(matches: &'n ArgMatches, side: &str, usual: &'n str) -> &'n str {
    let name = arguments::text(matches, side);
    let is_told = !name.is_empty() && !name.starts_with('%');
    if is_told { name } else { usual }
}
