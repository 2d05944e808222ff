//! `mulu completions`: what a shell needs to complete commands, options, codes of rules and paths.

use clap::builder::{PossibleValue, PossibleValuesParser};
use clap::{Arg, ArgMatches, Command};
use clap_complete::{Shell, generate};

use crate::cli::call::Call;
use crate::cli::failure::Failure;
use crate::cli::{Exit, SUBCOMMANDS, arguments};
use crate::findings::Status;
use crate::rules::{RULES, Rule};
use crate::text::{Lang, Words, words};

const ABOUT: Words = words(
    "输出命令行补全脚本",
    "Print what a shell needs to complete commands",
);
const USAGE: Words = words("mulu completions SHELL", "mulu completions SHELL");
const SHELL: Words = words(
    "bash、zsh、fish、powershell 或 elvish",
    "bash, zsh, fish, powershell or elvish",
);
const AFTER: Words = words(
    "bash：mulu completions bash > ~/.local/share/bash-completion/completions/mulu
zsh：mulu completions zsh > 某个在 $fpath 里的文件夹/_mulu
fish：mulu completions fish > ~/.config/fish/completions/mulu.fish",
    "bash: mulu completions bash > ~/.local/share/bash-completion/completions/mulu
zsh: mulu completions zsh > a folder in $fpath/_mulu
fish: mulu completions fish > ~/.config/fish/completions/mulu.fish",
);

pub(super) fn command(lang: Lang) -> Command {
    Command::new("completions")
        .about(ABOUT.of(lang))
        .override_usage(USAGE.of(lang))
        .after_help(AFTER.of(lang))
        .arg(
            Arg::new("shell")
                .value_name("SHELL")
                .required(true)
                .hide_possible_values(true)
                .value_parser(clap::value_parser!(Shell))
                .help(SHELL.of(lang)),
        )
}

#[expect(clippy::unnecessary_wraps, reason = "every command has this form")]
pub(super) fn run(matches: &ArgMatches, call: &mut Call<'_>) -> Result<Exit, Failure> {
    let Some(shell) = matches.get_one::<Shell>("shell").copied() else {
        return Ok(Exit::Failed);
    };
    let mut script = Vec::new();
    let mut program = with_candidates(arguments::program(call.look.lang, None), call.look.lang);
    generate(shell, &mut program, "mulu", &mut script);
    let mut script = String::from_utf8_lossy(&script).into_owned();
    if shell == Shell::Bash {
        script = without_places(&script);
    }
    call.out.write(&script);
    Ok(Exit::Clean)
}

/// The command line with what could stand in its places. The one that reads arguments has no such list,
/// since it says more about a wrong code than that it is not on a list.
fn with_candidates(program: Command, lang: Lang) -> Command {
    let commands = SUBCOMMANDS.iter().map(|subcommand| subcommand.name);
    let commands: Vec<PossibleValue> = commands.map(PossibleValue::new).collect();
    let fill = |arg: Arg| match arg.get_id().as_str() {
        "code" | "rule" | "select" | "ignore" => {
            arg.value_parser(PossibleValuesParser::new(codes(lang)))
        }
        "command" => arg.value_parser(PossibleValuesParser::new(commands.clone())),
        _ => arg,
    };
    program.mut_subcommands(|command| match command.get_name() {
        "check" | "fix" | "explain" | "help" => command.mut_args(&fill),
        _ => command,
    })
}

/// The code of each rule in force, with its title.
fn codes(lang: Lang) -> Vec<PossibleValue> {
    let in_force = RULES
        .iter()
        .filter(|rule| matches!(rule.info.status, Status::Stable { .. }));
    let value = |rule: &&Rule| {
        let title = rule.info.read_page().title;
        PossibleValue::new(rule.info.code).help(title.of(lang).to_owned())
    };
    in_force.map(value).collect()
}

/// The script without `[PATH]` and the like among the words that it offers.
fn without_places(script: &str) -> String {
    let line = |line: &str| {
        let (head, rest) = line.split_once("opts=\"")?;
        let (words, tail) = rest.split_once('"')?;
        let words = words
            .split(' ')
            .filter(|word| !word.starts_with(['[', '<']));
        let words: Vec<&str> = words.collect();
        Some(format!("{head}opts=\"{}\"{tail}", words.join(" ")))
    };
    let lines = script.split_inclusive('\n');
    lines
        .map(|text| line(text).unwrap_or_else(|| text.to_owned()))
        .collect()
}
