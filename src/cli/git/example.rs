//! `mulu git example`: files with which hosts and git call the program, to be adapted and committed.

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgMatches, Command};

use crate::cli::call::Call;
use crate::cli::failure::Failure;
use crate::cli::{Exit, arguments};
use crate::text::{Lang, Words, words};

const ABOUT: Words = words(
    "输出在合并请求、提交或推送时检查的配置样例",
    "Print a file that has requests, commits or pushes checked",
);
const USAGE: Words = words("mulu git example NAME", "mulu git example NAME");
const NAME: Words = words(
    "github、github-action、gitlab、gitee、gitea、pre-commit、pre-commit-config 或 pre-receive",
    "github, github-action, gitlab, gitee, gitea, pre-commit, pre-commit-config or pre-receive",
);
const AFTER: Words = words(
    "文件开头写着它该放在哪里。github-action 和 pre-commit-config 会自己构建 mulu；其余要求运行的机器上已装好。",
    "Each file begins with where it belongs. github-action and pre-commit-config build mulu themselves; the others
expect that it is installed where they run.",
);

/// 样例: each file by its word.
static EXAMPLES: [(&str, &str); 8] = [
    ("github", include_str!("examples/github.yaml")),
    ("github-action", include_str!("examples/github-action.yaml")),
    ("gitlab", include_str!("examples/gitlab.yaml")),
    ("gitee", include_str!("examples/gitee.yaml")),
    ("gitea", include_str!("examples/gitea.yaml")),
    ("pre-commit", include_str!("examples/pre-commit.sh")),
    (
        "pre-commit-config",
        include_str!("examples/pre-commit-config.yaml"),
    ),
    ("pre-receive", include_str!("examples/pre-receive.sh")),
];

pub(super) fn command(lang: Lang) -> Command {
    let names = EXAMPLES.map(|(name, _)| name);
    Command::new("example")
        .about(ABOUT.of(lang))
        .override_usage(USAGE.of(lang))
        .after_help(AFTER.of(lang))
        .arg(
            Arg::new("name")
                .value_name("NAME")
                .required(true)
                .hide_possible_values(true)
                .value_parser(PossibleValuesParser::new(names))
                .help(NAME.of(lang)),
        )
}

#[expect(clippy::unnecessary_wraps, reason = "every command has this form")]
pub(super) fn run(matches: &ArgMatches, call: &mut Call<'_>) -> Result<Exit, Failure> {
    let asked = arguments::text(matches, "name");
    let found = EXAMPLES.iter().find(|(name, _)| *name == asked);
    call.out.write(found.map_or("", |(_, text)| text));
    Ok(Exit::Clean)
}
