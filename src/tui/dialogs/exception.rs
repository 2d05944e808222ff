//! An exception from a rule being written: why, by whom, until when.

use jiff::civil::Date;
use ratatui::Frame;

use crate::text::{Words, words};
use crate::tui::dialogs::Part;
use crate::tui::dialogs::ruling::{Fields, view_fields};
use crate::tui::model::Model;
use crate::tui::widgets::{Motion, TextField};

const TITLE: Words = words("对 {rule} 例外：{title}", "Except from {rule}: {title}");

/// 检查例外: an exception being written.
#[derive(Clone, Debug)]
pub(crate) struct ExceptionForm {
    /// The rule.
    pub(crate) rule: &'static str,
    /// The file.
    pub(crate) path: Box<str>,
    title: String,
    fields: Fields,
}

/// 例外: what an exception says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Excuse {
    /// Why.
    pub(crate) reason: String,
    /// Who agreed.
    pub(crate) by: String,
    /// The last day on which it holds.
    pub(crate) until: Date,
}

impl ExceptionForm {
    /// A form with what is likely: the matter is called so, this person agrees, until this day.
    pub(crate) fn new(
        rule: &'static str,
        path: Box<str>,
        (title, by, until): (&str, &str, Date),
    ) -> ExceptionForm {
        ExceptionForm {
            rule,
            path,
            title: title.to_owned(),
            fields: Fields::new(&[
                (Part::ExceptionReason, true, ""),
                (Part::ExceptionBy, true, by),
                (Part::ExceptionUntil, true, &until.to_string()),
            ]),
        }
    }

    /// What is being typed in.
    pub(super) fn field(&self) -> Option<&TextField> {
        self.fields.field()
    }

    pub(super) fn field_mut(&mut self) -> Option<&mut TextField> {
        self.fields.field_mut()
    }

    /// After what is typed changed.
    pub(super) fn altered(&mut self) {
        self.fields.altered();
    }

    /// Goes to another part; past the last comes the first.
    pub(crate) fn go(&mut self, motion: Motion) {
        self.fields.go(motion);
    }

    /// What is written; if it is not complete, says what is wrong and goes there.
    pub(crate) fn excuse(&mut self, today: Date) -> Option<Excuse> {
        let until = self.fields.until(today).ok()??;
        Some(Excuse {
            reason: self.fields.text(Part::ExceptionReason),
            by: self.fields.text(Part::ExceptionBy),
            until,
        })
    }

    /// Whether something typed would be lost; says so, once.
    pub(crate) fn warns(&mut self) -> bool {
        self.fields.warns()
    }
}

pub(super) fn view(form: &ExceptionForm, model: &Model, frame: &mut Frame<'_>) {
    let title = TITLE.with(&[("rule", form.rule), ("title", &form.title)]);
    view_fields(&form.fields, title.of(model.lang), model, frame);
}
