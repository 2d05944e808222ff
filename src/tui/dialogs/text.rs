//! The editor of many lines, for long texts. It takes the room of the screen.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::catalog::standard::Form;
use crate::text::{Lang, Message as Saying, Words, words};
use crate::tui::dialogs::find::{Find, count, go};
use crate::tui::dialogs::prompt::draw_lines;
use crate::tui::dialogs::{Prompt, popup};
use crate::tui::glyphs::rule;
use crate::tui::model::Model;
use crate::tui::theme::Role;
use crate::tui::widgets::{Piece, Row, Spot, TextField, draw_row, spot, wrap};

const LOST: Words = words(
    "输入的内容还没有确定；再按一次 Esc 就放弃",
    "what you typed is not taken yet; Esc again gives it up",
);
const PLACE: Words = words(
    "第 {line} 行，第 {column} 列",
    "line {line}, column {column}",
);
const COUNT: Words = words("{n} 字", "{n} characters");
const SELECTED: Words = words("选中 {n} 字", "{n} selected");
const LIMIT: Words = words("长度 {n}/{max}", "length {n}/{max}");
const FIND: Words = words("查找 ", "Find ");
const NONE: Words = words("没有", "none");
const ABOVE: Words = words("{name}：", "{name}: ");

/// 多行输入: a text being typed.
#[derive(Clone, Debug)]
pub(crate) struct Text {
    /// What is asked for.
    pub(crate) prompt: Prompt,
    /// What is typed.
    pub(crate) field: TextField,
    /// What the matters above say, and which of them says it.
    pub(crate) above: Option<(Saying, String)>,
    find: Find,
    before: String,
    is_warned: bool,
}

impl Text {
    /// An editor that begins with a text.
    pub(crate) fn new(prompt: Prompt, text: &str) -> Text {
        let field = TextField::lines(text);
        Text {
            prompt,
            before: field.text(),
            field,
            above: None,
            find: Find::default(),
            is_warned: false,
        }
    }

    /// Whether something was typed.
    pub(crate) fn is_touched(&self) -> bool {
        self.field.text() != self.before
    }

    /// Whether something typed would be lost; says so, once.
    pub(crate) fn warns(&mut self) -> bool {
        if self.is_warned || !self.is_touched() {
            return false;
        }
        self.is_warned = true;
        self.prompt.problem = Some(LOST.into());
        true
    }

    /// Whether words are being looked for.
    pub(crate) fn is_finding(&self) -> bool {
        self.find.is_open
    }

    /// Begins to look for words, or ends it.
    pub(crate) fn find(&mut self, is_open: bool) {
        self.find.is_open = is_open;
        self.find.field.select_all();
        self.find.mark(&mut self.field);
    }

    /// Goes to the next place found, or back to the one before.
    pub(crate) fn go_found(&mut self, is_back: bool) {
        go(&mut self.field, is_back);
    }

    pub(super) fn typed(&self) -> &TextField {
        if self.find.is_open {
            &self.find.field
        } else {
            &self.field
        }
    }

    pub(super) fn typed_mut(&mut self) -> &mut TextField {
        if self.find.is_open {
            &mut self.find.field
        } else {
            &mut self.field
        }
    }

    /// After something was typed: what is looked for is found as one types.
    pub(super) fn altered(&mut self) {
        self.prompt.problem = None;
        self.is_warned = false;
        if self.find.is_open {
            self.find.mark(&mut self.field);
            // The place found stays while its word grows.
            let start = self.field.caret() - self.field.selected().len();
            self.field.select(start..start);
            go(&mut self.field, false);
        }
    }

    /// Tells the field how large it is.
    pub(crate) fn fit(&mut self, size: (u16, u16), lang: Lang) {
        let page = self.page(size, lang);
        self.field.fit((page.cells, page.rows));
    }

    fn page(&self, size: (u16, u16), lang: Lang) -> Page {
        let (cells, rows) = wide_room(size);
        let prompt = &self.prompt;
        let help = prompt.help(lang, cells, if rows < 12 { 1 } else { 3 });
        let problem = prompt.problem(lang, cells);
        let mut above = self.above(lang, cells);
        above.truncate(rows / 4);
        // A rule above, the status below.
        let used = help.len() + problem.len() + above.len() + 2 + usize::from(self.find.is_open);
        Page {
            cells,
            rows: rows.saturating_sub(used).max(1),
            whole: rows,
            help,
            above,
            problem,
        }
    }

    fn above(&self, lang: Lang, cells: usize) -> Vec<String> {
        let Some((source, text)) = &self.above else {
            return Vec::new();
        };
        let head = ABOVE.with(&[("name", source.of(lang))]);
        wrap(&format!("{}{text}", head.of(lang)), cells)
    }

