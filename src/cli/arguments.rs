//! The command line as a whole: what every command takes, and how help looks in both languages.

use std::ffi::OsString;
use std::str::FromStr;

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ArgMatches, Command};
use jiff::civil::Date;

use crate::cli::SUBCOMMANDS;
use crate::text::{Lang, Words, words};

const ABOUT: Words = words(
    "mulu（目录）：政务服务事项目录的编目台。不带命令运行时打开界面。",
    "mulu: the desk for catalogs of government service matters. Without a command it opens the screen.",
);
const USAGE: Words = words("mulu [选项] [命令]", "mulu [OPTIONS] [COMMAND]");
const AFTER: Words = words(
    "退出码：0 没有问题，1 有达到门槛的问题，2 没有做成。
语言随 LC_ALL、LC_MESSAGES、LANG；C 和 POSIX 终端可能显示不了中文，用英文。
颜色听从 NO_COLOR、CLICOLOR_FORCE；宽度听从 COLUMNS，“ ” … · 的宽度听从 MULU_AMBIGUOUS_WIDTH。",
    "Exit: 0 clean, 1 findings at or above the threshold, 2 could not be done.
The language follows LC_ALL, LC_MESSAGES, LANG; C and POSIX mean English, since such a terminal may not
show Chinese. Colours follow NO_COLOR and CLICOLOR_FORCE, the width follows COLUMNS; that of
“ ” … · follows MULU_AMBIGUOUS_WIDTH.",
);
const AMBIGUOUS: Words = words(
    "终端把 “ ” … · 画成几格宽：1（默认）或 2",
    "Cells in which the terminal draws “ ” … ·: 1 (the default) or 2",
);
const LANG: Words = words("界面语言：zh 或 en", "Language: zh or en");
const COLOR: Words = words(
    "颜色：auto（终端上才有）、always 或 never",
    "Colours: auto (only on a terminal), always or never",
);
const TODAY: Words = words(
    "当作今天的日期（YYYY-MM-DD），默认为系统日期",
    "The date taken as today (YYYY-MM-DD), by default the system's",
);
const CATALOG: Words = words(
    "在此文件夹（或其上级）找目录，默认为当前文件夹",
    "Look for the catalog in this folder or above it, by default the current one",
);
const HELP: Words = words("显示帮助", "Show help");
const VERSION: Words = words("显示版本", "Show the version");
const FORMAT: Words = words(
    "human（给人看，默认）或 json",
    "human (the default) or json",
);
const NOT_WHOLE: Words = words("要写不小于 0 的整数", "must be a whole number, 0 or more");
const NOT_A_DATE: Words = words(
    "要写成 YYYY-MM-DD，并且确有这一天",
    "must be a day that exists, as YYYY-MM-DD",
);

/// The whole command line.
pub(super) fn program(lang: Lang, width: Option<usize>) -> Command {
    let subcommands = SUBCOMMANDS
        .iter()
        .map(|subcommand| (subcommand.command)(lang));
    let version = Arg::new("version")
        .short('V')
        .long("version")
        .action(ArgAction::Version)
        .display_order(902)
        .help(VERSION.of(lang));
    let program = Command::new("mulu")
        .version(env!("CARGO_PKG_VERSION"))
        .no_binary_name(true)
        .disable_version_flag(true)
        .about(ABOUT.of(lang))
        .override_usage(USAGE.of(lang))
        .after_help(AFTER.of(lang))
        .args(everywhere(lang))
        .arg(version)
        .arg(ambiguous(lang))
        .subcommands(subcommands);
    let program = match width {
        Some(width) => program.term_width(width),
        None => program,
    };
    dress(program, lang)
}

/// How wide the terminal draws what Unicode leaves open; stands before the command.
fn ambiguous(lang: Lang) -> Arg {
    option("ambiguous", "N", AMBIGUOUS, lang)
        .display_order(804)
        .value_parser(PossibleValuesParser::new(["1", "2"]))
}

