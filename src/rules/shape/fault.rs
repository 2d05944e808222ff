//! A place where a file departs from its schema.

use crate::catalog::standard::Schema;
use crate::text::{Message, Span};
use crate::yaml::{Path, Value};

/// 形状问题: one departure from the schema.
#[derive(Clone, Copy, Debug)]
pub struct Fault<'w> {
    /// What is wrong.
    pub wrong: Wrong<'w>,
    /// What should stand there; for an unknown key, the record that does not know it.
    pub schema: &'w Schema,
    /// Title of the field: the schema's own, or that of the list the value stands in.
    pub title: &'w Message,
    /// The value; for a missing key, the record without it.
    pub value: Value<'w>,
    /// The smallest stretch a person would point at.
    pub span: Span,
    /// The way down to the value.
    pub way: &'w Way<'w>,
}

/// What can be wrong with the shape of a value.
#[derive(Clone, Copy, Debug)]
pub enum Wrong<'w> {
    /// A key the record does not know.
    UnknownKey(&'w str),
    /// A key the record must have; the schema of the fault is that of its value.
    MissingKey(&'w str),
    /// A list where text should stand, a word where a number should, and so on.
    Kind,
    /// Nothing where something should stand.
    Empty,
    /// A code, or a text that reads as a number or as yes and no, without quotes.
    Unquoted,
    /// None of the values allowed.
    Choice,
    /// A text that does not match its pattern.
    Form,
    /// A text with this many characters, or a list with this many elements: too few or too many.
    Length(usize),
    /// A number out of its bounds.
    Range,
    /// A day that does not exist, or is not written `YYYY-MM-DD`.
    Day,
    /// Not an address on the web.
    Address,
    /// An element that stood before: at this place, counted from 0, and in these words.
    Repeated(usize, Value<'w>),
}

/// The way from the root to a value, as a chain on the stack: nothing is copied until something is wrong.
#[derive(Clone, Copy, Debug)]
pub enum Way<'w> {
    /// The root.
    Root,
    /// Into the value of a key.
    Key(&'w Way<'w>, &'w str),
    /// Into an element, from 0.
    Item(&'w Way<'w>, usize),
}

impl Way<'_> {
    /// The way as a path.
    pub fn path(&self) -> Path {
        match self {
            Way::Root => Path::default(),
            Way::Key(above, key) => above.path().then_key(key),
            Way::Item(above, index) => above.path().then_index(*index),
        }
    }
}

impl<'w> Fault<'w> {
    /// The text seen; empty for anything but a scalar.
    pub fn seen(&self) -> &'w str {
        self.value.text().unwrap_or("")
    }

    /// What every rule of this family fills in, the field's title and the text seen, and some more.
    pub(super) fn with<'v>(&self, more: &[(&'v str, &'v str)]) -> Vec<(&'v str, &'v str)>
    where
        'w: 'v,
    {
        let (title, title_en) = (&*self.title.zh, &*self.title.en);
        let mut values = vec![
            ("title", title),
            ("title_en", title_en),
            ("seen", self.seen()),
        ];
        values.extend_from_slice(more);
        values
    }
}
