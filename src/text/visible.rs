//! Hostile text made visible: a control or direction character is shown, never obeyed.

use std::borrow::Cow;
use std::fmt::Write;

/// The text with every control, direction and invisible format character replaced by its code point in
/// the form `⟨U+202E⟩`. A line break counts as control; split lines before.
pub fn visible(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_hidden) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 16);
    for letter in text.chars() {
        if is_hidden(letter) {
            let _ = write!(shown, "⟨U+{:04X}⟩", letter as u32);
        } else {
            shown.push(letter);
        }
    }
    Cow::Owned(shown)
}

/// Whether a character would be obeyed or not seen at all: control, direction, invisible format.
pub fn is_hidden(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}')
        || matches!(letter, '\u{061C}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}')
}

/// Whether a build server would take the line for an order to itself (`::error::…`, `##[…]`).
pub fn is_order(line: &str) -> bool {
    let order = line.trim_start();
    order.starts_with("::") || order.starts_with("##[")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_escape_sequence_is_shown_not_obeyed() {
        assert_eq!(visible("护\u{1b}[31m照"), "护⟨U+001B⟩[31m照");
        assert_eq!(visible("a\u{202E}b"), "a⟨U+202E⟩b");
        assert_eq!(visible("护照"), "护照");
    }
}
