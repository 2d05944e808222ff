//! From intents to new texts. All or nothing: one refused intent refuses the plan.

use std::collections::HashMap;
use std::sync::Arc;

use crate::catalog::Catalog;
use crate::change::Intent;
use crate::text::{Message, apply, words};
use crate::yaml;

/// 改动: what several intents do to the files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// The files that change, each once.
    pub changes: Vec<FileChange>,
}

/// One file before and after; `None` where there is no file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileChange {
    /// Path below the catalog folder.
    pub path: Box<str>,
    /// The text before.
    pub before: Option<Arc<str>>,
    /// The text after.
    pub after: Option<Arc<str>>,
}

/// Why a plan was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// The file.
    pub path: Box<str>,
    /// The reason.
    pub reason: Message,
}

/// Works out what the intents do, one after the other.
pub fn plan(catalog: &Catalog, intents: &[Intent]) -> Result<Plan, Refused> {
    let mut plan = Plan::default();
    let mut places: HashMap<&str, usize> = HashMap::new();
    for intent in intents {
        let path = intent.path();
        let place = *places.entry(path).or_insert_with(|| {
            let before = catalog
                .file(path)
                .map(|file| Arc::clone(file.document().text()));
            plan.changes.push(FileChange {
                path: path.into(),
                after: before.clone(),
                before,
            });
            plan.changes.len() - 1
        });
        let Some(change) = plan.changes.get_mut(place) else {
            continue;
        };
        change.after = after(catalog, change, intent).map_err(|reason| Refused {
            path: path.into(),
            reason,
        })?;
    }
    plan.changes.retain(|change| change.before != change.after);
    Ok(plan)
}

/// The file's text after one more intent.
fn after(
    catalog: &Catalog,
    change: &FileChange,
    intent: &Intent,
) -> Result<Option<Arc<str>>, Message> {
    match (intent, &change.after) {
        (Intent::Create { .. }, Some(_)) => {
            Err(words("文件已存在", "the file exists already").into())
        }
        (Intent::Create { text, .. }, None) => Ok(Some(text.as_str().into())),
        (_, None) => Err(words("没有这个文件", "there is no such file").into()),
        (Intent::Delete { .. }, Some(_)) => Ok(None),
        (Intent::Edit { path, op }, Some(text)) => {
            let on_disk = catalog
                .file(path)
                .filter(|file| file.document().text() == text);
            let edits = match on_disk {
                Some(file) => yaml::patch(file.document(), op),
                None => yaml::patch(&yaml::read(Arc::clone(text)), op),
            };
            edits
                .map(|edits| Some(apply(text, &edits).into()))
                .map_err(|refusal| refusal.message())
        }
    }
}

impl Plan {
    /// The plan that takes this one back.
    #[must_use]
    pub fn inverse(&self) -> Plan {
        let turned = |change: &FileChange| FileChange {
            path: change.path.clone(),
            before: change.after.clone(),
            after: change.before.clone(),
        };
        Plan {
            changes: self.changes.iter().rev().map(turned).collect(),
        }
    }

    /// Whether nothing changes.
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }
}
