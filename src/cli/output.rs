//! The one writer: everything that a command says goes through here.

use std::borrow::Cow;
use std::io::{self, BufWriter, ErrorKind, Write};

use crate::cli::Exit;
use crate::text::is_order;

/// 输出: where a command writes. A reader that has gone away (`mulu check | head -1`) is no failure: what
/// is written after that is dropped, and the command keeps its own exit code.
pub(super) struct Output<'w> {
    writer: BufWriter<Box<dyn Write + 'w>>,
    state: State,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Open,
    /// The reader has gone away.
    Closed,
    /// The disk is full, or the like.
    Broken,
}

impl<'w> Output<'w> {
    pub(super) fn new(writer: impl Write + 'w) -> Output<'w> {
        Output {
            writer: BufWriter::new(Box::new(writer)),
            state: State::Open,
        }
    }

    /// Writes a text of whole lines.
    pub(super) fn write(&mut self, text: &str) {
        if self.state == State::Open {
            let result = self.writer.write_all(inert(text).as_bytes());
            self.note(result);
        }
    }

    /// Writes a line.
    pub(super) fn line(&mut self, text: &str) {
        self.write(text);
        self.write("\n");
    }

    /// A writer of whole lines for a person, in which none is an order.
    pub(super) fn lines(&mut self) -> impl Write {
        Lines(self)
    }

    /// A writer for a machine; what it is handed sees to it itself that nothing in it is an order.
    pub(super) fn raw(&mut self) -> impl Write {
        Raw(self)
    }

    /// Writes out what was said so far, before someone else speaks.
    pub(super) fn flush(&mut self) {
        if self.state == State::Open {
            let result = self.writer.flush();
            self.note(result);
        }
    }

    /// Writes out what is left. The exit code stands unless something could not be written.
    pub(super) fn finish(mut self, exit: Exit) -> Exit {
        self.flush();
        // What a reader no longer wants must not be written once more when the buffer is dropped.
        let (_writer, _rest) = self.writer.into_parts();
        match self.state {
            State::Broken => Exit::Failed,
            State::Open | State::Closed => exit,
        }
    }

    fn note(&mut self, result: io::Result<()>) {
        self.state = match result {
            Ok(()) => State::Open,
            Err(error) if error.kind() == ErrorKind::BrokenPipe => State::Closed,
            Err(_) => State::Broken,
        };
    }
}

struct Lines<'o, 'w>(&'o mut Output<'w>);

impl Write for Lines<'_, '_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.write(&String::from_utf8_lossy(bytes));
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

struct Raw<'o, 'w>(&'o mut Output<'w>);

impl Write for Raw<'_, '_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.0.state == State::Open {
            let result = self.0.writer.write_all(bytes);
            self.0.note(result);
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The text with no line that a build server would take for an order (`::error::…`, `##[…]`): catalog text
/// that came to stand at the start of a line is shown, not obeyed.
fn inert(text: &str) -> Cow<'_, str> {
    if !text.contains("::") && !text.contains("##[") {
        return Cow::Borrowed(text);
    }
    let lines = text.split_inclusive('\n').map(|line| {
        let order = line.trim_start();
        let (space, _) = line.split_at(line.len() - order.len());
        match order.chars().next() {
            Some(first) if is_order(order) => {
                let rest = order.get(1..).unwrap_or("");
                format!("{space}⟨U+{:04X}⟩{rest}", first as u32).into()
            }
            _ => Cow::Borrowed(line),
        }
    });
    Cow::Owned(lines.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_order_to_a_build_server_is_shown_not_obeyed() {
        assert_eq!(inert("a::b\n  ::error::x\n"), "a::b\n  ⟨U+003A⟩:error::x\n");
        assert_eq!(inert("##[error]x"), "⟨U+0023⟩#[error]x");
    }

    struct Refusing(ErrorKind);

    impl Write for Refusing {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(self.0.into())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn a_reader_that_left_is_no_failure_but_a_full_disk_is() {
        let end = |kind| {
            let mut output = Output::new(Refusing(kind));
            output.line("问题");
            output.finish(Exit::Findings)
        };
        assert_eq!(end(ErrorKind::BrokenPipe), Exit::Findings);
        assert_eq!(end(ErrorKind::StorageFull), Exit::Failed);
    }
}
