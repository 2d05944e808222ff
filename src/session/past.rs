//! What became of one matter: each commit that changed it with the fields it changed, past renames, a page at
//! a time; of one field, its values.

use std::sync::Arc;

use crate::catalog::standard::Standard;
use crate::catalog::{Field, FileKind};
use crate::change::compare::{Comparison, FieldPath, compare, says_the_same};
use crate::levels::{Judged, judged};
use crate::session::SessionError;
use crate::session::staging::schema_of;
use crate::store::{Git, Past, Revision, Root, Walk};
use crate::yaml::{Data, Document, read_bytes};

/// 沿革: a look back at one matter, which can go on.
#[derive(Clone, Debug)]
pub struct Chronicle {
    /// The file of the matter, below the catalog folder.
    pub path: Box<str>,
    /// The only field that counts; all if there is none.
    pub field: Option<FieldPath>,
    /// What was found, the newest first.
    pub deeds: Vec<Deed>,
    /// How many commits had been looked at before that.
    pub since: usize,
    walk: Option<Walk>,
}

/// 沿革记录: what one commit did to the matter.
#[derive(Clone, Debug)]
pub struct Deed {
    /// The commit.
    pub revision: Revision,
    /// Where the file lay before, if elsewhere.
    pub was: Option<Box<str>>,
    /// What it did.
    pub what: What,
}

/// What a commit did to a matter.
#[derive(Clone, Debug)]
pub enum What {
    /// 新增: the matter is there from then on; for a field, with this value.
    Made(Option<Data>),
    /// 删去.
    Removed,
    /// 修改: these fields.
    Changed(Vec<Judged>),
    /// Comments and layout alone.
    Layout,
    /// It cannot be told by fields.
    Text,
}

/// So many commits are looked at in one go, so that others get their turn.
const STRIDE: usize = 400;

impl Chronicle {
    /// The beginning of a look back.
    pub fn new(path: &str, field: Option<FieldPath>) -> Chronicle {
        Chronicle {
            path: path.into(),
            field,
            deeds: Vec::new(),
            since: 0,
            walk: None,
        }
    }

    /// Whether there is nothing further back.
    pub fn is_whole(&self) -> bool {
        self.walk.as_ref().is_some_and(Walk::is_over)
    }

    /// Whether a shallow clone has no more, though there is more elsewhere.
    pub fn is_cut_off(&self) -> bool {
        self.walk.as_ref().is_some_and(|walk| walk.is_cut_off)
    }

    /// How many commits have been looked at.
    pub fn looked_at(&self) -> usize {
        self.walk.as_ref().map_or(0, |walk| walk.looked_at)
    }

    /// Looks further back, for a moment.
    pub fn go_on(&mut self, root: &Root, standard: &Standard) -> Result<(), SessionError> {
        self.go_on_in(&Git::open(root)?, standard)
    }

    /// The same in a repository at hand.
    pub fn go_on_in(&mut self, git: &Git, standard: &Standard) -> Result<(), SessionError> {
        self.since = self.looked_at();
        let mut walk = match self.walk.take() {
            Some(walk) => walk,
            None => git.walk(&self.path)?,
        };
        let known = |now: &[u8], gone: &[(String, Vec<u8>)]| same_matter(now, gone);
        let found = git.walk_on(&mut walk, STRIDE, &known);
        self.walk = Some(walk);
        for past in found? {
            let deed = self.deed(past, standard);
            self.deeds.extend(deed);
        }
        Ok(())
    }

    /// What a commit did; `None` if it did nothing to the field that counts.
    fn deed(&self, past: Past, standard: &Standard) -> Option<Deed> {
        let what = match (&past.before, &past.after) {
            (_, None) => What::Removed,
            (None, Some(after)) => self.made(&read_bytes(after), &past.path, standard)?,
            (Some(before), Some(after)) => {
                let texts = (read_bytes(before), read_bytes(after));
                self.changed(&texts, &past.path, standard)?
            }
        };
        Some(Deed {
            revision: past.revision,
            was: past.was.map(Into::into),
            what,
        })
    }

    fn made(&self, after: &Document, path: &str, standard: &Standard) -> Option<What> {
        let Some(field) = &self.field else {
            return Some(What::Made(None));
        };
        let value = field.value(&said(after), schema_of(standard, path))?;
        Some(What::Made(Some(value)))
    }

    fn changed(
        &self,
        (before, after): &(Document, Document),
        path: &str,
        standard: &Standard,
    ) -> Option<What> {
        let compared = compare(before, after, schema_of(standard, path));
        match (compared, &self.field) {
            (Comparison::Fields(mut changes), field) => {
                let field = field.as_ref();
                changes.retain(|change| field.is_none_or(|field| field.touches(&change.path)));
                let judged = judged(standard, FileKind::of(path), (before, after), changes);
                (field.is_none() || !judged.is_empty()).then_some(What::Changed(judged))
            }
            (Comparison::Text, _) => Some(What::Text),
            (Comparison::Layout, None) => Some(What::Layout),
            (Comparison::Same | Comparison::Layout, _) => None,
        }
    }
}

fn said(document: &Document) -> Data {
    document.root().map_or(Data::Empty, Data::of)
}

/// Which of the files that went is the same matter as the one that came: one of the same code, else the one
/// that says most of the same, if that is more than half.
fn same_matter(now: &[u8], gone: &[(String, Vec<u8>)]) -> Option<usize> {
    let now = said(&read_bytes(now));
    let likeness = |(place, (_, bytes)): (usize, &(String, Vec<u8>))| {
        let was = said(&read_bytes(bytes));
        (likeness(&now, &was), std::cmp::Reverse(place))
    };
    let best = gone.iter().enumerate().map(likeness).max()?;
    let (share, std::cmp::Reverse(place)) = best;
    (share > 50).then_some(place)
}

/// How much of two matters is the same, in per cent; all of it under one code.
pub(super) fn likeness(one: &Data, other: &Data) -> usize {
    let (Data::Map(one), Data::Map(other)) = (one, other) else {
        return 0;
    };
    let is_code = |key: &str| {
        [Field::Code, Field::BaseCode]
            .iter()
            .any(|field| field.key() == key)
    };
    let find = |key: &str| {
        other
            .iter()
            .find(|(name, _)| name == key)
            .map(|(_, value)| value)
    };
    let same =
        |(key, value): &&(String, Data)| find(key).is_some_and(|found| says_the_same(found, value));
    let code = one.iter().find(|(key, _)| key == Field::Code.key());
    if code.as_ref().is_some_and(same) {
        return 100;
    }
    let told = |entries: &[(String, Data)]| entries.iter().filter(|(key, _)| !is_code(key)).count();
    let count = one
        .iter()
        .filter(|(key, _)| !is_code(key))
        .filter(same)
        .count();
    count * 100 / told(one).max(told(other)).max(1)
}

/// The field at a path of a file, by the names of list elements.
pub fn field_at(
    standard: &Standard,
    file: &str,
    (path, text): (&crate::yaml::Path, &Arc<str>),
) -> Option<FieldPath> {
    let data = said(&crate::yaml::read(Arc::clone(text)));
    FieldPath::of(path, &data, schema_of(standard, file))
}
