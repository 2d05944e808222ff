//! What surrounds the program: arguments, variables, working directory, terminal. Read here once and
//! nowhere else, so that everything below is handed what it needs.

use std::ffi::OsString;
use std::io::IsTerminal;
use std::path::PathBuf;

use crate::text::Lang;

/// 环境: everything the program is told from outside.
#[derive(Clone, Debug, Default)]
pub struct Environment {
    /// The arguments, without the program's own name.
    pub args: Vec<OsString>,
    /// The working directory.
    pub folder: PathBuf,
    /// The locale that is in force for messages: the first of `LC_ALL`, `LC_MESSAGES`, `LANG` that is set.
    pub locale: Option<String>,
    /// Whether variables and terminal speak for colours.
    pub colours: bool,
    /// Whether the output goes to a terminal.
    pub is_terminal: bool,
    /// Cells in which the terminal draws `“` and `…`, as `MULU_AMBIGUOUS_WIDTH` says: `1` or `2`.
    pub ambiguous: Option<String>,
    /// The person's own editor, with its arguments: the first of `VISUAL`, `EDITOR` that is set.
    pub editor: Option<String>,
    /// Whether a build server runs the program (`CI`).
    pub is_ci: bool,
    /// Columns of the terminal, or of `COLUMNS`; `None` if nobody says.
    pub columns: Option<usize>,
    /// What `COLORTERM` says of the terminal's colours.
    pub colour_term: Option<String>,
    /// What kind of terminal it is (`TERM`).
    pub term: Option<String>,
    /// Where the person's settings are, or would be; `None` where there is no home.
    pub settings: Option<PathBuf>,
    /// How another program calls this one: by its name if it is on the `PATH`, else by its place, in quotes for a
    /// shell.
    pub program: String,
    /// The index of the commit that a hook judges (`GIT_INDEX_FILE`), which may hold more than the usual one.
    pub index: Option<PathBuf>,
    /// Where the objects of a push lie while a hook judges it (`GIT_QUARANTINE_PATH`).
    pub waiting: Option<PathBuf>,
    /// Whom git names as the author of the commit that a hook judges (`GIT_AUTHOR_NAME`, `GIT_AUTHOR_EMAIL`).
    pub author: Option<(String, String)>,
    /// Where the program may keep what is quicker to keep than to make again.
    pub cache: Option<PathBuf>,
}

impl Environment {
    /// Reads the environment of this process.
    pub fn read() -> Environment {
        let is_terminal = std::io::stdout().is_terminal();
        Environment {
            args: std::env::args_os().skip(1).collect(),
            folder: folder(),
            locale: ["LC_ALL", "LC_MESSAGES", "LANG"]
                .into_iter()
                .find_map(variable),
            // What git shows in its pager is on a terminal in the end.
            colours: colours(is_terminal || variable("GIT_PAGER_IN_USE").is_some()),
            is_terminal,
            ambiguous: variable("MULU_AMBIGUOUS_WIDTH"),
            editor: ["VISUAL", "EDITOR"].into_iter().find_map(variable),
            is_ci: variable("CI").is_some_and(|value| value != "0" && value != "false"),
            columns: columns(is_terminal),
            colour_term: variable("COLORTERM"),
            term: variable("TERM"),
            settings: settings(),
            program: program(),
            index: variable("GIT_INDEX_FILE").map(PathBuf::from),
            waiting: variable("GIT_QUARANTINE_PATH").map(PathBuf::from),
            author: variable("GIT_AUTHOR_EMAIL")
                .map(|email| (variable("GIT_AUTHOR_NAME").unwrap_or_default(), email)),
            cache: cache(),
        }
    }

    /// The language of the locale.
    pub fn lang(&self) -> Lang {
        lang(self.locale.as_deref())
    }
}

/// Chinese for a Chinese locale, English for any other. `C` and `POSIX` mean English, since such a terminal
/// may not show Chinese; a machine that says nothing at all (Windows) most likely stands in a Chinese office.
fn lang(locale: Option<&str>) -> Lang {
    match locale {
        None => Lang::Zh,
        Some(locale) if locale.to_ascii_lowercase().starts_with("zh") => Lang::Zh,
        Some(_) => Lang::En,
    }
}

