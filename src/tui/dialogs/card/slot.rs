//! One value of a card: typed in, chosen from a few, or picked from a list of its own.

use std::sync::Arc;

use crate::catalog::standard::Schema;
use crate::text::Message as Saying;
use crate::tui::dialogs::card::place_of;
use crate::tui::form::Offer;
use crate::tui::widgets::TextField;
use crate::yaml::Path;

/// 栏目: one value of a card.
#[derive(Clone, Debug)]
pub(crate) struct Slot {
    /// Its key.
    pub(crate) key: Box<str>,
    /// What it is called.
    pub(crate) title: Saying,
    /// What it must be.
    pub(crate) schema: Arc<Schema>,
    /// Where it will stand, for what there is to pick from.
    pub(crate) path: Path,
    /// Whether it must be filled in.
    pub(crate) is_required: bool,
    /// What is filled in.
    pub(crate) entry: Entry,
}

/// How a value is filled in.
#[derive(Clone, Debug)]
pub(crate) enum Entry {
    /// By typing.
    Typed(Box<TextField>),
    /// By going through a few.
    Chosen {
        /// The few.
        offers: Vec<Offer>,
        /// Which.
        at: Option<usize>,
    },
    /// From a list that is opened for it.
    Picked {
        /// The value; empty if none.
        value: String,
        /// What a person reads.
        label: Saying,
    },
}

impl Entry {
    /// A choice of a few that begins with a value.
    pub(crate) fn chosen(offers: Vec<Offer>, value: &str) -> Entry {
        Entry::Chosen {
            at: place_of(&offers, value),
            offers,
        }
    }
}

impl Slot {
    /// Fills in a text.
    pub(super) fn fill(&mut self, text: &str) {
        match &mut self.entry {
            Entry::Typed(field) => **field = TextField::line(text),
            Entry::Chosen { offers, at } => *at = place_of(offers, text),
            Entry::Picked { value, label } => {
                text.clone_into(value);
                *label = Saying::same(text);
            }
        }
    }

    /// The value as a text; empty if there is none.
    pub(crate) fn text(&self) -> String {
        match &self.entry {
            Entry::Typed(field) => field.text().trim().to_owned(),
            Entry::Chosen { offers, at } => {
                let offer = at.and_then(|at| offers.get(at));
                offer.map(|offer| offer.value.clone()).unwrap_or_default()
            }
            Entry::Picked { value, .. } => value.clone(),
        }
    }

    /// The next of the few or the one before; what may be left out has nothing between the last and the
    /// first.
    pub(super) fn turn(&mut self, steps: isize) {
        let Entry::Chosen { offers, at } = &mut self.entry else {
            return;
        };
        let none = usize::from(!self.is_required);
        let count = offers.len() + none;
        if count == 0 {
            return;
        }
        let now = match *at {
            Some(at) => at + none,
            None if self.is_required && steps < 0 => 0,
            None if self.is_required => count - 1,
            None => 0,
        };
        let next = (now + count).saturating_add_signed(steps) % count;
        *at = next.checked_sub(none);
    }
}
