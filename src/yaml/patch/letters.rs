//! Changes of the letters alone, which leave what the document says as it is.

use crate::text::{Edit, Span};

const MARK: char = '\u{FEFF}';

/// The edit that takes the byte-order mark away.
pub(super) fn unmark(text: &str) -> Vec<Edit> {
    let mark = text.starts_with(MARK).then(|| edit(0, MARK.len_utf8(), ""));
    mark.into_iter().collect()
}

/// The edits that end every line in LF.
pub(super) fn end_lines(text: &str) -> Vec<Edit> {
    let bytes = text.as_bytes();
    let ends = text.match_indices('\r').map(|(at, _)| {
        let is_pair = bytes.get(at + 1) == Some(&b'\n');
        edit(at, 1, if is_pair { "" } else { "\n" })
    });
    ends.collect()
}

fn edit(at: usize, length: usize, text: &str) -> Edit {
    Edit {
        span: Span::new(at, at + length),
        text: text.to_owned(),
    }
}
