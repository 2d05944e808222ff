//! How a document indents.

use crate::yaml::patch::layout;
use crate::yaml::{Document, NodeId, Shape, Value, source};

/// How a document indents, counted.
#[derive(Default)]
pub(super) struct Habits {
    /// By how much entries are indented under their key.
    pub(super) entry: Count,
    /// By how much dashes are indented under their key.
    pub(super) item: Count,
    /// How far the collection after a dash is from it.
    pub(super) dash: Count,
}

/// How often each step was seen.
#[derive(Default)]
pub(super) struct Count([u32; 10]);

impl Count {
    fn add(&mut self, step: usize) {
        if let Some(seen) = self.0.get_mut(step) {
            *seen += 1;
        }
    }

    /// The step seen most, the smaller one if two were seen as often.
    pub(super) fn most(&self) -> Option<usize> {
        let seen = self.0.iter().enumerate().filter(|(_, seen)| **seen > 0);
        seen.max_by_key(|(step, seen)| (**seen, std::cmp::Reverse(*step)))
            .map(|(step, _)| step)
    }
}

impl Habits {
    /// Looks at every collection of a document.
    pub(super) fn of(document: &Document) -> Habits {
        let mut habits = Habits::default();
        let text = document.text();
        for number in 0..u32::try_from(document.nodes.len()).unwrap_or(0) {
            let value = document.value(NodeId(number));
            for entry in value.entries() {
                habits.under_key(text, entry.key, entry.value);
            }
            if value.shape() == Shape::Sequence && !value.is_flow() {
                habits.after_dash(text, value);
            }
        }
        habits
    }

    fn under_key(&mut self, text: &str, key: Value<'_>, value: Value<'_>) {
        let head = value.span().start as usize;
        let is_block =
            matches!(value.shape(), Shape::Sequence | Shape::Mapping) && !value.is_flow();
        if !is_block || !layout::starts_line(text, head) {
            return;
        }
        let column = layout::column(text, key.span().start as usize);
        let step = layout::column(text, head).saturating_sub(column);
        match value.shape() {
            Shape::Sequence => self.item.add(step),
            _ => self.entry.add(step),
        }
    }

    fn after_dash(&mut self, text: &str, sequence: Value<'_>) {
        let dash = sequence.span().start as usize;
        // A scalar after its dash tells nothing of how far a mapping there is indented.
        let first = sequence.item(0).filter(|item| item.style().is_none());
        if let Some(first) = first.map(|item| item.span().start as usize)
            && first > dash + 1
            && first < source::line_end(text, dash)
        {
            self.dash.add(first - dash);
        }
    }
}
