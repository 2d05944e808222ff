//! A list to pick one value from, or several; typing narrows it.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::search::spelled;
use crate::text::{Lang, Message as Saying, Words, words};
use crate::tui::dialogs::prompt::{draw_lines, draw_query};
use crate::tui::dialogs::{Prompt, popup, wide_room};
use crate::tui::form::half_width;
use crate::tui::glyphs;
use crate::tui::model::Model;
use crate::tui::theme::Role;
use crate::tui::widgets::{Cursor, Motion, Piece, Row, Spot, TextField, draw_row, spot_rows, wrap};

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
    /// What to do if the wanted value is not among them.
    pub(crate) otherwise: Option<Words>,
    /// What is searched, in small letters, one for each value.
    haystacks: Vec<String>,
    shown: Vec<usize>,
    query: TextField,
    cursor: Cursor,
}

/// One value to pick.
#[derive(Clone, Debug, Default)]
pub(crate) struct PickOption {
    /// The value.
    pub(crate) value: String,
    /// What a person reads.
    pub(crate) label: Saying,
    /// What tells it from others, in a few words.
    pub(crate) note: Saying,
    /// What else is known of it, in a line.
    pub(crate) detail: Saying,
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
            haystacks: options.iter().map(haystack).collect(),
            options,
            takes_several: false,
            is_open: false,
            otherwise: None,
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

    /// Lists what fits every word typed, the nearest first.
    pub(super) fn narrow(&mut self) {
        let wanted = half_width(&self.query.text()).to_lowercase();
        let words: Vec<&str> = wanted.split_whitespace().collect();
        let mut fitting: Vec<(usize, usize)> = Vec::new();
        for (place, haystack) in self.haystacks.iter().enumerate() {
            let ranks = words.iter().map(|word| likeness(haystack, word));
            if let Some(rank) = ranks.sum::<Option<usize>>() {
                fitting.push((rank, place));
            }
        }
        fitting.sort_unstable();
        self.shown = fitting.into_iter().map(|(_, place)| place).collect();
        self.cursor = Cursor::default();
        self.prompt.problem = None;
    }

    /// Moves the cursor.
    pub(crate) fn go(&mut self, motion: Motion) {
        self.cursor.at = motion.from(self.cursor.at, self.shown.len(), HEIGHT);
        self.settle();
    }

    fn current(&self) -> Option<&PickOption> {
        let place = self.shown.get(self.cursor.at)?;
        self.options.get(*place)
    }

    fn has_details(&self) -> bool {
        let has = |option: &PickOption| !option.detail.zh.is_empty();
        self.options.iter().any(has)
    }

    /// What else is known of the value under the cursor; two lines at most.
    fn detail(&self, lang: Lang, cells: usize) -> Vec<String> {
        let detail = self.current().map_or("", |option| option.detail.of(lang));
        let mut lines = wrap(detail, cells);
        lines.truncate(2);
        lines
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

/// Value, both labels and note, initials and pinyin of the label, a line each.
fn haystack(option: &PickOption) -> String {
    let PickOption {
        value, label, note, ..
    } = option;
    let (initials, letters) = spelled(&label.zh);
    let parts = [
        value, &label.zh, &label.en, &note.zh, &note.en, &initials, &letters,
    ];
    parts.map(|part| half_width(part).to_lowercase()).join("\n")
}

/// How far a value is from a word, 0 for the nearest: it begins a line, or stands in one, or its letters
/// follow each other in one, as 食安法 in 食品安全法.
fn likeness(haystack: &str, word: &str) -> Option<usize> {
    if haystack.lines().any(|line| line.starts_with(word)) {
        return Some(0);
    }
    if haystack.contains(word) {
        return Some(1);
    }
    if word.is_ascii() {
        return None;
    }
    let windows = haystack.lines().filter_map(|line| window(line, word));
    windows.min().map(|window| 1 + window)
}

/// How many letters of a line the letters of a word take up at least, in their order.
fn window(line: &str, word: &str) -> Option<usize> {
    let first = word.chars().next()?;
    let starts = line.char_indices().filter(|(_, letter)| *letter == first);
    let reach = |(start, _): (usize, char)| {
        let mut letters = line.get(start..)?.chars().enumerate();
        let mut last = 0;
        for wanted in word.chars() {
            last = letters.find(|(_, letter)| *letter == wanted)?.0;
        }
        Some(last + 1)
    };
    starts.filter_map(reach).min()
}

pub(super) fn view(pick: &Pick, model: &Model, frame: &mut Frame<'_>) {
    let (cells, rows) = wide_room(model);
    let list = pick.options.len().clamp(1, HEIGHT);
    let detail = pick.detail(model.lang, cells);
    let below = if pick.has_details() { 2 } else { 0 };
    let most = rows.saturating_sub(list + below + 2).min(4);
    let help = pick.prompt.help(model.lang, cells, most);
    let problem = pick.prompt.problem(model.lang, cells);
    let height = (help.len() + list + below + 1 + problem.len()).min(rows);
    let title = pick.prompt.title.of(model.lang);
    let area = popup(model, frame, title, (cells, height));
    let rest = draw_lines(model, frame, area, (Role::Dim, &help));
    let rest = draw_lines(model, frame, rest, (Role::Error, &problem));
    let mut rest = draw_query(model, frame, rest, ("/ ", &pick.query));
    let below = u16::try_from(below)
        .unwrap_or(0)
        .min(rest.height.saturating_sub(1));
    rest.height -= below;
    draw_options(pick, model, frame, rest);
    let below = Rect {
        y: rest.bottom(),
        height: below,
        ..rest
    };
    draw_lines(model, frame, below, (Role::Dim, &detail));
}

fn draw_options(pick: &Pick, model: &Model, frame: &mut Frame<'_>, area: Rect) {
    if pick.shown.is_empty() {
        let none = if pick.is_open { NONE_OPEN } else { NONE };
        let cells = usize::from(area.width);
        let mut lines = wrap(none.of(model.lang), cells);
        if let Some(otherwise) = &pick.otherwise {
            lines.extend(wrap(otherwise.of(model.lang), cells));
        }
        draw_lines(model, frame, area, (Role::Dim, &lines));
        return;
    }
    let mut cursor = pick.cursor;
    cursor.settle(pick.shown.len(), usize::from(area.height));
    let visible = cursor.visible(pick.shown.len(), usize::from(area.height));
    spot_rows(area, visible.clone(), Spot::Choice);
    let mut rest = area;
    for place in visible {
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
            right: vec![Piece::new(Role::Dim, option.note.of(model.lang))],
            over: (place == pick.cursor.at).then_some(Role::Selected),
        };
        draw_row(frame.buffer_mut(), rest, &row, model.theme);
        rest.y += 1;
        rest.height -= 1;
    }
}
