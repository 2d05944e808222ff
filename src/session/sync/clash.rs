//! What clashes after a join, and where.

use crate::session::SessionError;
use crate::session::sync::Synced;
use crate::store::{Content, Program, Root, StoreError, read_text};
use crate::text::{Lines, conflicts};
use crate::yaml;

/// 冲突文件: a file that both sides changed in the same place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clash {
    /// The file, from the top of the work tree.
    pub path: String,
    /// The lines at which a conflict begins; none if one side has removed the file, or its text cannot be read.
    pub lines: Vec<usize>,
}

/// What waits to be settled.
pub(super) struct Clashed(pub(super) &'static str);

impl Clashed {
    /// After a join that may have clashed; any other failure is one.
    pub(super) fn after(
        program: &Program<'_>,
        what: &'static str,
        ended: Result<(), StoreError>,
    ) -> Result<Option<Clashed>, StoreError> {
        let Err(error) = ended else {
            return Ok(None);
        };
        let waits = !unmerged(program)?.is_empty();
        match error {
            StoreError::Refused { .. } if waits => Ok(Some(Clashed(what))),
            error => Err(error),
        }
    }

    pub(super) fn clashes(root: &Root, program: &Program<'_>) -> Result<Vec<Clash>, StoreError> {
        let prefix = program.prefix()?;
        let clash = |path: String| {
            let inner = path.strip_prefix(&prefix);
            let text = inner.and_then(|inner| text(root, inner));
            Clash {
                lines: starts(&text.unwrap_or_default()),
                path,
            }
        };
        Ok(unmerged(program)?.into_iter().map(clash).collect())
    }

    pub(super) fn told(self, root: &Root, program: &Program<'_>) -> Result<Synced, SessionError> {
        Ok(Synced::Clashed {
            what: self.0,
            clashes: Clashed::clashes(root, program)?,
        })
    }
}

/// The lines at which conflicts begin; a conflict in one value is indented as the value is.
fn starts(text: &str) -> Vec<usize> {
    let flat: Vec<&str> = text.lines().map(str::trim_start).collect();
    let flat = flat.join("\n");
    let lines = Lines::new(&flat);
    let starts = conflicts(&flat)
        .into_iter()
        .map(|conflict| conflict.range.start);
    starts.map(|start| lines.place(&flat, start).line).collect()
}

/// The files that wait, from the top of the work tree; each stands in the index once for each side that has it.
fn unmerged(program: &Program<'_>) -> Result<Vec<String>, StoreError> {
    let sides = program.paths(&[
        "ls-files",
        "--unmerged",
        "--full-name",
        "-z",
        "--",
        ":(top)",
    ])?;
    let path = |side: String| Some(side.split_once('\t')?.1.to_owned());
    let mut paths: Vec<String> = sides.into_iter().filter_map(path).collect();
    paths.dedup();
    Ok(paths)
}

/// A file below the root; bytes that are no text are shown as such.
fn text(root: &Root, path: &str) -> Option<String> {
    let Some(inner) = path.strip_prefix("catalog/") else {
        return read_text(&root.path().join(path)).ok()??;
    };
    match root.read_file(inner, yaml::MAX_BYTES as u64) {
        Ok(Some(Content::Bytes(bytes))) => Some(String::from_utf8_lossy(&bytes).into_owned()),
        _ => None,
    }
}
