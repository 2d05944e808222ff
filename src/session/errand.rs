//! A file on its way through an editor outside the program: laid out, weighed when it comes back, and taken up
//! as one change.

use std::collections::HashSet;
use std::path::Path;
use std::sync::Arc;

use jiff::civil::Date;

use crate::catalog::{Catalog, File};
use crate::change::{FileChange, Plan, Refused};
use crate::findings::Finding;
use crate::session::{Session, SessionError, check_one, text_of};
use crate::store::{Draft, StoreError};
use crate::text::words;
use crate::yaml;

/// 外部编辑: a copy of a file that another program works on; gone when it is dropped.
#[derive(Debug)]
pub struct Outside {
    draft: Draft,
}

impl Outside {
    /// Lays a text out under the name of its file.
    pub fn new(path: &str, text: &str) -> Result<Outside, SessionError> {
        let draft = Draft::new(path, text)?;
        Ok(Outside { draft })
    }

    /// Where the copy lies.
    pub fn file(&self) -> &Path {
        self.draft.file()
    }

    /// What stands there now, decoded as any file of a catalog is.
    pub fn text(&self) -> Result<Arc<str>, SessionError> {
        let bytes = self.draft.read()?;
        if bytes.len() > yaml::MAX_BYTES {
            let reason = words(
                "文件太大，没有读回",
                "the file is too large and was not read back",
            );
            let path = self.file().display().to_string().into();
            return Err(SessionError::Refused(Refused {
                path,
                reason: reason.into(),
            }));
        }
        Ok(Arc::clone(yaml::read_bytes(&bytes).text()))
    }
}

/// 回收检查: what a text that comes back would mean for its file.
#[derive(Clone, Debug)]
pub struct Weighed {
    /// The file before and after.
    pub change: FileChange,
    /// Whether the text can be read as a file of a catalog.
    pub is_readable: bool,
    /// What would be said about the file that is not said now.
    pub findings: Vec<Finding>,
}

/// Looks at a text before it is taken up.
pub fn weigh(catalog: &Catalog, change: FileChange, today: Date) -> Weighed {
    let said = |finding: &Finding| (finding.rule, finding.message.zh.clone());
    let before: HashSet<_> = check_one(catalog, &change.path, today)
        .iter()
        .map(said)
        .collect();
    let text = change.after.clone().unwrap_or_default();
    let file = Arc::new(File::new(&change.path, yaml::read(text)));
    let is_readable = file.document().is_whole();
    let after = catalog.with_files(vec![file], &[]);
    let mut findings = check_one(&after, &change.path, today);
    findings.retain(|finding| !before.contains(&said(finding)));
    findings.sort_by_key(|finding| {
        (
            std::cmp::Reverse(finding.severity),
            finding.span.range().start,
        )
    });
    Weighed {
        change,
        is_readable,
        findings,
    }
}

impl Session {
    /// Puts a new text in the place of a file's, as one change that can be undone. Refuses if the file is not as
    /// it was when the text was laid out.
    pub fn rewrite(&mut self, change: FileChange) -> Result<Plan, SessionError> {
        if text_of(&self.catalog, &change.path) != change.before {
            let path = self.root.file(&change.path);
            return Err(StoreError::Changed(path).into());
        }
        let plan = Plan {
            changes: vec![change],
        };
        self.carry_out(&plan);
        self.history.remember(plan.clone());
        Ok(plan)
    }
}
