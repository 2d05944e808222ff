//! `mulu diff`: what changed between two states of the catalog, matter by matter and field by field.

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ArgMatches, Command};

use crate::catalog::{Catalog, FileKind};
use crate::cli::arguments::option;
use crate::cli::call::{self, Call};
use crate::cli::failure::Failure;
use crate::cli::{Exit, arguments, places};
use crate::levels::{Amendment, Scope, Shift};
use crate::report::{self, Changes};
use crate::session::{Amendments, amendments};
use crate::store::{Git, Root, Snapshot, StoreError};
use crate::text::{Lang, Words, words};

const ABOUT: Words = words(
    "按事项和字段列出改动（工作区、暂存区或任意两个版本）",
    "List what changed by matter and field (work tree, index or any two revisions)",
);
const USAGE: Words = words(
    "mulu diff [选项] [REV] [REV] [PATH]...",
    "mulu diff [OPTIONS] [REV] [REV] [PATH]...",
);
const WHAT: Words = words(
    "版本：不写则工作区与 HEAD 比，写一个则工作区与它比，写两个（或 A..B）则两者比，A...B 则从分叉处比到 B；其后可写只看的文件或文件夹",
    "Revisions: without one the work tree is held to HEAD, with one to that; two (or A..B) are held to each other, \
     A...B shows what B did since they parted; then files or folders to look at",
);
const PATHS: Words = words(
    "只看这些文件或文件夹（写在 -- 之后）",
    "Only these files or folders (after --)",
);
const STAGED: Words = words(
    "看暂存区（下次提交）而不是工作区",
    "Look at the index (the next commit), not the work tree",
);
const MATTER: Words = words(
    "只看这个事项（编码）；基本编码连同各地的实施清单",
    "Only the matter with this code; of a base code also what implements it",
);
const DIVISION: Words = words(
    "只看这个地区或层级（330106、杭州市、县级、base）",
    "Only this division or level (330106, county, base)",
);
const CLASS: Words = words(
    "只看这些性质：locked 触及锁定字段，widens 放宽，tightens 收紧，aligns 改回与上级一致，other 其他，wording 仅写法",
    "Only these classes: locked (what all levels must have alike), widens, tightens, aligns (with above), other, wording",
);
const FORMAT: Words = words(
    "human（给人看，默认）、json、markdown 或 html（一个网页文件）",
    "human (the default), json, markdown or html (one page to read in a browser)",
);
const EXIT_CODE: Words = words("有改动时退出码为 1", "Exit with 1 if anything changed");
const AFTER: Words = words(
    "清单项按其身份比较，改了编码的事项算改名，文字按词比较，读不通的文件按行显示。放宽、收紧以 schemas/fields.yaml 为准。
可在裸仓库里用（--catalog 指仓库，写一个或两个版本）。
退出码：0 做成了（不写 --exit-code 时有无改动都是 0），1 有改动（--exit-code），2 没有做成。",
    "List elements are compared by what tells them apart, a matter under a new code is renamed, texts are compared by
words, a file that cannot be read is shown by lines. What widens or tightens is said by schemas/fields.yaml. Works
in a bare repository (--catalog names it; give one or two revisions). Exit: 0 done (without --exit-code whether
anything changed or not), 1 something changed (--exit-code), 2 could not do it.",
);
const TOO_MANY: Words = words("最多写两个版本", "give at most two revisions");
const NO_PLACE: Words = words(
    "“{typed}”既不是版本，也不是文件",
    "{typed} is neither a revision nor a file",
);
const NO_TREE: Words = words("裸仓库没有工作区", "a bare repository has no work tree");
const GIVE_REVISION: Words = words(
    "写两个版本，如 mulu diff HEAD~1 HEAD",
    "give two revisions, as in mulu diff HEAD~1 HEAD",
);
const WORK_TREE: Words = words("工作区", "work tree");
const INDEX: Words = words("暂存区", "index");
const NOTHING: Words = words("（尚无提交）", "(no commit yet)");

const FORMATS: [&str; 4] = ["human", "json", "markdown", "html"];

