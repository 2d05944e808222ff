//! A code as it would be without slips of the keyboard: half width, upper case, no spaces, no dashes.

use crate::text::Message;

/// A code put in order, and what had to be done for it.
pub(super) struct Tidied {
    pub(super) text: String,
    slips: [bool; 4],
}

/// What each slip is called, in the order of [`slip`].
const NAMES: [(&str, &str); 4] = [
    ("全角字符", "full-width characters"),
    ("空格", "spaces"),
    ("横线", "dashes"),
    ("小写字母", "lower-case letters"),
];

/// Puts a code in order.
pub(super) fn tidied(text: &str) -> Tidied {
    let mut tidied = Tidied {
        text: String::with_capacity(text.len()),
        slips: [false; 4],
    };
    for letter in text.chars() {
        let half = half_width(letter);
        tidied.slips[0] |= half != letter;
        match slip(half) {
            Some(slip) => tidied.slips[slip] = true,
            None => tidied.text.push(half),
        }
        tidied.slips[3] |= half.is_ascii_lowercase();
    }
    tidied.text.make_ascii_uppercase();
    tidied
}

impl Tidied {
    /// What had to be done, by name.
    pub(super) fn slips(&self) -> Message {
        let named = || {
            let slips = self.slips.iter().zip(NAMES);
            slips.filter_map(|(is, names)| is.then_some(names))
        };
        Message {
            zh: named().map(|(zh, _)| zh).collect::<Vec<_>>().join("、"),
            en: named().map(|(_, en)| en).collect::<Vec<_>>().join(", "),
        }
    }
}

/// Full-width forms stand at a fixed distance from the characters of ASCII.
pub(super) fn half_width(letter: char) -> char {
    let is_full = ('\u{FF01}'..='\u{FF5E}').contains(&letter);
    let half = u32::from(letter).checked_sub(0xFEE0).filter(|_| is_full);
    half.and_then(char::from_u32).unwrap_or(letter)
}

/// The slip that a character is as a whole: a space or a dash.
fn slip(letter: char) -> Option<usize> {
    match letter {
        '\u{200B}' | '\u{200C}' | '\u{200D}' | '\u{FEFF}' => Some(1),
        _ if letter.is_whitespace() => Some(1),
        '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' => Some(2),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_of_the_keyboard_are_put_in_order_and_named() {
        let all = tidied("１１ 51-301a");
        assert_eq!(all.text, "1151301A");
        assert_eq!(all.slips().zh, "全角字符、空格、横线、小写字母");
        assert_eq!(tidied("11513010A").slips().zh, "");
        assert_eq!(tidied("\u{200B}11\u{3000}—").text, "11");
    }
}
