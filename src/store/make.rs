//! Commits made by the installed `git`, so that the user's hooks run and the user's signature stands under them;
//! where there is none, by the library. An index of its own takes what is committed: whatever goes wrong, the usual
//! one stays as it was.

use std::fs;
use std::path::PathBuf;

use crate::store::{FileState, Git, Program, StoreError, write_atomically};

/// 提交内容: what a commit takes of the catalog and its standard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Take {
    /// What is staged; if nothing is, everything that differs.
    Due,
    /// The last commit once more, with what is staged.
    Again,
}

/// 提交结果: a commit that was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// Its short id.
    pub id: String,
    /// How many files of the catalog and its standard it took.
    pub files: usize,
    /// Whether git made it; if not, no hook was run and nothing was signed.
    pub is_by_git: bool,
}

impl Git {
    /// Commits what these states say, through git where it is installed.
    pub fn make(
        &self,
        (take, states): (Take, &[FileState]),
        message: &str,
        program: Option<&Program<'_>>,
    ) -> Result<Made, StoreError> {
        self.refuse_underway()?;
        self.refuse_locked()?;
        let is_any_staged = states.iter().any(|state| state.is_staged);
        let is_partial = take == Take::Again || is_any_staged;
        let taken = states.iter().filter(|state| state.is_staged || !is_partial);
        let paths: Vec<String> = taken.map(|state| state.path.clone()).collect();
        match take {
            Take::Due if paths.is_empty() => return Err(StoreError::NothingToCommit),
            Take::Due => {}
            Take::Again => drop(self.amendable()?),
        }
        let files = paths.len();
        let (id, is_by_git) = match (program, take) {
            (Some(program), _) => {
                let added: &[String] = if is_partial { &[] } else { &paths };
                (self.make_by(program, (take, added), message)?, true)
            }
            (None, Take::Again) => (self.amend(message)?, false),
            (None, Take::Due) if is_partial => (self.commit_staged(message)?, false),
            (None, Take::Due) => (self.commit(&self.changed()?, message)?, false),
        };
        Ok(Made {
            id,
            files,
            is_by_git,
        })
    }

    /// Commits what is staged of the catalog, and files to be added as they lie on disk.
    fn make_by(
        &self,
        program: &Program<'_>,
        (take, added): (Take, &[String]),
        message: &str,
    ) -> Result<String, StoreError> {
        // A folder that git does not trust is told first.
        program.feed(&["rev-parse", "--git-dir"], b"")?;
        let known = program.with_settings(["user.useConfigOnly=true".to_owned()]);
        if known.ask(&["var", "GIT_COMMITTER_IDENT"])?.is_none() {
            return Err(StoreError::NoIdentity);
        }
        let nothing = program.feed(&["hash-object", "-w", "-t", "tree", "--stdin"], b"")?;
        let nothing = String::from_utf8_lossy(&nothing).trim().to_owned();
        let head = program.line(&["rev-parse", "--verify", "--quiet", "HEAD"])?;
        let before = head.unwrap_or(nothing);
        let own = OwnFiles::of(self, message)?;
        let aside = program.on_index(&own.index);
        put(&aside, &entries(&self.outside(&aside, &before)?, Side::Old))?;
        if !added.is_empty() {
            let whole = added.iter().map(|path| format!("{}{path}\0", self.prefix));
            let args = ["update-index", "--add", "--remove", "-z", "--stdin"];
            aside
                .at_top()?
                .feed(&args, whole.collect::<String>().as_bytes())?;
        }
        let file = own.message.to_string_lossy().into_owned();
        let mut args = vec!["commit", "--quiet", "--no-status", "-F", &file];
        if take == Take::Again {
            args.extend(["--amend", "--allow-empty"]);
        }
        aside.perform(&args)?;
        // Hooks may have had a say in what was committed.
        let after = program.line(&["rev-parse", "HEAD"])?.unwrap_or_default();
        let range = [
            "diff-tree",
            "-r",
            "-z",
            "--raw",
            "--no-renames",
            &before,
            &after,
        ];
        put(program, &entries(&program.feed(&range, b"")?, Side::New))?;
        Ok(after.chars().take(8).collect())
    }

