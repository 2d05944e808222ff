//! `mulu init`: a new catalog.

use std::path::PathBuf;

use clap::{Arg, ArgMatches, Command};

use crate::cli::Exit;
use crate::cli::call::Call;
use crate::cli::failure::Failure;
use crate::session;
use crate::text::{Lang, Words, visible, words};

const ABOUT: Words = words("新建一个目录", "Make a new catalog");
const USAGE: Words = words("mulu init [选项] DIR", "mulu init [OPTIONS] DIR");
const DIR: Words = words(
    "放目录的文件夹；没有就新建，已有目录的不动",
    "The folder for it; made if it is not there, left alone if it holds a catalog",
);
const DONE: Words = words(
    "已在 {path} 新建目录：两个示例事项、登记簿、标准（schemas/）。

接下来：
  1. 把 catalog/ 下 mulu.yaml、divisions.yaml、bodies.yaml 里的示例换成本地的
  2. mulu check -C {path}
  3. mulu new base --help 新增事项；mulu -C {path} 打开界面
  4. cd {path}，git add .，git commit -m \"新建目录\"
",
    "Made a catalog at {path}: two sample matters, the registers, the standard (schemas/).

Next:
  1. replace the samples in mulu.yaml, divisions.yaml and bodies.yaml below catalog/ with your own
  2. mulu check -C {path}
  3. mulu new base --help adds a matter; mulu -C {path} opens the screen
  4. cd {path}, git add ., git commit -m \"A new catalog\"
",
);

pub(super) fn command(lang: Lang) -> Command {
    Command::new("init")
        .about(ABOUT.of(lang))
        .override_usage(USAGE.of(lang))
        .arg(
            Arg::new("dir")
                .value_name("DIR")
                .required(true)
                .value_parser(clap::value_parser!(PathBuf))
                .help(DIR.of(lang)),
        )
}

pub(super) fn run(matches: &ArgMatches, call: &mut Call<'_>) -> Result<Exit, Failure> {
    let folder = matches
        .get_one::<PathBuf>("dir")
        .cloned()
        .unwrap_or_default();
    session::create(&call.full(&folder))?;
    let path = visible(&folder.display().to_string()).into_owned();
    call.out
        .write(DONE.with(&[("path", &path)]).of(call.look.lang));
    Ok(Exit::Clean)
}
