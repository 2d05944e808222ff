//! Long work that reads the whole catalog: started for what is shown, and stopped when nobody wants it.

use std::sync::Arc;

use crate::text::{Words, words};
use crate::tui::effect::Effect;
use crate::tui::model::{Model, Notice};

const CHECK_STOPPED: Words = words(
    "检查已停下，问题不全；改动之后或用命令“重新检查”再查",
    "the check was stopped, findings are missing; the next change or “Check again” looks again",
);
const SURVEY_STOPPED: Words = words(
    "比对已停下；再进入比对时重来",
    "the comparison was stopped; it begins anew when the review is opened",
);

/// Asks for the findings: of some files first, then of the whole catalog.
pub(super) fn check(model: &mut Model, paths: Vec<Box<str>>) -> Option<Effect> {
    let catalog = Arc::clone(model.catalog()?);
    let findings = &mut model.findings;
    findings.halt = findings.halt.renewed();
    findings.is_halted = false;
    Some(Effect::Check {
        catalog,
        paths,
        halt: findings.halt.clone(),
    })
}

fn is_checking(model: &Model) -> bool {
    let findings = &model.findings;
    !findings.is_complete && !findings.is_halted && findings.progress.is_some()
}

/// What is still looked for in an older state of the catalog is dropped anyway.
fn is_surveying(model: &Model) -> bool {
    let review = &model.review;
    review.asked_for == Some(model.generation) && review.asked_for != review.made_for
}

/// Whether there is work that can be stopped.
pub(crate) fn can_stop(model: &Model) -> bool {
    is_checking(model) || is_surveying(model)
}

/// Stops the comparison, else the check.
pub(crate) fn stop(model: &mut Model) -> Vec<Effect> {
    if is_surveying(model) {
        stop_survey(model);
    } else if is_checking(model) {
        model.findings.halt.call();
        model.findings.is_halted = true;
        model.findings.progress = None;
        model.notice = Some(Notice::done(CHECK_STOPPED));
    }
    Vec::new()
}

/// Stops the comparison, if one is going on.
pub(super) fn stop_survey(model: &mut Model) {
    if is_surveying(model) {
        model.review.halt.call();
        model.review.asked_for = None;
        model.notice = Some(Notice::done(SURVEY_STOPPED));
    }
}

/// Whether the check was stopped.
pub(crate) fn is_stopped(model: &Model) -> bool {
    model.findings.is_halted
}

/// Checks the catalog after all.
pub(crate) fn check_again(model: &mut Model) -> Vec<Effect> {
    check(model, Vec::new()).into_iter().collect()
}
