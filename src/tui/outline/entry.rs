//! One matter in the list, as it is read from the catalog when it is drawn.

use crate::catalog::{Catalog, Field, Floor, MatterId};
use crate::search::in_effect;
use crate::text::{Message as Saying, words};

/// 列表行: one matter in the list.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Entry<'c> {
    catalog: &'c Catalog,
    id: MatterId,
    /// Its file.
    pub(crate) path: &'c str,
}

impl<'c> Entry<'c> {
    /// A matter of a catalog.
    pub(crate) fn of(catalog: &'c Catalog, id: MatterId) -> Entry<'c> {
        let path = &catalog.matter(id).file.path;
        Entry { catalog, id, path }
    }

    /// Its code as stated; the name of its file without one.
    pub(crate) fn code(&self) -> &'c str {
        let matter = self.catalog.matter(self.id);
        matter
            .code()
            .map_or_else(|| matter.file.stem(), |code| code.value)
    }

    /// Its name in effect.
    pub(crate) fn name(&self) -> &'c str {
        self.text(Field::Name)
    }

    /// Its type in effect.
    pub(crate) fn kind(&self) -> Saying {
        let code = self.text(Field::Type);
        match self.catalog.standard.kind(code) {
            Some(named) => named.name(),
            None => Saying::same(code),
        }
    }

    /// Its division; empty in the base catalog.
    pub(crate) fn division(&self) -> &'c str {
        let matter = self.catalog.matter(self.id);
        let division = matter.division().filter(|_| matter.floor == Floor::Local);
        division.unwrap_or_default()
    }

    /// Name of its division.
    pub(crate) fn place(&self) -> Saying {
        match self.division() {
            "" => words("基本目录", "Base").into(),
            code => place(self.catalog, code),
        }
    }

    /// Where in the tree it stands: its division and its department in effect.
    pub(super) fn stand(&self) -> (&'c str, &'c str) {
        (self.division(), self.text(Field::Department))
    }

    fn text(&self, field: Field) -> &'c str {
        in_effect(self.catalog, self.id, field).unwrap_or_default()
    }
}

/// The name of a division.
pub(super) fn place(catalog: &Catalog, code: &str) -> Saying {
    let division = catalog.registers.division(code);
    Saying::same(division.map_or(code, |division| &division.name))
}
