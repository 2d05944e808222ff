//! How far a long work is, on one line beside the output, where someone looks at a terminal.

use std::io::{IsTerminal, Write, stderr};
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::text::{Lang, Words};

/// Less work than this is done before anyone could read how far it is.
const WORTH_SAYING: usize = 20_000;

/// 进度条: what is said while someone waits.
pub(super) struct Waiting {
    words: Words,
    lang: Lang,
    is_seen: bool,
    /// The hundredth that was said last.
    said: AtomicUsize,
}

impl Waiting {
    /// `words` say what is done.
    pub(super) fn new(words: Words, lang: Lang) -> Waiting {
        Waiting {
            words,
            lang,
            is_seen: stderr().is_terminal(),
            said: AtomicUsize::new(usize::MAX),
        }
    }

    /// Says how far it is.
    pub(super) fn tell(&self, done: usize, all: usize) {
        if !self.is_seen || all < WORTH_SAYING {
            return;
        }
        let hundredth = done.saturating_mul(100) / all;
        if self.said.swap(hundredth, Ordering::Relaxed) != hundredth {
            let _ = write!(stderr(), "\r{} {hundredth}%", self.words.of(self.lang));
        }
    }
}

impl Drop for Waiting {
    fn drop(&mut self) {
        if self.said.load(Ordering::Relaxed) != usize::MAX {
            let _ = write!(stderr(), "\r\u{1B}[K");
        }
    }
}
