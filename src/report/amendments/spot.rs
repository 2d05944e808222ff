//! One changed field, ready to be written: what it is called, its class, what it said and says.

use crate::catalog::{Catalog, FileKind};
use crate::change::compare::ChangeKind;
use crate::levels::{Amendment, Judged};
use crate::report::{change_name, change_title, change_value};
use crate::text::{DiffLine, Lang, diff};
use crate::yaml::Data;

/// 改动处: one changed field in one language.
pub(super) struct Spot {
    pub(super) title: String,
    pub(super) kind: &'static str,
    pub(super) before: Option<String>,
    pub(super) after: Option<String>,
    pub(super) is_moved: bool,
}

/// A changed field of a file.
pub(super) fn spot(catalog: &Catalog, file: &Amendment, judged: &Judged, lang: Lang) -> Spot {
    let change = &judged.change;
    let kind = FileKind::of(file.inner());
    let schema = catalog.standard.schema(kind).map(AsRef::as_ref);
    let value = |data: &Option<Data>| {
        let data = data.as_ref()?;
        Some(change_value(catalog, (schema, &change.path), data, lang))
    };
    Spot {
        title: change_title(catalog, schema, &change.path)
            .of(lang)
            .to_owned(),
        kind: change_name(&change.kind).of(lang),
        before: value(&change.before),
        after: value(&change.after),
        is_moved: matches!(change.kind, ChangeKind::Moved(_)),
    }
}

impl Spot {
    /// The lines that went and came, with what changed inside them; none for an element that only moved.
    pub(super) fn lines(&self) -> Vec<DiffLine> {
        if self.is_moved {
            return Vec::new();
        }
        let text = |side: &Option<String>| side.clone().unwrap_or_default();
        diff(&text(&self.before), &text(&self.after))
    }
}
