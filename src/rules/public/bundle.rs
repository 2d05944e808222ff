//! A bundle beside the matters it is made of.

use crate::catalog::{Catalog, File, FileKind, Matter};
use crate::yaml::Value;

/// 成员: a member of a bundle and its base matter.
pub(super) struct Member<'c> {
    /// Its base code in the bundle.
    pub(super) code: Value<'c>,
    /// The base matter.
    pub(super) base: &'c Matter,
}

impl<'c> Member<'c> {
    /// The base code as text.
    pub(super) fn text(&self) -> &'c str {
        self.code.text().unwrap_or_default()
    }

    /// Whether the base matter is in force.
    pub(super) fn is_current(&self) -> bool {
        !self.base.is_cancelled()
    }

    /// Whether some division offers it.
    pub(super) fn is_offered(&self, catalog: &Catalog) -> bool {
        let locals = catalog.locals_of(self.text());
        locals
            .iter()
            .any(|local| !catalog.matter(*local).is_cancelled())
    }
}

/// The members of a bundle whose base matters are known; none for any other file.
pub(super) fn members<'c>(
    file: &'c File,
    catalog: &'c Catalog,
) -> impl Iterator<Item = Member<'c>> + use<'c> {
    all(file).filter_map(|member| {
        let code = member.get("base_code")?;
        let base = catalog.base(code.text()?)?;
        Some(Member {
            code,
            base: catalog.matter(base),
        })
    })
}

/// Whether the base matter of every member is known.
pub(super) fn is_complete(file: &File, catalog: &Catalog) -> bool {
    all(file).count() == members(file, catalog).count()
}

fn all(file: &File) -> impl Iterator<Item = Value<'_>> {
    let root = file.document().root();
    let list = root
        .filter(|_| file.kind == FileKind::Bundle)
        .and_then(|root| root.get("members"));
    list.into_iter().flat_map(|list| list.items())
}
