//! The editor outside the program: what it is called, and one run of it. The terminal is lent to it meanwhile.

use std::path::Path;
use std::process::Command;
use std::sync::Arc;
#[cfg(unix)]
use std::sync::{
    OnceLock,
    atomic::{AtomicBool, Ordering},
};

#[cfg(unix)]
use signal_hook::{consts::SIGINT, flag::register_conditional_default};

use crate::session::Outside;
use crate::text::{Words, words};
use crate::tui::message::Fault;
use crate::tui::worker::fault;

const NOT_STARTED: Words = words(
    "打不开外部编辑器 {editor}：{error}",
    "the editor {editor} cannot be started: {error}",
);
const FAILED: Words = words(
    "外部编辑器没有正常结束（{status}），什么都没有改",
    "the editor did not end well ({status}); nothing was changed",
);
const SET_ANOTHER: Words = words(
    "可用环境变量 VISUAL 或 EDITOR 另设一个，如 EDITOR=vim",
    "the variables VISUAL and EDITOR choose another, such as EDITOR=vim",
);

/// 外出: a file to be edited outside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Errand {
    /// The file, below the catalog folder.
    pub(crate) path: Box<str>,
    /// Its text as the session has it.
    pub(crate) before: Arc<str>,
    /// The text that the editor begins with: the same, or what an earlier run left.
    pub(crate) shown: Arc<str>,
    /// The editor, with its arguments.
    pub(crate) editor: String,
}

/// `Ctrl-C` while the editor has the terminal is meant for the editor; at any other time it ends the program as
/// ever.
#[cfg(unix)]
fn spared<T>(work: impl FnOnce() -> T) -> T {
    static IS_HOME: OnceLock<Arc<AtomicBool>> = OnceLock::new();
    let is_home = IS_HOME.get_or_init(|| {
        let is_home = Arc::new(AtomicBool::new(true));
        // Where the signal cannot be caught, it does what it did before.
        let _ = register_conditional_default(SIGINT, Arc::clone(&is_home));
        is_home
    });
    is_home.store(false, Ordering::Relaxed);
    let done = work();
    is_home.store(true, Ordering::Relaxed);
    done
}

#[cfg(not(unix))]
fn spared<T>(work: impl FnOnce() -> T) -> T {
    work()
}

/// Runs the editor on a copy of the file and waits for it; gives the text that it left.
pub(crate) fn run(errand: &Errand) -> Result<Arc<str>, Fault> {
    let outside = Outside::new(&errand.path, &errand.shown).map_err(|error| fault(&error))?;
    start(&errand.editor, outside.file())?;
    outside.text().map_err(|error| fault(&error))
}

fn start(editor: &str, file: &Path) -> Result<(), Fault> {
    let mut words = split(editor).into_iter();
    let program = words.next().unwrap_or_default();
    let mut command = Command::new(&program);
    command.args(words).arg(file);
    let ended = spared(|| command.status());
    match ended {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(Fault {
            reason: FAILED.with(&[("status", &status.to_string())]),
            hint: None,
        }),
        Err(error) => Err(Fault {
            reason: NOT_STARTED.with(&[("editor", &program), ("error", &error.to_string())]),
            hint: Some(SET_ANOTHER.into()),
        }),
    }
}

/// The words of a command line: separated by spaces, except inside quotes.
fn split(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    let mut quote = None;
    let mut is_word = false;
    for letter in line.chars() {
        match (letter, quote) {
            (letter, Some(open)) if letter == open => quote = None,
            ('"' | '\'', None) => {
                quote = Some(letter);
                is_word = true;
            }
            (letter, None) if letter.is_whitespace() => {
                if is_word {
                    words.push(std::mem::take(&mut word));
                }
                is_word = false;
            }
            (letter, _) => {
                word.push(letter);
                is_word = true;
            }
        }
    }
    if is_word {
        words.push(word);
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn errand(editor: &str) -> Errand {
        Errand {
            path: "base/31/000131002000.yaml".into(),
            before: "name: 护照\n".into(),
            shown: "name: 护照\n".into(),
            editor: editor.to_owned(),
        }
    }

    #[test]
    fn an_editor_may_have_arguments_and_spaces_in_its_name() {
        assert_eq!(split("code --wait"), ["code", "--wait"]);
        assert_eq!(
            split("'/opt/my editor/vi'  '+set nobackup' \"\""),
            ["/opt/my editor/vi", "+set nobackup", ""]
        );
        assert!(split("  ").is_empty());
    }

    #[cfg(unix)]
    #[test]
    fn the_text_that_the_editor_leaves_comes_back() {
        let errand = errand(
            "sh -c 'case $1 in *000131002000.yaml) printf \"name: 身份证\\n\" > \"$1\";; esac' sh",
        );
        assert_eq!(&*run(&errand).unwrap(), "name: 身份证\n");
    }

    #[cfg(unix)]
    #[test]
    fn an_editor_that_fails_or_is_none_changes_nothing_and_says_so() {
        let failed = run(&errand("sh -c 'echo lost > \"$1\"; exit 3' sh")).unwrap_err();
        assert!(
            failed.reason.en.contains("exit status: 3"),
            "{}",
            failed.reason.en
        );
        let missing = run(&errand("no-such-editor -x")).unwrap_err();
        assert!(
            missing
                .reason
                .zh
                .contains("打不开外部编辑器 no-such-editor")
        );
        assert!(missing.hint.is_some());
    }
}
