//! The desk as a picture, for the README and for tests: the same state and the same drawing as on a
//! terminal, without one.

use std::sync::Arc;

use jiff::civil::Date;
use ratatui::buffer::Buffer;
use ratatui::{Terminal, backend::TestBackend};

use crate::session::{LeftWork, Place, Session};
use crate::text::Lang;
use crate::tui::findings::Findings;
use crate::tui::message::{Message, Opened, Outcome};
use crate::tui::model::{Model, Pane, Screen};
use crate::tui::outline::Outline;
use crate::tui::theme::Theme;
use crate::tui::update::{look, update};
use crate::tui::{screens, svg::svg};
use crate::yaml::Path;

/// What to draw.
#[derive(Clone, Debug)]
pub struct Picture {
    /// The language.
    pub lang: Lang,
    /// The day by which findings are judged.
    pub today: Date,
    /// Columns and rows.
    pub size: (u16, u16),
    /// The matter to show, by its file below the catalog folder, and the field the cursor is on; the first
    /// matter if there is none.
    pub path: Option<(String, String)>,
}

/// Draws the desk on a session as SVG.
pub fn picture(session: &Session, wanted: &Picture) -> String {
    svg(&drawn(&state(session, wanted)))
}

/// The state in which the desk is after loading and checking.
fn state(session: &Session, wanted: &Picture) -> Model {
    let theme = Theme::terminal();
    let mut model = Model::new(Screen::Desk, wanted.lang, theme, wanted.size);
    model.today = wanted.today;
    let catalog = Arc::clone(session.catalog());
    let opened = Outcome::Opened(Box::new(Opened {
        root: session.root().clone(),
        outline: Arc::new(Outline::of(&catalog)),
        catalog,
        is_unsure: false,
        left: LeftWork::default(),
        broken: Vec::new(),
        place: Place::default(),
        views: Some(Vec::new()),
        user: None,
        email: None,
    }));
    tell(&mut model, opened);
    let findings = Findings::of(session.check(wanted.today));
    tell(&mut model, Outcome::Checked(Box::new(findings)));
    if let Some((path, field)) = &wanted.path {
        look::show(&mut model, path.as_str().into());
        model.focus = Pane::Sheet;
        let field = Path::key(field);
        let rows = model.sheet.rows.iter();
        let place = rows.take_while(|row| row.path != field).count();
        model.sheet.cursor.at = place;
    }
    let (columns, rows) = wanted.size;
    update(&mut model, Message::Resize(columns, rows));
    model
}

/// What the worker would ask for next is of no use to a picture.
fn tell(model: &mut Model, outcome: Outcome) {
    let generation = model.generation;
    update(
        model,
        Message::Done {
            generation,
            outcome,
        },
    );
}

/// The cells of a model.
pub(crate) fn drawn(model: &Model) -> Buffer {
    let Ok(mut terminal) = Terminal::new(TestBackend::new(model.size.0, model.size.1));
    let drawn = terminal.draw(|frame| screens::view(model, frame));
    match drawn {
        Ok(frame) => frame.buffer.clone(),
        Err(never) => match never {},
    }
}

/// A buffer as text, without the hidden halves of wide cells.
#[cfg(test)]
pub(crate) fn plain(buffer: &Buffer) -> String {
    use crate::text::width;
    let mut text = String::new();
    for y in 0..buffer.area.height {
        let mut line = String::new();
        let mut x = 0;
        while x < buffer.area.width {
            let symbol = buffer.cell((x, y)).map_or(" ", |cell| cell.symbol());
            line.push_str(symbol);
            x += u16::try_from(width(symbol).max(1)).unwrap_or(1);
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}
