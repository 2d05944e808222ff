//! Why a command could not be done: a message, and what to do next.

use crate::session::SessionError;
use crate::store::StoreError;
use crate::text::{Lang, Message, Words, visible, words};

/// 失败: what went wrong, for a person.
#[derive(Clone, Debug)]
pub(super) struct Failure {
    /// What went wrong.
    pub(super) message: Message,
    /// What to do next, if that is known.
    pub(super) hint: Option<Message>,
    /// How the command is written, if the command line is what was wrong.
    pub(super) usage: Option<String>,
}

const ERROR: Words = words("错误：", "error: ");
const HINT: Words = words("提示：", "hint: ");
const USAGE: Words = words("用法：", "usage: ");

impl Failure {
    pub(super) fn new(message: impl Into<Message>) -> Failure {
        Failure {
            message: message.into(),
            hint: None,
            usage: None,
        }
    }

    /// Says what to do next.
    #[must_use]
    pub(super) fn hint(mut self, hint: impl Into<Message>) -> Failure {
        self.hint = Some(hint.into());
        self
    }

    /// As it is written to the person; control characters of the catalog or the arguments are shown.
    pub(super) fn text(&self, lang: Lang) -> String {
        let mut text = block(ERROR.of(lang), self.message.of(lang));
        if let Some(hint) = &self.hint {
            text += &block(HINT.of(lang), hint.of(lang));
        }
        if let Some(usage) = &self.usage {
            text += &block(USAGE.of(lang), usage);
        }
        text
    }
}

fn block(head: &str, body: &str) -> String {
    let lines: Vec<_> = body.lines().map(visible).collect();
    format!("{head}{}\n", lines.join("\n"))
}

impl From<Message> for Failure {
    fn from(message: Message) -> Failure {
        Failure::new(message)
    }
}

impl From<SessionError> for Failure {
    fn from(error: SessionError) -> Failure {
        Failure {
            hint: error.hint(),
            ..Failure::new(error.message())
        }
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Failure {
        Failure {
            hint: error.hint(),
            ..Failure::new(error.message())
        }
    }
}
