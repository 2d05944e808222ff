//! Who may change and approve what, as the manifest says. The lines of all entries that someone goes by are
//! added up: what one of them fits may be changed.

mod belonging;
mod editor;
mod line;
mod rulings;
mod signature;
mod touch;

pub use belonging::{Belonging, lies_in};
pub use editor::{Editor, Key};
pub use line::{Area, Line};
pub use rulings::{Ruling, rulings};
pub use signature::{Author, Signature};
pub use touch::{Touch, first_change, touches};

use crate::catalog::Registers;
use crate::yaml::Value;

/// 职责: who may change and approve what. Without editors everyone may change everything.
#[derive(Clone, Debug, Default)]
pub struct Remit {
    /// The editors, in the order of the file.
    pub editors: Vec<Editor>,
    /// What must come in signed commits: words of areas, [`Remit::APPROVALS`], [`Remit::ALL`].
    pub signed: Vec<String>,
}

impl Remit {
    /// The word for everything.
    pub const ALL: &str = "all";
    /// The word for what is approved.
    pub const APPROVALS: &str = "approvals";

    pub(super) fn read(root: Value<'_>) -> Remit {
        let editors = root.get("editors").into_iter();
        Remit {
            editors: editors
                .flat_map(|list| list.items())
                .map(Editor::read)
                .collect(),
            signed: root.get("signed").map(texts).unwrap_or_default(),
        }
    }

    /// Whether everyone may change everything.
    pub fn is_open(&self) -> bool {
        self.editors.is_empty()
    }

    /// Whether it ever matters who signed a commit.
    pub fn asks_for_signatures(&self) -> bool {
        let has_keys = self.editors.iter().any(|editor| !editor.keys.is_empty());
        !self.is_open() && (has_keys || !self.signed.is_empty())
    }

    /// Whether a change of such files must come in a signed commit.
    pub fn is_signed(&self, area: Area) -> bool {
        let says = |word: &str| self.signed.iter().any(|signed| signed == word);
        says(Remit::ALL) || area.word().is_some_and(says)
    }

    /// Whether an approval must come in a signed commit.
    pub fn are_approvals_signed(&self) -> bool {
        let mut signed = self.signed.iter();
        signed.any(|signed| signed == Remit::ALL || signed == Remit::APPROVALS)
    }

    /// The entries that a mail address goes by.
    pub fn of_email(&self, email: &str) -> Vec<&Editor> {
        let editors = self.editors.iter();
        editors
            .filter(|editor| editor.goes_by_email(email))
            .collect()
    }

    /// The entry with a name.
    pub fn named(&self, name: &str) -> Option<&Editor> {
        let name = name.trim();
        self.editors.iter().find(|editor| editor.name == name)
    }

    /// Who may change what lies at a place.
    pub fn who_edits(&self, belonging: &Belonging, registers: &Registers) -> Vec<&Editor> {
        let editors = self.editors.iter();
        editors
            .filter(|editor| editor.may_edit(belonging, registers))
            .collect()
    }

    /// Who may approve differences and exceptions at a place.
    pub fn who_approves(&self, belonging: &Belonging, registers: &Registers) -> Vec<&Editor> {
        let editors = self.editors.iter();
        editors
            .filter(|editor| editor.may_approve(belonging, registers))
            .collect()
    }
}

fn texts(list: Value<'_>) -> Vec<String> {
    list.items()
        .filter_map(|value| value.text().map(str::to_owned))
        .collect()
}

#[cfg(test)]
mod tests;