    fn status(&self, lang: Lang) -> String {
        let place = self.field.position();
        let text = self.field.as_str();
        let number =
            |said: Words, n: usize| said.with(&[("n", &n.to_string())]).of(lang).to_owned();
        let (line, column) = (place.line.to_string(), place.column.to_string());
        let place = PLACE.with(&[("line", &line), ("column", &column)]);
        let mut parts = vec![place.of(lang).to_owned(), number(COUNT, characters(text))];
        if let Form::Text(form) = &self.prompt.schema.form
            && form.max < usize::MAX
        {
            let (n, max) = (
                text.trim().chars().count().to_string(),
                form.max.to_string(),
            );
            parts.push(LIMIT.with(&[("n", &n), ("max", &max)]).of(lang).to_owned());
        }
        let selected = characters(self.field.selected());
        if selected > 0 {
            parts.push(number(SELECTED, selected));
        }
        parts.join("  ")
    }
}

/// What stands in the dialog, and the room left for the text.
struct Page {
    cells: usize,
    rows: usize,
    whole: usize,
    help: Vec<String>,
    above: Vec<String>,
    problem: Vec<String>,
}

/// Characters as people count them (字数): each Chinese character and mark, each Latin word and each number is
/// one; spaces are none.
fn characters(text: &str) -> usize {
    let mut count = 0;
    let mut is_word = false;
    for letter in text.chars() {
        let is_latin = letter.is_ascii_alphanumeric();
        let runs_on = is_latin && is_word;
        if !letter.is_whitespace() && !runs_on {
            count += 1;
        }
        is_word = is_latin;
    }
    count
}

/// The cells and rows inside a dialog that takes the room of the screen.
fn wide_room((columns, rows): (u16, u16)) -> (usize, usize) {
    (
        usize::from(columns.saturating_sub(6)).clamp(8, 116),
        usize::from(rows.saturating_sub(5)).max(3),
    )
}

pub(super) fn view(text: &Text, model: &Model, frame: &mut Frame<'_>) {
    let page = text.page(model.size, model.lang);
    let title = text.prompt.title.of(model.lang);
    let area = popup(model, frame, title, (page.cells, page.whole));
    let rest = draw_lines(model, frame, area, (Role::Dim, &page.help));
    let rest = draw_lines(model, frame, rest, (Role::Error, &page.problem));
    let rest = draw_lines(model, frame, rest, (Role::Dim, &page.above));
    let below = 1 + u16::from(text.find.is_open);
    let field = Rect {
        height: rest.height.saturating_sub(below),
        ..rest
    };
    let foot = Rect {
        y: field.bottom(),
        height: rest.height - field.height,
        ..rest
    };
    draw_field(&text.field, model, frame, field);
    if text.find.is_open {
        // What is typed goes into the search, so the text takes no caret.
        spot(field, Spot::Cover);
    }
    let foot = draw_lines(model, frame, foot, (Role::Dim, &[text.status(model.lang)]));
    if text.find.is_open {
        draw_find(text, model, frame, foot);
    }
}

fn draw_find(text: &Text, model: &Model, frame: &mut Frame<'_>, area: Rect) {
    let label = Piece::new(Role::Key, FIND.of(model.lang));
    let (here, all) = count(&text.field);
    let told = match (text.find.field.as_str().is_empty(), all) {
        (true, _) => String::new(),
        (false, 0) => NONE.of(model.lang).to_owned(),
        (false, all) => format!("{here}/{all}"),
    };
    let told = Piece::new(Role::Dim, told);
    let shift = |cells: usize| u16::try_from(cells).unwrap_or(0).min(area.width);
    let field = Rect {
        x: area.x + shift(label.cells()),
        width: area
            .width
            .saturating_sub(shift(label.cells() + told.cells() + 1)),
        ..area
    };
    let row = Row {
        left: vec![label],
        right: vec![told],
        over: None,
    };
    draw_row(frame.buffer_mut(), area, &row, model.theme);
    text.find.field.draw(frame, field);
}

/// A rule of dashes, and the text below it.
pub(super) fn draw_field(field: &TextField, model: &Model, frame: &mut Frame<'_>, area: Rect) {
    let rule = Row::of(vec![Piece::sign(Role::Dim, rule(area.width.into()))]);
    draw_row(frame.buffer_mut(), area, &rule, model.theme);
    let below = Rect {
        y: area.y + 1.min(area.height),
        height: area.height.saturating_sub(1),
        ..area
    };
    field.draw(frame, below);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_are_counted_as_people_count_them() {
        assert_eq!(characters("护照签发，补发"), 7);
        assert_eq!(characters("符合 GB 18030 的"), 5);
        assert_eq!(characters(" \n"), 0);
    }
}
