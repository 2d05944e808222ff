//! The exact stretch of a scalar in the source.

use std::ops::Range;

use crate::text::Span;
use crate::yaml::source;

/// Where a quoted scalar ends, whose opening quote stands at `start` and whose text is `value`. Mostly the
/// text stands there as it is, and the closing quote after it; then nothing has to be searched.
pub(super) fn quoted_end(text: &str, start: usize, value: &str) -> usize {
    let quote = source::byte(text, start);
    let end = start + 1 + value.len();
    let is_verbatim = source::rest(text, start + 1).starts_with(value)
        && source::byte(text, end) == quote
        && !(quote == b'\'' && value.contains('\''));
    if is_verbatim {
        end + 1
    } else {
        source::quoted_end(text, start)
    }
}

/// The stretch of the block scalar whose header stands at `header`: to the end of its content. The parser
/// tells `content`, from the first letter in the first line of content to somewhere before the next token,
/// and `indent`, the column all content is indented by.
pub(super) fn block(text: &str, header: usize, content: Range<usize>, indent: usize) -> Span {
    let signs = header_end(text, header);
    let keeps_blank_lines = text.get(header..signs).unwrap_or("").contains('+');
    let end = if keeps_blank_lines {
        last_line_end(text, content.end)
    } else if content.start > signs && !content.is_empty() {
        content_end(text, content.end, indent)
    } else {
        signs
    };
    Span::new(header, end.max(signs))
}

/// The end of the signs after `|` or `>`.
pub(in crate::yaml) fn header_end(text: &str, header: usize) -> usize {
    let is_sign = |byte: &u8| matches!(byte, b'+' | b'-' | b'0'..=b'9');
    let signs = source::rest(text, header + 1)
        .bytes()
        .take_while(is_sign)
        .count();
    header + 1 + signs
}

/// The end of the last whole line before `stop`, or of the text if it stops there inside a line.
fn last_line_end(text: &str, stop: usize) -> usize {
    let line = source::line_start(text, stop);
    if stop == text.len() && line < stop {
        return stop;
    }
    source::line_before(text, line).unwrap_or(0)
}

/// The end of the last line before `stop` that holds more than its indentation.
fn content_end(text: &str, stop: usize, indent: usize) -> usize {
    let mut line = source::line_start(text, stop);
    let mut end = stop;
    loop {
        let stretch = text.get(line..end).unwrap_or("");
        if stretch.len() > indent || stretch.bytes().any(|byte| byte != b' ') {
            return end;
        }
        let Some(before) = source::line_before(text, line) else {
            return end;
        };
        line = source::line_start(text, before);
        end = before;
    }
}