/// What every command takes.
fn everywhere(lang: Lang) -> [Arg; 4] {
    let date = move |text: &str| {
        text.parse::<Date>()
            .map_err(|_| NOT_A_DATE.of(lang).to_owned())
    };
    let global = |name: &'static str, value: &'static str, order: usize, help: Words| {
        option(name, value, help, lang)
            .global(true)
            .display_order(order)
    };
    [
        global("catalog", "DIR", 800, CATALOG)
            .short('C')
            .value_parser(clap::value_parser!(std::path::PathBuf)),
        global("lang", "LANG", 801, LANG).value_parser(PossibleValuesParser::new(["zh", "en"])),
        global("color", "WHEN", 802, COLOR)
            .value_parser(PossibleValuesParser::new(["auto", "always", "never"])),
        global("today", "DATE", 803, TODAY).value_parser(date),
    ]
}

/// An option with a value, described in one language.
pub(super) fn option(name: &'static str, value: &'static str, help: Words, lang: Lang) -> Arg {
    Arg::new(name)
        .long(name)
        .value_name(value)
        .hide_possible_values(true)
        .help(help.of(lang))
}

/// `--format human|json`.
pub(super) fn format(lang: Lang) -> Arg {
    option("format", "FORMAT", FORMAT, lang)
        .value_parser(PossibleValuesParser::new(["human", "json"]))
}

/// A parser of whole numbers that says in one language what is wrong.
pub(super) fn whole<N: FromStr + Clone + Send + Sync + 'static>(
    lang: Lang,
) -> impl Fn(&str) -> Result<N, String> + Clone + Send + Sync + 'static {
    move |text: &str| text.parse().map_err(|_| NOT_WHOLE.of(lang).to_owned())
}

/// Whether the output is for a machine.
pub(super) fn is_json(matches: &ArgMatches) -> bool {
    matches
        .get_one::<String>("format")
        .is_some_and(|format| format == "json")
}

/// An argument's text; empty if it was not given.
pub(super) fn text<'m>(matches: &'m ArgMatches, name: &str) -> &'m str {
    matches.get_one::<String>(name).map_or("", String::as_str)
}

/// Gives a command and those below it a help flag and help in one language.
fn dress(command: Command, lang: Lang) -> Command {
    let help = Arg::new("help")
        .short('h')
        .long("help")
        .action(ArgAction::Help)
        .display_order(901)
        .help(HELP.of(lang));
    let has_arguments = command.get_positionals().next().is_some();
    let template = template(lang, command.has_subcommands(), has_arguments);
    command
        .disable_help_flag(true)
        .disable_help_subcommand(true)
        .arg(help)
        .help_template(template)
        .mut_subcommands(|below| dress(below, lang))
}

fn template(lang: Lang, commands: bool, arguments: bool) -> String {
    let part = |is_there: bool, heading: Words, tag: &str| {
        let text = format!("\n\n{}\n{{{tag}}}", heading.of(lang));
        if is_there { text } else { String::new() }
    };
    [
        "{about}\n\n",
        words("用法：{usage}", "Usage: {usage}").of(lang),
        &part(commands, words("命令：", "Commands:"), "subcommands"),
        &part(arguments, words("参数：", "Arguments:"), "positionals"),
        &part(true, words("选项：", "Options:"), "options"),
        "{after-help}\n",
    ]
    .concat()
}

/// The language asked for on the command line, found before the line is parsed, since what is said about
/// the line is to be in that language.
pub(super) fn early_lang(args: &[OsString]) -> Option<Lang> {
    let words: Vec<_> = args.iter().map(|arg| arg.to_string_lossy()).collect();
    let joined = words.iter().find_map(|word| word.strip_prefix("--lang="));
    let separate = words
        .iter()
        .zip(words.iter().skip(1))
        .find(|(word, _)| *word == "--lang")
        .map(|(_, value)| value.as_ref());
    joined.or(separate).and_then(Lang::from_word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_is_known_before_the_line_is_parsed() {
        let lang = |line: &str| {
            let args: Vec<OsString> = line.split(' ').map(OsString::from).collect();
            early_lang(&args)
        };
        assert_eq!(lang("check --lang en"), Some(Lang::En));
        assert_eq!(lang("--lang=zh chekc"), Some(Lang::Zh));
        assert_eq!(lang("check --lang fr"), None);
    }

    #[test]
    fn the_command_line_is_sound_in_both_languages() {
        program(Lang::Zh, None).debug_assert();
        program(Lang::En, Some(40)).debug_assert();
    }
}