/// <https://no-color.org> first, then <https://bixense.com/clicolors>.
fn colours(is_terminal: bool) -> bool {
    let is_forced = variable("CLICOLOR_FORCE").is_some_and(|value| value != "0");
    let is_dumb = variable("TERM").is_some_and(|value| value == "dumb");
    variable("NO_COLOR").is_none() && (is_forced || (is_terminal && !is_dumb))
}

fn columns(is_terminal: bool) -> Option<usize> {
    let stated = variable("COLUMNS").and_then(|value| value.parse().ok());
    let measured = || {
        is_terminal
            .then(crossterm::terminal::size)?
            .ok()
            .map(|(columns, _)| columns.into())
    };
    stated
        .or_else(measured)
        .filter(|columns: &usize| *columns > 0)
}

fn program() -> String {
    const NAME: &str = "mulu";
    let here = std::env::current_exe().ok();
    let path = variable("PATH").unwrap_or_default();
    let mut folders = std::env::split_paths(&path);
    let is_here = |folder: PathBuf| folder.join(NAME).canonicalize().ok() == here;
    match &here {
        Some(here) if !folders.any(is_here) => {
            let place = here.to_string_lossy().replace('\\', "/");
            format!("'{}'", place.replace('\'', "'\\''"))
        }
        _ => NAME.to_owned(),
    }
}

/// `MULU_CACHE_DIR`, or else the place where programs of the system keep such things (`XDG_CACHE_HOME`).
fn cache() -> Option<PathBuf> {
    let folder = |name: &str| variable(name).map(PathBuf::from);
    if let Some(own) = folder("MULU_CACHE_DIR") {
        return own.is_absolute().then_some(own);
    }
    let home = |below: &str| folder("HOME").map(|home| home.join(below));
    let usual = || {
        if cfg!(windows) {
            folder("LOCALAPPDATA")
        } else if cfg!(target_os = "macos") {
            home("Library/Caches")
        } else {
            home(".cache")
        }
    };
    let folder = folder("XDG_CACHE_HOME").or_else(usual)?;
    folder.is_absolute().then(|| folder.join("mulu"))
}

/// `MULU_CONFIG`, or else the place where programs of the system keep such things.
fn settings() -> Option<PathBuf> {
    let folder = |name: &str| variable(name).map(PathBuf::from);
    let home = |below: &str| folder("HOME").map(|home| home.join(below));
    let usual = || {
        if cfg!(windows) {
            folder("APPDATA")
        } else if cfg!(target_os = "macos") {
            home("Library/Application Support")
        } else {
            home(".config")
        }
    };
    let file = || {
        Some(
            folder("XDG_CONFIG_HOME")
                .or_else(usual)?
                .join("mulu/config.yaml"),
        )
    };
    folder("MULU_CONFIG").or_else(file)
}

/// A variable that is set to something.
#[expect(clippy::disallowed_methods, reason = "this is where it is read")]
fn variable(name: &str) -> Option<String> {
    let value = std::env::var_os(name)?.to_string_lossy().into_owned();
    (!value.is_empty()).then_some(value)
}

/// A working directory that is gone is found out when something is looked for in it.
#[expect(clippy::disallowed_methods, reason = "this is where it is read")]
fn folder() -> PathBuf {
    std::env::current_dir().unwrap_or_else(|_| PathBuf::from("."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_locale_decides_the_language() {
        assert_eq!(lang(Some("zh_CN.UTF-8")), Lang::Zh);
        assert_eq!(lang(Some("zh_Hans")), Lang::Zh);
        assert_eq!(lang(Some("C")), Lang::En);
        assert_eq!(lang(Some("POSIX")), Lang::En);
        assert_eq!(lang(Some("de_DE.UTF-8")), Lang::En);
        assert_eq!(lang(None), Lang::Zh);
    }
}
