//! Putting right all that one rule says, as far as it is safe; what it will touch is shown first.

use crate::findings::{Finding, Safety};
use crate::text::words;
use crate::tui::dialogs::{Dialog, RuleFixes};
use crate::tui::effect::Effect;
use crate::tui::model::{Model, Notice, Screen};

/// Whether a finding can be put right without a doubt.
fn is_safe(finding: &Finding) -> bool {
    let fix = finding.fix.as_ref();
    fix.is_some_and(|fix| fix.safety == Safety::Safe)
}

/// Whether the rule under the cursor has something that can be put right without a doubt. Looks at the
/// finding or the first of the group only.
pub(crate) fn can_fix_all(model: &Model) -> bool {
    model.screen == Screen::Findings
        && model
            .panel
            .example(&model.findings)
            .is_some_and(|finding| is_safe(finding))
}

/// Shows what putting right all that the rule says would touch.
pub(crate) fn ask_all(model: &mut Model) -> Vec<Effect> {
    let Some(rule) = model
        .panel
        .example(&model.findings)
        .map(|finding| finding.rule)
    else {
        return Vec::new();
    };
    let of_it = model
        .findings
        .all
        .iter()
        .filter(|finding| finding.rule == rule && is_safe(finding));
    let mut files: Vec<(Box<str>, usize)> = Vec::new();
    for finding in of_it {
        match files.last_mut() {
            Some((path, count)) if *path == finding.file.path => *count += 1,
            _ => files.push((finding.file.path.clone(), 1)),
        }
    }
    if !files.is_empty() {
        model.dialog = Some(Dialog::RuleFixes(RuleFixes::new(rule, files)));
    }
    Vec::new()
}

/// Puts it right.
pub(crate) fn fix_all(model: &mut Model, rule: &'static str) -> Vec<Effect> {
    model.notice = Some(Notice::done(words(
        "正在修复并重新检查…",
        "putting right and checking again…",
    )));
    let today = model.today;
    model.change(Effect::FixRule { rule, today })
}