pub(super) fn command(lang: Lang) -> Command {
    let flag = |name: &'static str, help: Words| {
        let flag = Arg::new(name).long(name).action(ArgAction::SetTrue);
        flag.help(help.of(lang))
    };
    Command::new("diff")
        .about(ABOUT.of(lang))
        .override_usage(USAGE.of(lang))
        .after_help(AFTER.of(lang))
        .arg(
            Arg::new("what")
                .value_name("REV")
                .num_args(0..)
                .help(WHAT.of(lang)),
        )
        .arg(
            Arg::new("paths")
                .value_name("PATH")
                .num_args(0..)
                .last(true)
                .help(PATHS.of(lang)),
        )
        .arg(flag("staged", STAGED).visible_alias("cached"))
        .arg(option("matter", "CODE", MATTER, lang))
        .arg(option("division", "PLACE", DIVISION, lang))
        .arg(
            option("class", "CLASS", CLASS, lang)
                .value_delimiter(',')
                .action(ArgAction::Append)
                .value_parser(PossibleValuesParser::new(Shift::ALL.map(Shift::word))),
        )
        .arg(flag("exit-code", EXIT_CODE))
        .arg(
            option("format", "FORMAT", FORMAT, lang)
                .value_parser(PossibleValuesParser::new(FORMATS)),
        )
}

pub(super) fn run(matches: &ArgMatches, call: &mut Call<'_>) -> Result<Exit, Failure> {
    call::work_on_this_thread_too();
    let asked = Asked::read(matches, call)?;
    let is_wanted = |path: &str| asked.wants(path);
    let mut found = amendments(
        &asked.git,
        (&asked.old.0, &asked.new.0),
        &is_wanted,
        call.today,
    )?;
    narrow(&mut found, matches)?;
    let changes = Changes {
        catalog: &found.catalog,
        old: &asked.old.1,
        new: &asked.new.1,
        files: &found.files,
    };
    let look = call.look;
    let text = match arguments::text(matches, "format") {
        "json" => report::amendments_json(&changes, look.lang),
        "markdown" => report::amendments_markdown(&changes, look.lang),
        "html" => report::amendments_page(&changes, look.lang),
        _ => report::amendments_human(&changes, &look),
    };
    call.out.write(&text);
    let is_told = matches.get_flag("exit-code") && !found.files.is_empty();
    // The program ends here; taking much apart piece by piece would only make the user wait.
    std::mem::forget(found);
    Ok(if is_told { Exit::Findings } else { Exit::Clean })
}

/// A snapshot, and what it was called.
type Named = (Snapshot, String);

/// What is to be held to what, and which files of it.
struct Asked {
    git: Git,
    old: Named,
    new: Named,
    /// Paths below the root; everything if there are none.
    paths: Vec<String>,
}

impl Asked {
    fn read(matches: &ArgMatches, call: &Call<'_>) -> Result<Asked, Failure> {
        let lang = call.look.lang;
        let typed: Vec<&str> = many(matches, "what").collect();
        let root = Root::find(&call.folder);
        let git = open(call, root.as_ref(), &typed)?;
        let (revisions, mut rest) = revisions(&git, &typed)?;
        rest.extend(many(matches, "paths"));
        let end = if matches.get_flag("staged") {
            (Snapshot::Index, INDEX.of(lang).to_owned())
        } else {
            (Snapshot::WorkTree, WORK_TREE.of(lang).to_owned())
        };
        let (old, new) = match revisions.as_slice() {
            [] => (head(&git, lang)?, end),
            [one] => (one.clone(), end),
            [old, new] => (old.clone(), new.clone()),
            _ => return Err(Failure::new(TOO_MANY)),
        };
        if root.is_none() && !matches!(new.0, Snapshot::Revision(_)) {
            return Err(Failure::new(NO_TREE).hint(GIVE_REVISION));
        }
        let paths = rest
            .into_iter()
            .map(|typed| below(call, root.as_ref(), typed));
        Ok(Asked {
            paths: paths.collect::<Result<_, _>>()?,
            git,
            old,
            new,
        })
    }

    fn wants(&self, path: &str) -> bool {
        let is_in = |asked: &String| {
            let rest = path.strip_prefix(asked.as_str());
            rest.is_some_and(|rest| asked.is_empty() || rest.is_empty() || rest.starts_with('/'))
        };
        self.paths.is_empty() || self.paths.iter().any(is_in)
    }
}

fn many<'m>(matches: &'m ArgMatches, name: &str) -> impl Iterator<Item = &'m str> {
    let values = matches.get_many::<String>(name);
    values.into_iter().flatten().map(String::as_str)
}

/// The repository around the catalog, or one without a work tree.
fn open(call: &Call<'_>, root: Option<&Root>, typed: &[&str]) -> Result<Git, Failure> {
    if let Some(root) = root {
        return Ok(Git::open(root)?);
    }
    let last = typed.get(1).or(typed.first()).copied().unwrap_or("HEAD");
    let last = last.rsplit("..").next().unwrap_or(last);
    Ok(Git::bare(
        &call.folder,
        if last.is_empty() { "HEAD" } else { last },
    )?)
}

