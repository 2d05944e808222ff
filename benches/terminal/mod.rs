//! The program in a terminal of its own, with the moment at which each piece of the screen comes.

use std::io::{Read, Write};
use std::path::Path;
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// What is not drawn after so long will not be.
const PATIENCE: Duration = Duration::from_mins(2);
/// A screen that draws nothing for so long waits for a key.
const QUIET: Duration = Duration::from_millis(20);

/// The program in a terminal; what it draws comes with the moment it came.
pub(crate) struct Terminal {
    start: Instant,
    drawn: Receiver<(Instant, Vec<u8>)>,
    keys: Box<dyn Write + Send>,
    child: Box<dyn Child + Send + Sync>,
    _master: Box<dyn MasterPty + Send>,
}

impl Terminal {
    /// Starts the program in a folder, with a folder for what it keeps.
    pub(crate) fn open(catalog: &Path, cache: &Path) -> Terminal {
        let size = PtySize {
            rows: 50,
            cols: 200,
            pixel_width: 0,
            pixel_height: 0,
        };
        let pair = native_pty_system().openpty(size).expect("a terminal");
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_mulu"));
        command.args(["--lang", "zh"]);
        command.cwd(catalog);
        command.env("TERM", "xterm-256color");
        command.env("XDG_CACHE_HOME", cache);
        let output = pair.master.try_clone_reader().expect("its output");
        let keys = pair.master.take_writer().expect("its keys");
        let start = Instant::now();
        let child = pair
            .slave
            .spawn_command(command)
            .expect("the program starts");
        Terminal {
            start,
            drawn: listen(output),
            keys,
            child,
            _master: pair.master,
        }
    }

    /// Seconds from the start until a text was drawn.
    pub(crate) fn until(&mut self, text: &str) -> f64 {
        loop {
            let (at, bytes) = self.drawn.recv_timeout(PATIENCE).expect("the screen draws");
            if String::from_utf8_lossy(&bytes).contains(text) {
                return (at - self.start).as_secs_f64();
            }
        }
    }

    /// Waits until nothing more is drawn.
    pub(crate) fn settle(&mut self) {
        while self.drawn.recv_timeout(QUIET).is_ok() {}
    }

    /// Seconds from a key until the last of what it draws, and how many bytes that is; `None` where it draws
    /// nothing.
    pub(crate) fn key(&mut self, key: &[u8]) -> Option<(f64, usize)> {
        self.settle();
        let start = Instant::now();
        self.keys.write_all(key).expect("a key is taken");
        let (mut at, bytes) = self.drawn.recv_timeout(Duration::from_secs(2)).ok()?;
        let mut count = bytes.len();
        while let Ok((later, bytes)) = self.drawn.recv_timeout(QUIET) {
            at = later;
            count += bytes.len();
        }
        Some(((at - start).as_secs_f64(), count))
    }

    /// The most memory the program has used, in bytes; Linux tells it.
    pub(crate) fn peak(&self) -> Option<usize> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.process_id()?));
        let status = status.ok()?;
        let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
        let number = line.split_whitespace().nth(1)?.parse::<usize>().ok()?;
        Some(number * 1024)
    }

    /// Leaves the program.
    pub(crate) fn end(mut self) {
        self.keys.write_all(b"q").expect("a key is taken");
        let _ = self.child.wait();
    }
}

fn listen(mut output: Box<dyn Read + Send>) -> Receiver<(Instant, Vec<u8>)> {
    let (sender, drawn) = channel();
    std::thread::spawn(move || {
        let mut bytes = [0; 4096];
        while let Ok(count @ 1..) = output.read(&mut bytes) {
            let read = bytes.get(..count).unwrap_or(&[]).to_vec();
            let _ = sender.send((Instant::now(), read));
        }
    });
    drawn
}
