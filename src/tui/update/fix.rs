//! Putting findings right where they stand: which fix, what it would change, and whether it brings anything
//! new.

use std::sync::Arc;

use crate::findings::{Finding, Safety};
use crate::text::{Message as Saying, words};
use crate::tui::dialogs::{Dialog, Fixes, Foreseen};
use crate::tui::effect::Effect;
use crate::tui::model::{Model, Notice, Screen};
use crate::tui::update::dispute;

/// The findings here that can be put right by a fix.
fn fixable(model: &Model) -> Vec<Arc<Finding>> {
    let is_fixable = |finding: &&Arc<Finding>| {
        let fix = finding.fix.as_ref();
        fix.is_some_and(|fix| fix.safety != Safety::Shown)
    };
    if model.screen == Screen::Findings {
        let here = model.panel.finding(&model.findings);
        return here.filter(is_fixable).cloned().into_iter().collect();
    }
    let row = model.selected_row();
    let notes = row.map(|row| row.notes.as_slice()).unwrap_or_default();
    notes.iter().filter(is_fixable).cloned().collect()
}

/// Whether a finding here can be put right by a fix.
pub(crate) fn can_fix(model: &Model) -> bool {
    !fixable(model).is_empty() || dispute::is_left_here(model)
}

/// Asks what the fixes here would do, or which side of what a merge has left is taken.
pub(crate) fn fix(model: &mut Model) -> Vec<Effect> {
    if dispute::is_left_here(model) {
        return dispute::ask(model);
    }
    let findings = fixable(model);
    if findings.is_empty() {
        return Vec::new();
    }
    let today = model.today;
    model.change(Effect::Foresee { findings, today })
}

/// Makes the only fix if there is no doubt about it; else shows what each would do.
pub(super) fn foreseen(model: &mut Model, all: Vec<Foreseen>) -> Vec<Effect> {
    model.is_changing = false;
    if let [only] = all.as_slice()
        && only.is_plain()
    {
        return make(model, only);
    }
    model.dialog = Some(Dialog::Fixes(Fixes::new(all)));
    Vec::new()
}

/// Makes a fix, and says which.
pub(super) fn make(model: &mut Model, foreseen: &Foreseen) -> Vec<Effect> {
    let Some(fix) = foreseen.finding.fix.as_ref() else {
        return Vec::new();
    };
    if let Err(why) = &foreseen.result {
        let said = words("不能这样改：{why}", "cannot be done: {why}");
        model.notice = Some(Notice {
            text: Saying {
                zh: said.with(&[("why", &why.zh)]).zh,
                en: said.with(&[("why", &why.en)]).en,
            },
            is_fault: true,
        });
        return Vec::new();
    }
    model.notice = Some(Notice::done(Saying {
        zh: format!("已修复 {}：{}", foreseen.finding.rule, fix.title.zh),
        en: format!("fixed {}: {}", foreseen.finding.rule, fix.title.en),
    }));
    model.change(Effect::Apply(fix.intents.clone()))
}
