//! `mulu fix`: what can be put right by itself is put right.

use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, Command};

use crate::cli::arguments::{self, option};
use crate::cli::call::Call;
use crate::cli::failure::Failure;
use crate::cli::output::Output;
use crate::cli::scope::Scope;
use crate::cli::{Exit, afterwards, explain};
use crate::findings::{Finding, Fixing, Safety, Severity};
use crate::report::{self, Told};
use crate::session::Session;
use crate::store::Git;
use crate::text::{Lang, Words, words};

const ABOUT: Words = words(
    "自动修复能放心修复的问题，文件里其他内容一字不动",
    "Fix what can be fixed safely, and change nothing else in the files",
);
const USAGE: Words = words("mulu fix [选项] [PATH]", "mulu fix [OPTIONS] [PATH]");
const PATH: Words = words(
    "目录，或其中的文件夹、文件；默认为当前文件夹所在的目录",
    "A catalog, or a folder or file in one; by default the catalog around the current folder",
);
const UNSAFE: Words = words(
    "也采用多半正确、但须人核对的修复",
    "Make those fixes too that are likely right but should be looked over",
);
const DIFF: Words = words(
    "只输出补丁（可交给 git apply），什么也不写入",
    "Only print a patch (for git apply), and write nothing",
);
const RULE: Words = words(
    "只修复这条规则（编号、短名或一类的字母），可写多次",
    "Only fix what this rule found (code, name, or letter of a family); can be given several times",
);
const AFTER: Words = words(
    "反复修复，直到没有可修复的为止；会带来新问题的修复不采用，并说明原因。
退出码看修复后（--diff 时为现在）所选范围内还有没有警告或错误。
json 的格式在版本 1 内只增不改：written、files、applied、refused（reason、brings）、more（须核对的个数）、
remaining（errors、warnings、notes、findings，与 check 相同）、patch（只在 --diff 时）。",
    "Fixes again until nothing is left to fix; a fix that would bring a new finding is not made, and it is said
why. The exit code tells whether warnings or errors are left in what was asked for (with --diff: are there now).
Within version 1 of the json form keys are only added: written, files, applied, refused (reason, brings), more
(how many to look over), remaining (errors, warnings, notes, findings as in check), patch (only with --diff).",
);
const NONE_WRITTEN: Words = words("没有写入任何文件", "no file was written");
const HALF_WRITTEN: Words = words(
    "已写入：{written}；没有写入：{unwritten}",
    "written: {written}; not written: {unwritten}",
);

pub(super) fn command(lang: Lang) -> Command {
    let flag = |name: &'static str, help: Words| {
        let arg = Arg::new(name).long(name).action(ArgAction::SetTrue);
        arg.help(help.of(lang))
    };
    Command::new("fix")
        .about(ABOUT.of(lang))
        .override_usage(USAGE.of(lang))
        .after_help(AFTER.of(lang))
        .arg(
            Arg::new("path")
                .value_name("PATH")
                .value_parser(clap::value_parser!(PathBuf))
                .help(PATH.of(lang)),
        )
        .arg(flag("unsafe", UNSAFE))
        .arg(flag("diff", DIFF))
        .arg(option("rule", "CODE", RULE, lang).action(ArgAction::Append))
        .arg(arguments::format(lang))
}

/// What was asked for.
struct Asked {
    scope: Scope,
    /// Codes of rules; empty for all.
    rules: Vec<&'static str>,
    with_unsafe: bool,
}

impl Asked {
    fn of(matches: &ArgMatches, call: &Call<'_>) -> Result<Asked, Failure> {
        let path = matches.get_one::<PathBuf>("path").map(PathBuf::as_path);
        Ok(Asked {
            rules: explain::chosen(matches, "rule")?,
            scope: Scope::at(path, call)?,
            with_unsafe: matches.get_flag("unsafe"),
        })
    }

    fn is_meant(&self, finding: &Finding) -> bool {
        self.scope.has(&finding.file.path)
            && (self.rules.is_empty() || self.rules.contains(&finding.rule))
    }

