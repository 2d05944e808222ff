//! What a decision on several differences will touch, before it does.

use std::collections::BTreeSet;

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::levels::Action;
use crate::report::{action_name, class_name};
use crate::session::Pick;
use crate::text::{Words, words};
use crate::tui::dialogs::prompt::draw_lines;
use crate::tui::dialogs::{popup, room};
use crate::tui::glyphs::rule;
use crate::tui::model::Model;
use crate::tui::review::{Item, sign};
use crate::tui::theme::Role;
use crate::tui::widgets::{Motion, Piece, Row, draw_row, scrolled, wrap};

const TITLE: Words = words("先看一遍", "Before it is done");
const SAID: Words = words(
    "{action}：{n} 处差异，涉及 {files} 个文件；一次撤销即可全部收回。",
    "{action}: {n} differences in {files} files; one undo takes all of it back.",
);
/// Most differences shown at a time.
const HEIGHT: usize = 12;

/// 预览: what a decision will touch.
#[derive(Clone, Debug)]
pub(crate) struct Preview {
    /// What is decided.
    pub(crate) action: Action,
    /// On which differences.
    pub(crate) items: Vec<Item>,
    top: usize,
}

impl Preview {
    /// The preview of a decision.
    pub(crate) fn new(action: Action, items: Vec<Item>) -> Preview {
        Preview {
            action,
            items,
            top: 0,
        }
    }

    /// The differences meant.
    pub(crate) fn picks(&self) -> Vec<Pick> {
        self.items.iter().map(|item| item.pick.clone()).collect()
    }

    /// Scrolls.
    pub(crate) fn go(&mut self, motion: Motion) {
        let len = self.items.len();
        let top = motion.from(self.top, len, HEIGHT);
        self.top = scrolled(top, top..top + 1, len, HEIGHT.min(len));
    }
}

pub(super) fn view(preview: &Preview, model: &Model, frame: &mut Frame<'_>) {
    let (cells, rows) = room(model.size);
    let files: BTreeSet<&str> = preview.items.iter().map(|item| &*item.pick.path).collect();
    let action = action_name(preview.action);
    let said = SAID.with(&[
        ("action", action.of(model.lang)),
        ("n", &preview.items.len().to_string()),
        ("files", &files.len().to_string()),
    ]);
    let said = wrap(said.of(model.lang), cells);
    let answers = super::help::answers(model, cells);
    let fixed = said.len() + answers.len() + 2;
    let shown = HEIGHT
        .min(preview.items.len())
        .min(rows.saturating_sub(fixed).max(1));
    let area = popup(
        model,
        frame,
        TITLE.of(model.lang),
        (cells, (fixed + shown).min(rows)),
    );
    let rest = draw_lines(model, frame, area, (Role::Plain, &said));
    let last = (preview.top + shown).min(preview.items.len());
    let range = format!(" {}–{last} / {} ", preview.top + 1, preview.items.len());
    let mut rest = draw_range(range, model, frame, rest);
    for item in preview.items.iter().skip(preview.top).take(shown) {
        if rest.height == 0 {
            return;
        }
        draw_row(frame.buffer_mut(), rest, &row(item, model), model.theme);
        rest.y += 1;
        rest.height -= 1;
    }
    let rest = draw_lines(model, frame, rest, (Role::Plain, &[String::new()]));
    draw_lines(model, frame, rest, (Role::Strong, &answers));
}

/// Which of the differences are shown.
pub(super) fn draw_range(range: String, model: &Model, frame: &mut Frame<'_>, area: Rect) -> Rect {
    let edge = || Piece::sign(Role::Dim, rule(2));
    let row = Row::of(vec![edge(), Piece::new(Role::Dim, range), edge()]);
    draw_row(frame.buffer_mut(), area, &row, model.theme);
    Rect {
        y: area.y + 1.min(area.height),
        height: area.height.saturating_sub(1),
        ..area
    }
}

fn row(item: &Item, model: &Model) -> Row {
    let class = class_name(item.class).of(model.lang);
    Row {
        left: vec![
            Piece::sign(Role::Plain, sign(item.class)),
            Piece::plain(format!(" {class} ")),
            Piece::new(Role::Strong, format!("{} ", item.field.of(model.lang))),
            Piece::plain(format!("{} ", item.name)),
        ],
        right: vec![Piece::new(Role::Dim, item.place.of(model.lang))],
        over: None,
    }
}
