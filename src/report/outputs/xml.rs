//! Text inside XML 1.0.

use std::fmt::Write;

use crate::text::visible;

/// Text as the value of an attribute or between tags. A character that XML forbids is shown by its number.
pub(super) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 16);
    for letter in visible(text).chars() {
        match letter {
            '&' => escaped += "&amp;",
            '<' => escaped += "&lt;",
            '>' => escaped += "&gt;",
            '"' => escaped += "&quot;",
            '\'' => escaped += "&apos;",
            '\u{FFFE}' | '\u{FFFF}' => {
                let _ = write!(escaped, "⟨U+{:04X}⟩", letter as u32);
            }
            _ => escaped.push(letter),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_of_a_text_is_markup_and_nothing_forbidden_is_left() {
        assert_eq!(
            escaped("<a b=\"'&'\">]]>\u{0}\n\u{FFFF}"),
            "&lt;a b=&quot;&apos;&amp;&apos;&quot;&gt;]]&gt;⟨U+0000⟩⟨U+000A⟩⟨U+FFFF⟩"
        );
    }
}
