//! What a decision must say: why, by which law, until when, by whom. A few fields of one line each.

mod fields;
mod part;
mod view;

use jiff::civil::Date;

pub(in crate::tui::dialogs) use fields::Fields;
pub(crate) use part::Part;
pub(in crate::tui::dialogs) use view::{view, view_fields};

use crate::levels::{Action, Ruling};
use crate::session::Pick;
use crate::tui::widgets::{Motion, TextField};

/// 处置意见: a decision being written.
#[derive(Clone, Debug)]
pub(crate) struct RulingForm {
    /// What is decided.
    pub(crate) action: Action,
    /// On which differences.
    pub(crate) picks: Vec<Pick>,
    /// The file of the matter whose value is taken, if it is not the one above.
    pub(crate) other: Option<Box<str>>,
    fields: Fields,
}

impl RulingForm {
    /// A form for some parts, each with whether it must be filled in and what stands there already.
    pub(crate) fn new(
        action: Action,
        picks: Vec<Pick>,
        parts: &[(Part, bool, &str)],
    ) -> RulingForm {
        RulingForm {
            action,
            picks,
            other: None,
            fields: Fields::new(parts),
        }
    }

    /// What is being typed in.
    pub(in crate::tui::dialogs) fn field(&self) -> Option<&TextField> {
        self.fields.field()
    }

    pub(in crate::tui::dialogs) fn field_mut(&mut self) -> Option<&mut TextField> {
        self.fields.field_mut()
    }

    /// After what is typed changed.
    pub(in crate::tui::dialogs) fn altered(&mut self) {
        self.fields.altered();
    }

    /// Goes to another part; past the last comes the first.
    pub(crate) fn go(&mut self, motion: Motion) {
        self.fields.go(motion);
    }

    /// The ruling that is written; if it is not complete, says what is wrong and goes there.
    pub(crate) fn ruling(&mut self, today: Date) -> Option<Ruling> {
        let until = self.fields.until(today).ok()?;
        Some(Ruling {
            action: self.action,
            by: self.fields.text(Part::By),
            on: today,
            reason: self.fields.text(Part::Reason),
            legal_reason: self.fields.text(Part::LegalReason),
            until,
        })
    }

    /// Whether something typed would be lost; says so, once.
    pub(crate) fn warns(&mut self) -> bool {
        self.fields.warns()
    }
}
