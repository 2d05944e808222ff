//! Why a text is not YAML: from the parser's words, and from what stands around, to a cause and a place
//! that a person would point at.

use crate::text::{Span, conflicts};
use crate::yaml::{Problem, ProblemKind, SyntaxCause, source};

/// Where and with which words the parser gave up.
pub(super) struct Break<'t> {
    pub(super) text: &'t str,
    /// How far the text was understood.
    pub(super) here: usize,
    /// The innermost bracket that was open.
    pub(super) bracket: Option<usize>,
    /// The value that was read last, if it is not the outermost one.
    pub(super) last: Option<Span>,
    /// The place the parser tells.
    pub(super) at: usize,
    /// The parser's words.
    pub(super) words: &'t str,
}

/// The causes that the parser's words tell by themselves, at the place it tells.
const TOLD: [(&str, SyntaxCause); 14] = [
    ("unprintable character", SyntaxCause::Nul),
    (
        "quoted scalar, found unexpected",
        SyntaxCause::UnclosedQuote,
    ),
    ("indentation in quoted scalar", SyntaxCause::UnclosedQuote),
    ("unknown anchor", SyntaxCause::UnknownAnchor),
    ("misplaced bracket", SyntaxCause::StrayBracket),
    ("expected comment or line break", SyntaxCause::BlockHeader),
    ("comment intercepting", SyntaxCause::CommentInText),
    ("unexpected character", SyntaxCause::ReservedCharacter),
    ("expected key", SyntaxCause::Indentation),
    ("expected '-' indicator", SyntaxCause::Indentation),
    ("invalid indentation", SyntaxCause::Indentation),
    ("wrongly indented", SyntaxCause::Indentation),
    ("are not allowed in this context", SyntaxCause::Indentation),
    ("expected <document start>", SyntaxCause::Indentation),
];

