//! Inside every editor: copy and paste, undo and redo of what is typed, looking for words. What is copied goes
//! to the person's own clipboard too, through the terminal.

use crate::catalog::standard::Form;
use crate::text::words;
use crate::tui::dialogs::{Dialog, Text};
use crate::tui::effect::Effect;
use crate::tui::model::{Model, Notice};
use crate::tui::update::look;
use crate::tui::widgets::{Pasted, TextField};

/// Most bytes that are handed to the terminal's clipboard; terminals drop longer ones without a word.
pub(crate) const MOST_COPIED: usize = 74_000;

/// Whether something is selected.
pub(crate) fn has_selection(model: &Model) -> bool {
    let field = model.dialog.as_ref().and_then(Dialog::field);
    field.is_some_and(|field| !field.selected().is_empty())
}

/// Copies what is selected.
pub(crate) fn copy(model: &mut Model) -> Vec<Effect> {
    let selected = model.dialog.as_ref().and_then(Dialog::field);
    let text = selected
        .map(TextField::selected)
        .unwrap_or_default()
        .to_owned();
    model.copy(text)
}

/// Copies what is selected and takes it out.
pub(crate) fn cut(model: &mut Model) -> Vec<Effect> {
    let effects = copy(model);
    alter(model, TextField::cut);
    effects
}

/// Whether anything was copied before.
pub(crate) fn can_paste(model: &Model) -> bool {
    !model.clipboard.is_empty()
}

/// Puts in what was copied last inside the program.
pub(crate) fn paste_copied(model: &mut Model) -> Vec<Effect> {
    let text = model.clipboard.clone();
    paste(model, &text)
}

/// Takes pasted text, and says what had to be taken out of it.
pub(crate) fn paste(model: &mut Model, text: &str) -> Vec<Effect> {
    let pasted = model.dialog.as_mut().map(|dialog| dialog.paste(text));
    if let Some(said) = pasted.and_then(Pasted::said) {
        model.notice = Some(Notice::done(said));
    }
    look::follow_filter(model);
    Vec::new()
}

/// Selects everything in the editor.
pub(crate) fn select_all(model: &mut Model) -> Vec<Effect> {
    if let Some(field) = model.dialog.as_mut().and_then(Dialog::field_mut) {
        field.select_all();
    }
    Vec::new()
}

/// Whether something typed can be taken back.
pub(crate) fn can_undo(model: &Model) -> bool {
    let field = model.dialog.as_ref().and_then(Dialog::field);
    field.is_some_and(|field| field.steps().0)
}

/// Whether something was taken back.
pub(crate) fn can_redo(model: &Model) -> bool {
    let field = model.dialog.as_ref().and_then(Dialog::field);
    field.is_some_and(|field| field.steps().1)
}

/// Takes back what was typed last.
pub(crate) fn undo(model: &mut Model) -> Vec<Effect> {
    alter(model, TextField::undo);
    Vec::new()
}

/// Types again what was taken back last.
pub(crate) fn redo(model: &mut Model) -> Vec<Effect> {
    alter(model, TextField::redo);
    Vec::new()
}

fn alter(model: &mut Model, change: impl FnOnce(&mut TextField) -> bool) {
    let Some(dialog) = &mut model.dialog else {
        return;
    };
    if dialog.field_mut().is_some_and(change) {
        dialog.altered();
    }
    look::follow_filter(model);
}

/// Most bytes of a text that is looked through for marks at each key.
const MOST_WIDENED: usize = 15_000;

/// What is typed with full-width marks beside Chinese characters, if it has half-width ones there. A code or an
/// address is left as it is.
fn widened(model: &Model) -> Option<String> {
    let dialog = model.dialog.as_ref()?;
    let prompt = match dialog {
        Dialog::Line(line) => &line.prompt,
        Dialog::Text(text) if !text.is_finding() => &text.prompt,
        _ => return None,
    };
    let is_prose = match &prompt.schema.form {
        Form::Text(form) => {
            !prompt.schema.is_code && form.format.is_none() && form.pattern.is_none()
        }
        _ => false,
    };
    let text = dialog.field()?.as_str();
    let naming = &model.catalog()?.standard.tables.naming;
    let full = (is_prose && text.len() <= MOST_WIDENED).then(|| naming.full_width(text))?;
    full.map(|(_, full)| full)
}

/// Whether there are half-width marks beside Chinese characters.
pub(crate) fn can_widen(model: &Model) -> bool {
    widened(model).is_some()
}

/// Makes half-width marks beside Chinese characters full width.
pub(crate) fn widen(model: &mut Model) -> Vec<Effect> {
    if let Some(full) = widened(model) {
        alter(model, |field| field.rewrite(&full));
    }
    Vec::new()
}

/// Whether a long text is being edited.
pub(crate) fn can_find(model: &Model) -> bool {
    matches!(model.dialog, Some(Dialog::Text(_)))
}

/// Begins to look for words in the text.
pub(crate) fn find(model: &mut Model) -> Vec<Effect> {
    in_text(model, |text| text.find(true))
}

/// Goes to the next place found.
pub(crate) fn find_next(model: &mut Model) -> Vec<Effect> {
    in_text(model, |text| text.go_found(false))
}

/// Goes back to the place found before.
pub(crate) fn find_previous(model: &mut Model) -> Vec<Effect> {
    in_text(model, |text| text.go_found(true))
}

/// Ends looking for words; what was found last stays selected.
pub(crate) fn find_close(model: &mut Model) -> Vec<Effect> {
    in_text(model, |text| text.find(false))
}

fn in_text(model: &mut Model, act: impl FnOnce(&mut Text)) -> Vec<Effect> {
    if let Some(Dialog::Text(text)) = &mut model.dialog {
        act(text);
    }
    Vec::new()
}

impl Model {
    /// Keeps a text for pasting, and hands it to the person's own clipboard if that can hold it.
    pub(crate) fn copy(&mut self, text: String) -> Vec<Effect> {
        let count = text.chars().count().to_string();
        let fits = text.len() <= MOST_COPIED;
        let said = if fits {
            words("已复制 {n} 个字符", "{n} characters copied")
        } else {
            words(
                "已复制 {n} 个字符；太长，只能在本程序里粘贴",
                "{n} characters copied; too long to be pasted outside this program",
            )
        };
        self.notice = Some(Notice::done(said.with(&[("n", &count)])));
        self.clipboard.clone_from(&text);
        if fits {
            vec![Effect::Copy(text)]
        } else {
            Vec::new()
        }
    }
}
