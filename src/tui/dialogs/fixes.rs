//! The fixes of a place: which there are, what each would change, and what it would bring.

use std::sync::Arc;

use ratatui::Frame;

use crate::findings::{Finding, Safety};
use crate::session::Foresight;
use crate::text::{Message as Saying, Words, diff, words};
use crate::tui::dialogs::prompt::draw_lines;
use crate::tui::dialogs::{popup, wide_room};
use crate::tui::glyphs;
use crate::tui::model::Model;
use crate::tui::screens::diff_rows;
use crate::tui::theme::Role;
use crate::tui::widgets::{Motion, Piece, Row, Spot, draw_row, spot_rows, wrap};

const TITLE: Words = words("怎样修复", "Which fix");
const SAFE: Words = words("有把握", "sure");
const UNSAFE: Words = words("可能如此，请看清再用", "likely; look before you take it");
const BRINGS: Words = words(
    "会带来新的问题：{rule} {said}",
    "brings a new finding: {rule} {said}",
);
const NONE: Words = words("不能这样改：{why}", "cannot be done: {why}");
/// Most lines of the change shown.
const HEIGHT: usize = 14;

/// 修复选择: the fixes of a place.
#[derive(Clone, Debug)]
pub(crate) struct Fixes {
    /// Each finding with what its fix would do.
    pub(crate) all: Vec<Foreseen>,
    at: usize,
}

/// A finding with what its fix would do, or why it cannot be made.
#[derive(Clone, Debug)]
pub(crate) struct Foreseen {
    /// The finding.
    pub(crate) finding: Arc<Finding>,
    /// What its fix would do.
    pub(crate) result: Result<Foresight, Saying>,
}

impl Foreseen {
    /// Whether it can be made without a question: surely meant, and nothing new comes of it.
    pub(crate) fn is_plain(&self) -> bool {
        let is_sure = self
            .finding
            .fix
            .as_ref()
            .is_some_and(|fix| fix.safety == Safety::Safe);
        is_sure && matches!(&self.result, Ok(foresight) if foresight.new.is_empty())
    }
}

impl Fixes {
    /// The fixes, the first one selected.
    pub(crate) fn new(all: Vec<Foreseen>) -> Fixes {
        Fixes { all, at: 0 }
    }

    /// Moves the cursor.
    pub(crate) fn go(&mut self, motion: Motion) {
        self.at = motion.from(self.at, self.all.len(), HEIGHT);
    }

    /// The fix under the cursor.
    pub(crate) fn current(&self) -> Option<&Foreseen> {
        self.all.get(self.at)
    }
}

pub(super) fn view(fixes: &Fixes, model: &Model, frame: &mut Frame<'_>) {
    let (cells, rows) = wide_room(model);
    let Some(current) = fixes.current() else {
        return;
    };
    let warned = warnings(current, model, cells);
    let mut changed = changes(current, cells);
    let answers = super::help::answers(model, cells);
    let taken = fixes.all.len() + warned.len() + answers.len() + 3;
    changed.truncate(HEIGHT.min(rows.saturating_sub(taken).max(1)));
    let height = (taken + changed.len()).min(rows);
    let area = popup(model, frame, TITLE.of(model.lang), (cells, height));
    spot_rows(area, 0..fixes.all.len(), Spot::Choice);
    let mut rest = area;
    for (place, foreseen) in fixes.all.iter().enumerate() {
        let row = row(foreseen, place == fixes.at, model);
        draw_row(frame.buffer_mut(), rest, &row, model.theme);
        rest.y += 1;
        rest.height = rest.height.saturating_sub(1);
    }
    let mut rest = draw_lines(model, frame, rest, (Role::Plain, &[String::new()]));
    for pieces in changed {
        draw_row(frame.buffer_mut(), rest, &Row::of(pieces), model.theme);
        rest.y += 1;
        rest.height = rest.height.saturating_sub(1);
    }
    let rest = draw_lines(model, frame, rest, (Role::Warning, &warned));
    let rest = draw_lines(model, frame, rest, (Role::Plain, &[String::new()]));
    draw_lines(model, frame, rest, (Role::Strong, &answers));
}

fn row(foreseen: &Foreseen, is_current: bool, model: &Model) -> Row {
    let fix = foreseen.finding.fix.as_ref();
    let title = fix.map_or("", |fix| fix.title.of(model.lang));
    let safety = match fix.map(|fix| fix.safety) {
        Some(Safety::Safe) => SAFE,
        _ => UNSAFE,
    };
    let mark = if is_current { glyphs::PICKED } else { "  " };
    Row {
        left: vec![
            Piece::sign(Role::Plain, mark),
            Piece::new(Role::Strong, format!("{} ", foreseen.finding.rule)),
            Piece::plain(title),
        ],
        right: vec![Piece::new(Role::Dim, safety.of(model.lang))],
        over: is_current.then_some(Role::Selected),
    }
}

/// What speaks against the fix.
fn warnings(foreseen: &Foreseen, model: &Model, cells: usize) -> Vec<String> {
    let lang = model.lang;
    match &foreseen.result {
        Err(why) => wrap(NONE.with(&[("why", why.of(lang))]).of(lang), cells),
        Ok(foresight) => {
            let said = foresight.new.iter().map(|new| {
                let said = BRINGS.with(&[("rule", new.rule), ("said", new.message.of(lang))]);
                wrap(said.of(lang), cells)
            });
            said.flatten().take(6).collect()
        }
    }
}

/// The lines that the fix changes.
fn changes(foreseen: &Foreseen, cells: usize) -> Vec<Vec<Piece>> {
    let Ok(foresight) = &foreseen.result else {
        return Vec::new();
    };
    let lines = foresight.plan.changes.iter().flat_map(|change| {
        let text = |text: &Option<Arc<str>>| text.as_deref().unwrap_or_default().to_owned();
        diff_rows(&diff(&text(&change.before), &text(&change.after)), cells)
    });
    lines.collect()
}
