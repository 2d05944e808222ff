//! A menu: lines with counts to choose one from, or several; typing narrows it, in pinyin too.

use ratatui::Frame;

use crate::search::marks;
use crate::text::{Lang, Message as Saying, Words, words};
use crate::tui::dialogs::prompt::{draw_lines, draw_query};
use crate::tui::dialogs::{popup, room};
use crate::tui::find::Kind;
use crate::tui::keys::Context;
use crate::tui::model::Model;
use crate::tui::theme::Role;
use crate::tui::widgets::{Cursor, Motion, Piece, Row, Spot, TextField, draw_row, spot_rows};

const NONE: Words = words("没有符合的", "none like that");
/// Most lines shown at a time.
const HEIGHT: usize = 14;

/// 菜单: lines to choose from.
#[derive(Clone, Debug)]
pub(crate) struct Menu {
    /// What is chosen.
    pub(crate) purpose: Purpose,
    /// Its title.
    pub(crate) title: Saying,
    /// Every line.
    pub(crate) items: Vec<MenuItem>,
    /// What a line says that takes the text typed, with `{name}` in it.
    pub(crate) typed: Option<Words>,
    /// What is said below the lines while nothing is typed.
    pub(crate) hint: Option<Words>,
    /// The text typed.
    pub(crate) query: TextField,
    shown: Vec<usize>,
    cursor: Cursor,
}

/// What a menu is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// Which kind of filter.
    Kinds,
    /// Which values of a kind.
    Values(Kind),
    /// Which of the matters of one base matter.
    Locals,
    /// Which matter is to stand beside the one shown.
    Beside,
    /// Which branch.
    Tasks,
    /// Which view.
    Views,
    /// Another name for a view.
    Rename(usize),
}

/// One line.
#[derive(Clone, Debug)]
pub(crate) struct MenuItem {
    /// What it stands for.
    pub(crate) value: Box<str>,
    /// What a person reads.
    pub(crate) label: Saying,
    /// What stands at its right.
    pub(crate) right: Saying,
    /// Whether it is on; `None` if it cannot be.
    pub(crate) is_on: Option<bool>,
}

/// What the cursor of a menu is on.
pub(crate) enum Chosen<'m> {
    /// A line.
    Item(&'m MenuItem),
    /// The text typed.
    Typed(String),
}

impl Menu {
    /// A menu with the cursor on the first line.
    pub(crate) fn new(purpose: Purpose, title: impl Into<Saying>, items: Vec<MenuItem>) -> Menu {
        Menu {
            purpose,
            title: title.into(),
            shown: (0..items.len()).collect(),
            items,
            typed: None,
            hint: None,
            query: TextField::line(""),
            cursor: Cursor::default(),
        }
    }

    /// The same, where the text typed can be taken too.
    pub(crate) fn with_typed(mut self, said: Words, text: &str) -> Menu {
        self.typed = Some(said);
        self.query = TextField::line(text);
        self
    }

    /// Where keys go while it is open.
    pub(crate) fn contexts(&self) -> Vec<Context> {
        match self.purpose {
            Purpose::Values(_) => vec![Context::MenuSeveral, Context::Menu, Context::Typing],
            Purpose::Views => vec![Context::Views, Context::Menu, Context::Typing],
            Purpose::Kinds
            | Purpose::Locals
            | Purpose::Beside
            | Purpose::Tasks
            | Purpose::Rename(_) => vec![Context::Menu, Context::Typing],
        }
    }

    pub(super) fn query(&self) -> &TextField {
        &self.query
    }

    pub(super) fn query_mut(&mut self) -> &mut TextField {
        &mut self.query
    }

    /// After the query changed: what fits it.
    pub(super) fn narrow(&mut self) {
        let wanted = self.query.text();
        let wanted = wanted.trim();
        let fits = |label: &str| wanted.is_empty() || !marks(label, wanted).is_empty();
        let items = self.items.iter().enumerate();
        let fitting = items.filter(|(_, item)| {
            fits(&item.label.zh) || fits(&item.label.en) || item.value.contains(wanted)
        });
        self.shown = fitting.map(|(place, _)| place).collect();
        self.cursor = Cursor::default();
    }

    /// Moves the cursor.
    pub(crate) fn go(&mut self, motion: Motion) {
        self.cursor.at = motion.from(self.cursor.at, self.len(), HEIGHT);
        self.cursor.settle(self.len(), HEIGHT);
    }

    /// Turns the line under the cursor on or off.
    pub(crate) fn toggle(&mut self) {
        let place = self.shown.get(self.cursor.at).copied();
        let item = place.and_then(|place| self.items.get_mut(place));
        if let Some(is_on) = item.and_then(|item| item.is_on.as_mut()) {
            *is_on = !*is_on;
        }
        self.go(Motion::By(1));
    }

    /// What the cursor is on.
    pub(crate) fn chosen(&self) -> Option<Chosen<'_>> {
        match self.shown.get(self.cursor.at) {
            Some(place) => self.items.get(*place).map(Chosen::Item),
            None => self.named().map(Chosen::Typed),
        }
    }

    /// The text typed, where it can be taken.
    fn named(&self) -> Option<String> {
        let text = self.query.text().trim().to_owned();
        (self.typed.is_some() && !text.is_empty()).then_some(text)
    }

    fn len(&self) -> usize {
        self.shown.len() + usize::from(self.named().is_some())
    }

    fn row(&self, place: usize, lang: Lang) -> Option<Row> {
        let over = (place == self.cursor.at).then_some(Role::Selected);
        let Some(item) = self.shown.get(place).map(|place| self.items.get(*place)) else {
            let said = self.typed?.with(&[("name", &self.named()?)]);
            let text = format!("  + {}", said.of(lang));
            return Some(Row {
                left: vec![Piece::plain(text)],
                over,
                ..Row::default()
            });
        };
        let item = item?;
        let mark = match item.is_on {
            Some(true) => "[x] ",
            Some(false) => "[ ] ",
            None => "  ",
        };
        Some(Row {
            left: vec![Piece::plain(mark), Piece::plain(item.label.of(lang))],
            right: vec![Piece::new(Role::Dim, item.right.of(lang))],
            over,
        })
    }
}

pub(super) fn view(menu: &Menu, model: &Model, frame: &mut Frame<'_>) {
    let (cells, rows) = room(model.size);
    let more = usize::from(menu.typed.is_some()) + usize::from(menu.hint.is_some());
    let lines = (menu.items.len() + more).clamp(1, HEIGHT);
    let lines = lines.min(rows.saturating_sub(1)).max(1);
    let area = popup(model, frame, menu.title.of(model.lang), (cells, lines + 1));
    let mut rest = draw_query(model, frame, area, ("/ ", &menu.query));
    if menu.len() == 0 && menu.typed.is_none() {
        let none = [NONE.of(model.lang).to_owned()];
        draw_lines(model, frame, rest, (Role::Dim, &none));
    }
    let mut cursor = menu.cursor;
    cursor.settle(menu.len(), lines);
    spot_rows(rest, cursor.visible(menu.len(), lines), Spot::Choice);
    for place in cursor.visible(menu.len(), lines) {
        if let Some(row) = menu.row(place, model.lang) {
            draw_row(frame.buffer_mut(), rest, &row, model.theme);
        }
        rest.y += 1;
        rest.height = rest.height.saturating_sub(1);
    }
    if let Some(hint) = menu.hint.filter(|_| menu.query.text().is_empty()) {
        let hint = [format!("  {}", hint.of(model.lang))];
        draw_lines(model, frame, rest, (Role::Dim, &hint));
    }
}
