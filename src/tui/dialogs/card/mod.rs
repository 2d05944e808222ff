//! A few values that are asked for together: a limit with its unit, a law with its article, an element of a
//! list, a new matter. A line each; what comes of them is decided in `update`.

mod slot;
mod view;

pub(crate) use slot::{Entry, Slot};
pub(in crate::tui::dialogs) use view::view;

use crate::text::{Message as Saying, Words, words};
use crate::tui::form::Offer;
use crate::tui::widgets::{Motion, TextField};
use crate::yaml::{Data, Path};

const LOST: Words = words(
    "输入的内容还没有确定；再按一次 Esc 就放弃",
    "what you typed is not taken yet; Esc again gives it up",
);

/// 卡片: a few values asked for together.
#[derive(Clone, Debug)]
pub(crate) struct Card {
    /// What they make.
    pub(crate) title: Saying,
    /// Where they go.
    pub(crate) goal: CardGoal,
    /// The values, a line each.
    pub(crate) slots: Vec<Slot>,
    /// The value that has the keys.
    pub(crate) at: usize,
    /// What is known of what was chosen.
    pub(crate) facts: Vec<Saying>,
    /// Why the card cannot be taken as it is.
    pub(crate) problem: Option<Saying>,
    before: Vec<String>,
    is_warned: bool,
}

/// Where the values of a card go.
#[derive(Clone, Debug)]
pub(crate) enum CardGoal {
    /// Into a list, as an element before this place or at its end, with what the card does not ask for.
    Element {
        /// The list.
        list: Path,
        /// The place; `None` for the end.
        at: Option<usize>,
        /// What else the element says.
        rest: Vec<(String, Data)>,
    },
    /// Into the group at this place; what the card does not ask for stays.
    Group(Path),
    /// Into the file of a new local matter.
    NewLocal,
    /// Into the file of a new base matter.
    NewBase,
}

impl Card {
    /// A card with the keys at its first value that is still empty.
    pub(crate) fn new(title: Saying, goal: CardGoal, slots: Vec<Slot>) -> Card {
        let empty = |slot: &Slot| slot.is_required && slot.text().is_empty();
        Card {
            title,
            goal,
            at: slots.iter().position(empty).unwrap_or(0),
            before: slots.iter().map(Slot::text).collect(),
            slots,
            facts: Vec::new(),
            problem: None,
            is_warned: false,
        }
    }

    /// The value that has the keys.
    pub(crate) fn slot(&self) -> Option<&Slot> {
        self.slots.get(self.at)
    }

    /// The value of a key as it stands now.
    pub(crate) fn text(&self, key: &str) -> String {
        let slot = self.slots.iter().find(|slot| *slot.key == *key);
        slot.map(Slot::text).unwrap_or_default()
    }

    /// What is being typed in; a choice is none.
    pub(in crate::tui::dialogs) fn field(&self) -> Option<&TextField> {
        match &self.slots.get(self.at)?.entry {
            Entry::Typed(field) => Some(field),
            _ => None,
        }
    }

    pub(in crate::tui::dialogs) fn field_mut(&mut self) -> Option<&mut TextField> {
        match &mut self.slots.get_mut(self.at)?.entry {
            Entry::Typed(field) => Some(field),
            _ => None,
        }
    }

    /// After what is typed changed.
    pub(in crate::tui::dialogs) fn altered(&mut self) {
        self.problem = None;
    }

    /// Goes to another value; past the last comes the first.
    pub(crate) fn go(&mut self, motion: Motion) {
        let last = self.slots.len().saturating_sub(1);
        self.at = match motion {
            Motion::By(1) if self.at == last => 0,
            Motion::By(-1) if self.at == 0 => last,
            motion => motion.from(self.at, self.slots.len(), 1),
        };
    }

    /// Takes the next choice or the one before.
    pub(crate) fn turn(&mut self, steps: isize) {
        self.problem = None;
        if let Some(slot) = self.slots.get_mut(self.at) {
            slot.turn(steps);
        }
    }

    /// Takes what was picked from a list, and goes to the next value.
    pub(crate) fn take(&mut self, value: String, label: Saying) {
        if let Some(slot) = self.slots.get_mut(self.at) {
            slot.entry = Entry::Picked { value, label };
        }
        self.problem = None;
        self.at = (self.at + 1).min(self.slots.len().saturating_sub(1));
    }

    /// Fills in what was filled in before.
    pub(crate) fn fill(&mut self, parts: &[(String, String)]) {
        for (key, text) in parts {
            if let Some(slot) = self.slots.iter_mut().find(|slot| *slot.key == **key) {
                slot.fill(text);
            }
        }
    }

    /// Says what is wrong with a value, and goes there.
    pub(crate) fn complain(&mut self, key: &str, problem: Saying) {
        let place = self.slots.iter().position(|slot| *slot.key == *key);
        self.at = place.unwrap_or(self.at);
        self.problem = Some(problem);
    }

    /// Whether something was filled in.
    pub(crate) fn is_touched(&self) -> bool {
        !self
            .slots
            .iter()
            .map(Slot::text)
            .eq(self.before.iter().cloned())
    }

    /// Whether something typed would be lost; says so, once.
    pub(crate) fn warns(&mut self) -> bool {
        if self.is_warned || !self.is_touched() {
            return false;
        }
        self.is_warned = true;
        self.problem = Some(LOST.into());
        true
    }
}

/// The place of an offer with this value.
fn place_of(offers: &[Offer], value: &str) -> Option<usize> {
    offers.iter().position(|offer| offer.value == value)
}
