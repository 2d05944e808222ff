//! Whatever stands in a catalog, each row of the screen is as wide as the screen, and the edges between the panes
//! stand where they stood.

use ratatui::buffer::{Buffer, CellDiffOption, CellWidth};

use crate::tui::message::Message;
use crate::tui::picture::drawn;
use crate::tui::stage::{LOCAL, Stage};
use crate::tui::update::update;

/// What texts are made of here: what is wide, what takes no cell, what joins, turns or hides, what terminals
/// and libraries measure in more than one way.
const LETTERS: [&str; 24] = [
    "护",
    "a",
    " ",
    "，",
    "“",
    "…",
    "—",
    "𠮷",
    "\u{2B7E0}",
    "e\u{301}",
    "\u{301}",
    "👩\u{200D}🔧",
    "🇨🇳",
    "🇨",
    "❤\u{FE0F}",
    "\u{200B}",
    "\u{202E}",
    "\\t",
    "ｶﾞ",
    "﷽",
    "ก\u{E33}",
    "\u{1100}\u{1161}",
    "\\e[2J",
    "👍🏽",
];

fn hostile(random: &mut fastrand::Rng) -> String {
    (0..random.usize(5..60))
        .filter_map(|_| random.choice(LETTERS))
        .collect()
}

/// A desk on a matter with hostile text in a short field and in a long one.
fn stage(random: &mut fastrand::Rng) -> Stage {
    let new = format!(
        "name: \"许可{}\"\nhours: \"{}\" #",
        hostile(random),
        hostile(random)
    );
    let mut stage = Stage::with(LOCAL, ("hours:", &new), (110, 40));
    stage.go_to(LOCAL, "hours");
    stage
}

/// Each row, cell after cell, ends where the screen ends.
fn is_filled(buffer: &Buffer) -> bool {
    (0..buffer.area.height).all(|y| {
        let mut x = 0;
        while let Some(cell) = buffer.cell((x, y)).filter(|_| x < buffer.area.width) {
            x += match cell.diff_option {
                CellDiffOption::ForcedWidth(cells) => cells.get(),
                _ => cell.symbol().cell_width().max(1),
            };
        }
        x == buffer.area.width
    })
}

/// The columns of the edges between panes, from top to bottom.
fn edges(buffer: &Buffer) -> Vec<u16> {
    let (width, height) = (buffer.area.width, buffer.area.height);
    let is_edge = |x: &u16| {
        (1..height - 1).all(|y| {
            buffer
                .cell((*x, y))
                .is_some_and(|cell| cell.symbol() == "│")
        })
    };
    (0..width).filter(is_edge).collect()
}

#[test]
fn hostile_text_breaks_no_row_and_moves_no_edge() {
    let mut random = fastrand::Rng::with_seed(11);
    let mut calm = Stage::new(110, 40);
    calm.go_to(LOCAL, "hours");
    for _ in 0..6 {
        let mut stage = stage(&mut random);
        for keys in ["", "esc", "esc", "f", "f r", "r enter", "enter", "esc esc"] {
            stage.press(keys);
            for size in [(60, 12), (81, 24), (110, 40), (163, 30)] {
                update(&mut stage.model, Message::Resize(size.0, size.1));
                update(&mut calm.model, Message::Resize(size.0, size.1));
                let buffer = drawn(&stage.model);
                assert!(
                    is_filled(&buffer),
                    "after {keys:?} at {size:?}:\n{}",
                    stage.screen()
                );
                if stage.model.dialog.is_none() && stage.model.screen == calm.model.screen {
                    calm.model.focus = stage.model.focus;
                    update(&mut calm.model, Message::Resize(size.0, size.1));
                    assert_eq!(
                        edges(&buffer),
                        edges(&drawn(&calm.model)),
                        "{}",
                        stage.screen()
                    );
                }
            }
        }
    }
}

#[test]
fn hostile_text_in_an_editor_keeps_the_frame_and_the_caret_inside() {
    let mut random = fastrand::Rng::with_seed(13);
    for _ in 0..8 {
        let mut stage = stage(&mut random);
        stage.press("enter");
        for _ in 0..12 {
            stage.press(["left", "right", "up", "home", "shift-left", "end"][random.usize(0..6)]);
            stage.type_in(&hostile(&mut random).replace('\\', ""));
            let buffer = drawn(&stage.model);
            assert!(is_filled(&buffer), "{}", stage.screen());
            let right = buffer.area.width - 2;
            let frame = (2..38).filter(|y| {
                buffer
                    .cell((right, *y))
                    .is_some_and(|cell| cell.symbol() == "│")
            });
            assert!(frame.count() > 30, "{}", stage.screen());
        }
    }
}
