//! What is changed: the files that are not saved or not committed, and the difference of the selected one.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::change::FileChange;
use crate::text::{DiffLine, LineMark, Words, words};
use crate::tui::glyphs::{FOCUS, rule};
use crate::tui::model::Model;
use crate::tui::screens::draw_rows;
use crate::tui::theme::Role;
use crate::tui::update::look::changed_files;
use crate::tui::widgets::{Piece, Row, draw_row, wrap_pieces};

const TITLE: Words = words("改动", "Changes");
const NONE: Words = words(
    "没有未保存或未提交的改动",
    "nothing unsaved, nothing uncommitted",
);
const UNSAVED: Words = words("* 未保存", "* unsaved");
const UNCOMMITTED: Words = words("  未提交", "  saved");
const NEW: Words = words("新增", "new");
const GONE: Words = words("删除", "gone");

/// Rows for the files and rows for the difference.
pub(crate) fn heights(model: &Model) -> (usize, usize) {
    let body = usize::from(model.size.1.saturating_sub(2));
    let files = model.unsaved.len() + model.uncommitted.len();
    let list = files.clamp(1, (body / 3).max(1));
    (list, body.saturating_sub(list + 2))
}

pub(super) fn view(model: &Model, frame: &mut Frame<'_>, body: Rect) {
    let count = changed_files(model).count();
    let title = Row {
        left: vec![
            Piece::sign(Role::Plain, FOCUS),
            Piece::plain(TITLE.of(model.lang)),
        ],
        right: vec![Piece::plain(format!("{count} "))],
        over: Some(Role::Focus),
    };
    draw_row(frame.buffer_mut(), body, &title, model.theme);
    let (list, _) = heights(model);
    let list = u16::try_from(list).unwrap_or(u16::MAX);
    let files = Rect {
        y: body.y + 1,
        height: list.min(body.height.saturating_sub(1)),
        ..body
    };
    draw_files(model, frame, files);
    let rest = Rect {
        y: files.bottom(),
        height: body.bottom().saturating_sub(files.bottom()),
        ..body
    };
    draw_difference(model, frame, rest);
}

fn draw_files(model: &Model, frame: &mut Frame<'_>, area: Rect) {
    let unsaved = model.unsaved.len();
    let cursor = model.changes.files;
    let count = changed_files(model).count();
    if count == 0 {
        let row = Row::of(vec![Piece::new(
            Role::Dim,
            format!(" {}", NONE.of(model.lang)),
        )]);
        draw_row(frame.buffer_mut(), area, &row, model.theme);
        return;
    }
    let visible = cursor.visible(count, usize::from(area.height));
    let start = visible.start;
    let files = changed_files(model)
        .enumerate()
        .skip(start)
        .take(visible.len());
    let rows = files.map(|(place, change)| {
        let state = if place < unsaved {
            UNSAVED
        } else {
            UNCOMMITTED
        };
        let fate = match (&change.before, &change.after) {
            (None, Some(_)) => NEW.of(model.lang),
            (Some(_), None) => GONE.of(model.lang),
            _ => "",
        };
        Row {
            left: vec![
                Piece::plain(format!(" {}  ", state.of(model.lang))),
                Piece::plain(model.title_of(&change.path)),
                Piece::new(Role::Dim, format!("  {fate}")),
            ],
            right: path(change, area.width),
            over: (place == cursor.at).then_some(Role::Selected),
        }
    });
    draw_rows(model, frame, area, rows);
}

/// The path of a file, where there is room beside its name.
fn path(change: &FileChange, columns: u16) -> Vec<Piece> {
    if columns < 110 {
        return Vec::new();
    }
    vec![Piece::new(Role::Dim, format!("{} ", change.path))]
}

fn draw_difference(model: &Model, frame: &mut Frame<'_>, area: Rect) {
    let rule = Row::of(vec![Piece::sign(Role::Dim, rule(area.width.into()))]);
    let lines = model.changes.lines.iter().skip(model.changes.top);
    let lines = lines.map(|line| Row::of(line.clone()));
    draw_rows(model, frame, area, std::iter::once(rule).chain(lines));
}

/// The lines of a difference, wrapped; what is far from any change is left out.
pub(crate) fn diff_rows(lines: &[DiffLine], cells: usize) -> Vec<Vec<Piece>> {
    let mut rows = Vec::new();
    for line in lines {
        let (sign, plain, word) = match line.mark {
            LineMark::Same => ("   ", Role::Dim, Role::Dim),
            LineMark::Removed => (" - ", Role::Removed, Role::RemovedWord),
            LineMark::Added => (" + ", Role::Added, Role::AddedWord),
            LineMark::Gap => (" … ", Role::Dim, Role::Dim),
        };
        let pieces: Vec<Piece> = line
            .parts
            .iter()
            .map(|part| {
                Piece::new(
                    if part.is_changed { word } else { plain },
                    part.text.as_str(),
                )
            })
            .collect();
        let wrapped = wrap_pieces(&pieces, cells.saturating_sub(4).max(8));
        for (place, pieces) in wrapped.into_iter().enumerate() {
            let sign = if place == 0 { sign } else { "   " };
            let mut row = vec![Piece::sign(plain, sign)];
            row.extend(pieces);
            rows.push(row);
        }
    }
    rows
}
