//! The command line: one file per subcommand, one table of them. Reads the environment, opens a session,
//! and writes what a report says; knows nothing of the screen beyond that someone asked for it.

mod afterwards;
mod align;
mod arguments;
mod baseline;
mod call;
mod check;
mod commit;
mod complaint;
mod completions;
mod config;
mod decide;
mod demo;
mod diff;
mod environment;
mod exit;
mod explain;
mod export;
mod failure;
mod filters;
mod find;
mod fix;
mod forms;
mod git;
mod help;
mod import;
mod init;
mod interrupt;
mod levels;
mod new;
mod output;
mod past;
mod places;
mod progress;
mod remit;
mod request;
mod rules;
mod scope;
mod score;
mod select;
mod set;
mod show;
mod since;
mod sync;
mod task;
mod value;

use std::path::PathBuf;

use clap::{ArgMatches, Command};
use jiff::civil::Date;

pub use config::Settings;
pub use environment::Environment;
pub use exit::Exit;

use crate::cli::call::Call;
use crate::cli::failure::Failure;
use crate::cli::output::Output;
use crate::store::Root;
use crate::text::{Lang, Words, set_ambiguous_wide, words};

/// What comes of a command line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It is done; this is how it ended.
    Exit(Exit),
    /// The screen is wanted.
    Screen(Screen),
    /// Something is asked of the screen's settings.
    Settings(Settings),
}

/// What the screen is to know when it opens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Screen {
    /// The catalog at or above the folder; `None` if there is none.
    pub root: Option<Root>,
    /// The folder where the program was started, or that of `--catalog`.
    pub folder: PathBuf,
    /// The language.
    pub lang: Lang,
    /// Today's date.
    pub today: Date,
    /// The person's own editor, with its arguments.
    pub editor: Option<String>,
    /// How another program calls this one.
    pub program: String,
    /// Whether there are colours.
    pub colours: bool,
    /// Whether the language was asked for on the command line.
    pub is_lang_asked: bool,
    /// Whether the width of ambiguous characters was told on the command line or by the environment.
    pub is_width_asked: bool,
    /// What `COLORTERM` says of the terminal's colours.
    pub colour_term: Option<String>,
    /// What kind of terminal it is.
    pub term: Option<String>,
    /// Where the person's settings are, or would be.
    pub settings: Option<PathBuf>,
}

