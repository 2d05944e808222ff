//! How fast the screen is, measured from outside in a terminal of its own on the sample catalog: from the
//! start to the first thing drawn, to the whole list, and from a key to what it draws.

#![expect(
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a bench that cannot go on stops, and its figures go to whoever ran it"
)]

use std::io::{Read, Write};
use std::path::Path;
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

const STARTS: usize = 5;
const KEYS: usize = 200;
/// What is not drawn after so long will not be.
const PATIENCE: Duration = Duration::from_secs(20);
/// A screen that draws nothing for so long waits for a key.
const QUIET: Duration = Duration::from_millis(20);

fn main() {
    let catalog = Path::new(env!("CARGO_MANIFEST_DIR")).join("catalog");
    let (mut paints, mut lists, mut keys) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..STARTS {
        let mut terminal = Terminal::open(&catalog);
        paints.push(terminal.until("mulu"));
        lists.push(terminal.until("基"));
        // Down and up again through the list of matters; every step draws another matter beside it.
        terminal.key(b"\t");
        keys.extend((0..KEYS).map(|turn| terminal.key(if turn % 40 < 20 { b"j" } else { b"k" })));
        terminal.end();
    }
    let worst = keys.iter().copied().fold(0.0, f64::max);
    println!(
        "first paint {:.1} ms; list there {:.1} ms; key handled and drawn {:.2} ms, worst of {} {:.1} ms",
        median(paints) * 1e3,
        median(lists) * 1e3,
        median(keys) * 1e3,
        STARTS * KEYS,
        worst * 1e3,
    );
}

/// The program in a terminal; what it draws comes with the moment it came.
struct Terminal {
    start: Instant,
    drawn: Receiver<(Instant, Vec<u8>)>,
    keys: Box<dyn Write + Send>,
    child: Box<dyn Child + Send + Sync>,
    _master: Box<dyn MasterPty + Send>,
}

impl Terminal {
    fn open(catalog: &Path) -> Terminal {
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
    fn until(&mut self, text: &str) -> f64 {
        loop {
            let (at, bytes) = self.drawn.recv_timeout(PATIENCE).expect("the screen draws");
            if String::from_utf8_lossy(&bytes).contains(text) {
                return (at - self.start).as_secs_f64();
            }
        }
    }

    /// Seconds from a key until the last of what it draws.
    fn key(&mut self, key: &[u8]) -> f64 {
        while self.drawn.recv_timeout(QUIET).is_ok() {}
        let start = Instant::now();
        self.keys.write_all(key).expect("a key is taken");
        let (mut at, _) = self.drawn.recv_timeout(PATIENCE).expect("a key draws");
        while let Ok((later, _)) = self.drawn.recv_timeout(QUIET) {
            at = later;
        }
        (at - start).as_secs_f64()
    }

    fn end(mut self) {
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

fn median(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    figures.get(figures.len() / 2).copied().unwrap_or(f64::NAN)
}
