//! A list to pick one value from, or several; typing narrows it.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::text::{Message as Saying, Words, words};
use crate::tui::dialogs::prompt::draw_lines;
use crate::tui::dialogs::{Prompt, popup, room};
use crate::tui::glyphs;
use crate::tui::model::Model;
use crate::tui::theme::Role;
use crate::tui::widgets::{Cursor, Motion, Piece, Row, TextField, draw_row};

const NONE: Words = words("没有符合的", "none like that");
const NONE_OPEN: Words = words(
    "没有符合的；按 Enter 就用输入的文字",
    "none like that; Enter takes the text as typed",
);
/// Most values shown at a time.
const HEIGHT: usize = 12;

/// 选择: a list to pick from.
#[derive(Clone, Debug)]
pub(crate) struct Pick {
    /// What is asked for.
    pub(crate) prompt: Prompt,
    /// Every value.
    pub(crate) options: Vec<PickOption>,
    /// Whether several may be picked.
    pub(crate) takes_several: bool,
    /// Whether another value may be typed in.
    pub(crate) is_open: bool,
    shown: Vec<usize>,
    query: TextField,
    cursor: Cursor,
}

/// One value to pick.
#[derive(Clone, Debug)]
pub(crate) struct PickOption {
    /// The value.
    pub(crate) value: String,
    /// What a person reads.
    pub(crate) label: Saying,
    /// Whether it is picked.
    pub(crate) is_on: bool,
}

impl Pick {
    /// A list with the cursor on the first value that is picked already.
    pub(crate) fn new(prompt: Prompt, options: Vec<PickOption>) -> Pick {
        let at = options.iter().position(|option| option.is_on).unwrap_or(0);
        let mut pick = Pick {
            prompt,
            shown: (0..options.len()).collect(),
            options,
            takes_several: false,
            is_open: false,
            query: TextField::line(""),
            cursor: Cursor { at, top: 0 },
        };
        pick.settle();
        pick
    }

    pub(super) fn query(&self) -> &TextField {
        &self.query
    }

    pub(super) fn query_mut(&mut self) -> &mut TextField {
        &mut self.query
    }

    /// After the query changed: the values that fit it.
    pub(super) fn narrow(&mut self) {
        let wanted = self.query.text().trim().to_lowercase();
        let fits = |label: &str| label.to_lowercase().contains(&wanted);
        let options = self.options.iter().enumerate();
        self.shown = options
            .filter(|(_, option)| {
                fits(&option.value) || fits(&option.label.zh) || fits(&option.label.en)
            })
            .map(|(place, _)| place)
            .collect();
        self.cursor = Cursor::default();
        self.prompt.problem = None;
    }

    /// Moves the cursor.
    pub(crate) fn go(&mut self, motion: Motion) {
        self.cursor.at = motion.from(self.cursor.at, self.shown.len(), HEIGHT);
        self.settle();
    }

    fn settle(&mut self) {
        self.cursor.settle(self.shown.len(), HEIGHT);
    }

    /// Picks the value under the cursor, or drops it.
    pub(crate) fn toggle(&mut self) {
        let place = self.shown.get(self.cursor.at).copied();
        if let Some(option) = place.and_then(|place| self.options.get_mut(place)) {
            option.is_on = !option.is_on;
        }
    }

    /// The value under the cursor; where none fits and others may be typed in, the typed text.
    pub(crate) fn chosen(&self) -> Option<String> {
        let place = self.shown.get(self.cursor.at);
        let option = place.and_then(|place| self.options.get(*place));
        let typed = || Some(self.query.text()).filter(|text| self.is_open && !text.is_empty());
        option.map(|option| option.value.clone()).or_else(typed)
    }
}

pub(super) fn view(pick: &Pick, model: &Model, frame: &mut Frame<'_>) {
    let (cells, rows) = room(model.size);
    let list = pick.options.len().clamp(1, HEIGHT);
    let help = pick
        .prompt
        .help(model.lang, cells, rows.saturating_sub(list + 2).min(4));
    let problem = pick.prompt.problem(model.lang, cells);
    let height = (help.len() + list + 1 + problem.len()).min(rows);
    let title = pick.prompt.title.of(model.lang);
    let area = popup(model, frame, title, (cells, height));
    let rest = draw_lines(model, frame, area, (Role::Dim, &help));
    let rest = draw_lines(model, frame, rest, (Role::Error, &problem));
    let rest = draw_query(pick, model, frame, rest);
    draw_options(pick, model, frame, rest);
}

fn draw_query(pick: &Pick, model: &Model, frame: &mut Frame<'_>, area: Rect) -> Rect {
    if area.height == 0 {
        return area;
    }
    let row = Row::of(vec![Piece::new(Role::Key, "/ ")]);
    draw_row(frame.buffer_mut(), area, &row, model.theme);
    let field = Rect {
        x: area.x + 2.min(area.width),
        width: area.width.saturating_sub(2),
        height: 1,
        ..area
    };
    pick.query.draw(frame, field);
    Rect {
        y: area.y + 1,
        height: area.height - 1,
        ..area
    }
}

fn draw_options(pick: &Pick, model: &Model, frame: &mut Frame<'_>, area: Rect) {
    if pick.shown.is_empty() {
        let none = if pick.is_open { NONE_OPEN } else { NONE };
        let line = [none.of(model.lang).to_owned()];
        draw_lines(model, frame, area, (Role::Dim, &line));
        return;
    }
    let mut cursor = pick.cursor;
    cursor.settle(pick.shown.len(), usize::from(area.height));
    let mut rest = area;
    for place in cursor.visible(pick.shown.len(), usize::from(area.height)) {
        let option = pick
            .shown
            .get(place)
            .and_then(|place| pick.options.get(*place));
        let Some(option) = option else { continue };
        let mark = match (pick.takes_several, option.is_on) {
            (true, true) => "[x] ",
            (true, false) => "[ ] ",
            (false, true) => glyphs::PICKED,
            (false, false) => "  ",
        };
        let label = option.label.of(model.lang);
        let row = Row {
            left: vec![Piece::sign(Role::Plain, mark), Piece::plain(label)],
            over: (place == pick.cursor.at).then_some(Role::Selected),
            ..Row::default()
        };
        draw_row(frame.buffer_mut(), rest, &row, model.theme);
        rest.y += 1;
        rest.height -= 1;
    }
}
