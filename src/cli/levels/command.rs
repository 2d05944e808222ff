//! What `mulu levels` takes, and what is said of it.

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, Command};

use crate::cli::arguments::{self, option};
use crate::cli::filters;
use crate::cli::levels::format::Format;
use crate::levels::Class;
use crate::text::{Lang, Words, words};

const ABOUT: Words = words(
    "比对各级目录，列出所有差异",
    "Set levels side by side and list every difference",
);
const USAGE: Words = words(
    "mulu levels [选项] [FROM] [TO]...",
    "mulu levels [OPTIONS] [FROM] [TO]...",
);
const FROM: Words = words(
    "与谁比：地区（代码或名称）、层级（省级、4）、base，或版本（HEAD~3:330106、v1:）；不写则每个事项与其上级比，只写一个则只看该处与上级的差异",
    "What to compare with: a division (code or name), a level (county, 4), base, or a revision (HEAD~3:330106, \
     v1:); without it each matter is held to the one above; alone, only its matters are",
);
const TO: Words = words("比谁，可写多个", "What to compare; can be several");
const MATTER: Words = words(
    "一个事项的比对表：各字段在各级的值",
    "The matrix of one matter: each field at each level",
);
const SIBLINGS: Words = words(
    "同级比较：各字段中与多数不同的少数",
    "Among siblings: who stands apart from most, field by field",
);
const ALL: Words = words(
    "也列出标准允许的（收紧、少要材料）、已准予的，以及没有对应的事项",
    "List also what the standard allows, what is approved, and matters without a counterpart",
);
const MAX: Words = words(
    "最多列出几个差异（小结仍计全部）",
    "List at most N differences (the summary counts all)",
);
const FAIL_ON: Words = words(
    "有这一类或更重的、未准予的差异列出时，退出码为 1；由重到轻为 conflict、looser、extra、missing、wording、tighter",
    "Exit with 1 if a difference of this class or a graver one is listed and not approved; from grave to \
     slight: conflict, looser, extra, missing, wording, tighter",
);
const FORMAT: Words = words(
    "human（给人看，默认）、json、markdown、csv（可用 Excel 打开）或 html（一个网页文件，不用终端的人也能看，可打印）",
    "human (the default), json, markdown, csv (fit for Excel) or html (one file to read in a browser and to print)",
);
const HISTORY: Words = words(
    "html 里画出最近 N 次改动目录的提交的统一度（默认 30）",
    "Draw in the html how uniform the last N commits that changed the catalog were (30 by default)",
);
const AFTER: Words = words(
    "筛选的词可写多个，用逗号分开。不写 --fail-on 时，有无差异退出码都是 0。json 的格式在版本 1 内只增不改：summary（due、void、approved、
allowed，并按 classes、fields、departments、types、divisions 分列）；comparisons（from、to、pairs、only_from、
only_to、unclear）；differences，每个有 path、line、code、base_code、name、division、field、title、class、
stand、counts、decision 或 null、value、missing、extra、reach、fingerprint、upper（floor、division、revision、
path、value）和 siblings（total、same、majority）或 null；more。--matter 给出 columns 和 rows，--siblings 给出 odd。",
    "Words to filter by can be several, with commas. Without --fail-on the exit code is 0 whether there are differences or not. Within version 1 of the json form
keys are only added: summary (due, void, approved, allowed, and the same by classes, fields, departments, types,
divisions); comparisons (from, to, pairs, only_from, only_to, unclear); differences, each with path, line, code,
base_code, name, division, field, title, class, stand, counts, decision or null, value, missing, extra, reach,
fingerprint, upper (floor, division, revision, path, value) and siblings (total, same, majority) or null; more.
With --matter there are columns and rows, with --siblings there is odd.",
);

pub(in crate::cli) fn command(lang: Lang) -> Command {
    let flag = |name: &'static str, help: Words| {
        let flag = Arg::new(name).long(name).action(ArgAction::SetTrue);
        flag.help(help.of(lang))
    };
    let place = |name: &'static str, value: &'static str, help: Words| {
        Arg::new(name).value_name(value).help(help.of(lang))
    };
    let formats = Format::WORDS.map(|(word, _)| word);
    let classes = Class::all().map(Class::word);
    Command::new("levels")
        .about(ABOUT.of(lang))
        .override_usage(USAGE.of(lang))
        .after_help(AFTER.of(lang))
        .arg(place("from", "FROM", FROM))
        .arg(place("to", "TO", TO).num_args(0..))
        .arg(option("matter", "CODE", MATTER, lang))
        .arg(flag("siblings", SIBLINGS).conflicts_with("matter"))
        .args(filters::options(lang))
        .arg(flag("all", ALL))
        .arg(option("max", "N", MAX, lang).value_parser(arguments::whole::<usize>(lang)))
        .arg(
            option("fail-on", "CLASS", FAIL_ON, lang)
                .conflicts_with("siblings")
                .value_delimiter(',')
                .value_parser(PossibleValuesParser::new(classes)),
        )
        .arg(
            option("format", "FORMAT", FORMAT, lang)
                .value_parser(PossibleValuesParser::new(formats)),
        )
        .arg(
            option("history", "N", HISTORY, lang)
                .num_args(0..=1)
                .require_equals(true)
                .default_missing_value("30")
                .value_parser(arguments::whole::<usize>(lang)),
        )
}
