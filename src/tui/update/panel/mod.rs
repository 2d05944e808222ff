//! Working through the findings: grouping, narrowing, folding, and the finding that is looked at.

pub(crate) mod excuse;
pub(crate) mod mend;

use std::sync::Arc;

use crate::findings::{Finding, Severity};
use crate::session::manual;
use crate::text::{Words, words};
use crate::tui::dialogs::{Dialog, RulePage};
use crate::tui::effect::Effect;
use crate::tui::model::{Model, Notice, Screen};
use crate::tui::panel::{DetailKey, Line, Scope, Spot};
use crate::tui::screens::{finding_lines, panel_areas};
use crate::tui::update::look;
use crate::tui::widgets::{Motion, scrolled};

const NO_MATTER: Words = words(
    "这个文件不是事项，请用文本编辑器打开",
    "this file is no matter; open it in a text editor",
);

/// Lists the findings.
pub(crate) fn open(model: &mut Model) -> Vec<Effect> {
    model.screen = Screen::Findings;
    Vec::new()
}

/// Lists the findings of some rules only, of every severity.
pub(crate) fn open_rules(model: &mut Model, rules: &'static [&'static str]) {
    model.panel.scope.severity = None;
    model.panel.scope.filter.clear();
    model.panel.scope.rules = rules;
    regroup(model);
    model.panel.cursor.at = 0;
    model.screen = Screen::Findings;
}

/// Lists the findings of one severity only.
pub(crate) fn open_severity(model: &mut Model, severity: Severity) {
    open_rules(model, &[]);
    model.panel.scope.severity = Some(severity);
    regroup(model);
}

/// Lists the findings as they were listed, the cursor where it was.
pub(crate) fn return_to(model: &mut Model, scope: Scope, here: Option<&Spot>) {
    model.panel.scope = scope;
    let places = places(model);
    model.panel.group(&model.findings, places, here);
}

/// Whether only a part of the findings is listed.
pub(crate) fn is_narrow(model: &Model) -> bool {
    let scope = &model.panel.scope;
    !scope.filter.is_empty() || scope.severity.is_some() || !scope.rules.is_empty()
}

/// Lists all findings again; if they are listed, goes back to the desk.
pub(crate) fn back(model: &mut Model) -> Vec<Effect> {
    if is_narrow(model) {
        let scope = &mut model.panel.scope;
        scope.filter.clear();
        (scope.severity, scope.rules) = (None, &[]);
        regroup(model);
    } else {
        model.screen = Screen::Desk;
    }
    Vec::new()
}

/// Makes the groups anew.
pub(crate) fn regroup(model: &mut Model) {
    let here = model.panel.spot(&model.findings);
    let places = places(model);
    model.panel.group(&model.findings, places, here.as_ref());
}

/// The findings that are to be listed.
fn places(model: &Model) -> Vec<usize> {
    let (findings, scope) = (&model.findings, &model.panel.scope);
    let known = if scope.shows_known {
        findings.known.len()
    } else {
        0
    };
    let wanted = scope.filter.to_lowercase();
    // The findings of one file are neighbours, and its name is looked at once for all of them.
    let mut named = ("", false);
    let mut places = Vec::new();
    for place in 0..findings.all.len() + known {
        let Some(finding) = findings.at(place).filter(|finding| is_in(scope, finding)) else {
            continue;
        };
        let mut has = wanted.is_empty() || says(model, finding, &wanted);
        if !has {
            let path: &str = &finding.file.path;
            if named.0 != path {
                named = (path, model.title_of(path).to_lowercase().contains(&wanted));
            }
            has = named.1;
        }
        if has {
            places.push(place);
        }
    }
    places
}

/// Whether a finding is in a scope, whatever it says.
fn is_in(scope: &Scope, finding: &Finding) -> bool {
    scope.severity.is_none_or(|only| only == finding.severity)
        && (scope.rules.is_empty() || scope.rules.contains(&finding.rule))
}

/// Whether a finding has some words, which are in lower case, in what it says, its rule or its path.
fn says(model: &Model, finding: &Finding, wanted: &str) -> bool {
    let message = finding.message.of(model.lang);
    if !wanted.is_ascii() {
        return message.contains(wanted);
    }
    has_ascii(finding.rule, wanted)
        || has_ascii(&finding.file.path, wanted)
        || has_ascii(message, wanted)
}

/// Whether a text has some Latin letters, whatever their case. No copy is made of the text.
fn has_ascii(text: &str, wanted: &str) -> bool {
    let mut windows = text.as_bytes().windows(wanted.len());
    windows.any(|window| window.eq_ignore_ascii_case(wanted.as_bytes()))
}

/// Lists what has some words in it.
pub(crate) fn look_for(model: &mut Model, wanted: String) {
    if wanted != model.panel.scope.filter {
        model.panel.scope.filter = wanted;
        regroup(model);
    }
}

/// Puts the findings together by the next respect.
pub(crate) fn next_grouping(model: &mut Model) -> Vec<Effect> {
    model.panel.scope.grouping = model.panel.scope.grouping.next();
    regroup(model);
    Vec::new()
}

/// Lists only errors, then only warnings, then only notes, then all.
pub(crate) fn next_severity(model: &mut Model) -> Vec<Effect> {
    model.panel.scope.severity = match model.panel.scope.severity {
        None => Some(Severity::Error),
        Some(Severity::Error) => Some(Severity::Warning),
        Some(Severity::Warning) => Some(Severity::Note),
        Some(Severity::Note) => None,
    };
    regroup(model);
    Vec::new()
}