impl Break<'_> {
    /// The problem to report.
    pub(super) fn explain(&self) -> Problem {
        if self.words == "recursion limit exceeded" {
            return Problem::new(ProblemKind::TooDeep, self.letter(self.at), "");
        }
        if let Some(span) = self.conflict() {
            return Problem::syntax(SyntaxCause::ConflictSigns, span, self.words);
        }
        if let Some((cause, span)) = self.quote().or_else(|| self.unclosed_bracket()) {
            return Problem::syntax(cause, span, self.words);
        }
        if let Some(tab) = self.tab() {
            return Problem::new(ProblemKind::Tab, Span::new(tab, tab + 1), "");
        }
        let (cause, span) = self
            .colon()
            .unwrap_or_else(|| (self.told(), self.letter(self.at)));
        Problem::syntax(cause, span, self.words)
    }

    /// The first sign of a conflict that git left in the file, if the parser got no further.
    fn conflict(&self) -> Option<Span> {
        let found = conflicts(self.text).into_iter();
        let first = found.map(|conflict| conflict.range.start).next()?;
        let end = source::line_end(self.text, first);
        (first <= self.at).then(|| Span::new(first, end))
    }

    fn told(&self) -> SyntaxCause {
        if self.bracket.is_some() && self.words.contains("expected ','") {
            return SyntaxCause::MissingComma;
        }
        TOLD.iter()
            .find(|(words, _)| self.words.contains(words))
            .map_or(SyntaxCause::Other, |(_, cause)| *cause)
    }

    /// A quoted text that is not closed, or closed too early, or badly escaped.
    fn quote(&self) -> Option<(SyntaxCause, Span)> {
        match self.words {
            words if words.contains("trailing content after double-quoted") => {
                let quote = self.next_quote().unwrap_or(self.at);
                if source::line_end(self.text, quote) < self.at {
                    Some((SyntaxCause::UnclosedQuote, self.letter(quote)))
                } else {
                    Some((SyntaxCause::AfterQuote, self.letter(self.at)))
                }
            }
            words if words.starts_with("while parsing a quoted scalar") => {
                Some((SyntaxCause::BadEscape, self.bad_escape()))
            }
            words if words.contains("quoted scalar") => {
                Some((SyntaxCause::UnclosedQuote, self.letter(self.at)))
            }
            _ => None,
        }
    }

    /// The quote that opens what the parser was reading.
    fn next_quote(&self) -> Option<usize> {
        let mut at = self.here;
        while at < self.at {
            at = source::skip_properties(self.text, source::skip_gap(self.text, at));
            match source::byte(self.text, at) {
                b'"' | b'\'' => return Some(at),
                b'-' | b'?' | b':' | b',' | b'[' | b'{' => at += 1,
                _ => return None,
            }
        }
        None
    }

    /// The first escape in the double-quoted text at the break that YAML does not know.
    fn bad_escape(&self) -> Span {
        let mut at = self.at + 1;
        while at < self.text.len() {
            if source::byte(self.text, at) != b'\\' {
                at += 1;
                continue;
            }
            let digits = match source::byte(self.text, at + 1) {
                b'x' => 2,
                b'u' => 4,
                b'U' => 8,
                letter if b"0abt\tnvfre \"/\\N_LP\r\n".contains(&letter) => 0,
                _ => return Span::new(at, self.letter(at + 1).range().end),
            };
            let code = self.text.get(at + 2..at + 2 + digits).unwrap_or("?");
            let number = u32::from_str_radix(code, 16).ok();
            if digits > 0 && number.and_then(char::from_u32).is_none() {
                return self.letter(at);
            }
            at += 2 + digits;
        }
        self.letter(self.at)
    }

    /// The bracket the parser was in, or at, if nothing closes it.
    fn unclosed_bracket(&self) -> Option<(SyntaxCause, Span)> {
        let bracket = self.bracket.or_else(|| {
            let mut at = source::skip_gap(self.text, self.here);
            while matches!(source::byte(self.text, at), b'-' | b':') {
                at = source::skip_gap(self.text, at + 1);
            }
            (at <= self.at && matches!(source::byte(self.text, at), b'[' | b'{')).then_some(at)
        })?;
        (!is_closed(self.text, bracket))
            .then(|| (SyntaxCause::UnclosedBracket, self.letter(bracket)))
    }

    /// The tab that the parser's words mean, or that stands in the indentation of a line just read.
    fn tab(&self) -> Option<usize> {
        let is_told = self.words.contains("tab") || self.words.contains("valid YAML whitespace");
        let stop = if is_told {
            self.text.len()
        } else {
            source::line_end(self.text, self.at)
        };
        let mut line = source::next_line(self.text, self.here);
        while line < stop {
            let letter = source::skip_blanks(self.text, line);
            let indentation = self.text.get(line..letter).unwrap_or("");
            let is_blank = source::is_space(source::byte(self.text, letter));
            if let Some(tab) = indentation.find('\t').filter(|_| !is_blank) {
                return Some(line + tab);
            }
            line = source::next_line(self.text, line).max(line + 1);
            if is_told && !is_blank && line > self.at {
                break;
            }
        }
        let end = source::line_end(self.text, self.at);
        let stretch = self.text.get(self.here..end).filter(|_| is_told)?;
        stretch.find('\t').map(|tab| self.here + tab)
    }

    /// A colon that is missing, or that stands in a text without quotes.
    fn colon(&self) -> Option<(SyntaxCause, Span)> {
        if self.words.contains("simple key expect") {
            let key = source::skip_gap(self.text, self.here);
            return Some((SyntaxCause::MissingColon, self.line_from(key.min(self.at))));
        }
        if !self.words.starts_with("mapping values are not allowed") {
            return None;
        }
        let line = source::line_start(self.text, self.at);
        match self.last.map(|last| last.start as usize) {
            None => Some((
                SyntaxCause::MissingColon,
                self.line_from(source::skip_gap(self.text, 0)),
            )),
            Some(start) if start >= line => Some((SyntaxCause::ColonInText, self.letter(self.at))),
            Some(_) => {
                let key = source::skip_blanks(self.text, line);
                Some((SyntaxCause::Indentation, Span::new(key, self.at)))
            }
        }
    }

    fn line_from(&self, at: usize) -> Span {
        let end = source::line_end(self.text, at);
        let line = self.text.get(at..end).unwrap_or("");
        Span::new(at, at + line.trim_end().len())
    }

    fn letter(&self, at: usize) -> Span {
        let letter = source::rest(self.text, at).chars().next();
        Span::new(at, at + letter.map_or(0, char::len_utf8))
    }
}

/// Whether the bracket at `at` has its partner further on.
fn is_closed(text: &str, mut at: usize) -> bool {
    let mut open = 0usize;
    let mut before = b' ';
    while at < text.len() {
        let letter = source::byte(text, at);
        match letter {
            b'[' | b'{' => open += 1,
            b']' | b'}' if open <= 1 => return true,
            b']' | b'}' => open -= 1,
            b'#' if source::is_space(before) => at = source::line_end(text, at),
            b'"' | b'\''
                if matches!(
                    before,
                    b' ' | b'\t' | b'\n' | b'\r' | b',' | b':' | b'[' | b'{'
                ) =>
            {
                at = source::quoted_end(text, at) - 1;
            }
            _ => {}
        }
        before = letter;
        at += 1;
    }
    false
}
