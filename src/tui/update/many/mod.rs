//! Work on many matters: selecting them, choosing what is to be done, looking at what would come of it.

mod carry;
mod claim;
mod fields;
mod fixes;
mod menu;
mod select;

pub(crate) use carry::{can_carry, carry, failed, halt, proposed, stepped};
pub(crate) use fields::change;
pub(crate) use menu::{can_open, chosen, open};
pub(crate) use select::{
    can_select, can_unselect, follow, select, select_all, select_range, selected, unselect,
};

use std::sync::Arc;

use crate::catalog::standard::{Form, Schema, TextForm};
use crate::text::Message as Saying;
use crate::tui::dialogs::{Dialog, Goal, Pick, PickOption, Prompt};
use crate::tui::many::Step;
use crate::tui::model::Model;

/// Asks for one choice.
fn ask(model: &mut Model, title: Saying, step: Step, options: Vec<(String, Saying)>) {
    model.dialog = Some(Dialog::Pick(question(title, step, options)));
}

/// Asks for several choices; all are picked at first.
fn ask_several(model: &mut Model, title: Saying, step: Step, options: Vec<(String, Saying)>) {
    let mut pick = question(title, step, options);
    pick.takes_several = true;
    for option in &mut pick.options {
        option.is_on = true;
    }
    let text = Arc::clone(&pick.prompt.schema);
    pick.prompt.schema = Arc::new(Schema {
        form: Form::List {
            items: Arc::clone(&text),
            min_items: 1,
            unique: true,
            identity: Vec::new(),
        },
        ..Schema::clone(&text)
    });
    model.dialog = Some(Dialog::Pick(pick));
}

fn question(title: Saying, step: Step, options: Vec<(String, Saying)>) -> Pick {
    let options = options.into_iter().map(|(value, label)| PickOption {
        value,
        label,
        note: Saying::default(),
        detail: Saying::default(),
        is_on: false,
    });
    let prompt = Prompt {
        title,
        schema: Arc::new(any_text()),
        goal: Goal::Many(step),
        problem: None,
    };
    Pick::new(prompt, options.collect())
}

/// The schema of a choice that is no value of a matter.
fn any_text() -> Schema {
    Schema {
        national: Vec::new(),
        title: Saying::default(),
        help: Saying::default(),
        is_code: false,
        is_multiline: false,
        section: None,
        order: 0,
        form: Form::Text(TextForm {
            choices: Vec::new(),
            pattern: None,
            min: 0,
            max: usize::MAX,
            format: None,
        }),
    }
}
