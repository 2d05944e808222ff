//! The filters that are on.

use std::collections::BTreeMap;

use crate::tui::find::Kind;

/// 筛选: the values of each kind that are wanted; several of one kind mean any of them, several kinds mean
/// all of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Chips {
    kinds: BTreeMap<Kind, Vec<Box<str>>>,
}

impl Chips {
    /// Whether nothing is filtered.
    pub(crate) fn is_empty(&self) -> bool {
        self.kinds.is_empty()
    }

    /// The kinds that are on with their values.
    pub(crate) fn all(&self) -> impl DoubleEndedIterator<Item = (Kind, &[Box<str>])> {
        self.kinds
            .iter()
            .map(|(kind, values)| (*kind, values.as_slice()))
    }

    /// The values of a kind that are wanted.
    pub(crate) fn of(&self, kind: Kind) -> &[Box<str>] {
        self.kinds.get(&kind).map_or(&[], Vec::as_slice)
    }

    /// Wants these values of a kind; without one the kind is off.
    pub(crate) fn set(&mut self, kind: Kind, values: Vec<Box<str>>) {
        if values.is_empty() {
            self.kinds.remove(&kind);
        } else {
            self.kinds.insert(kind, values);
        }
    }

    /// Drops the value that stands last.
    pub(crate) fn drop_last(&mut self) {
        if let Some(mut last) = self.kinds.last_entry() {
            last.get_mut().pop();
            if last.get().is_empty() {
                last.remove();
            }
        }
    }

    /// Drops all.
    pub(crate) fn clear(&mut self) {
        self.kinds.clear();
    }
}
