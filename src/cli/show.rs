//! `mulu show`: the effective record of a matter, and where each value comes from.

use clap::{Arg, ArgMatches, Command};

use crate::cli::call::Call;
use crate::cli::failure::Failure;
use crate::cli::{Exit, arguments, find};
use crate::report;
use crate::text::{Lang, Words, words};

const ABOUT: Words = words(
    "显示一个事项的有效内容，以及每个值来自哪里",
    "Show what holds for a matter, and where each value comes from",
);
const USAGE: Words = words("mulu show [选项] CODE", "mulu show [OPTIONS] CODE");
const CODE: Words = words(
    "基本编码、实施编码，或文件路径",
    "A base code, an implementation code, or a path",
);

pub(super) fn command(lang: Lang) -> Command {
    Command::new("show")
        .about(ABOUT.of(lang))
        .override_usage(USAGE.of(lang))
        .arg(
            Arg::new("code")
                .value_name("CODE")
                .required(true)
                .help(CODE.of(lang)),
        )
        .arg(arguments::format(lang))
}

pub(super) fn run(matches: &ArgMatches, call: &mut Call<'_>) -> Result<Exit, Failure> {
    let session = call.open()?;
    let catalog = session.catalog();
    let id = find::matter(
        catalog,
        session.root(),
        call,
        arguments::text(matches, "code"),
    )?;
    let text = if arguments::is_json(matches) {
        report::record_json(catalog, id, call.look.lang)
    } else {
        report::record(catalog, id, &call.look)
    };
    call.out.write(&text);
    Ok(Exit::Clean)
}
