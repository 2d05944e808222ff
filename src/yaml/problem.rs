//! What reading itself notices: the kinds of problem, and why a text is not YAML.

use crate::text::Span;

/// Something wrong that reading itself noticed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// What is wrong.
    pub kind: ProblemKind,
    /// Where.
    pub span: Span,
    /// The detail: the parser's words, the key, the number; empty where the kind says all.
    pub detail: String,
    /// Why the text is not YAML; only where the kind is [`ProblemKind::Syntax`].
    pub cause: Option<SyntaxCause>,
}

impl Problem {
    /// A problem other than one of syntax.
    pub fn new(kind: ProblemKind, span: Span, detail: &str) -> Problem {
        Problem {
            kind,
            span,
            detail: detail.to_owned(),
            cause: None,
        }
    }

    /// A text that is not YAML.
    pub fn syntax(cause: SyntaxCause, span: Span, detail: &str) -> Problem {
        Problem {
            cause: Some(cause),
            ..Problem::new(ProblemKind::Syntax, span, detail)
        }
    }
}

/// The kinds of problem that reading notices.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ProblemKind {
    /// The file is larger than a catalog file may be; it was not read.
    TooLarge,
    /// The bytes are GB18030, not UTF-8; they were converted to be read.
    Gb18030,
    /// The bytes are neither UTF-8 nor GB18030; bad ones were replaced to be read.
    NotUtf8,
    /// The file starts with a byte-order mark.
    ByteOrderMark,
    /// Lines end in CR LF; reported once, at the first.
    CrLf,
    /// A control character, which no YAML file may hold; reported once, at the first.
    Control,
    /// A tab stands where YAML wants spaces; nothing after this place was read.
    Tab,
    /// The text is not YAML; nothing after this place was read.
    Syntax,
    /// A key stands twice in one mapping; the first one counts.
    DuplicateKey,
    /// A key is not a scalar.
    ComplexKey,
    /// An anchor (`&name`).
    Anchor,
    /// An alias (`*name`).
    Alias,
    /// A tag (`!name`).
    Tag,
    /// Nested deeper than a catalog file may be; nothing after this place was read.
    TooDeep,
    /// A second document in one file; it was not read.
    SecondDocument,
}

impl ProblemKind {
    /// Whether the rest of the file could not be read, or only as noise.
    pub fn stops_reading(self) -> bool {
        matches!(
            self,
            ProblemKind::Tab
                | ProblemKind::Syntax
                | ProblemKind::TooDeep
                | ProblemKind::TooLarge
                | ProblemKind::NotUtf8
        )
    }
}

/// Why a text is not YAML, as far as it can be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SyntaxCause {
    /// A quote that is never closed; the place is the quote.
    UnclosedQuote,
    /// A bracket or brace that is never closed; the place is the bracket.
    UnclosedBracket,
    /// A closing bracket or brace that nothing opened.
    StrayBracket,
    /// An item in brackets that no comma separates from the one before.
    MissingComma,
    /// A line stands further left or right than what it belongs to.
    Indentation,
    /// A line in a mapping without a colon and a space after its key.
    MissingColon,
    /// An unquoted text that holds a colon and a space.
    ColonInText,
    /// Something follows a closing quote.
    AfterQuote,
    /// An escape that YAML does not know, in double quotes.
    BadEscape,
    /// An unquoted text that starts with a character YAML keeps for itself.
    ReservedCharacter,
    /// An unquoted text that goes on after a comment.
    CommentInText,
    /// Something other than a number or `+` and `-` follows a `|` or `>`.
    BlockHeader,
    /// An alias to an anchor that does not exist.
    UnknownAnchor,
    /// A NUL character, at which every reader stops.
    Nul,
    /// Signs of a merge conflict around whole lines.
    ConflictSigns,
    /// Something else; the detail has the parser's words.
    Other,
}
