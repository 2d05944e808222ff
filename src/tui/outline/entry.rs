//! One matter in the list. What many matters have in common is held once.

use std::collections::HashSet;
use std::sync::Arc;

use foldhash::HashMap;

use crate::catalog::{Catalog, Field, Floor, MatterId};
use crate::search::in_effect;
use crate::text::{Message as Saying, words};

/// 列表行: one matter in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Entry {
    /// Its file.
    pub(crate) path: Box<str>,
    /// Its code as stated, where that is not the name of its file.
    code: Option<Box<str>>,
    /// Its name in effect.
    pub(crate) name: Arc<str>,
    /// Its type in effect.
    pub(crate) kind: Arc<Saying>,
    /// Its division; empty in the base catalog.
    pub(crate) division: Arc<str>,
    /// Name of its division.
    pub(crate) place: Arc<Saying>,
    /// Central department in effect.
    pub(crate) department: Arc<str>,
}

/// What entries share.
#[derive(Clone, Debug, Default)]
pub(crate) struct Shared {
    texts: HashSet<Arc<str>, foldhash::fast::RandomState>,
    kinds: HashMap<Box<str>, Arc<Saying>>,
    places: HashMap<Box<str>, Arc<Saying>>,
}

impl Entry {
    /// A matter of a catalog.
    pub(super) fn of(catalog: &Catalog, id: MatterId, shared: &mut Shared) -> Entry {
        let matter = catalog.matter(id);
        let text = |field| in_effect(catalog, id, field).unwrap_or_default();
        let division = matter.division().filter(|_| matter.floor == Floor::Local);
        let code = matter.code().map(|code| code.value);
        Entry {
            path: matter.file.path.clone(),
            code: code
                .filter(|code| *code != matter.file.stem())
                .map(Box::from),
            name: shared.text(text(Field::Name)),
            kind: shared.kind(catalog, text(Field::Type)),
            division: shared.text(division.unwrap_or_default()),
            place: shared.place(catalog, division.unwrap_or_default()),
            department: shared.text(text(Field::Department)),
        }
    }

    /// Its code as stated; the name of its file without one.
    pub(crate) fn code(&self) -> &str {
        let stem = || {
            let name = self.path.rsplit('/').next().unwrap_or_default();
            name.strip_suffix(".yaml").unwrap_or(name)
        };
        self.code.as_deref().unwrap_or_else(stem)
    }

    /// Where in the tree it stands: its division and its department.
    pub(super) fn stand(&self) -> (Arc<str>, Arc<str>) {
        (Arc::clone(&self.division), Arc::clone(&self.department))
    }
}

impl Shared {
    fn text(&mut self, text: &str) -> Arc<str> {
        if let Some(there) = self.texts.get(text) {
            return Arc::clone(there);
        }
        let text: Arc<str> = text.into();
        self.texts.insert(Arc::clone(&text));
        text
    }

    fn kind(&mut self, catalog: &Catalog, code: &str) -> Arc<Saying> {
        let kind = || match catalog.standard.kind(code) {
            Some(named) => named.name(),
            None => Saying::same(code),
        };
        known(&mut self.kinds, code, kind)
    }

    fn place(&mut self, catalog: &Catalog, code: &str) -> Arc<Saying> {
        let place = || match code {
            "" => words("基本目录", "Base").into(),
            code => place(catalog, code),
        };
        known(&mut self.places, code, place)
    }
}

fn known(
    all: &mut HashMap<Box<str>, Arc<Saying>>,
    code: &str,
    said: impl FnOnce() -> Saying,
) -> Arc<Saying> {
    if let Some(there) = all.get(code) {
        return Arc::clone(there);
    }
    let said = Arc::new(said());
    all.insert(code.into(), Arc::clone(&said));
    said
}

/// The name of a division.
pub(super) fn place(catalog: &Catalog, code: &str) -> Saying {
    let division = catalog.registers.division(code);
    Saying::same(division.map_or(code, |division| &division.name))
}
