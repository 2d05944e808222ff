//! Reading the file of settings: values of the kinds there are, and what is wrong where.

use strsim::levenshtein;

use crate::text::{Lines, Span, Words, visible, words};
use crate::tui::config::Mistake;
use crate::yaml::{Document, Entry, ProblemKind, Shape, Value};

/// 读设置: a file being read, and what was found wrong so far.
pub(super) struct Reading<'d> {
    document: &'d Document,
    lines: Lines,
    pub(super) mistakes: Vec<Mistake>,
}

const TWICE: Words = words("“{word}”写了两次", "{word} stands twice");
const NOT_YAML: Words = words(
    "从这里起读不懂（不是 YAML）",
    "this is not YAML; nothing from here on was read",
);
const TAB: Words = words(
    "缩进要用空格，不能用制表符；后面的没有读",
    "indent with spaces, not with a tab; nothing from here on was read",
);
const NOT_KEYS: Words = words(
    "这里要写“名称: 值”，一行一个",
    "names with values are wanted here, one to a line",
);
const NOT_TEXT: Words = words("这里要写一个词", "one word is wanted here");
const NOT_ONE_OF: Words = words(
    "不能是“{word}”，可以是 {list}",
    "{word} cannot stand here; it can be {list}",
);
const NEAREST: Words = words("{said}；是不是 {near}？", "{said}; did you mean {near}?");

impl<'d> Reading<'d> {
    /// Begins with what reading YAML itself noticed.
    pub(super) fn of(document: &'d Document) -> Reading<'d> {
        let mut reading = Reading {
            document,
            lines: Lines::new(document.text()),
            mistakes: Vec::new(),
        };
        for problem in document.problems() {
            match problem.kind {
                ProblemKind::DuplicateKey => {
                    let said = TWICE.with(&[("word", &problem.detail)]);
                    reading.say(problem.span, said);
                }
                ProblemKind::Tab => reading.say(problem.span, TAB),
                kind if kind.stops_reading() => reading.say(problem.span, NOT_YAML),
                _ => {}
            }
        }
        reading
    }

    /// Notes a mistake.
    pub(super) fn say(&mut self, span: Span, text: impl Into<crate::text::Message>) {
        let place = self.lines.place(self.document.text(), span.range().start);
        self.mistakes.push(Mistake {
            line: place.line,
            column: place.column,
            text: text.into(),
        });
    }

    /// Notes that a word is not known, with the nearest that is.
    pub(super) fn unknown<'k>(
        &mut self,
        value: Value<'_>,
        said: Words,
        word: &str,
        known: impl IntoIterator<Item = &'k str>,
    ) {
        let shown = visible(word);
        let said = said.with(&[("word", &shown)]);
        let Some(near) = nearest(word, known) else {
            self.say(value.span(), said);
            return;
        };
        let zh = NEAREST.with(&[("said", &said.zh), ("near", near)]).zh;
        let en = NEAREST.with(&[("said", &said.en), ("near", near)]).en;
        self.say(value.span(), crate::text::Message { zh, en });
    }

    /// The names with their values; nothing where nothing stands.
    pub(super) fn entries<'v>(&mut self, value: Option<Value<'v>>) -> Vec<Entry<'v>> {
        let Some(value) = value.filter(|value| value.shape() != Shape::Empty) else {
            return Vec::new();
        };
        if value.shape() != Shape::Mapping && self.document.is_whole() {
            self.say(value.span(), NOT_KEYS);
        }
        // What stands twice counts once; it has been told.
        let mut entries: Vec<Entry<'v>> = Vec::new();
        for entry in value.entries() {
            let is_new = entries
                .iter()
                .all(|known| known.key.text() != entry.key.text());
            if is_new {
                entries.push(entry);
            }
        }
        entries
    }

    /// The text of a value that must be one word.
    pub(super) fn text<'v>(&mut self, value: Value<'v>) -> Option<&'v str> {
        if value.text().is_none() {
            self.say(value.span(), NOT_TEXT);
        }
        value.text()
    }

    /// One of some words.
    pub(super) fn choice<T: Clone>(
        &mut self,
        value: Value<'_>,
        choices: &[(&str, T)],
        place: &mut T,
    ) {
        let Some(text) = self.text(value) else {
            return;
        };
        if let Some((_, chosen)) = choices.iter().find(|(word, _)| *word == text) {
            *place = chosen.clone();
            return;
        }
        let list: Vec<&str> = choices.iter().map(|(word, _)| *word).collect();
        let list = list.join(" | ");
        let said = NOT_ONE_OF.with(&[("word", &visible(text)), ("list", &list)]);
        self.say(value.span(), said);
    }

    /// On or off.
    pub(super) fn switch(&mut self, value: Value<'_>, place: &mut bool) {
        let words = [
            ("on", true),
            ("off", false),
            ("true", true),
            ("false", false),
        ];
        self.choice(value, &words, place);
    }
}

/// The known word that someone most likely meant.
fn nearest<'k>(word: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    let word = word.to_lowercase();
    let far = known
        .into_iter()
        .map(|known| (levenshtein(&word, known), known));
    let (far, near) = far.min_by_key(|(far, _)| *far)?;
    (far * 2 <= near.chars().count().max(2)).then_some(near)
}
