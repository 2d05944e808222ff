//! Calling commands by name, and choosing how the screen looks.

use crate::tui::command::{COMMANDS, Command, Section};
use crate::tui::dialogs::{Choice, Dialog, Palette};
use crate::tui::effect::Effect;
use crate::tui::keys::Context;
use crate::tui::model::Model;
use crate::tui::theme::{Depth, PALETTES};

/// Most commands remembered as called last.
const REMEMBERED: usize = 20;

/// Opens the list of commands that make sense here, those called last first.
pub(crate) fn open(model: &mut Model) -> Vec<Effect> {
    let contexts = model.contexts_below();
    let mut commands: Vec<&'static Command> = COMMANDS
        .iter()
        .filter(|command| is_here(model, command, &contexts))
        .collect();
    let place = |command: &&Command| {
        let mut recent = model.recent.iter();
        let place = recent.position(|name| *name == command.name);
        // Nobody looks for the arrow keys by name.
        (
            place.unwrap_or(REMEMBERED),
            command.section == Section::Move,
        )
    };
    commands.sort_by_key(place);
    model.dialog = Some(Dialog::Palette(Palette::of_commands(commands, model.theme)));
    Vec::new()
}

/// A command that has keys only elsewhere belongs elsewhere.
fn is_here(model: &Model, command: &Command, contexts: &[Context]) -> bool {
    let is_bound = || {
        let mut bindings = model.keymap.bindings.iter();
        bindings.any(|binding| binding.command == command.name)
    };
    let belongs = model.keymap.is_bound(command.name, contexts) || !is_bound();
    let is_self = command.name == "palette";
    command.is_listed() && !is_self && belongs && (command.applies)(model)
}

/// Does what the cursor is on.
pub(crate) fn run(model: &mut Model) -> Vec<Effect> {
    let Some(Dialog::Palette(palette)) = &model.dialog else {
        return Vec::new();
    };
    let Some(choice) = palette.chosen() else {
        return Vec::new();
    };
    let before = palette.before;
    model.dialog = None;
    match choice {
        Choice::Command(command) => {
            model.recent.retain(|name| *name != command.name);
            model.recent.insert(0, command.name);
            model.recent.truncate(REMEMBERED);
            (command.run)(model)
        }
        Choice::Theme(colours) => {
            model.theme = before;
            model.theme.palette = colours;
            Vec::new()
        }
    }
}

/// Closes the list; the screen looks as before.
pub(crate) fn drop(model: &mut Model) -> Vec<Effect> {
    if let Some(Dialog::Palette(palette)) = model.dialog.take() {
        model.theme = palette.before;
    }
    Vec::new()
}

/// Shows the theme that the cursor is on.
pub(crate) fn follow(model: &mut Model) {
    if let Some(Dialog::Palette(palette)) = &model.dialog {
        model.theme.palette = match palette.chosen() {
            Some(Choice::Theme(colours)) => colours,
            _ => palette.before.palette,
        };
    }
}

/// Whether the terminal has colours enough for themes.
pub(crate) fn has_themes(model: &Model) -> bool {
    model.theme.colours && model.theme.depth != Depth::Sixteen
}

/// Opens the list of themes.
pub(crate) fn themes(model: &mut Model) -> Vec<Effect> {
    let palette = Palette::of_themes(&PALETTES, model.theme);
    model.dialog = Some(Dialog::Palette(palette));
    Vec::new()
}

/// Draws our signs with ASCII alone, or not.
pub(crate) fn ascii(model: &mut Model) -> Vec<Effect> {
    model.theme.ascii = !model.theme.ascii;
    Vec::new()
}
