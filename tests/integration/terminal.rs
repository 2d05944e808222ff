//! The program in a terminal of its own: keys go in, the screen is read back. Nothing waits for time, only
//! for text; the one clock here ends a test that would wait for ever.

use std::io::{Read, Write};
use std::sync::{Arc, Condvar, Mutex};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

use crate::sandbox::{Sandbox, TODAY};

/// After so long a text that has not come will not come.
const PATIENCE: Duration = Duration::from_secs(30);

/// A terminal with the program in it.
pub(crate) struct Terminal {
    screen: Arc<Screen>,
    keys: Box<dyn Write + Send>,
    child: Box<dyn Child + Send + Sync>,
    master: Box<dyn MasterPty + Send>,
}

struct Screen {
    parser: Mutex<vt100::Parser>,
    /// Everything that was sent.
    sent: Mutex<Vec<u8>>,
    news: Condvar,
}

impl Terminal {
    /// Starts `mulu` without a command in a sandbox.
    pub(crate) fn open(sandbox: &Sandbox, columns: u16, rows: u16) -> Terminal {
        let size = PtySize {
            rows,
            cols: columns,
            pixel_width: 0,
            pixel_height: 0,
        };
        let pair = native_pty_system().openpty(size).unwrap();
        let child = pair.slave.spawn_command(command(sandbox)).unwrap();
        drop(pair.slave);
        let parser = vt100::Parser::new(rows.try_into().unwrap(), columns.try_into().unwrap(), 0);
        let screen = Arc::new(Screen {
            parser: Mutex::new(parser),
            sent: Mutex::default(),
            news: Condvar::new(),
        });
        listen(pair.master.try_clone_reader().unwrap(), Arc::clone(&screen));
        Terminal {
            screen,
            keys: pair.master.take_writer().unwrap(),
            child,
            master: pair.master,
        }
    }

    /// Types text or control characters as they are.
    pub(crate) fn keys(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).unwrap();
        self.keys.flush().unwrap();
    }

    /// Waits until the screen holds a text; gives the whole screen.
    pub(crate) fn wait_for(&self, text: &str) -> String {
        self.wait(text, |screen| screen.contents().contains(text));
        self.screen.parser.lock().unwrap().screen().contents()
    }

    /// Waits until a text is gone from the screen.
    pub(crate) fn wait_until_gone(&self, text: &str) {
        self.wait(text, |screen| !screen.contents().contains(text));
    }

    /// Waits until the cursor shows at a column and row, both from 0.
    pub(crate) fn wait_for_cursor(&self, column: u16, row: u16) {
        self.wait(&format!("cursor at {column},{row}"), |screen| {
            !screen.hide_cursor() && screen.cursor_position() == (row, column)
        });
    }

    /// Waits until the cursor is hidden.
    pub(crate) fn wait_for_no_cursor(&self) {
        self.wait("no cursor", vt100::Screen::hide_cursor);
    }

    /// Waits until something was sent to the terminal, be it seen or not.
    pub(crate) fn wait_for_sent(&self, order: &str) {
        self.wait(order, |_| {
            let sent = self.screen.sent.lock().unwrap();
            sent.windows(order.len())
                .any(|sent| sent == order.as_bytes())
        });
    }

    /// What stands in the cells of a column, from top to bottom.
    pub(crate) fn column(&self, column: u16) -> Vec<String> {
        let parser = self.screen.parser.lock().unwrap();
        let screen = parser.screen();
        let cell = |row| {
            screen
                .cell(row, column)
                .map(|cell| cell.contents().to_owned())
        };
        (0..u16::from(screen.size().0)).filter_map(cell).collect()
    }

    fn wait(&self, wanted: &str, holds: impl Fn(&vt100::Screen) -> bool) {
        let start = Instant::now();
        let mut parser = self.screen.parser.lock().unwrap();
        while !holds(parser.screen()) {
            let left = PATIENCE.saturating_sub(start.elapsed());
            let contents = parser.screen().contents();
            assert!(
                !left.is_zero(),
                "waited for {wanted}; the screen:\n{contents}"
            );
            (parser, _) = self.screen.news.wait_timeout(parser, left).unwrap();
        }
    }

    /// Gives the terminal another size.
    pub(crate) fn resize(&self, columns: u16, rows: u16) {
        let size = PtySize {
            rows,
            cols: columns,
            pixel_width: 0,
            pixel_height: 0,
        };
        let mut parser = self.screen.parser.lock().unwrap();
        parser
            .screen_mut()
            .set_size(rows.try_into().unwrap(), columns.try_into().unwrap());
        self.master.resize(size).unwrap();
    }

    /// Sends the program a signal by its name.
    pub(crate) fn signal(&self, name: &str) {
        let number = self.child.process_id().unwrap().to_string();
        let sent = std::process::Command::new("kill")
            .args(["-s", name, &number])
            .status();
        assert!(sent.unwrap().success());
    }

    /// Kills the program, which cannot do anything about it.
    pub(crate) fn kill(mut self) {
        self.signal("KILL");
        self.child.wait().unwrap();
    }

    /// Waits for the program to end; gives its exit code and whether the terminal is as it was.
    pub(crate) fn end(mut self) -> (u32, bool) {
        let code = self.child.wait().unwrap().exit_code();
        self.wait("the end of the alternate screen", |screen| {
            !screen.alternate_screen()
        });
        let parser = self.screen.parser.lock().unwrap();
        let screen = parser.screen();
        (code, !screen.hide_cursor() && !screen.bracketed_paste())
    }
}

fn command(sandbox: &Sandbox) -> CommandBuilder {
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_mulu"));
    command.args(["--today", TODAY]);
    command.cwd(sandbox.path());
    command.env_clear();
    for (name, value) in sandbox.environment() {
        command.env(name, value);
    }
    command.env("TERM", "xterm-256color");
    command
}

fn listen(mut output: Box<dyn Read + Send>, screen: Arc<Screen>) {
    std::thread::spawn(move || {
        let mut bytes = [0; 4096];
        while let Ok(count) = output.read(&mut bytes) {
            if count == 0 {
                break;
            }
            screen.sent.lock().unwrap().extend(&bytes[..count]);
            screen.parser.lock().unwrap().process(&bytes[..count]);
            screen.news.notify_all();
        }
    });
}
