//! Data as YAML, in a block or in brackets, dressed as the file does it.

use crate::yaml::patch::Data;
use crate::yaml::patch::dress::{self, Block};
use crate::yaml::patch::habits::Habits;
use crate::yaml::patch::layout;
use crate::yaml::patch::plain;
use crate::yaml::patch::spot::{Opening, Sign};
use crate::yaml::read::place;
use crate::yaml::{Document, Shape, Style, Value, source};

/// How hard the writer tries to keep a text's dress. A plainer manner is tried where the one before did
/// not pass the check.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Manner {
    /// As it was.
    Kept,
    /// A literal block in place of a folded one.
    Unfolded,
    /// Double quotes, which can carry every text everywhere.
    Quoted,
}

/// Writes data the way a document is written.
pub(super) struct Writer<'d> {
    text: &'d str,
    manner: Manner,
    pub(super) line_break: &'static str,
    /// By how much entries are indented under their key.
    entry_step: usize,
    /// By how much dashes are indented under their key.
    item_step: usize,
    /// How far what follows a dash on its line is from it.
    dash_step: usize,
}

impl<'d> Writer<'d> {
    pub(super) fn new(document: &'d Document, manner: Manner) -> Writer<'d> {
        let text: &'d str = document.text();
        let first_break = source::line_end(text, 0);
        let is_crlf = source::rest(text, first_break).starts_with("\r\n");
        let habits = Habits::of(document);
        Writer {
            text,
            manner,
            line_break: if is_crlf { "\r\n" } else { "\n" },
            entry_step: habits.entry.most().unwrap_or(2).max(1),
            item_step: habits.item.most().unwrap_or(2),
            dash_step: habits.dash.most().unwrap_or(2).max(2),
        }
    }

    /// Whether no dress has been given up yet.
    pub(super) fn is_first_manner(&self) -> bool {
        self.manner == Manner::Kept
    }

    /// A value as it stands after its sign, with what parts it from the sign.
    pub(super) fn value(&self, data: &Data, column: usize, sign: Sign) -> String {
        match data {
            Data::Empty => String::new(),
            Data::Bool(_) | Data::Int(_) => format!(" {}", self.flow(data)),
            Data::Text(text) => format!(" {}", self.new_text(text, column)),
            Data::List(items) if items.is_empty() => " []".to_owned(),
            Data::Map(entries) if entries.is_empty() => " {}".to_owned(),
            Data::List(items) => {
                let step = self.step(sign, self.item_step);
                let items = items.iter().map(|item| self.item(item, column + step));
                self.under(items, column + step, step, sign)
            }
            Data::Map(entries) => {
                let step = self.step(sign, self.entry_step);
                let entries = entries
                    .iter()
                    .map(|(key, value)| self.entry(key, value, column + step));
                self.under(entries, column + step, step, sign)
            }
        }
    }

    /// An entry as it stands in a block mapping at a column.
    pub(super) fn entry(&self, key: &str, value: &Data, column: usize) -> String {
        format!(
            "{}:{}",
            Self::key(key, false),
            self.value(value, column, Sign::Colon)
        )
    }

    /// An item with its dash as it stands in a block sequence at a column.
    pub(super) fn item(&self, item: &Data, column: usize) -> String {
        format!("-{}", self.value(item, column, Sign::Dash))
    }

    /// The outermost value of a file.
    pub(super) fn root(&self, data: &Data) -> String {
        let elements: Vec<String> = match data {
            Data::List(items) if !items.is_empty() => {
                items.iter().map(|item| self.item(item, 0)).collect()
            }
            Data::Map(entries) if !entries.is_empty() => entries
                .iter()
                .map(|(key, value)| self.entry(key, value, 0))
                .collect(),
            Data::Text(text) => vec![self.new_text(text, 0)],
            other => vec![self.flow(other)],
        };
        elements.join(self.line_break)
    }

    /// A value as it stands inside brackets.
    pub(super) fn flow(&self, data: &Data) -> String {
        match data {
            Data::Empty => "null".to_owned(),
            Data::Bool(answer) => answer.to_string(),
            Data::Int(number) => number.to_string(),
            Data::Text(text) if plain::is_safe(text, true) && !plain::is_code(text) => text.clone(),
            Data::Text(text) => dress::double(text),
            Data::List(items) => {
                let items: Vec<String> = items.iter().map(|item| self.flow(item)).collect();
                format!("[{}]", items.join(", "))
            }
            Data::Map(entries) => {
                let entries: Vec<String> = entries
                    .iter()
                    .map(|(key, value)| self.flow_entry(key, value))
                    .collect();
                format!("{{{}}}", entries.join(", "))
            }
        }
    }

    /// An entry as it stands inside braces.
    pub(super) fn flow_entry(&self, key: &str, value: &Data) -> String {
        format!("{}: {}", Self::key(key, true), self.flow(value))
    }

    /// A key that is new.
    fn key(key: &str, is_in_flow: bool) -> String {
        if plain::is_safe(key, is_in_flow) {
            key.to_owned()
        } else {
            dress::double(key)
        }
    }

    /// A key in the dress of the one it replaces.
    pub(super) fn key_like(old: Value<'_>, key: &str, is_in_flow: bool) -> String {
        match old.style() {
            Some(Style::Single) => dress::single(key).unwrap_or_else(|| dress::double(key)),
            Some(Style::Double) => dress::double(key),
            _ => Self::key(key, is_in_flow),
        }
    }

    /// A text inside brackets in the dress of the scalar it replaces.
    pub(super) fn flow_like(&self, old: Value<'_>, text: &str) -> String {
        match old.style() {
            _ if self.manner == Manner::Quoted => dress::double(text),
            Some(Style::Plain) if plain::is_safe(text, true) && old.shape() != Shape::Empty => {
                text.to_owned()
            }
            Some(Style::Single) => dress::single(text).unwrap_or_else(|| dress::double(text)),
            Some(Style::Plain) | None => self.flow(&Data::from(text)),
            Some(_) => dress::double(text),
        }
    }

    /// A text in a block in the dress of the scalar it replaces.
    pub(super) fn block_like(
        &self,
        old: Value<'_>,
        text: &str,
        opening: Option<Opening>,
    ) -> String {
        let column = opening.map_or(0, |opening| opening.column);
        let quoted = || dress::double(text);
        match old.style() {
            _ if self.manner == Manner::Quoted => quoted(),
            Some(Style::Plain) if plain::is_safe(text, false) && old.shape() != Shape::Empty => {
                text.to_owned()
            }
            // What becomes several lines is to be read as such.
            Some(Style::Single | Style::Double) if text.contains('\n') && !has_break(old) => {
                self.new_text(text, column)
            }
            Some(Style::Single) => dress::single(text).unwrap_or_else(quoted),
            Some(Style::Double) => quoted(),
            Some(Style::Literal | Style::Folded) => {
                self.block_again(old, text, opening).unwrap_or_else(quoted)
            }
            Some(Style::Plain) | None => self.new_text(text, column),
        }
    }

    /// A text in the block it replaces, with its indentation.
    fn block_again(&self, old: Value<'_>, text: &str, opening: Option<Opening>) -> Option<String> {
        let span = old.span();
        let source = span.of(self.text);
        let signs_end = place::header_end(self.text, span.start as usize);
        let signs = self.text.get(span.start as usize..signs_end)?;
        let step = signs
            .bytes()
            .find(u8::is_ascii_digit)
            .map(|digit| usize::from(digit - b'0'));
        let column = opening.map_or(0, |opening| opening.column);
        let body = source
            .split('\n')
            .skip(1)
            .map(|line| line.trim_end_matches('\r'));
        let first = body.clone().find(|line| !layout::is_blank(line));
        let indent = match (step, first) {
            (Some(step), _) => column + step,
            (None, Some(first)) => first.len() - first.trim_start_matches(' ').len(),
            (None, None) => column + self.entry_step,
        };
        let lines: Vec<&str> = body
            .filter(|line| !layout::is_blank(line))
            .filter_map(|line| line.get(indent..))
            .collect();
        let block = Block {
            indent,
            step: indent.saturating_sub(column),
            tells_step: step.is_some(),
            keeps: signs.contains('+'),
            lines: &lines,
        };
        let folded = if old.style() == Some(Style::Folded) && self.manner == Manner::Kept {
            block.folded(text)
        } else {
            None
        };
        let lines = folded.or_else(|| block.literal(text))?;
        Some(lines.join(self.line_break))
    }

    /// A text that was not there before.
    fn new_text(&self, text: &str, column: usize) -> String {
        if self.manner != Manner::Quoted && text.contains('\n') {
            let block = Block {
                indent: column + self.entry_step,
                step: self.entry_step,
                tells_step: false,
                keeps: false,
                lines: &[],
            };
            if let Some(lines) = block.literal(text) {
                return lines.join(self.line_break);
            }
        }
        if self.manner != Manner::Quoted && plain::is_safe(text, false) && !plain::is_code(text) {
            text.to_owned()
        } else {
            dress::double(text)
        }
    }

    fn step(&self, sign: Sign, under_key: usize) -> usize {
        match sign {
            Sign::Colon => under_key,
            Sign::Dash => self.dash_step,
        }
    }

    /// Elements under their sign: each on its own line, but the first on the line of a dash.
    fn under(
        &self,
        elements: impl Iterator<Item = String>,
        column: usize,
        step: usize,
        sign: Sign,
    ) -> String {
        let mut written = String::new();
        for (index, element) in elements.enumerate() {
            if index == 0 && sign == Sign::Dash {
                written.push_str(&" ".repeat(step - 1));
            } else {
                written.push_str(self.line_break);
                written.push_str(&" ".repeat(column));
            }
            written.push_str(&element);
        }
        written
    }
}

fn has_break(value: Value<'_>) -> bool {
    value.text().is_some_and(|text| text.contains('\n'))
}
