//! One changed file: its four texts, and its fields once they are asked for.

use std::sync::Arc;

use crate::catalog::standard::{Schema, Standard};
use crate::change::FileChange;
use crate::change::compare::{Comparison, FieldChange, compare};
use crate::session::schema_of;
use crate::yaml::read;

/// A text; `None` where there is no file.
pub(crate) type Text = Option<Arc<str>>;

/// 改动文件: a file as committed, staged, saved and as it stands now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ChangedFile {
    /// Its path.
    pub(crate) path: Box<str>,
    /// Its text in the last commit.
    pub(crate) committed: Text,
    /// Its text in the next commit, if that takes anything of it.
    pub(crate) staged: Option<Text>,
    /// Its text on disk.
    pub(crate) saved: Text,
    /// Its text now.
    pub(crate) now: Text,
    told: Told,
    fields: Vec<ChangedField>,
}

/// 改动字段: a field of it that differs from the last commit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ChangedField {
    /// What differs.
    pub(crate) change: FieldChange,
    /// What the next commit takes of it.
    pub(crate) taken: Taken,
    /// Whether it differs from what lies on disk.
    pub(crate) is_unsaved: bool,
}

/// 取用: what the next commit takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Taken {
    /// Nothing.
    Nothing,
    /// A part, or an earlier state.
    Part,
    /// All of it.
    All,
}

/// How far a change can be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Told {
    /// Nobody has asked yet.
    Unasked,
    /// Field by field.
    Fields,
    /// It is new.
    New,
    /// It is gone.
    Gone,
    /// It is as in the last commit again, but that is not saved yet, or something else is staged.
    Back,
    /// Comments and layout alone.
    Layout,
    /// As text alone.
    Text,
}

impl ChangedFile {
    /// A file that is saved.
    pub(super) fn saved(change: &FileChange) -> ChangedFile {
        ChangedFile {
            path: change.path.clone(),
            committed: change.before.clone(),
            staged: None,
            saved: change.after.clone(),
            now: change.after.clone(),
            told: Told::Unasked,
            fields: Vec::new(),
        }
    }

    /// A file that is on disk as it was committed.
    pub(super) fn unsaved(change: &FileChange) -> ChangedFile {
        ChangedFile {
            saved: change.before.clone(),
            ..ChangedFile::saved(change)
        }
    }

    pub(super) fn has_texts_of(&self, other: &ChangedFile) -> bool {
        self.committed == other.committed
            && self.staged == other.staged
            && self.saved == other.saved
            && self.now == other.now
    }

    /// Whether anything of it differs at all.
    pub(super) fn is_any(&self) -> bool {
        self.committed != self.now || self.is_unsaved() || self.staged.is_some()
    }

    /// The text that it is compared with: as committed; of a new file that was saved already, as saved.
    pub(crate) fn base(&self) -> &Text {
        if self.committed.is_none() && self.is_unsaved() {
            &self.saved
        } else {
            &self.committed
        }
    }

    /// Whether it is a file of the catalog, and not of the standard.
    pub(crate) fn is_of_catalog(&self) -> bool {
        !self.path.starts_with("schemas/")
    }

    /// Whether it is not saved as it stands.
    pub(crate) fn is_unsaved(&self) -> bool {
        self.saved != self.now
    }

    /// What the next commit takes of it.
    pub(crate) fn taken(&self) -> Taken {
        match &self.staged {
            None => Taken::Nothing,
            Some(text) if *text == self.now => Taken::All,
            Some(_) => Taken::Part,
        }
    }

    /// How far its change can be told; without a look into it, if nobody has looked yet.
    pub(crate) fn told(&self) -> Told {
        match (&self.committed, &self.now) {
            _ if self.committed == self.now => Told::Back,
            (None, _) => Told::New,
            (_, None) => Told::Gone,
            _ => self.told,
        }
    }

    /// The fields that were compared.
    pub(crate) fn compared(&self) -> &[ChangedField] {
        &self.fields
    }

    /// The fields that differ from the last commit.
    pub(crate) fn fields(&mut self, standard: Option<&Standard>) -> &[ChangedField] {
        if self.told == Told::Unasked {
            self.told = self.compare(standard);
        }
        &self.fields
    }

    fn compare(&mut self, standard: Option<&Standard>) -> Told {
        let schema = standard.and_then(|standard| schema_of(standard, &self.path));
        if self.base().is_none() || self.now.is_none() {
            return Told::Text;
        }
        let changes = match difference(self.base(), &self.now, schema) {
            Some(Comparison::Fields(changes)) => changes,
            Some(Comparison::Layout) => return Told::Layout,
            Some(Comparison::Same) => Vec::new(),
            Some(Comparison::Text) | None => return Told::Text,
        };
        let unsaved = fields_between(&self.saved, &self.now, schema);
        let staged = self.staged.as_ref().unwrap_or(&self.committed);
        let inside = fields_between(&self.committed, staged, schema);
        let left = fields_between(staged, &self.now, schema);
        let touches = |list: &[FieldChange], one: &FieldChange| {
            list.iter().any(|other| other.path.touches(&one.path))
        };
        let taken = |change: &FieldChange| match (touches(&inside, change), touches(&left, change))
        {
            (false, _) => Taken::Nothing,
            (true, true) => Taken::Part,
            (true, false) => Taken::All,
        };
        // What is staged and has been taken back since is told too; else nobody would know of it.
        let forgotten = inside.iter().filter(|change| !touches(&changes, change));
        self.fields = changes
            .iter()
            .map(|change| ChangedField {
                taken: taken(change),
                is_unsaved: touches(&unsaved, change),
                change: change.clone(),
            })
            .chain(forgotten.map(|change| ChangedField {
                change: change.clone(),
                taken: Taken::Part,
                is_unsaved: touches(&unsaved, change),
            }))
            .collect();
        Told::Fields
    }
}

fn difference(before: &Text, after: &Text, schema: Option<&Schema>) -> Option<Comparison> {
    let document = |text: &Text| text.as_ref().map(|text| read(Arc::clone(text)));
    Some(compare(&document(before)?, &document(after)?, schema))
}

fn fields_between(before: &Text, after: &Text, schema: Option<&Schema>) -> Vec<FieldChange> {
    if before == after {
        return Vec::new();
    }
    match difference(before, after, schema) {
        Some(Comparison::Fields(changes)) => changes,
        _ => Vec::new(),
    }
}
