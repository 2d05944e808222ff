//! What a change of many matters would do, matter by matter, before it is done.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::text::{Words, diff, width, words};
use crate::tui::dialogs::popup;
use crate::tui::dialogs::prompt::draw_lines;
use crate::tui::many::{Fate, Item, Proposal};
use crate::tui::model::Model;
use crate::tui::screens::diff_rows;
use crate::tui::theme::Role;
use crate::tui::widgets::{Cursor, Motion, Piece, Row, Spot, draw_row, spot_rows, wrap};

const TITLE: Words = words("先看一遍：{title}", "Before it is done: {title}");
const SKIPPED: Words = words("跳过：{why}", "skipped: {why}");
const BRINGS: Words = words("新问题：{finding}", "new finding: {finding}");

/// 预览: what would be done, and the matter that is looked at.
#[derive(Clone, Debug)]
pub(crate) struct Forecast {
    /// What would be done.
    pub(crate) proposal: Proposal,
    /// The matter that is looked at.
    pub(crate) cursor: Cursor,
}

/// The parts of the preview, each with its rows.
struct Parts {
    inside: (usize, usize),
    head: Vec<String>,
    list: usize,
    detail: usize,
    answers: Vec<String>,
}

impl Parts {
    fn of(forecast: &Forecast, model: &Model) -> Parts {
        let (columns, rows) = model.size;
        let cells = usize::from(columns.saturating_sub(6)).clamp(8, 140);
        let rows = usize::from(rows.saturating_sub(4)).max(6);
        let proposal = &forecast.proposal;
        let said = std::iter::once(&proposal.consequence)
            .filter(|said| !said.zh.is_empty())
            .cloned()
            .chain(proposal.summary());
        let mut head: Vec<String> = said
            .flat_map(|said| wrap(said.of(model.lang), cells))
            .collect();
        head.truncate(rows / 3);
        // The other keys only move; the footer has them.
        let mut answers = super::help::answers(model, cells);
        answers.truncate(1);
        // Two rules and an empty line stand between the parts.
        let left = rows.saturating_sub(head.len() + answers.len() + 3).max(2);
        let list = (left * 3 / 5).max(1).min(proposal.items.len().max(1));
        Parts {
            inside: (cells, rows),
            head,
            list,
            detail: left - list,
            answers,
        }
    }
}

impl Forecast {
    /// A preview at its first matter.
    pub(crate) fn new(proposal: Proposal) -> Forecast {
        Forecast {
            proposal,
            cursor: Cursor::default(),
        }
    }

    /// Moves.
    pub(crate) fn go(&mut self, motion: Motion, model: &Model) {
        let (len, list) = (self.proposal.items.len(), Parts::of(self, model).list);
        self.cursor.at = motion.from(self.cursor.at, len, list);
        self.cursor.settle(len, list);
    }
}

pub(super) fn view(forecast: &Forecast, model: &Model, frame: &mut Frame<'_>) {
    let parts = Parts::of(forecast, model);
    let proposal = &forecast.proposal;
    let title = proposal.title.of(model.lang);
    let title = TITLE.with(&[("title", title)]);
    let area = popup(model, frame, title.of(model.lang), parts.inside);
    let rest = draw_lines(model, frame, area, (Role::Plain, &parts.head));
    let mut cursor = forecast.cursor;
    cursor.settle(proposal.items.len(), parts.list);
    let at = (cursor.at + 1).min(proposal.items.len());
    let rest = rule(
        model,
        frame,
        rest,
        &format!("{at} / {}", proposal.items.len()),
    );
    let rows = cursor.visible(proposal.items.len(), parts.list);
    spot_rows(rest, rows.clone(), Spot::Choice);
    let rows: Vec<Row> = rows
        .filter_map(|place| {
            let item = proposal.items.get(place)?;
            let over = (place == cursor.at).then_some(Role::Selected);
            Some(row(item, model, (parts.inside.0, over)))
        })
        .collect();
    let rest = draw(model, frame, rest, (rows, parts.list));
    let rest = rule(model, frame, rest, "");
    let detail = detail(forecast, model, parts.inside.0);
    let rest = draw(model, frame, rest, (detail, parts.detail));
    let rest = draw_lines(model, frame, rest, (Role::Plain, &[String::new()]));
    draw_lines(model, frame, rest, (Role::Strong, &parts.answers));
}