/// 命令: one subcommand.
struct Subcommand {
    name: &'static str,
    command: fn(Lang) -> Command,
    run: fn(&ArgMatches, &mut Call<'_>) -> Result<Exit, Failure>,
}

/// Every subcommand, in the order of the help.
static SUBCOMMANDS: [Subcommand; 28] = [
    Subcommand {
        name: "check",
        command: check::command,
        run: check::run,
    },
    Subcommand {
        name: "fix",
        command: fix::command,
        run: fix::run,
    },
    Subcommand {
        name: "baseline",
        command: baseline::command,
        run: baseline::run,
    },
    Subcommand {
        name: "explain",
        command: explain::command,
        run: explain::run,
    },
    Subcommand {
        name: "rules",
        command: rules::command,
        run: rules::run,
    },
    Subcommand {
        name: "show",
        command: show::command,
        run: show::run,
    },
    Subcommand {
        name: "set",
        command: set::command,
        run: set::run,
    },
    Subcommand {
        name: "new",
        command: new::command,
        run: new::run,
    },
    Subcommand {
        name: "levels",
        command: levels::command,
        run: levels::run,
    },
    Subcommand {
        name: "align",
        command: align::command,
        run: align::run,
    },
    Subcommand {
        name: "decide",
        command: decide::command,
        run: decide::run,
    },
    Subcommand {
        name: "score",
        command: score::command,
        run: score::run,
    },
    Subcommand {
        name: "diff",
        command: diff::command,
        run: diff::run,
    },
    Subcommand {
        name: "log",
        command: past::log_command,
        run: past::log,
    },
    Subcommand {
        name: "blame",
        command: past::blame_command,
        run: past::blame,
    },
    Subcommand {
        name: "remit",
        command: remit::command,
        run: remit::run,
    },
    Subcommand {
        name: "task",
        command: task::command,
        run: task::run,
    },
    Subcommand {
        name: "commit",
        command: commit::command,
        run: commit::run,
    },
    Subcommand {
        name: "sync",
        command: sync::command,
        run: sync::run,
    },
    Subcommand {
        name: "request",
        command: request::command,
        run: request::run,
    },
    Subcommand {
        name: "import",
        command: import::command,
        run: import::run,
    },
    Subcommand {
        name: "export",
        command: export::command,
        run: export::run,
    },
    Subcommand {
        name: "git",
        command: git::command,
        run: git::run,
    },
    Subcommand {
        name: "init",
        command: init::command,
        run: init::run,
    },
    Subcommand {
        name: "demo",
        command: demo::command,
        run: demo::run,
    },
    Subcommand {
        name: "config",
        command: config::command,
        run: config::run,
    },
    Subcommand {
        name: "completions",
        command: completions::command,
        run: completions::run,
    },
    Subcommand {
        name: "help",
        command: help::command,
        run: help::run,
    },
];

const NOTE: Words = words("注意：", "note: ");
const NOT_WRITTEN: Words = words(
    "输出没有写完（磁盘满了？）",
    "the output could not be written to its end (is the disk full?)",
);

/// Does what the command line asks, or says that the screen is wanted.
pub fn run(environment: &Environment) -> Outcome {
    let lang = arguments::early_lang(&environment.args).unwrap_or_else(|| environment.lang());
    let width = environment.columns;
    let program = arguments::program(lang, width);
    let matches = match program.try_get_matches_from(&environment.args) {
        Ok(matches) => matches,
        Err(error) => return Outcome::Exit(complaint::say(&error, lang)),
    };
    let asked = matches.get_one::<String>("ambiguous");
    let cells = asked.or(environment.ambiguous.as_ref());
    set_ambiguous_wide(cells.is_some_and(|cells| cells == "2"));
    let is_width_asked = cells.is_some();
    let mut call = Call::new(environment, &matches, lang);
    let Some((name, matches)) = matches.subcommand() else {
        return screen(environment, call, is_width_asked);
    };
    let subcommand = SUBCOMMANDS
        .iter()
        .find(|subcommand| subcommand.name == name);
    let result = match subcommand {
        Some(subcommand) => (subcommand.run)(matches, &mut call),
        None => Ok(Exit::Failed),
    };
    if let Some(settings) = call.settings.take() {
        return Outcome::Settings(settings);
    }
    Outcome::Exit(finish(call, result))
}

/// The screen, if there is a terminal to show it on.
fn screen(environment: &Environment, call: Call<'_>, is_width_asked: bool) -> Outcome {
    if !environment.is_terminal {
        return Outcome::Exit(finish(call, Err(help::no_terminal())));
    }
    Outcome::Screen(Screen {
        root: Root::find(&call.folder).map(|root| root.keeping_in(environment.cache.clone())),
        folder: call.folder,
        lang: call.look.lang,
        today: call.today,
        colours: call.look.colours,
        editor: environment.editor.clone(),
        program: environment.program.clone(),
        is_lang_asked: arguments::early_lang(&environment.args).is_some(),
        is_width_asked,
        colour_term: environment.colour_term.clone(),
        term: environment.term.clone(),
        settings: environment.settings.clone(),
    })
}

fn finish(call: Call<'_>, result: Result<Exit, Failure>) -> Exit {
    let lang = call.look.lang;
    let wanted = result.as_ref().copied().unwrap_or(Exit::Failed);
    let ended = call.out.finish(wanted);
    match result {
        Ok(_) if ended == wanted => ended,
        Ok(_) => complain(&Failure::new(NOT_WRITTEN), lang),
        Err(failure) => complain(&failure, lang),
    }
}

/// Says a failure on the error output.
fn complain(failure: &Failure, lang: Lang) -> Exit {
    let mut output = Output::new(std::io::stderr().lock());
    output.write(&failure.text(lang));
    output.finish(Exit::Failed)
}

/// Says something beside the output that is no failure.
fn remark(words: Words, lang: Lang) {
    let mut output = Output::new(std::io::stderr().lock());
    output.line(&format!("{}{}", NOTE.of(lang), words.of(lang)));
    output.finish(Exit::Clean);
}
