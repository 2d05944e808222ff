//! From a task to a preview, and from a preview to a change.

use std::sync::Arc;

use crate::text::{Message as Saying, Words, words};
use crate::tui::dialogs::{Dialog, Forecast};
use crate::tui::effect::Effect;
use crate::tui::many::{Halt, Order, Proposal, Running, Task};
use crate::tui::model::{Model, Notice};

const HALTED: Words = words("已停下，什么也没有改", "stopped; nothing was changed");

/// What is wanted of the matters that the menu is about.
#[derive(Clone, Debug)]
pub(crate) struct Wanted {
    /// What it is called.
    pub(crate) title: Saying,
    /// What must be known of it beforehand; may be empty.
    pub(crate) consequence: Saying,
    /// What is wanted.
    pub(crate) task: Task,
}

/// Asks the planner what would come of a task.
pub(crate) fn prepare(model: &mut Model, wanted: Wanted) -> Vec<Effect> {
    let Some(opened) = &model.opened else {
        return Vec::new();
    };
    let halt = Halt::default();
    model.many.number += 1;
    let order = Order {
        number: model.many.number,
        title: wanted.title,
        consequence: wanted.consequence,
        task: wanted.task,
        targets: model.many.targets.clone(),
        catalog: Arc::clone(&opened.catalog),
        halt: halt.clone(),
    };
    model.many.running = Some(Running {
        halt,
        progress: None,
    });
    model.dialog = Some(Dialog::Waiting);
    vec![Effect::Prepare(Box::new(order))]
}

/// Takes in how far the planner is.
pub(crate) fn stepped(model: &mut Model, number: u64, progress: (usize, usize)) {
    let is_current = number == model.many.number;
    if let Some(running) = model.many.running.as_mut().filter(|_| is_current) {
        running.progress = Some(progress);
    }
}

/// Takes in what would come of a task.
pub(crate) fn proposed(
    model: &mut Model,
    number: u64,
    proposal: Option<Box<Proposal>>,
) -> Vec<Effect> {
    let waits = matches!(model.dialog, Some(Dialog::Waiting));
    if number == model.many.number && waits {
        model.many.running = None;
        let forecast = |proposal: Box<Proposal>| Box::new(Forecast::new(*proposal));
        model.dialog = proposal.map(|proposal| Dialog::Forecast(forecast(proposal)));
    }
    Vec::new()
}

/// Calls the planner to a halt.
pub(crate) fn halt(model: &mut Model) -> Vec<Effect> {
    if let Some(running) = model.many.running.take() {
        running.halt.call();
    }
    model.many.number += 1;
    model.dialog = None;
    model.notice = Some(Notice::done(HALTED));
    Vec::new()
}

/// After a failure nobody waits any more.
pub(crate) fn failed(model: &mut Model) {
    model.many.running = None;
    if matches!(model.dialog, Some(Dialog::Waiting)) {
        model.dialog = None;
    }
}

/// Whether the preview holds anything to do.
pub(crate) fn can_carry(model: &Model) -> bool {
    match &model.dialog {
        Some(Dialog::Forecast(forecast)) => forecast.proposal.has_changes(),
        _ => false,
    }
}

/// Does what was looked at, as one change.
pub(crate) fn carry(model: &mut Model) -> Vec<Effect> {
    match model.dialog.take() {
        Some(Dialog::Forecast(forecast)) => {
            let prepared = Arc::clone(&forecast.proposal.prepared);
            model.change(Effect::Carry(prepared))
        }
        _ => Vec::new(),
    }
}