/// Whether the baseline records anything that is there.
pub(crate) fn has_known(model: &Model) -> bool {
    !model.findings.known.is_empty()
}

/// Lists what the baseline records too, or no longer.
pub(crate) fn show_known(model: &mut Model) -> Vec<Effect> {
    model.panel.scope.shows_known = !model.panel.scope.shows_known;
    regroup(model);
    Vec::new()
}

/// Moves the cursor.
pub(crate) fn go(model: &mut Model, motion: Motion) {
    let height = panel_areas(model).list_height();
    let panel = &mut model.panel;
    panel.cursor.at = motion.from(panel.cursor.at, panel.lines.len(), height);
}

/// Scrolls the finding looked at.
pub(crate) fn scroll(model: &mut Model, motion: Motion) -> Vec<Effect> {
    let height = panel_areas(model).detail_height();
    let detail = &mut model.panel.detail;
    let top = motion.from(detail.top, detail.lines.len(), height);
    detail.top = scrolled(top, top..top + 1, detail.lines.len(), height);
    Vec::new()
}

/// Whether there is a group to fold or unfold.
pub(crate) fn has_group(model: &Model) -> bool {
    model.panel.group_here().is_some()
}

/// Goes to the finding in its matter; on the head of a group, folds it or unfolds it.
pub(crate) fn enter(model: &mut Model) -> Vec<Effect> {
    if model.panel.finding(&model.findings).is_none() {
        return fold(model);
    }
    if look::can_jump(model) {
        return look::jump(model);
    }
    model.notice = Some(Notice::done(NO_MATTER));
    Vec::new()
}

/// Unfolds the group, or folds it and goes to its head.
pub(crate) fn fold(model: &mut Model) -> Vec<Effect> {
    let open = model.panel.group_here();
    match open.map(|(_, group)| model.panel.is_open(group)) {
        Some(true) => close_group(model),
        _ => open_group(model),
    }
}

/// Unfolds the group; in one that is open, goes to the next line.
pub(crate) fn open_group(model: &mut Model) -> Vec<Effect> {
    let panel = &mut model.panel;
    if let Some((at, group)) = panel.group_here() {
        if panel.is_open(group) {
            go(model, Motion::By(1));
        } else {
            panel.fold(at, true);
        }
    }
    Vec::new()
}

/// Folds the group and goes to its head.
pub(crate) fn close_group(model: &mut Model) -> Vec<Effect> {
    let panel = &mut model.panel;
    if let Some((at, _)) = panel.group_here() {
        let head = panel.lines.iter().position(|line| *line == Line::Group(at));
        panel.cursor.at = head.unwrap_or(0);
        panel.fold(at, false);
    }
    Vec::new()
}

/// Goes to the next finding (1) or the one before (-1), unfolding what it lies in.
pub(crate) fn step(model: &mut Model, way: isize) -> Vec<Effect> {
    let panel = &mut model.panel;
    let from = panel.cursor.at;
    let mut at = from;
    loop {
        let next = at.saturating_add_signed(way);
        if next == at {
            break;
        }
        match panel.lines.get(next).copied() {
            Some(Line::Finding(..)) => {
                panel.cursor.at = next;
                break;
            }
            Some(Line::Group(group)) => {
                let is_folded = panel
                    .groups
                    .get(group)
                    .is_some_and(|group| !panel.is_open(group));
                if is_folded {
                    let before = panel.lines.len();
                    panel.fold(group, true);
                    let grown = panel.lines.len() - before;
                    panel.cursor.at = if way > 0 { next + 1 } else { next + grown };
                    break;
                }
                at = next;
            }
            None => break,
        }
    }
    Vec::new()
}

/// Whether there is a finding or a group under the cursor whose rule has a page.
pub(crate) fn has_rule(model: &Model) -> bool {
    rule(model).is_some()
}

/// The rule of the finding here; on the desk, of the row's first finding.
fn rule(model: &Model) -> Option<&'static str> {
    let finding = match model.screen {
        Screen::Findings => model.panel.example(&model.findings),
        _ => model.selected_row()?.notes.first(),
    };
    finding.map(|finding| finding.rule)
}

/// Shows the page of the rule.
pub(crate) fn page(model: &mut Model) -> Vec<Effect> {
    if let Some((code, page)) = rule(model).and_then(|code| Some((code, manual(code)?))) {
        model.dialog = Some(Dialog::RulePage(RulePage::new(code, page)));
    }
    Vec::new()
}

/// After anything: groups in step with the findings, cursor and scroll inside what there is, the lines of
/// the finding looked at.
pub(crate) fn settle(model: &mut Model) {
    if model.screen != Screen::Findings {
        return;
    }
    if model.panel.is_stale {
        regroup(model);
    }
    let areas = panel_areas(model);
    let len = model.panel.lines.len();
    model.panel.cursor.settle(len, areas.list_height());
    let finding = model.panel.example(&model.findings).map(Arc::clone);
    let key = finding.map(|finding| DetailKey {
        finding,
        cells: areas.detail_width(),
        lang: model.lang,
    });
    if key == model.panel.detail.made_for {
        return;
    }
    let lines = key
        .as_ref()
        .map(|key| finding_lines(model, key))
        .unwrap_or_default();
    let detail = &mut model.panel.detail;
    detail.lines = lines;
    detail.made_for = key;
    detail.top = 0;
}
