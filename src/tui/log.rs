//! What was said to the person, kept so that it can be read again.

use std::collections::VecDeque;

use crate::tui::model::Notice;

/// Most messages kept.
const MOST: usize = 100;

/// 消息记录: the last messages, the newest at the end.
#[derive(Clone, Debug, Default)]
pub(crate) struct Log {
    /// The time of day, as it was when the last thing happened.
    pub(crate) time: String,
    /// When each was said, and what.
    pub(crate) said: VecDeque<(String, Notice)>,
}

impl Log {
    /// Keeps a message.
    pub(crate) fn keep(&mut self, notice: Notice) {
        if self.said.len() == MOST {
            self.said.pop_front();
        }
        self.said.push_back((self.time.clone(), notice));
    }
}
