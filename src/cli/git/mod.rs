//! `mulu git`: what git calls, and how git is told to.

mod diff_driver;
mod example;
mod hook;
mod install;
mod merge_driver;
mod resolve;

use clap::{ArgMatches, Command};

use crate::catalog::standard::Standard;
use crate::cli::Exit;
use crate::cli::call::Call;
use crate::cli::failure::Failure;
use crate::session::SessionError;
use crate::store::Root;
use crate::text::{Lang, Words, words};

const ABOUT: Words = words(
    "让 git 按字段比较和合并目录文件",
    "Let git compare and merge the files of a catalog field by field",
);
const USAGE: Words = words("mulu git <命令> [选项]", "mulu git <COMMAND> [OPTIONS]");

/// One thing that git is given.
struct Below {
    name: &'static str,
    command: fn(Lang) -> Command,
    run: fn(&ArgMatches, &mut Call<'_>) -> Result<Exit, Failure>,
}

static BELOW: [Below; 6] = [
    Below {
        name: "install",
        command: install::command,
        run: install::run,
    },
    Below {
        name: "diff-driver",
        command: diff_driver::command,
        run: diff_driver::run,
    },
    Below {
        name: "merge-driver",
        command: merge_driver::command,
        run: merge_driver::run,
    },
    Below {
        name: "resolve",
        command: resolve::command,
        run: resolve::run,
    },
    Below {
        name: "hook",
        command: hook::command,
        run: hook::run,
    },
    Below {
        name: "example",
        command: example::command,
        run: example::run,
    },
];

pub(super) fn command(lang: Lang) -> Command {
    Command::new("git")
        .about(ABOUT.of(lang))
        .override_usage(USAGE.of(lang))
        .subcommand_required(true)
        .subcommands(BELOW.iter().map(|below| (below.command)(lang)))
}

pub(super) fn run(matches: &ArgMatches, call: &mut Call<'_>) -> Result<Exit, Failure> {
    let asked = matches.subcommand();
    let found = asked.and_then(|(name, matches)| {
        let below = BELOW.iter().find(|below| below.name == name)?;
        Some((below.run)(matches, call))
    });
    found.unwrap_or(Ok(Exit::Failed))
}

/// Takes the path of a file in the repository apart: the root of its catalog, from where git calls, and the path
/// below `catalog/`.
fn apart<'p>(call: &Call<'_>, path: &'p str) -> (Option<Root>, &'p str) {
    let place = path.rmatch_indices("catalog/").find(|(at, _)| {
        let before = path.get(..*at).unwrap_or_default();
        let root = Root::at(&call.full(before.as_ref()));
        (before.is_empty() || before.ends_with('/')) && root.is_ok()
    });
    match place {
        Some((at, sign)) => {
            let (before, below) = path.split_at(at);
            let root = Root::at(&call.full(before.as_ref())).ok();
            (root, below.get(sign.len()..).unwrap_or_default())
        }
        // In a repository without a work tree only the path is known.
        None => (
            None,
            path.rsplit_once("catalog/")
                .map_or(path, |(_, below)| below),
        ),
    }
}

/// The standard of a catalog; the one that the program carries where there is none, or a merge has left it broken.
fn standard(root: Option<&Root>) -> Result<Standard, Failure> {
    let own = root.and_then(|root| root.read_schemas().ok());
    let own = own.and_then(|own| Standard::with_files(&own).ok());
    match own {
        Some(own) => Ok(own),
        None => Ok(Standard::bundled().map_err(SessionError::from)?),
    }
}
