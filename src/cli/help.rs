//! `mulu help`: how a command is used.

use clap::{Arg, ArgAction, ArgMatches, Command};

use crate::cli::call::Call;
use crate::cli::failure::Failure;
use crate::cli::{Exit, arguments};
use crate::text::{Lang, Words, words};

const ABOUT: Words = words("说明一个命令的用法", "Show how a command is used");
const COMMAND: Words = words(
    "命令，如 check，或 new base",
    "The command, such as check, or new base",
);

pub(super) fn command(lang: Lang) -> Command {
    Command::new("help")
        .about(ABOUT.of(lang))
        .override_usage(words("mulu help [命令]", "mulu help [COMMAND]").of(lang))
        .arg(
            Arg::new("command")
                .value_name("COMMAND")
                .action(ArgAction::Append)
                .num_args(0..)
                .help(COMMAND.of(lang)),
        )
}

pub(super) fn run(matches: &ArgMatches, call: &mut Call<'_>) -> Result<Exit, Failure> {
    let mut command = arguments::program(call.look.lang, Some(call.look.width));
    command.build();
    let mut found = &mut command;
    for name in matches.get_many::<String>("command").into_iter().flatten() {
        found = found
            .find_subcommand_mut(name)
            .ok_or_else(|| unknown(name))?;
    }
    let text = found.render_help().to_string();
    call.out.write(&text);
    Ok(Exit::Clean)
}

fn unknown(name: &str) -> Failure {
    let message = words("没有“{command}”这个命令", "there is no command {command}");
    Failure::new(message.with(&[("command", name)])).hint(words(
        "mulu help 列出所有命令",
        "mulu help lists every command",
    ))
}

/// The screen was asked for where it cannot be shown.
pub(super) fn no_terminal() -> Failure {
    Failure::new(words(
        "这里不是终端，打不开界面",
        "this is not a terminal, so the screen cannot open",
    ))
    .hint(words(
        "用 mulu check 检查目录；mulu help 列出所有命令",
        "check a catalog with mulu check; mulu help lists every command",
    ))
}