    fn is_wanted(&self, finding: &Finding) -> bool {
        let wanted = |safety| match safety {
            Safety::Safe => true,
            Safety::Unsafe => self.with_unsafe,
            Safety::Shown => false,
        };
        let fix = finding.fix.as_ref();
        self.is_meant(finding) && fix.is_some_and(|fix| wanted(fix.safety))
    }
}

pub(super) fn run(matches: &ArgMatches, call: &mut Call<'_>) -> Result<Exit, Failure> {
    let asked = Asked::of(matches, call)?;
    let is_dry = matches.get_flag("diff");
    let mut session = Session::open(asked.scope.root.clone(), &|_, _| ())?;
    if !is_dry {
        afterwards::refuse_waiting(&session)?;
    }
    let fixing = session.fix(call.today, &|finding| asked.is_wanted(finding));
    let mut left = fixing.remaining.clone();
    left.retain(|finding| asked.is_meant(finding));
    let told = Told {
        left: &left,
        is_written: !is_dry && !fixing.applied.is_empty(),
        more: more(&left, &asked),
    };
    if !is_dry {
        write(&mut session)?;
    }
    let is_json = arguments::is_json(matches);
    let patch = is_dry.then(|| patch(&session));
    if is_json {
        say_json(call, &fixing, told, patch.as_deref());
    } else {
        say(call, &fixing, told, patch.as_deref());
    }
    let mended = fixing.applied.iter().filter(|_| is_dry);
    let is_bad = |finding: &Finding| finding.severity >= Severity::Warning;
    let bad = left.iter().chain(mended).any(is_bad);
    Ok(if bad { Exit::Findings } else { Exit::Clean })
}

/// How many fixes would be made with `--unsafe`.
fn more(left: &[Finding], asked: &Asked) -> usize {
    let is_more = |finding: &&Finding| {
        let fix = finding.fix.as_ref();
        fix.is_some_and(|fix| fix.safety == Safety::Unsafe && !asked.with_unsafe)
    };
    left.iter().filter(is_more).count()
}

/// Writes all files or none; if the disk gives up midway, says which.
fn write(session: &mut Session) -> Result<(), Failure> {
    let paths = |session: &Session| -> Vec<String> {
        let changes = session.unsaved();
        let paths = changes
            .iter()
            .map(|change| format!("catalog/{}", change.path));
        paths.collect()
    };
    session.ensure_savable()?;
    let all = paths(session);
    let Err(error) = session.save() else {
        return Ok(());
    };
    let unwritten = paths(session);
    let written: Vec<String> = all
        .into_iter()
        .filter(|path| !unwritten.contains(path))
        .collect();
    let hint = if written.is_empty() {
        NONE_WRITTEN.into()
    } else {
        let (written, unwritten) = (written.join(" "), unwritten.join(" "));
        HALF_WRITTEN.with(&[("written", &written), ("unwritten", &unwritten)])
    };
    Err(Failure::from(error).hint(hint))
}

/// What differs from the disk, as git would say it: paths count from the top of the repository.
pub(super) fn patch(session: &Session) -> String {
    let git = Git::open(session.root());
    let prefix = git.as_ref().map_or("", Git::prefix);
    let one = |change: &crate::change::FileChange| {
        let path = format!("{prefix}catalog/{}", change.path);
        report::patch(&path, change.before.as_deref(), change.after.as_deref())
    };
    session.unsaved().iter().map(one).collect()
}

fn say_json(call: &mut Call<'_>, fixing: &Fixing, told: Told<'_>, patch: Option<&str>) {
    let titles = explain::titles(told.left);
    let words = (&titles, call.look.lang);
    let text = report::fixes_json(fixing, told, patch, words);
    call.out.write(&text);
}

/// A patch goes to the output true to the byte, unless that is a terminal; what is to be said about it goes
/// beside it.
fn say(call: &mut Call<'_>, fixing: &Fixing, told: Told<'_>, patch: Option<&str>) {
    let look = call.look;
    let said = report::fixes(fixing, told, &look);
    match patch {
        None => call.out.write(&said),
        Some(patch) => {
            if call.is_terminal {
                call.out.write(&report::patch_shown(patch, &look));
            } else {
                call.out.write(patch);
            }
            let mut beside = Output::new(std::io::stderr().lock());
            beside.write(&said);
            beside.finish(Exit::Clean);
        }
    }
}
