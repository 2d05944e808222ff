//! What the installed `git` says of the signatures of commits: it knows the keys, the programs and the settings
//! of whoever runs it, and those of a server.

use std::collections::HashMap;
use std::io::Write;
use std::process::Command;

use tempfile::NamedTempFile;

use crate::store::program::answer;
use crate::store::{Git, StoreError};

/// 签名核对: what was said of one signature.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Signed {
    /// The letter of `%G?`: `G` good, `U` good but vouched for by nobody, `B` bad, `X` and `Y` expired, `R` revoked,
    /// `E` not to be checked, `N` none.
    pub letter: String,
    /// Fingerprint of the key.
    pub fingerprint: String,
    /// Fingerprint of the key that it hangs on.
    pub primary: String,
    /// Who signed, by the keys that are kept here.
    pub signer: String,
    /// The key, however it is told.
    pub key: String,
}

impl Signed {
    /// Where the program that verifies is missing, git takes a signature for a bad one.
    fn doubt(&mut self) {
        if self.letter == "B" {
            self.letter.clear();
            self.fingerprint.clear();
            self.key.clear();
        }
    }
}

const FORMAT: &str = "--format=%H%x00%G?%x00%GF%x00%GP%x00%GS%x00%GK%x00";
const FIELDS: usize = 6;

impl Git {
    /// What git says of the signatures of some commits, by their ids. `keys` are lines of a file of SSH keys that
    /// count (`ALLOWED SIGNERS` in the manual of ssh-keygen), before those that git is set to. What git does not
    /// tell of is left out, and must count as not verified.
    pub fn signatures(
        &self,
        ids: &[&str],
        keys: &str,
    ) -> Result<HashMap<String, Signed>, StoreError> {
        let folder = self.repository.path();
        let fail = |error| StoreError::io(folder, error);
        let mut allowed = NamedTempFile::new().map_err(fail)?;
        let kept = self.kept_keys();
        write!(allowed, "{keys}\n{kept}\n").map_err(fail)?;
        let setting = format!("gpg.ssh.allowedSignersFile={}", allowed.path().display());
        // Not led back to the repository as elsewhere: what a push brings lies where the hook is told that it lies.
        let mut git = Command::new("git");
        git.arg("--git-dir")
            .arg(folder)
            .args([
                "-c",
                &setting,
                "log",
                "--no-walk=unsorted",
                "--stdin",
                FORMAT,
            ])
            .env("GIT_NO_REPLACE_OBJECTS", "1")
            .env("LC_ALL", "C");
        // If git ends early, what it did not say counts as not verified.
        let said = answer(git, ids.join("\n").as_bytes()).map_err(fail)?;
        let mut signed = read(&String::from_utf8_lossy(&said.stdout));
        let complaint = String::from_utf8_lossy(&said.stderr);
        if complaint.contains("cannot run") || complaint.contains("cannot exec") {
            signed.values_mut().for_each(Signed::doubt);
        }
        Ok(signed)
    }

    /// The SSH keys that git is set to trust.
    fn kept_keys(&self) -> String {
        let config = self.repository.config().ok();
        let path = config.and_then(|config| config.get_path("gpg.ssh.allowedSignersFile").ok());
        let text = path.and_then(|path| std::fs::read_to_string(path).ok());
        text.unwrap_or_default()
    }
}

/// A record ends with a line break, which no field but the signer's name could hold.
fn read(said: &str) -> HashMap<String, Signed> {
    let fields: Vec<&str> = said.split('\0').collect();
    let (records, _) = fields.as_chunks::<FIELDS>();
    let signed = |[id, letter, fingerprint, primary, signer, key]: &[&str; FIELDS]| {
        let text = |field: &str| field.trim().to_owned();
        let signed = Signed {
            letter: text(letter),
            fingerprint: text(fingerprint),
            primary: text(primary),
            signer: text(signer),
            key: text(key),
        };
        (text(id), signed)
    };
    records.iter().map(signed).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_git_says_is_read_record_by_record() {
        let said = "a1\0G\0SHA256:x\0\0zhang@zj.example\0k\0\nb2\0N\0\0\0\0\0\n";
        let read = read(said);
        assert_eq!(read["a1"].letter, "G");
        assert_eq!(read["a1"].signer, "zhang@zj.example");
        assert_eq!(read["b2"].letter, "N");
        assert_eq!(read.len(), 2);
    }
}
