//! The text between values: blanks, comments, line borders, anchors and tags. Offsets are bytes and always
//! stand on character borders, for every border here is an ASCII character.

/// The byte at an offset; 0 past the end, which YAML text never holds.
pub(super) fn byte(text: &str, at: usize) -> u8 {
    text.as_bytes().get(at).copied().unwrap_or(0)
}

/// The rest of a text.
pub(super) fn rest(text: &str, at: usize) -> &str {
    text.get(at..).unwrap_or("")
}

pub(super) fn is_break(byte: u8) -> bool {
    matches!(byte, b'\n' | b'\r')
}

/// Whether a byte is blank, a line break or the end.
pub(super) fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | 0)
}

/// The first offset from `at` on that is not a space or a tab.
pub(super) fn skip_blanks(text: &str, at: usize) -> usize {
    at + rest(text, at)
        .bytes()
        .take_while(|byte| matches!(byte, b' ' | b'\t'))
        .count()
}

/// The end of the line, before its line break.
pub(super) fn line_end(text: &str, at: usize) -> usize {
    at + rest(text, at)
        .bytes()
        .take_while(|byte| !is_break(*byte))
        .count()
}

/// The start of the next line; the end of the text if there is none.
pub(super) fn next_line(text: &str, at: usize) -> usize {
    let end = line_end(text, at);
    match (byte(text, end), byte(text, end + 1)) {
        (b'\r', b'\n') => end + 2,
        (b'\r' | b'\n', _) => end + 1,
        _ => end,
    }
}

/// The start of the line; a byte-order mark is not part of it.
pub(super) fn line_start(text: &str, at: usize) -> usize {
    let before = text.as_bytes().get(..at).unwrap_or(&[]);
    match before.iter().rposition(|byte| is_break(*byte)) {
        Some(line_break) => line_break + 1,
        None if text.starts_with('\u{FEFF}') => '\u{FEFF}'.len_utf8().min(at),
        None => 0,
    }
}

/// The end of the line before the one that starts at `start`, before its line break; `None` on the first.
pub(super) fn line_before(text: &str, start: usize) -> Option<usize> {
    match (
        start.checked_sub(2).map(|at| byte(text, at)),
        start.checked_sub(1).map(|at| byte(text, at)),
    ) {
        (Some(b'\r'), Some(b'\n')) => Some(start - 2),
        (_, Some(b'\r' | b'\n')) => Some(start - 1),
        _ => None,
    }
}

/// The first offset from `at` on that is neither blank nor line break nor comment.
pub(super) fn skip_gap(text: &str, mut at: usize) -> usize {
    loop {
        match byte(text, at) {
            b' ' | b'\t' | b'\n' | b'\r' => at += 1,
            b'#' => at = line_end(text, at),
            _ => return at,
        }
    }
}

/// The end of the anchor or tag that starts at `at`; `at` itself if there is none.
pub(super) fn property_end(text: &str, at: usize) -> usize {
    let stretch = rest(text, at);
    match byte(text, at) {
        b'!' if stretch.starts_with("!<") => at + stretch.find('>').map_or(0, |end| end + 1),
        b'&' | b'!' => {
            let is_end =
                |byte: &u8| is_space(*byte) || matches!(byte, b',' | b'[' | b']' | b'{' | b'}');
            at + stretch.bytes().take_while(|byte| !is_end(byte)).count()
        }
        _ => at,
    }
}

/// The first offset from `at` on that belongs to neither anchor nor tag nor the gap after one.
pub(super) fn skip_properties(text: &str, mut at: usize) -> usize {
    while matches!(byte(text, at), b'&' | b'!') {
        at = skip_gap(text, property_end(text, at));
    }
    at
}

/// The end of the quoted scalar whose opening quote stands at `at`; the end of the text if it is not closed.
pub(super) fn quoted_end(text: &str, at: usize) -> usize {
    let quote = byte(text, at);
    let mut end = at + 1;
    loop {
        match byte(text, end) {
            b'\\' if quote == b'"' => end += 2,
            letter if letter == quote && quote == b'\'' && byte(text, end + 1) == b'\'' => end += 2,
            letter if letter == quote => return end + 1,
            _ if end >= text.len() => return text.len(),
            _ => end += 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_end_in_any_way() {
        let text = "\u{FEFF}a: 1\r\nb: 2\n";
        assert_eq!(line_start(text, 5), 3);
        assert_eq!(line_end(text, 3), 7);
        assert_eq!(next_line(text, 3), 9);
        assert_eq!(line_before(text, 9), Some(7));
        assert_eq!(line_before(text, 3), None);
    }

    #[test]
    fn a_quoted_text_ends_at_its_own_quote() {
        assert_eq!(quoted_end(r#""a\"b" c"#, 0), 6);
        assert_eq!(quoted_end("'it''s' x", 0), 7);
        assert_eq!(quoted_end("\"never", 0), 6);
    }
}
