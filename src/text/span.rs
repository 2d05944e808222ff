//! A stretch of bytes in a file.

use std::ops::Range;

/// A stretch of bytes of one text, end excluded. Both ends stand on character borders.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// First byte after the stretch.
    pub end: u32,
}

impl Span {
    /// Makes a span of byte offsets; an offset past 4 GiB is clipped, and no such file is ever read.
    pub fn new(start: usize, end: usize) -> Span {
        let clipped = |offset: usize| u32::try_from(offset).unwrap_or(u32::MAX);
        Span {
            start: clipped(start),
            end: clipped(end),
        }
    }

    /// The empty span at one offset.
    pub fn at(offset: usize) -> Span {
        Span::new(offset, offset)
    }

    /// The byte offsets.
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The text under the span; empty if the span does not fit the text.
    pub fn of(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or("")
    }

    /// Whether nothing lies inside.
    pub fn is_empty(self) -> bool {
        self.start >= self.end
    }
}

/// A value together with the place where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spanned<T> {
    /// What stands there.
    pub value: T,
    /// Where it stands.
    pub span: Span,
}
