//! One call of the program: what every command is handed.

use std::path::{Path, PathBuf};

use clap::ArgMatches;
use jiff::civil::Date;

use crate::cli::failure::Failure;
use crate::cli::output::Output;
use crate::cli::{Environment, Settings};
use crate::report::Look;
use crate::session::Session;
use crate::store::{self, Person, Root, StoreError};
use crate::text::Lang;

/// Cells to a line where nobody says how wide the reader's page is.
const USUAL_WIDTH: usize = 100;

/// 调用: what a command needs besides its own arguments.
pub(super) struct Call<'w> {
    /// How everything is to look.
    pub(super) look: Look,
    /// Whether the output is a terminal.
    pub(super) is_terminal: bool,
    /// Today's date.
    pub(super) today: Date,
    /// Whether a build server runs the program: then no file is changed unasked.
    pub(super) is_ci: bool,
    /// Where the catalog is looked for, and what a path on the command line is relative to: the working
    /// directory, or the folder of `--catalog`.
    pub(super) folder: PathBuf,
    /// Where the person's settings are, or would be.
    pub(super) settings_file: Option<PathBuf>,
    /// What is asked of them.
    pub(super) settings: Option<Settings>,
    /// The index of the commit that a hook judges.
    pub(super) index: Option<PathBuf>,
    /// Where the objects of a push lie while a hook judges it.
    pub(super) waiting: Option<PathBuf>,
    /// Whom git names as the author of the commit that a hook judges.
    pub(super) author: Option<Person>,
    /// Where the program may keep what is quicker to keep than to make again.
    pub(super) cache: Option<PathBuf>,
    /// How another program calls this one.
    pub(super) program: String,
    /// Where the command writes.
    pub(super) out: Output<'w>,
}

impl Call<'_> {
    pub(super) fn new(environment: &Environment, matches: &ArgMatches, lang: Lang) -> Self {
        let folder = &environment.folder;
        let asked = matches.get_one::<PathBuf>("catalog");
        let color = matches.get_one::<String>("color").map(String::as_str);
        Call {
            look: Look {
                lang,
                colours: match color {
                    Some("always") => true,
                    Some("never") => false,
                    _ => environment.colours,
                },
                width: environment.columns.unwrap_or(USUAL_WIDTH).max(20),
            },
            is_terminal: environment.is_terminal,
            today: matches
                .get_one::<Date>("today")
                .copied()
                .unwrap_or_else(store::today),
            is_ci: environment.is_ci,
            folder: asked.map_or_else(|| folder.clone(), |asked| folder.join(asked)),
            settings_file: environment.settings.clone(),
            settings: None,
            index: environment.index.clone(),
            waiting: environment.waiting.clone(),
            author: environment
                .author
                .clone()
                .map(|(name, email)| Person { name, email }),
            cache: environment.cache.clone(),
            program: environment.program.clone(),
            out: Output::new(std::io::stdout().lock()),
        }
    }

    /// A path of the command line in full.
    pub(super) fn full(&self, path: &Path) -> PathBuf {
        self.folder.join(path).components().collect()
    }

    /// The catalog at or above the folder.
    pub(super) fn root(&self) -> Result<Root, Failure> {
        let none = || StoreError::NoCatalog(self.folder.clone());
        Ok(Root::find(&self.folder).ok_or_else(none)?)
    }

    /// That catalog, opened.
    pub(super) fn open(&self) -> Result<Session, Failure> {
        Ok(Session::open(self.root()?, &|_, _| ())?)
    }
}

/// Makes this thread one of those that work. Left to wait for a pool of its own size, it would be one thread
/// too many, and handing the work over costs a tenth of a small catalog's time.
pub(super) fn work_on_this_thread_too() {
    // A pool that is there already, as in a test, is as good.
    let _ = rayon::ThreadPoolBuilder::new()
        .use_current_thread()
        .build_global();
}
