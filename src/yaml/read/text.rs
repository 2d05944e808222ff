//! What can be seen in the text alone: byte-order mark, CR LF, control characters.

use crate::text::Span;
use crate::yaml::{Problem, ProblemKind, SyntaxCause};

/// Adds what is to be said about the text itself.
pub(super) fn report(text: &str, problems: &mut Vec<Problem>) {
    if text.starts_with('\u{FEFF}') {
        let span = Span::new(0, '\u{FEFF}'.len_utf8());
        problems.push(Problem::new(ProblemKind::ByteOrderMark, span, ""));
    }
    if !has_suspects(text.as_bytes()) {
        return;
    }
    if let Some(at) = text.find('\r') {
        problems.push(Problem::new(ProblemKind::CrLf, Span::new(at, at + 1), ""));
    }
    let stopped_at_nul = problems
        .iter()
        .any(|problem| problem.cause == Some(SyntaxCause::Nul));
    if let Some((at, letter)) = text
        .char_indices()
        .find(|(_, letter)| is_forbidden(*letter))
        && !(letter == '\0' && stopped_at_nul)
    {
        let span = Span::new(at, at + letter.len_utf8());
        let detail = format!("U+{:04X}", letter as u32);
        problems.push(Problem::new(ProblemKind::Control, span, &detail));
    }
}

/// One pass without branches for the many files that hold none: a control character of either kind starts
/// with one of these bytes, and Chinese text hardly ever does.
fn has_suspects(bytes: &[u8]) -> bool {
    let is = u8::from;
    let found = bytes.iter().fold(0, |found, byte| {
        let control = is(*byte < b' ') & is(*byte != b'\n') & is(*byte != b'\t');
        found | control | is(*byte == 0x7F) | is(*byte == 0xC2)
    });
    found > 0
}

/// Whether YAML forbids the character in a file.
pub(in crate::yaml) fn is_forbidden(letter: char) -> bool {
    letter.is_control() && !matches!(letter, '\t' | '\n' | '\r' | '\u{85}')
}
