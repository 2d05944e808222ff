//! The desk: places and departments on the left, their matters in the middle, one matter on the right.
//! Where there is no room for three, the two around the keys are shown; where there is none for two, one.

mod beside;
mod chips;
mod clash;
mod list;
mod sheet;
mod table;
mod tree;

use ratatui::Frame;
use ratatui::layout::Rect;

pub(crate) use beside::{heads_height, lines as beside_lines};
pub(crate) use list::mark;
pub(crate) use sheet::{SheetLine, lines as sheet_lines, told};

use crate::text::{Words, words};
use crate::tui::glyphs::FOCUS;
use crate::tui::model::{Model, Pane};
use crate::tui::screens::split::draw_edge;
use crate::tui::theme::Role;
use crate::tui::widgets::{Piece, Row, Spot, draw_row, spot};

const LOADING: Words = words("正在读取目录", "reading the catalog");

/// 栏: where the panes of the desk are; each with a title row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Panes {
    tree: Option<Rect>,
    list: Option<Rect>,
    sheet: Option<Rect>,
}

impl Panes {
    /// The panes of a terminal of so many columns and rows. Two matters side by side need the room of the tree,
    /// and in few columns that of the list.
    pub(crate) fn of((columns, rows): (u16, u16), focus: Pane, is_beside: bool) -> Panes {
        let body = Rect::new(0, 1, columns, rows.saturating_sub(2));
        let none = Panes {
            tree: None,
            list: None,
            sheet: None,
        };
        if columns < 60 {
            return match focus {
                Pane::Tree => Panes {
                    tree: Some(body),
                    ..none
                },
                Pane::List => Panes {
                    list: Some(body),
                    ..none
                },
                Pane::Sheet => Panes {
                    sheet: Some(body),
                    ..none
                },
            };
        }
        if is_beside && focus != Pane::Tree && (columns >= 100 || focus == Pane::Sheet) {
            let left = (columns / 4).clamp(28, 46);
            let (list, sheet) = match columns {
                100.. => split(body, left),
                _ => (Rect::ZERO, body),
            };
            return Panes {
                list: Some(list).filter(|list| !list.is_empty()),
                sheet: Some(sheet),
                ..none
            };
        }
        if columns >= 100 {
            let (tree, rest) = split(body, (columns / 6).clamp(20, 30));
            let (list, sheet) = split(rest, (columns / 3).clamp(32, 76));
            return Panes {
                tree: Some(tree),
                list: Some(list),
                sheet: Some(sheet),
            };
        }
        if focus == Pane::Tree {
            let (tree, list) = split(body, columns * 2 / 5);
            return Panes {
                tree: Some(tree),
                list: Some(list),
                ..none
            };
        }
        let (list, sheet) = split(body, columns * 2 / 5);
        Panes {
            list: Some(list),
            sheet: Some(sheet),
            ..none
        }
    }

    /// Rows of a pane below its title.
    pub(crate) fn height(&self) -> usize {
        let any = self.tree.or(self.list).or(self.sheet);
        any.map_or(0, |area| usize::from(area.height.saturating_sub(1)))
    }

    /// Cells of a pane; of one that is not shown, what it would have alone.
    pub(crate) fn width(&self, pane: Pane) -> usize {
        let area = match pane {
            Pane::Tree => self.tree,
            Pane::List => self.list,
            Pane::Sheet => self.sheet,
        };
        area.map_or(40, |area| usize::from(area.width))
    }
}

/// Two areas with a line between them.
fn split(area: Rect, left: u16) -> (Rect, Rect) {
    let left = left.min(area.width);
    let right = area.width.saturating_sub(left + 1);
    (
        Rect {
            width: left,
            ..area
        },
        Rect {
            x: area.right() - right,
            width: right,
            ..area
        },
    )
}

pub(super) fn view(model: &Model, frame: &mut Frame<'_>, body: Rect) {
    if model.opened.is_none() {
        loading(model, frame, body);
        return;
    }
    let panes = model.panes();
    let draw_tree: fn(&Model, &mut Frame<'_>, Rect) = tree::view;
    for (pane, area, draw) in [
        (Pane::Tree, panes.tree, draw_tree),
        (Pane::List, panes.list, list::view),
        (Pane::Sheet, panes.sheet, sheet::view),
    ] {
        if let Some(area) = area {
            draw_edge(model, frame, area);
            spot(area, Spot::Pane(pane));
            draw(model, frame, area);
        }
    }
}

/// The title of a pane; gives the area below.
fn titled(
    model: &Model,
    frame: &mut Frame<'_>,
    area: Rect,
    (pane, left, right): (Pane, String, String),
) -> Rect {
    let has_keys = model.focus == pane;
    let role = if has_keys { Role::Focus } else { Role::Title };
    let mark = if has_keys { FOCUS } else { " " };
    let row = Row {
        left: vec![Piece::sign(Role::Plain, mark), Piece::plain(left)],
        right: vec![Piece::plain(format!("{right} "))],
        over: Some(role),
    };
    draw_row(frame.buffer_mut(), area, &row, model.theme);
    Rect {
        y: area.y + 1,
        height: area.height.saturating_sub(1),
        ..area
    }
}

/// How a row looks that the cursor is on.
fn cursor_role(model: &Model, pane: Pane) -> Role {
    if model.focus == pane {
        Role::Selected
    } else {
        Role::Chosen
    }
}

fn loading(model: &Model, frame: &mut Frame<'_>, body: Rect) {
    let progress = match model.loading {
        Some((done, total)) if total > 0 => format!("{done}/{total}"),
        _ => "…".to_owned(),
    };
    let text = match model.loading {
        Some(_) => format!("  {} {progress}", LOADING.of(model.lang)),
        None => String::new(),
    };
    let middle = Rect {
        y: body.y + body.height / 3,
        height: 1,
        ..body
    };
    let row = Row::of(vec![Piece::plain(text)]);
    draw_row(frame.buffer_mut(), middle, &row, model.theme);
}