/// A line of dashes with something said in it.
fn rule(model: &Model, frame: &mut Frame<'_>, area: Rect, said: &str) -> Rect {
    let head = if said.is_empty() {
        String::new()
    } else {
        format!("── {said} ")
    };
    let rest = usize::from(area.width).saturating_sub(width(&head));
    let line = format!("{head}{}", "─".repeat(rest));
    let row = Row::of(vec![Piece::sign(Role::Dim, line)]);
    draw(model, frame, area, (vec![row], 1))
}

/// Draws rows in so many lines of an area; gives what is left of it.
fn draw(
    model: &Model,
    frame: &mut Frame<'_>,
    area: Rect,
    (rows, height): (Vec<Row>, usize),
) -> Rect {
    let height = u16::try_from(height)
        .unwrap_or(area.height)
        .min(area.height);
    for (row, y) in rows.iter().zip(area.y..area.y + height) {
        let line = Rect {
            y,
            height: 1,
            ..area
        };
        draw_row(frame.buffer_mut(), line, row, model.theme);
    }
    Rect {
        y: area.y + height,
        height: area.height - height,
        ..area
    }
}

/// One matter: a sign of what would happen, its name and place, what changes.
fn row(item: &Item, model: &Model, (cells, over): (usize, Option<Role>)) -> Row {
    let (sign, role) = match &item.fate {
        Fate::Changes { brings, .. } if !brings.is_empty() => ("! ", Role::Warning),
        Fate::Changes { .. } => ("+ ", Role::Added),
        Fate::Skipped(_) => ("- ", Role::Dim),
    };
    let lang = model.lang;
    let place = if cells >= 60 { 12 } else { 0 };
    let name = (cells.saturating_sub(place + 2) * 2 / 5).max(8);
    let said = match &item.fate {
        Fate::Skipped(why) => {
            let why = SKIPPED.with(&[("why", why.of(lang))]);
            vec![Piece::new(Role::Dim, why.of(lang))]
        }
        Fate::Changes { before, after, .. } if before.zh.is_empty() => {
            vec![Piece::plain(after.of(lang))]
        }
        Fate::Changes { before, after, .. } => vec![
            Piece::plain(before.of(lang)),
            Piece::sign(Role::Dim, " → "),
            Piece::plain(after.of(lang)),
        ],
    };
    let mut left = vec![
        Piece::new(role, sign),
        Piece::column(Role::Plain, &item.name, name),
        Piece::column(Role::Dim, item.place.of(lang), place),
    ];
    left.extend(said);
    Row {
        left,
        right: Vec::new(),
        over,
    }
}

/// The matter looked at: what it would bring, and the difference of its file.
fn detail(forecast: &Forecast, model: &Model, cells: usize) -> Vec<Row> {
    let proposal = &forecast.proposal;
    let Some(item) = proposal.items.get(forecast.cursor.at) else {
        return Vec::new();
    };
    let lang = model.lang;
    match &item.fate {
        Fate::Skipped(why) => {
            let why = SKIPPED.with(&[("why", why.of(lang))]);
            let lines = wrap(why.of(lang), cells).into_iter();
            lines
                .map(|line| Row::of(vec![Piece::plain(line)]))
                .collect()
        }
        Fate::Changes { change, brings, .. } => {
            let told = brings.iter().flat_map(|finding| {
                let said = BRINGS.with(&[("finding", finding.of(lang))]);
                wrap(said.of(lang), cells)
            });
            let mut rows: Vec<Row> = told
                .map(|line| Row::of(vec![Piece::new(Role::Warning, line)]))
                .collect();
            let Some(change) = proposal.prepared.plan.changes.get(*change) else {
                return rows;
            };
            let before = change.before.as_deref().unwrap_or_default();
            let after = change.after.as_deref().unwrap_or_default();
            let lines = diff_rows(&diff(before, after), cells);
            rows.extend(lines.into_iter().map(Row::of));
            rows
        }
    }
}
