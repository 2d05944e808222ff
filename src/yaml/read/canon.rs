//! The short way through a file that is written as most are, and as the editor writes them: keys of plain
//! letters, values on one line, `|` and `>` without blank lines, lists and mappings in blocks or in brackets
//! on one line. Whatever else stands in a file, the first sign of it hands the whole file to the parser; so
//! there is nothing here that reports, and the same values at the same places come out of both.

use crate::text::Span;
use crate::yaml::Style;
use crate::yaml::document::Content;
use crate::yaml::read::builder::is_nothing;
use crate::yaml::read::keys;
use crate::yaml::read::tree::Tree;

/// Deeper, a file is left to the parser.
const DEEPEST: usize = 12;
/// A longer key is left to the parser, which has a limit.
const LONGEST_KEY: usize = 64;

/// The values of a text; `None` if it is not written so, or something is to be said of it.
pub(super) fn read(text: &str) -> Option<Tree> {
    if !text.ends_with('\n') || has_strange_bytes(text.as_bytes()) {
        return None;
    }
    let mut canon = Canon {
        text,
        next: 0,
        here: 0,
        tree: Tree::with_capacity(text.len() / 12 + 4),
    };
    let first = canon.peek().filter(|line| line.column == 0)?;
    canon.mapping(first)?;
    canon.peek().is_none().then_some(canon.tree)
}

/// Tabs, carriage returns and other control characters, marks of byte order, and line breaks beyond ASCII;
/// looked for without branches, for hardly a file holds any.
fn has_strange_bytes(bytes: &[u8]) -> bool {
    let is = u8::from;
    let control = |byte: u8| is(byte < b' ') & is(byte != b'\n') | is(byte == 0x7F);
    let found = bytes.iter().fold(0, |found, byte| found | control(*byte));
    let is_strange = |a: u8, b: u8, c: u8| {
        let control = is(a == 0xC2) & is(b < 0xA0);
        let mark = is(a == 0xEF) & is(b == 0xBB) & is(c == 0xBF);
        let line_break = is(a == 0xE2) & is(b == 0x80) & is(c & 0xFE == 0xA8);
        control | mark | line_break
    };
    let after = |count: usize| bytes.get(count..).unwrap_or(&[]);
    let threes = bytes.iter().zip(after(1)).zip(after(2));
    let is_found = |found, ((a, b), c): ((&u8, &u8), &u8)| found | is_strange(*a, *b, *c);
    found | threes.fold(0, is_found) > 0
}

/// 行: a line with something on it.
#[derive(Clone, Copy)]
struct Line {
    /// Cells before its first letter.
    column: usize,
    /// Its first letter.
    from: usize,
    end: usize,
}

struct Canon<'t> {
    text: &'t str,
    /// Where the next line starts.
    next: usize,
    /// The end of the last scalar or bracket.
    here: usize,
    tree: Tree,
}

