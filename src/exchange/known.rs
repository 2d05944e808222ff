//! What the catalog has already, by the keys under which tables speak of it.

use std::collections::HashMap;

use crate::catalog::standard::RecordKind;
use crate::catalog::{Catalog, Field, File, FileKind, Floor, MatterId, effective_value};
use crate::yaml::{Path, Value};

/// 已有: the records of one kind that there are.
pub(super) struct Known<'c> {
    catalog: &'c Catalog,
    kind: RecordKind,
    /// Bodies by credit code, laws by title.
    entries: HashMap<&'c str, Place<'c>>,
    /// Local matters by the code that their province gave them.
    by_local_code: HashMap<&'c str, MatterId>,
}

/// Where a record stands.
#[derive(Clone, Copy)]
pub(super) enum Place<'c> {
    /// A file of its own.
    Matter(MatterId),
    /// An entry of a list.
    Entry {
        /// The file.
        file: &'c File,
        /// The key of the list.
        list: &'static str,
        /// Its place in the list.
        index: usize,
    },
}

/// The list that a register's file holds, and the key of its entries.
pub(super) fn list_of(kind: RecordKind) -> Option<(&'static str, &'static str)> {
    match kind {
        RecordKind::Body => Some(("bodies", "code")),
        RecordKind::Law => Some(("laws", "title")),
        RecordKind::Base | RecordKind::Local => None,
    }
}

impl<'c> Known<'c> {
    pub(super) fn of(catalog: &'c Catalog, kind: RecordKind) -> Known<'c> {
        let mut known = Known {
            catalog,
            kind,
            entries: HashMap::new(),
            by_local_code: HashMap::new(),
        };
        if let Some((list, key)) = list_of(kind) {
            known.add_entries(list, key);
        }
        if kind == RecordKind::Local {
            for (id, matter) in catalog.matters() {
                if let Some(code) = matter.text(Field::LocalCode)
                    && matter.floor == Floor::Local
                {
                    known.by_local_code.entry(code.value).or_insert(id);
                }
            }
        }
        known
    }

    fn add_entries(&mut self, list: &'static str, key: &str) {
        let kind: FileKind = self.kind.file_kind();
        let files = self.catalog.files().iter();
        for file in files.filter(|file| file.kind == kind) {
            let root = file.document().root();
            let entries = root.and_then(|root| root.get(list)).into_iter();
            for (index, entry) in entries.flat_map(|list| list.items()).enumerate() {
                if let Some(key) = entry.get(key).and_then(|key| key.text()) {
                    let place = Place::Entry { file, list, index };
                    self.entries.entry(key).or_insert(place);
                }
            }
        }
    }

    /// The record with this key.
    pub(super) fn find(&self, key: &str) -> Option<Place<'c>> {
        let floor = match self.kind {
            RecordKind::Base => Floor::Base,
            RecordKind::Local => Floor::Local,
            RecordKind::Body | RecordKind::Law => return self.entries.get(key).copied(),
        };
        let ids = self.catalog.by_code(key).iter().copied();
        ids.into_iter()
            .find(|id| self.catalog.matter(*id).floor == floor)
            .map(Place::Matter)
    }

    /// The local matter that its province gave this code.
    pub(super) fn find_local(&self, local_code: &str) -> Option<Place<'c>> {
        let id = self.by_local_code.get(local_code)?;
        Some(Place::Matter(*id))
    }

    /// The value of a field that a record states itself.
    pub(super) fn stated(&self, place: Place<'c>, field: &str) -> Option<Value<'c>> {
        match place {
            Place::Matter(id) => self.catalog.matter(id).value(Field::from_key(field)?),
            Place::Entry { file, list, index } => {
                let path = Path::key(list).then_index(index).then_key(field);
                file.document().at(&path)
            }
        }
    }

    /// The value of a field in effect, which a matter may have from above.
    pub(super) fn in_effect(&self, place: Place<'c>, field: &str) -> Option<Value<'c>> {
        match place {
            Place::Matter(id) => {
                let value = effective_value(self.catalog, id, Field::from_key(field)?);
                value.map(|value| value.value)
            }
            Place::Entry { .. } => self.stated(place, field),
        }
    }
}
