//! One cell, as the file has it: a number stays a number until it is known what it stands for.

use std::borrow::Cow;

/// 单元格: what a cell holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Cell {
    /// Nothing.
    #[default]
    Empty,
    /// A text, without the blanks around it.
    Text(Box<str>),
    /// A number; a spreadsheet keeps fifteen digits of it.
    Number(f64),
    /// A day that the file marks as one, as `YYYY-MM-DD`.
    Day(Box<str>),
    /// True or false.
    Truth(bool),
    /// A formula that could not be worked out, such as `#N/A`.
    Fault(Box<str>),
}

/// From here on a spreadsheet no longer keeps every digit of a whole number.
pub(super) const UNSURE: f64 = 1e15;

impl Cell {
    /// A cell with this text; empty if it is all blanks.
    pub fn text(text: &str) -> Cell {
        let text = text.trim();
        if text.is_empty() {
            Cell::Empty
        } else {
            Cell::Text(text.into())
        }
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        *self == Cell::Empty
    }

    /// What a person would see in it.
    pub fn shown(&self) -> Cow<'_, str> {
        match self {
            Cell::Empty => Cow::Borrowed(""),
            Cell::Text(text) | Cell::Day(text) | Cell::Fault(text) => Cow::Borrowed(text),
            Cell::Number(number) => Cow::Owned(number.to_string()),
            Cell::Truth(truth) => Cow::Borrowed(if *truth { "true" } else { "false" }),
        }
    }
}
