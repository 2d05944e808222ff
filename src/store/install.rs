//! What git is told of the program: settings of the repository, and lines of its `.gitattributes`. All of it can be
//! taken back, and then everything else is as it was.

use std::fs;
use std::path::PathBuf;

use crate::store::{Git, StoreError, write_atomically};

/// 安装项: a setting of the repository.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GitSetting {
    /// As `merge.mulu.driver`.
    pub name: &'static str,
    /// What it is set to.
    pub value: String,
}

/// The lines between which ours stand in `.gitattributes`.
const BEGIN: &str = "# >>> mulu git install";
const END: &str = "# <<< mulu git install";

impl Git {
    /// Sets settings of the repository; whether one was not so already.
    pub fn set(&self, settings: &[GitSetting]) -> Result<bool, StoreError> {
        let mut config = self.config()?;
        let mut is_new = false;
        for GitSetting { name, value } in settings {
            if config.get_string(name).ok().as_ref() != Some(value) {
                config.set_str(name, value)?;
                is_new = true;
            }
        }
        Ok(is_new)
    }

    /// Takes settings back, whatever they say, and the headings that then stand over nothing; whether there was one.
    pub fn unset(&self, names: &[&str]) -> Result<bool, StoreError> {
        let mut config = self.config()?;
        let mut was_there = false;
        for name in names {
            was_there |= config.remove(name).is_ok();
        }
        if was_there {
            let path = self.config_path();
            let io = |error| StoreError::io(&path, error);
            let bytes = fs::read(&path).map_err(io)?;
            write_atomically(&path, &without_empty_headings(&bytes, names))?;
        }
        Ok(was_there)
    }

    /// Puts lines into `.gitattributes` beside the catalog; whether they were not there already.
    pub fn add_attributes(&self, lines: &[&str]) -> Result<bool, StoreError> {
        let (path, before) = self.attributes()?;
        let block = format!("{BEGIN}\n{}\n{END}\n", lines.join("\n"));
        let mut after = without_block(&before);
        if !after.is_empty() && !after.ends_with('\n') {
            after.push('\n');
        }
        after += &block;
        if after == before || before.contains(&block) {
            return Ok(false);
        }
        write_atomically(&path, after.as_bytes())?;
        Ok(true)
    }

    /// Takes them out again, and the file if nothing else is in it; whether they were there.
    pub fn remove_attributes(&self) -> Result<bool, StoreError> {
        let (path, before) = self.attributes()?;
        let after = without_block(&before);
        if after == before {
            return Ok(false);
        }
        if after.is_empty() {
            fs::remove_file(&path).map_err(|error| StoreError::io(&path, error))?;
        } else {
            write_atomically(&path, after.as_bytes())?;
        }
        Ok(true)
    }

    fn attributes(&self) -> Result<(PathBuf, String), StoreError> {
        let none = || StoreError::NoRepository(self.repository.path().to_owned());
        let folder = self.repository.workdir().ok_or_else(none)?;
        let path = folder.join(&self.prefix).join(".gitattributes");
        match fs::read_to_string(&path) {
            Ok(text) => Ok((path, text)),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok((path, String::new())),
            Err(error) => Err(StoreError::io(&path, error)),
        }
    }

    /// The settings of the repository alone: what the user or the system set stays out of it.
    fn config(&self) -> Result<git2::Config, StoreError> {
        Ok(self
            .repository
            .config()?
            .open_level(git2::ConfigLevel::Local)?)
    }

    fn config_path(&self) -> PathBuf {
        self.repository.commondir().join("config")
    }
}

fn without_block(text: &str) -> String {
    let mut is_ours = false;
    let kept = text.split_inclusive('\n').filter(|line| {
        let line = line.trim_end();
        let starts = line == BEGIN;
        let ends = is_ours && line == END;
        is_ours = (is_ours || starts) && !ends;
        !is_ours && !ends
    });
    kept.collect()
}

/// The settings file without the headings of these settings under which nothing stands.
fn without_empty_headings(bytes: &[u8], names: &[&str]) -> Vec<u8> {
    let headings = names.iter().filter_map(|name| {
        let (section, rest) = name.split_once('.')?;
        let (below, _) = rest.rsplit_once('.')?;
        Some(format!("[{section} \"{below}\"]"))
    });
    let headings: Vec<String> = headings.collect();
    let lines: Vec<&[u8]> = bytes.split_inclusive(|byte| *byte == b'\n').collect();
    let is_heading = |line: &[u8]| line.trim_ascii_start().starts_with(b"[");
    let is_left_over = |at: usize, line: &[u8]| {
        let is_ours = headings
            .iter()
            .any(|heading| heading.as_bytes() == line.trim_ascii());
        is_ours && lines.get(at + 1).is_none_or(|next| is_heading(next))
    };
    let kept = lines
        .iter()
        .enumerate()
        .filter(|(at, line)| !is_left_over(*at, line));
    kept.flat_map(|(_, line)| line.iter().copied()).collect()
}