/// The words that are revisions, up to the first that is none; then the others.
fn revisions<'t>(git: &Git, typed: &[&'t str]) -> Result<(Vec<Named>, Vec<&'t str>), Failure> {
    let mut found = Vec::new();
    for (at, word) in typed.iter().enumerate() {
        match revision(git, word) {
            Ok(named) => found.extend(named),
            Err(StoreError::NoRevision(_)) => {
                return Ok((found, typed.get(at..).unwrap_or_default().to_vec()));
            }
            Err(error) => return Err(error.into()),
        }
    }
    Ok((found, Vec::new()))
}

/// One revision, or the two of `A..B` and `A...B`; an end left out is `HEAD`.
fn revision(git: &Git, typed: &str) -> Result<Vec<Named>, StoreError> {
    let at = |name: &str| {
        let name = if name.is_empty() { "HEAD" } else { name };
        Ok::<_, StoreError>((git.revision(name)?, name.to_owned()))
    };
    let named = |(revision, name)| (Snapshot::Revision(revision), name);
    if let Some((one, other)) = typed.split_once("...") {
        let (one, other) = (at(one)?, at(other)?);
        let fork = git.fork(&one.0, &other.0)?;
        let short = fork.short().to_owned();
        return Ok(vec![named((fork, short)), named(other)]);
    }
    if let Some((one, other)) = typed.split_once("..") {
        return Ok(vec![named(at(one)?), named(at(other)?)]);
    }
    Ok(vec![named(at(typed)?)])
}

fn head(git: &Git, lang: Lang) -> Result<Named, Failure> {
    match git.revision("HEAD") {
        Ok(revision) => Ok((Snapshot::Revision(revision), "HEAD".to_owned())),
        Err(StoreError::NoRevision(_)) => Ok((Snapshot::Nothing, NOTHING.of(lang).to_owned())),
        Err(error) => Err(error.into()),
    }
}

/// A path of the command line below the root; one that is gone from the disk is taken as it is written.
fn below(call: &Call<'_>, root: Option<&Root>, typed: &str) -> Result<String, Failure> {
    let written = typed.trim_end_matches('/').replace('\\', "/");
    let Some(root) = root else { return Ok(written) };
    let full = call.full(typed.as_ref());
    let full = full.canonicalize().unwrap_or(full);
    if let Ok(below) = full.strip_prefix(root.path()) {
        let parts = below
            .components()
            .map(|part| part.as_os_str().to_string_lossy());
        let below = parts.collect::<Vec<_>>().join("/");
        if below.is_empty() || below.starts_with("catalog") || below.starts_with("schemas") {
            return Ok(below);
        }
    }
    let inner = FileKind::of(&written) != FileKind::Misplaced;
    if inner {
        return Ok(format!("catalog/{written}"));
    }
    Err(Failure::new(NO_PLACE.with(&[("typed", typed)])))
}

/// Keeps what was asked for: a matter, a place, some classes.
fn narrow(found: &mut Amendments, matches: &ArgMatches) -> Result<(), Failure> {
    if let Some(code) = matches.get_one::<String>("matter") {
        found.files.retain(|file| is_of(file, code));
    }
    if let Some(typed) = matches.get_one::<String>("division") {
        let scope = places::scope(&found.catalog, typed)?;
        let catalog = &found.catalog;
        found.files.retain(|file| lies_in(catalog, &scope, file));
    }
    let classes: Vec<Shift> = many(matches, "class")
        .filter_map(Shift::from_word)
        .collect();
    if !classes.is_empty() {
        for file in &mut found.files {
            file.keep(&classes);
        }
        found.files.retain(|file| !file.fields().is_empty());
    }
    Ok(())
}

fn is_of(file: &Amendment, code: &str) -> bool {
    let subject = &file.subject;
    let has_code = [&subject.code, &subject.base_code];
    let stem = |path: &str| {
        let name = path.rsplit('/').next().unwrap_or(path);
        name.strip_suffix(".yaml") == Some(code)
    };
    has_code
        .into_iter()
        .any(|known| known.as_deref() == Some(code))
        || stem(&file.path)
        || file.was.as_deref().is_some_and(stem)
}

fn lies_in(catalog: &Catalog, scope: &Scope, file: &Amendment) -> bool {
    let kind = FileKind::of(file.inner());
    let division = file.inner().split('/').nth(1).unwrap_or_default();
    match scope {
        Scope::All => true,
        Scope::Base => kind == FileKind::Base,
        Scope::Division(code) => kind == FileKind::Local && **code == *division,
        Scope::Level(level) => {
            let known = catalog.registers.division(division);
            kind == FileKind::Local && known.is_some_and(|known| known.level == *level)
        }
    }
}