impl Canon<'_> {
    fn byte(&self, at: usize) -> u8 {
        self.text.as_bytes().get(at).copied().unwrap_or(b'\n')
    }

    fn line_at(&self, start: usize) -> Option<Line> {
        let rest = self
            .text
            .as_bytes()
            .get(start..)
            .filter(|rest| !rest.is_empty())?;
        let length = rest.iter().position(|byte| *byte == b'\n')?;
        let line = rest.get(..length)?;
        let blanks = line.iter().take_while(|byte| **byte == b' ').count();
        Some(Line {
            column: blanks,
            from: start + blanks,
            end: start + length,
        })
    }

    /// The next line that is neither blank nor a comment.
    fn peek(&mut self) -> Option<Line> {
        loop {
            let line = self.line_at(self.next)?;
            if line.from < line.end && self.byte(line.from) != b'#' {
                return Some(line);
            }
            self.next = line.end + 1;
        }
    }

    fn is_dash(&self, line: Line) -> bool {
        self.byte(line.from) == b'-' && self.byte(line.from + 1) == b' '
    }

    /// A mapping in a block; `line` starts at its first key, be it past a dash.
    fn mapping(&mut self, mut line: Line) -> Option<()> {
        self.open(
            line.from,
            Content::Mapping {
                flow: false,
                children: 0,
            },
        )?;
        let column = line.column;
        loop {
            self.next = line.end + 1;
            self.entry(line)?;
            match self.peek() {
                Some(next) if next.column == column => line = next,
                Some(next) if next.column > column => return None,
                _ => return self.close(),
            }
        }
    }

    fn entry(&mut self, line: Line) -> Option<()> {
        let colon = self.key(line.from)?;
        let start = self.skip_blanks(colon + 1);
        if !self.is_over(colon + 1, line.end) {
            (start > colon + 1).then_some(())?;
            return match self.byte(start) {
                b'|' => self.block(start, line, Style::Literal),
                b'>' => self.block(start, line, Style::Folded),
                _ => self.inline(start, line.end),
            };
        }
        match self.peek() {
            Some(next) if next.column >= line.column && self.is_dash(next) => self.sequence(next),
            Some(next) if next.column > line.column => self.mapping(next),
            _ => {
                let span = Span::at(colon + 1);
                self.add(span, Content::Nothing(span));
                Some(())
            }
        }
    }

    /// A key; where its colon stands.
    fn key(&mut self, start: usize) -> Option<usize> {
        let bytes = self.text.as_bytes().get(start..)?.iter();
        let is_letter = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'_';
        let length = bytes.take_while(|byte| is_letter(byte)).count();
        let span = Span::new(start, start + length);
        let is_key = self.byte(start).is_ascii_alphabetic() && length <= LONGEST_KEY;
        if !is_key || self.byte(start + length) != b':' || is_nothing(span.of(self.text)) {
            return None;
        }
        self.add(span, Content::Source(Style::Plain, span));
        Some(start + length)
    }

    /// A list in a block.
    fn sequence(&mut self, mut line: Line) -> Option<()> {
        self.open(
            line.from,
            Content::Sequence {
                flow: false,
                children: 0,
            },
        )?;
        let column = line.column;
        loop {
            self.next = line.end + 1;
            self.item(line)?;
            match self.peek() {
                Some(next) if next.column == column && self.is_dash(next) => line = next,
                Some(next) if next.column > column => return None,
                _ => return self.close(),
            }
        }
    }

    fn item(&mut self, line: Line) -> Option<()> {
        let from = self.skip_blanks(line.from + 1);
        let item = Line {
            column: line.column + from - line.from,
            from,
            ..line
        };
        if self.is_entry(item) {
            return self.mapping(item);
        }
        self.inline(from, line.end)
    }

    /// Whether a line starts with a key.
    fn is_entry(&self, line: Line) -> bool {
        let line = self.text.as_bytes().get(line.from..line.end);
        let line = line.unwrap_or(&[]).iter();
        let mut rest = line.skip_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'_');
        rest.next() == Some(&b':') && matches!(rest.next(), None | Some(b' '))
    }

    /// A value that takes the rest of its line.
    fn inline(&mut self, start: usize, end: usize) -> Option<()> {
        let after = match self.byte(start) {
            b'"' | b'\'' => self.quoted(start)?,
            b'[' | b'{' => self.bracket(start)?,
            _ => return self.plain(start, end),
        };
        self.is_over(after, end).then_some(())
    }

    /// Whether nothing follows on a line but blanks and, after them, a comment.
    fn is_over(&self, at: usize, end: usize) -> bool {
        let next = self.skip_blanks(at);
        next == end || next > at && self.byte(next) == b'#'
    }

    fn plain(&mut self, start: usize, end: usize) -> Option<()> {
        let mut bytes = self.text.as_bytes().get(start..end)?;
        if let Some(comment) = bytes.windows(2).position(|pair| pair == b" #") {
            bytes = bytes.get(..comment)?;
        }
        bytes = bytes.trim_ascii_end();
        let (first, last) = (*bytes.first()?, *bytes.last()?);
        if !starts_plain(first) || last == b':' || bytes.windows(2).any(|pair| pair == b": ") {
            return None;
        }
        self.add_plain(Span::new(start, start + bytes.len()));
        Some(())
    }

    fn add_plain(&mut self, span: Span) {
        let content = if is_nothing(span.of(self.text)) {
            Content::Nothing(span)
        } else {
            Content::Source(Style::Plain, span)
        };
        self.add(span, content);
    }

    /// A text in quotes without anything to be resolved in it; where it ends.
    fn quoted(&mut self, start: usize) -> Option<usize> {
        let quote = self.byte(start);
        let rest = self.text.as_bytes().get(start + 1..)?;
        let stops = |byte: &u8| *byte == quote || matches!(byte, b'\\' | b'\n');
        let length = rest.iter().position(stops)?;
        let close = start + 1 + length;
        let end = close + 1;
        // Two single quotes stand for one.
        if self.byte(close) != quote || self.byte(end) == quote {
            return None;
        }
        let style = if quote == b'"' {
            Style::Double
        } else {
            Style::Single
        };
        let inside = Span::new(start + 1, close);
        self.add(Span::new(start, end), Content::Source(style, inside));
        Some(end)
    }

    /// A list or mapping in brackets; where it ends.
    fn bracket(&mut self, start: usize) -> Option<usize> {
        let (children, flow) = (0, true);
        let (content, close) = match self.byte(start) {
            b'[' => (Content::Sequence { flow, children }, b']'),
            _ => (Content::Mapping { flow, children }, b'}'),
        };
        self.open(start, content)?;
        let mut at = self.skip_blanks(start + 1);
        if self.byte(at) != close {
            loop {
                if close == b'}' {
                    let colon = self.key(at)?;
                    (self.byte(colon + 1) == b' ').then_some(())?;
                    at = self.skip_blanks(colon + 1);
                }
                at = self.inside(at)?;
                at = self.skip_blanks(at);
                match self.byte(at) {
                    b',' => at = self.skip_blanks(at + 1),
                    byte if byte == close => break,
                    _ => return None,
                }
            }
        }
        self.here = at + 1;
        self.close()?;
        Some(at + 1)
    }

    /// A value inside brackets; where it ends.
    fn inside(&mut self, start: usize) -> Option<usize> {
        match self.byte(start) {
            b'"' | b'\'' => self.quoted(start),
            b'[' | b'{' => self.bracket(start),
            first if starts_plain(first) => {
                let rest = self.text.as_bytes().get(start..)?;
                let stops = |byte: &u8| b",[]{}:#\n".contains(byte);
                let length = rest.iter().position(stops)?;
                let is_end = matches!(rest.get(length), Some(b',' | b']' | b'}'));
                let blanks = rest.get(..length)?.iter().rev();
                let blanks = blanks.take_while(|byte| **byte == b' ').count();
                let end = start + length - blanks;
                is_end.then(|| self.add_plain(Span::new(start, end)))?;
                Some(end)
            }
            _ => None,
        }
    }

    /// A text of several lines.
    fn block(&mut self, header: usize, line: Line, style: Style) -> Option<()> {
        let is_stripped = self.byte(header + 1) == b'-';
        (header + 1 + usize::from(is_stripped) == line.end).then_some(())?;
        let first = self.line_at(self.next)?;
        (first.column > line.column && first.from < first.end).then_some(())?;
        let mut text = String::new();
        let mut next = Some(first);
        while let Some(line) =
            next.filter(|line| line.column >= first.column && line.from < line.end)
        {
            let is_folded = style == Style::Folded;
            if is_folded && (line.column > first.column || self.byte(line.end - 1) == b' ') {
                return None;
            }
            if !text.is_empty() {
                text.push(if is_folded { ' ' } else { '\n' });
            }
            let content = line.from - line.column + first.column..line.end;
            text.push_str(self.text.get(content)?);
            self.here = line.end;
            self.next = line.end + 1;
            next = self.line_at(self.next);
        }
        if !is_stripped {
            text.push('\n');
        }
        self.ends_at(line.column)?;
        let copy = self.tree.copy(text);
        self.add(Span::new(header, self.here), Content::Copy(style, copy));
        Some(())
    }

    /// Whether nothing after a block, blank lines or comments, could still belong to it.
    fn ends_at(&mut self, column: usize) -> Option<()> {
        let mut start = self.next;
        while let Some(line) = self.line_at(start) {
            let is_blank = line.from == line.end;
            if !is_blank {
                return (line.column <= column).then_some(());
            }
            (line.column == 0).then_some(())?;
            start = line.end + 1;
        }
        Some(())
    }

    fn skip_blanks(&self, mut at: usize) -> usize {
        while self.byte(at) == b' ' {
            at += 1;
        }
        at
    }

    fn add(&mut self, span: Span, content: Content) {
        self.here = span.end as usize;
        self.tree.add(span, content);
    }

    fn open(&mut self, start: usize, content: Content) -> Option<()> {
        self.tree.open(Span::at(start), content);
        (self.tree.depth() <= DEEPEST).then_some(())
    }

    /// Ends the collection being read; a key that it has twice is left to the parser.
    fn close(&mut self) -> Option<()> {
        let closed = self.tree.close(self.here)?;
        let mut problems = Vec::new();
        keys::report_repeated(self.text, &self.tree, closed.id, &mut problems);
        problems.is_empty().then_some(())
    }
}

/// Whether a value without quotes may start so.
fn starts_plain(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte >= 0x80 || matches!(byte, b'(' | b'/' | b'_' | b'~')
}
