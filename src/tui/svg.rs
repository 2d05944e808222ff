//! A picture of the screen as SVG, for documents: a grid of cells, each text pinned to its cells so that
//! any font keeps the columns.

use std::fmt::Write;

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};

use crate::text::width;

/// Size of a cell.
const CELL: (usize, usize) = (9, 20);
/// Paper and ink.
const PAPER: &str = "#16181d";
const INK: &str = "#d8dee9";

/// Draws a buffer.
pub(crate) fn svg(buffer: &Buffer) -> String {
    let (columns, rows) = (buffer.area.width, buffer.area.height);
    let mut picture = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{w}\" height=\"{h}\" viewBox=\"0 0 {w} {h}\" \
         font-family=\"Sarasa Mono SC, Noto Sans Mono CJK SC, monospace\" font-size=\"15\">\n\
         <rect width=\"100%\" height=\"100%\" fill=\"{PAPER}\"/>\n",
        w = usize::from(columns) * CELL.0,
        h = usize::from(rows) * CELL.1,
    );
    for y in 0..rows {
        for run in runs(buffer, y) {
            run.draw(&mut picture, usize::from(y));
        }
    }
    picture.push_str("</svg>\n");
    picture
}

/// Neighbouring cells of one look.
struct Run {
    start: usize,
    cells: usize,
    text: String,
    look: Cell,
}

fn runs(buffer: &Buffer, y: u16) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut x = 0;
    while x < buffer.area.width {
        let Some(cell) = buffer.cell((x, y)) else {
            break;
        };
        let wide = width(cell.symbol()).max(1);
        let is_same = |run: &Run| {
            // Wide and narrow text is not pinned together: a font may draw them at odd widths.
            let same_kind = (width(&run.text) > run.text.chars().count()) == (wide > 1);
            same_kind && run.look.style() == cell.style()
        };
        match runs.last_mut().filter(|run| is_same(run)) {
            Some(run) => {
                run.cells += wide;
                run.text.push_str(cell.symbol());
            }
            None => runs.push(Run {
                start: usize::from(x),
                cells: wide,
                text: cell.symbol().to_owned(),
                look: cell.clone(),
            }),
        }
        x += u16::try_from(wide).unwrap_or(1);
    }
    runs
}

impl Run {
    fn draw(&self, picture: &mut String, row: usize) {
        let has = |modifier| self.look.modifier.contains(modifier);
        let (x, y) = (self.start * CELL.0, row * CELL.1);
        let wide = self.cells * CELL.0;
        let (mut ink, mut paper) = (colour(self.look.fg, INK), colour(self.look.bg, PAPER));
        if has(Modifier::REVERSED) {
            (ink, paper) = (paper, ink);
        }
        if paper != PAPER {
            let _ = writeln!(
                picture,
                "<rect x=\"{x}\" y=\"{y}\" width=\"{wide}\" height=\"{}\" fill=\"{paper}\"/>",
                CELL.1
            );
        }
        if has(Modifier::UNDERLINED) {
            let _ = writeln!(
                picture,
                "<rect x=\"{x}\" y=\"{}\" width=\"{wide}\" height=\"1\" fill=\"{ink}\"/>",
                y + CELL.1 - 2
            );
        }
        if self.text.trim().is_empty() {
            return;
        }
        let weight = if has(Modifier::BOLD) {
            " font-weight=\"bold\""
        } else {
            ""
        };
        let faint = if has(Modifier::DIM) {
            " opacity=\"0.6\""
        } else {
            ""
        };
        let start = self.text.len() - self.text.trim_start().len();
        let (x, text) = (x + start * CELL.0, self.text.trim());
        let wide = width(text) * CELL.0;
        let text = escaped(text);
        let _ = writeln!(
            picture,
            "<text x=\"{x}\" y=\"{}\" textLength=\"{wide}\" fill=\"{ink}\"{weight}{faint} \
             xml:space=\"preserve\">{text}</text>",
            y + 15
        );
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

fn colour(colour: Color, otherwise: &'static str) -> &'static str {
    match colour {
        Color::Red => "#e06c75",
        Color::Green => "#98c379",
        Color::Yellow => "#e5c07b",
        Color::Blue => "#61afef",
        Color::Cyan => "#56b6c2",
        _ => otherwise,
    }
}
