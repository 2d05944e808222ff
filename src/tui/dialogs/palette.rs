//! The palette: every command that makes sense here, by name; and the themes.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::search::marks;
use crate::text::{Words, words};
use crate::tui::command::Command;
use crate::tui::dialogs::prompt::{draw_lines, draw_query};
use crate::tui::dialogs::{popup, room};
use crate::tui::glyphs::PICKED;
use crate::tui::model::Model;
use crate::tui::theme::{Palette as Colours, Role, Theme};
use crate::tui::widgets::{Cursor, Motion, Piece, Row, Spot, TextField, draw_row, spot_rows};

const COMMANDS: Words = words("找命令", "Find a command");
const THEMES: Words = words("配色", "Theme");
const NONE: Words = words("没有符合的", "none like that");
/// Most choices shown at a time.
const HEIGHT: usize = 14;

/// 命令面板: what can be chosen by name.
#[derive(Clone, Debug)]
pub(crate) struct Palette {
    title: Words,
    choices: Vec<Choice>,
    shown: Vec<usize>,
    query: TextField,
    cursor: Cursor,
    /// How the screen looked before.
    pub(crate) before: Theme,
}

/// One thing to choose.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Choice {
    /// A command.
    Command(&'static Command),
    /// A theme.
    Theme(&'static Colours),
}

impl Choice {
    fn title(self) -> Words {
        match self {
            Choice::Command(command) => command.title,
            Choice::Theme(colours) => colours.title,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Choice::Command(command) => command.name,
            Choice::Theme(colours) => colours.name,
        }
    }
}

impl Palette {
    /// Commands to choose from.
    pub(crate) fn of_commands(commands: Vec<&'static Command>, before: Theme) -> Palette {
        let choices = commands.into_iter().map(Choice::Command).collect();
        Palette::new(COMMANDS, choices, before)
    }

    /// Themes to choose from, the cursor on the one in use.
    pub(crate) fn of_themes(themes: &[&'static Colours], before: Theme) -> Palette {
        let choices = themes.iter().copied().map(Choice::Theme).collect();
        let at = themes
            .iter()
            .position(|theme| theme.name == before.palette.name);
        let mut palette = Palette::new(THEMES, choices, before);
        palette.cursor.at = at.unwrap_or(0);
        palette
    }

    fn new(title: Words, choices: Vec<Choice>, before: Theme) -> Palette {
        Palette {
            title,
            shown: (0..choices.len()).collect(),
            choices,
            query: TextField::line(""),
            cursor: Cursor::default(),
            before,
        }
    }

    pub(super) fn query(&self) -> &TextField {
        &self.query
    }

    pub(super) fn query_mut(&mut self) -> &mut TextField {
        &mut self.query
    }

    /// What is typed may stand in either language's title or in the name, in pinyin too.
    pub(super) fn narrow(&mut self) {
        let wanted = self.query.text().trim().to_lowercase();
        let Palette { shown, choices, .. } = self;
        let choices = choices.iter().enumerate();
        let fitting = choices.filter(|(_, choice)| is_like(**choice, &wanted));
        let mut fitting: Vec<(usize, &Choice)> = fitting.collect();
        // What is written just so comes before what has the letters somewhere.
        fitting.sort_by_key(|(_, choice)| !has(**choice, &wanted));
        *shown = fitting.into_iter().map(|(place, _)| place).collect();
        self.cursor = Cursor::default();
    }

    /// Moves the cursor.
    pub(crate) fn go(&mut self, motion: Motion) {
        self.cursor.at = motion.from(self.cursor.at, self.shown.len(), HEIGHT);
        self.cursor.settle(self.shown.len(), HEIGHT);
    }

    /// What the cursor is on.
    pub(crate) fn chosen(&self) -> Option<Choice> {
        self.choice(self.cursor.at)
    }

    fn choice(&self, row: usize) -> Option<Choice> {
        self.choices.get(*self.shown.get(row)?).copied()
    }
}

/// Whether what is typed stands there as it is.
fn has(choice: Choice, wanted: &str) -> bool {
    texts(choice).any(|text| text.to_lowercase().contains(wanted))
}

fn is_like(choice: Choice, wanted: &str) -> bool {
    has(choice, wanted) || texts(choice).any(|text| !marks(text, wanted).is_empty())
}

/// The title in both languages, and the name.
fn texts(choice: Choice) -> impl Iterator<Item = &'static str> {
    let title = choice.title();
    [title.zh, title.en, choice.name()].into_iter()
}

pub(super) fn view(palette: &Palette, model: &Model, frame: &mut Frame<'_>) {
    let (cells, rows) = room(model.size);
    let list = palette.choices.len().clamp(1, HEIGHT);
    let title = palette.title.of(model.lang);
    let area = popup(model, frame, title, (cells, (list + 1).min(rows)));
    let rest = draw_query(model, frame, area, (": ", &palette.query));
    draw_choices(palette, model, frame, rest);
}

fn draw_choices(palette: &Palette, model: &Model, frame: &mut Frame<'_>, area: Rect) {
    let len = palette.shown.len();
    if len == 0 {
        let none = [NONE.of(model.lang).to_owned()];
        draw_lines(model, frame, area, (Role::Dim, &none));
        return;
    }
    let height = usize::from(area.height);
    let mut cursor = palette.cursor;
    cursor.settle(len, height);
    spot_rows(area, cursor.visible(len, height), Spot::Choice);
    let mut rest = area;
    for at in cursor.visible(len, height) {
        if let Some(choice) = palette.choice(at) {
            let over = (at == cursor.at).then_some(Role::Selected);
            let row = Row {
                over,
                ..row(choice, palette, model)
            };
            draw_row(frame.buffer_mut(), rest, &row, model.theme);
        }
        rest.y += 1;
        rest.height -= 1;
    }
}

/// The title, then the name by which the settings know it, and its keys.
fn row(choice: Choice, palette: &Palette, model: &Model) -> Row {
    let contexts = model.contexts_below();
    let (mark, keys) = match choice {
        Choice::Command(command) => ("", model.keymap.labels(command.name, &contexts).join(" ")),
        Choice::Theme(colours) if colours.name == palette.before.palette.name => {
            (PICKED, String::new())
        }
        Choice::Theme(_) => ("  ", String::new()),
    };
    Row {
        left: vec![
            Piece::sign(Role::Plain, mark),
            Piece::plain(choice.title().of(model.lang)),
            Piece::new(Role::Dim, format!("  {}", choice.name())),
        ],
        right: vec![Piece::sign(Role::Key, keys)],
        over: None,
    }
}