    /// What is staged besides the catalog and its standard, as a raw difference.
    fn outside(&self, program: &Program<'_>, before: &str) -> Result<Vec<u8>, StoreError> {
        let [catalog, schemas] = ["catalog", "schemas"]
            .map(|folder| format!(":(top,exclude,literal){}{folder}", self.prefix));
        let asked = ["diff-index", "--cached", "-z", "--raw", "--no-renames"];
        let within = [before, "--", ":(top)", &catalog, &schemas];
        program.feed(&[asked, within].concat(), b"")
    }
}

/// The index and the message of one commit; both are gone when it is over.
struct OwnFiles {
    index: PathBuf,
    message: PathBuf,
}

impl OwnFiles {
    fn of(git: &Git, message: &str) -> Result<OwnFiles, StoreError> {
        let folder = git.private_folder();
        let name = |what: &str| folder.join(format!("{what}-{}", std::process::id()));
        let own = OwnFiles {
            index: name("index"),
            message: name("message"),
        };
        fs::create_dir_all(&folder).map_err(|error| StoreError::io(&folder, error))?;
        write_atomically(&own.message, message.as_bytes())?;
        let usual = git.repository.path().join("index");
        // In a repository without a commit there may be none yet.
        if usual.exists() {
            fs::copy(&usual, &own.index).map_err(|error| StoreError::io(&usual, error))?;
        }
        Ok(own)
    }
}

impl Drop for OwnFiles {
    fn drop(&mut self) {
        for file in [
            &self.index,
            &self.message,
            &self.index.with_extension("lock"),
        ] {
            // What is left behind harms nobody.
            let _ = fs::remove_file(file);
        }
    }
}

/// Which side of a difference is meant.
#[derive(Clone, Copy)]
enum Side {
    Old,
    New,
}

/// The entries of one side of a raw difference (`:mode mode id id letter`, path), as `update-index` takes them.
fn entries(raw: &[u8], side: Side) -> Vec<u8> {
    let mut parts = raw.split(|byte| *byte == 0);
    let mut entries = Vec::new();
    while let (Some(head), Some(path)) = (parts.next(), parts.next()) {
        let head = String::from_utf8_lossy(head);
        let words: Vec<&str> = head.trim_start_matches(':').split(' ').collect();
        let (mode, id) = match side {
            Side::Old => (words.first(), words.get(2)),
            Side::New => (words.get(1), words.get(3)),
        };
        if let (Some(mode), Some(id)) = (mode, id) {
            // A mode of zeros takes the path out; git wants it as one.
            let mode = if mode.trim_matches('0').is_empty() {
                "0"
            } else {
                mode
            };
            entries.extend(format!("{mode} {id}\t").bytes());
            entries.extend(path);
            entries.push(0);
        }
    }
    entries
}

fn put(program: &Program<'_>, entries: &[u8]) -> Result<(), StoreError> {
    if !entries.is_empty() {
        program.feed(&["update-index", "-z", "--index-info"], entries)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_raw_difference_is_put_back_side_by_side() {
        let raw = b":100644 100644 aa bb M\0a b.txt\0:000000 100644 00 cc A\0\xE6\x96\xB0\0:100644 000000 dd 00 D\0c\0";
        let said = |side| String::from_utf8(entries(raw, side)).unwrap();
        let lines = |side| said(side).replace('\0', "\n");
        assert_eq!(
            lines(Side::Old),
            "100644 aa\ta b.txt\n0 00\t新\n100644 dd\tc\n"
        );
        assert_eq!(
            lines(Side::New),
            "100644 bb\ta b.txt\n100644 cc\t新\n0 00\tc\n"
        );
    }
}
