//! What `mulu decide` takes, and what is said of it.

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, Command};
use jiff::civil::Date;

use crate::cli::arguments::option;
use crate::cli::filters;
use crate::text::{Lang, Words, words};

const ABOUT: Words = words(
    "处置差异：采用上级、向上提议、准予不同、暂不处理",
    "Decide a difference: adopt, propose upward, approve, or skip it",
);
const USAGE: Words = words(
    "mulu decide <adopt|propose|approve|skip> [选项]",
    "mulu decide <adopt|propose|approve|skip> [OPTIONS]",
);
const ACTION: Words = words(
    "adopt 去掉本地的值，沿用上级；propose 提议上级改为此值；approve 准予不同，到期为止；skip 暂不处理",
    "adopt: drop the value, so that the one above holds; propose: ask the level above to take it; approve: it may \
     stay different until a day; skip: leave it for later",
);
const MATTER: Words = words(
    "只看这个事项：基本编码、实施编码或文件",
    "Only this matter: a base code, an implementation code or a path",
);
const ALL: Words = words(
    "处置所有符合的差异，不限一个",
    "Decide every difference that is meant, not only one",
);
const BY: Words = words(
    "处置人，默认为自己在编目员名单里的名称，不在名单里则为 git 的 user.name",
    "Who decides; by default your own name among the editors, else git's user.name",
);
const REASON: Words = words("理由", "Why");
const LEGAL: Words = words("法律依据", "The law that allows it");
const UNTIL: Words = words(
    "准予到哪一天（YYYY-MM-DD）",
    "The last day it holds (YYYY-MM-DD)",
);
const SIBLING: Words = words(
    "adopt 时采用这个同级事项（编码、文件或地区）的值",
    "With adopt: take the value of this sibling (a code, a path or a division)",
);
const HERE: Words = words(
    "propose 时直接改工作区里的上级文件，不另建分支",
    "With propose: change the matter above in the work tree, not on a branch of its own",
);
const DIFF: Words = words("只显示会怎样改，不写入", "Only show what would change");
const AFTER: Words = words(
    "默认只能处置一个差异；符合的不止一个时列出它们，退出码为 2。propose 在新分支 propose/<基本编码>-<字段> 上
提交对上级的修改，提交说明写明各地现况；工作区和当前分支不动。",
    "By default exactly one difference must be meant; if there are several, they are listed and the exit code is 2.
propose commits the change of the matter above on a new branch propose/<base code>-<field>, with who says what in
its message; the work tree and the branch at hand stay as they are.",
);
const NOT_A_DATE: Words = words(
    "要写成 YYYY-MM-DD，并且确有这一天",
    "must be a day that exists, as YYYY-MM-DD",
);

pub(in crate::cli) fn command(lang: Lang) -> Command {
    let flag = |name: &'static str, help: Words| {
        let flag = Arg::new(name).long(name).action(ArgAction::SetTrue);
        flag.help(help.of(lang))
    };
    let date = move |text: &str| {
        let date = text.parse::<Date>();
        date.map_err(|_| NOT_A_DATE.of(lang).to_owned())
    };
    let words = |name, value, help| option(name, value, help, lang).allow_hyphen_values(true);
    Command::new("decide")
        .about(ABOUT.of(lang))
        .override_usage(USAGE.of(lang))
        .after_help(AFTER.of(lang))
        .arg(
            Arg::new("action")
                .value_name("ACTION")
                .required(true)
                .hide_possible_values(true)
                .value_parser(PossibleValuesParser::new([
                    "adopt", "propose", "approve", "skip",
                ]))
                .help(ACTION.of(lang)),
        )
        .arg(option("matter", "CODE", MATTER, lang).action(ArgAction::Append))
        .args(filters::options(lang))
        .arg(flag("all", ALL))
        .arg(words("by", "NAME", BY))
        .arg(words("reason", "TEXT", REASON))
        .arg(words("legal-reason", "TEXT", LEGAL))
        .arg(option("until", "DATE", UNTIL, lang).value_parser(date))
        .arg(option("sibling", "CODE", SIBLING, lang))
        .arg(flag("here", HERE))
        .arg(flag("diff", DIFF))
}
