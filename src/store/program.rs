//! The installed `git`, run for what only it does as the user has set it up: hooks, signing, passwords, proxies.
//! What it is asked for alone is read as bytes; what it does is heard by whoever watches.

use std::io::{ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::time::Duration;

use crate::store::{Root, StoreError};

/// 旁听者: who hears what git says while it does something.
#[derive(Clone, Copy)]
pub enum Audience<'w> {
    /// The terminal is git's: it speaks there, and may ask for passwords.
    Terminal,
    /// Someone who is handed each line, and an empty one now and then, and says whether git is to go on. Nothing
    /// asks for a password in the terminal then.
    Listener(&'w dyn Fn(&str) -> bool),
}

impl Audience<'static> {
    /// Nobody listens, and git goes on to its end.
    pub const NOBODY: Audience<'static> = Audience::Listener(&|_| true);
}

/// git 程序: the installed `git` in one work tree.
#[derive(Clone)]
pub struct Program<'w> {
    folder: PathBuf,
    audience: Audience<'w>,
    settings: Vec<String>,
    index: Option<PathBuf>,
}

/// How often a listener is asked whether git is to go on.
const BEAT: Duration = Duration::from_millis(50);
/// So much of what git says is kept.
const MOST_SAID: usize = 16 * 1024;
/// What would lead git to another repository than the one that is open.
const STRAY: [&str; 6] = [
    "GIT_DIR",
    "GIT_WORK_TREE",
    "GIT_INDEX_FILE",
    "GIT_PREFIX",
    "GIT_OBJECT_DIRECTORY",
    "GIT_COMMON_DIR",
];

impl<'w> Program<'w> {
    /// git in the work tree around a catalog; `None` if it is not installed.
    pub fn find(root: &Root, audience: Audience<'w>) -> Option<Program<'w>> {
        let program = Program {
            folder: root.path().to_owned(),
            audience,
            settings: Vec::new(),
            index: None,
        };
        let is_there = program.output(&["version"], &[]).is_ok();
        is_there.then_some(program)
    }

    /// The same git with settings for this run, as `name=value`.
    #[must_use]
    pub fn with_settings(&self, settings: impl IntoIterator<Item = String>) -> Program<'w> {
        let mut program = self.clone();
        program.settings.extend(settings);
        program
    }

    /// Whether somebody hears how far git is who is no terminal.
    pub fn is_heard(&self) -> bool {
        matches!(self.audience, Audience::Listener(_))
    }

    /// The same git, which nobody hears and nobody stops.
    #[must_use]
    pub fn unheard(&self) -> Program<'static> {
        Program {
            folder: self.folder.clone(),
            audience: Audience::NOBODY,
            settings: self.settings.clone(),
            index: self.index.clone(),
        }
    }

    /// The same git on another index.
    #[must_use]
    pub(super) fn on_index(&self, index: &Path) -> Program<'w> {
        Program {
            index: Some(index.to_owned()),
            ..self.clone()
        }
    }

    /// The same git at the top of the work tree, where paths begin that have no other start.
    pub(super) fn at_top(&self) -> Result<Program<'w>, StoreError> {
        let top = self.line(&["rev-parse", "--show-toplevel"])?;
        Ok(Program {
            folder: top.map_or_else(|| self.folder.clone(), PathBuf::from),
            ..self.clone()
        })
    }

    /// What git answers; `None` if it says no.
    pub fn ask(&self, args: &[&str]) -> Result<Option<Vec<u8>>, StoreError> {
        let output = self.output(args, &[])?;
        Ok(output.status.success().then_some(output.stdout))
    }

    /// The one line that git answers; `None` if it says no.
    pub fn line(&self, args: &[&str]) -> Result<Option<String>, StoreError> {
        let said = self.ask(args)?;
        Ok(said.map(|said| String::from_utf8_lossy(&said).trim_end().to_owned()))
    }

    /// What git answers to a text; that it says no is a failure.
    pub(super) fn feed(&self, args: &[&str], text: &[u8]) -> Result<Vec<u8>, StoreError> {
        let output = self.output(args, text)?;
        if output.status.success() {
            return Ok(output.stdout);
        }
        Err(self.refused(args, &String::from_utf8_lossy(&output.stderr)))
    }

    /// Has git do something, heard by the audience. That it says no is a failure with its words.
    pub fn perform(&self, args: &[&str]) -> Result<(), StoreError> {
        let mut command = self.command(args);
        let (status, said) = match self.audience {
            Audience::Terminal => {
                // What git tells of its doing is no answer of ours, which may be piped elsewhere.
                command.stdout(std::io::stderr());
                (
                    command.status().map_err(|error| self.missing(&error))?,
                    String::new(),
                )
            }
            Audience::Listener(listener) => self.heard(command, listener)?,
        };
        if status.success() {
            return Ok(());
        }
        Err(self.refused(args, &said))
    }

    fn output(&self, args: &[&str], text: &[u8]) -> Result<Output, StoreError> {
        let mut command = self.command(args);
        command.env("GIT_TERMINAL_PROMPT", "0");
        answer(command, text).map_err(|error| self.missing(&error))
    }

    fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new("git");
        // Paths are told as they are, Chinese ones too.
        command.args(["-c", "core.quotePath=false"]);
        for setting in &self.settings {
            command.args(["-c", setting]);
        }
        command.args(args).current_dir(&self.folder);
        for name in STRAY {
            command.env_remove(name);
        }
        if let Some(index) = &self.index {
            command.env("GIT_INDEX_FILE", index);
        }
        // No editor opens: every message is there beforehand.
        command
            .env("GIT_EDITOR", "true")
            .env("GIT_MERGE_AUTOEDIT", "no");
        command
    }

    /// Runs git where nobody can be asked anything, and hands on what it says.
    fn heard(
        &self,
        mut command: Command,
        listener: &dyn Fn(&str) -> bool,
    ) -> Result<(std::process::ExitStatus, String), StoreError> {
        command
            .env("GIT_TERMINAL_PROMPT", "0")
            // ssh asks through the user's own window, never behind the screen; so does the signing program.
            .env("SSH_ASKPASS_REQUIRE", "force")
            .env_remove("GPG_TTY")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        group(&mut command);
        let mut child = command.spawn().map_err(|error| self.missing(&error))?;
        let (sender, lines) = channel();
        for stream in [
            child
                .stdout
                .take()
                .map(|out| Box::new(out) as Box<dyn Read + Send>),
            child
                .stderr
                .take()
                .map(|out| Box::new(out) as Box<dyn Read + Send>),
        ] {
            let sender = sender.clone();
            std::thread::spawn(move || stream.map(|stream| listen(stream, &sender)));
        }
        drop(sender);
        let mut said = String::new();
        let mut goes_on = true;
        loop {
            let line = match lines.recv_timeout(BEAT) {
                Ok(line) => line,
                Err(RecvTimeoutError::Timeout) => Line::default(),
                Err(RecvTimeoutError::Disconnected) => break,
            };
            if !listener(&line.text) && goes_on {
                goes_on = false;
                stop(&mut child);
            }
            line.keep(&mut said);
        }
        let status = child.wait().map_err(|error| self.missing(&error))?;
        if goes_on {
            Ok((status, said))
        } else {
            Err(StoreError::Halted)
        }
    }

    fn missing(&self, error: &std::io::Error) -> StoreError {
        match error.kind() {
            ErrorKind::NotFound if self.folder.is_dir() => StoreError::NoProgram,
            _ => StoreError::io(
                Path::new("git"),
                std::io::Error::new(error.kind(), error.to_string()),
            ),
        }
    }

    /// Why git does not see a repository: it says so itself.
    pub(super) fn no_repository(&self) -> StoreError {
        match self.feed(&["rev-parse", "--git-dir"], b"") {
            Err(error @ StoreError::Unsafe(_)) => error,
            _ => StoreError::NoRepository(self.folder.clone()),
        }
    }

    fn refused(&self, args: &[&str], said: &str) -> StoreError {
        let said = said.trim_end();
        if said.contains("safe.directory") {
            return StoreError::Unsafe(self.folder.clone());
        }
        StoreError::Refused {
            command: args.first().copied().unwrap_or_default().to_owned(),
            said: said.to_owned(),
        }
    }
}

