//! What a merge has left in a file of the catalog for someone to choose: both sides inside a value, or around
//! whole lines where the file cannot be read.

use crate::catalog::{Catalog, FileKind};
use crate::change::{FileChange, Intent, Plan};
use crate::merge::{MarkedClash, Side, marked_clashes, settle_marked};
use crate::session::{Session, SessionError, text_of};
use crate::text::{conflicts, settled};

/// The conflicts inside the values of a file, in the order of its lines.
pub fn unsettled(catalog: &Catalog, path: &str) -> Vec<MarkedClash> {
    let schema = catalog.standard.schema(FileKind::of(path));
    let file = catalog.file(path);
    file.map(|file| marked_clashes(schema, file.document()))
        .unwrap_or_default()
}

/// What puts the chosen side in the place of each conflict, in their order; where nothing is chosen, it stays.
pub fn settling(catalog: &Catalog, path: &str, choices: &[Option<Side>]) -> Vec<Intent> {
    let schema = catalog.standard.schema(FileKind::of(path));
    let Some(file) = catalog.file(path) else {
        return Vec::new();
    };
    let ops = settle_marked(schema, file.document(), choices);
    let intent = |op| Intent::Edit {
        path: path.into(),
        op,
    };
    ops.into_iter().map(intent).collect()
}

impl Session {
    /// Takes one side, or both, of everything that a merge has left in a file; an empty plan if that is nothing.
    pub fn resolve(&mut self, path: &str, side: Side) -> Result<Plan, SessionError> {
        let choices = vec![Some(side); unsettled(&self.catalog, path).len()];
        if !choices.is_empty() {
            let intents = settling(&self.catalog, path, &choices);
            return self.apply(&intents);
        }
        match text_of(&self.catalog, path).filter(|text| !conflicts(text).is_empty()) {
            Some(text) => {
                let after = settled(&text, |at| match side {
                    Side::Ours => at.ours.into(),
                    Side::Theirs => at.theirs.into(),
                    Side::Both => format!("{}{}", at.ours, at.theirs).into(),
                });
                self.rewrite(FileChange {
                    path: path.into(),
                    before: Some(text),
                    after: Some(after.into()),
                })
            }
            None => Ok(Plan::default()),
        }
    }
}
