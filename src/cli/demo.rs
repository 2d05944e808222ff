//! `mulu demo`: a copy of the sample catalog to try things on.

use std::path::PathBuf;

use clap::{Arg, ArgMatches, Command};

use crate::cli::Exit;
use crate::cli::call::Call;
use crate::cli::failure::Failure;
use crate::session;
use crate::store;
use crate::text::{Lang, Words, visible, words};

const ABOUT: Words = words(
    "解开自带的样例目录，供试用",
    "Unpack the sample catalog to try things on",
);
const USAGE: Words = words("mulu demo [选项] [DIR]", "mulu demo [OPTIONS] [DIR]");
const DIR: Words = words(
    "放样例的文件夹；默认新建一个临时文件夹",
    "The folder for it; by default a new temporary one",
);
const NONE: Words = words(
    "这个程序没有自带样例目录",
    "this program carries no sample catalog",
);
const DONE: Words = words(
    "样例目录在 {path}
  mulu -C {path}         打开界面
  mulu -C {path} check   检查
",
    "The sample catalog is in {path}
  mulu -C {path}         opens the screen
  mulu -C {path} check   checks it
",
);

pub(super) fn command(lang: Lang) -> Command {
    Command::new("demo")
        .about(ABOUT.of(lang))
        .override_usage(USAGE.of(lang))
        .arg(
            Arg::new("dir")
                .value_name("DIR")
                .value_parser(clap::value_parser!(PathBuf))
                .help(DIR.of(lang)),
        )
}

pub(super) fn run(matches: &ArgMatches, call: &mut Call<'_>) -> Result<Exit, Failure> {
    if !session::has_demo() {
        return Err(
            Failure::new(NONE).hint(words("用 mulu init 新建一个", "make one with mulu init"))
        );
    }
    let folder = match matches.get_one::<PathBuf>("dir") {
        Some(folder) => call.full(folder),
        None => store::fresh_folder("mulu-demo-")?,
    };
    let root = session::unpack(&folder)?;
    let path = visible(&root.path().display().to_string()).into_owned();
    call.out
        .write(DONE.with(&[("path", &path)]).of(call.look.lang));
    Ok(Exit::Clean)
}
