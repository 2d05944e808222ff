//! What an editor is for: its title and help, the value it makes, and where that goes.

use std::sync::Arc;

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::catalog::standard::Schema;
use crate::session::Pick;
use crate::text::{Lang, Message as Saying};
use crate::tui::dialogs::Card;
use crate::tui::many::Step;
use crate::tui::model::Model;
use crate::tui::theme::Role;
use crate::tui::widgets::{Piece, Row, TextField, draw_row, wrap};
use crate::yaml::Path;

/// 提示: what is asked for.
#[derive(Clone, Debug)]
pub(crate) struct Prompt {
    /// What the value is called.
    pub(crate) title: Saying,
    /// What it must be.
    pub(crate) schema: Arc<Schema>,
    /// Where it goes.
    pub(crate) goal: Goal,
    /// Why it cannot be taken as it is.
    pub(crate) problem: Option<Saying>,
}

/// Where a value goes.
#[derive(Clone, Debug)]
pub(crate) enum Goal {
    /// To this place.
    Set(Path),
    /// To the end of this list.
    Add(Path),
    /// The value of the matter in the file picked goes to this difference.
    Take(Pick),
    /// To the next question about many matters.
    Many(Step),
    /// Into a list, before the element at this place.
    Insert(Path, usize),
    /// Into the value of a card that has the keys.
    Slot(Box<Card>),
}

impl Prompt {
    /// The help of the schema, wrapped; at most so many lines.
    pub(super) fn help(&self, lang: Lang, cells: usize, most: usize) -> Vec<String> {
        let help = self.schema.help.of(lang);
        let mut lines = if help.is_empty() {
            Vec::new()
        } else {
            wrap(help, cells)
        };
        lines.truncate(most);
        lines
    }

    /// The problem, wrapped.
    pub(super) fn problem(&self, lang: Lang, cells: usize) -> Vec<String> {
        self.problem
            .as_ref()
            .map(|problem| wrap(&format!("E {}", problem.of(lang)), cells))
            .unwrap_or_default()
    }
}

/// Draws what is typed to narrow a list, behind its sign; gives what is left of the area.
pub(super) fn draw_query(
    model: &Model,
    frame: &mut Frame<'_>,
    area: Rect,
    (sign, query): (&str, &TextField),
) -> Rect {
    if area.height == 0 {
        return area;
    }
    let row = Row::of(vec![Piece::new(Role::Key, sign)]);
    draw_row(frame.buffer_mut(), area, &row, model.theme);
    let field = Rect {
        x: area.x + 2.min(area.width),
        width: area.width.saturating_sub(2),
        height: 1,
        ..area
    };
    query.draw(frame, field);
    Rect {
        y: area.y + 1,
        height: area.height - 1,
        ..area
    }
}

/// Draws lines of one look from the top of an area; gives what is left of it.
pub(super) fn draw_lines(
    model: &Model,
    frame: &mut Frame<'_>,
    area: Rect,
    (role, lines): (Role, &[String]),
) -> Rect {
    let mut rest = area;
    for line in lines {
        if rest.height == 0 {
            break;
        }
        let row = Row::of(vec![Piece::new(role, line.as_str())]);
        draw_row(frame.buffer_mut(), rest, &row, model.theme);
        rest.y += 1;
        rest.height -= 1;
    }
    rest
}