/// What a program answers to a text.
pub(super) fn answer(mut command: Command, text: &[u8]) -> std::io::Result<Output> {
    let piped = if text.is_empty() {
        Stdio::null()
    } else {
        Stdio::piped()
    };
    command
        .stdin(piped)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = command.spawn()?;
    let input = child.stdin.take();
    // Written beside the reading: each side may wait for the other.
    std::thread::scope(|scope| {
        if let Some(mut input) = input {
            // A program that has heard enough says itself why.
            scope.spawn(move || drop(input.write_all(text)));
        }
        child.wait_with_output()
    })
}

/// A line of git, and whether it is one of those that the next one writes over.
#[derive(Default)]
struct Line {
    text: String,
    is_passing: bool,
}

impl Line {
    fn keep(self, said: &mut String) {
        if !self.is_passing && !self.text.is_empty() && said.len() < MOST_SAID {
            said.push_str(&self.text);
            said.push('\n');
        }
    }
}

/// Reads lines, which end in a line break or, where git counts, in a carriage return.
fn listen(mut stream: Box<dyn Read + Send>, lines: &Sender<Line>) {
    let mut pending: Vec<u8> = Vec::new();
    let mut piece = [0; 4096];
    let send = |bytes: &[u8], is_passing| {
        let text = String::from_utf8_lossy(bytes).trim_end().to_owned();
        // Nobody listens any more once git has ended.
        let _ = lines.send(Line { text, is_passing });
    };
    while let Ok(count @ 1..) = stream.read(&mut piece) {
        pending.extend(piece.iter().take(count));
        while let Some(end) = pending
            .iter()
            .position(|byte| matches!(byte, b'\n' | b'\r'))
        {
            let is_passing =
                pending.get(end) == Some(&b'\r') && pending.get(end + 1) != Some(&b'\n');
            let line: Vec<u8> = pending.drain(..=end).collect();
            send(line.get(..end).unwrap_or_default(), is_passing);
        }
    }
    if !pending.is_empty() {
        send(&pending, false);
    }
}

/// Makes git and all that it starts one group, so that they can be stopped together.
#[cfg(unix)]
fn group(command: &mut Command) {
    std::os::unix::process::CommandExt::process_group(command, 0);
}

#[cfg(not(unix))]
fn group(_: &mut Command) {}

/// Asks git and all that it started to end; it then takes its locks away itself.
#[cfg(unix)]
fn stop(child: &mut Child) {
    use rustix::process::{Pid, Signal, kill_process_group};
    let group = i32::try_from(child.id()).ok().and_then(Pid::from_raw);
    if let Some(group) = group {
        // One that has ended by itself is as good.
        let _ = kill_process_group(group, Signal::TERM);
        let _ = kill_process_group(group, Signal::CONT);
    }
}

#[cfg(not(unix))]
fn stop(child: &mut Child) {
    let _ = child.kill();
}
