//! Characters that look like a Chinese character and are another: radicals, and the duplicates that Unicode
//! keeps for the sake of old encodings.

use unicode_normalization::char::decompose_compatible;

/// The character that one with the same look stands for: `⽤` is 用, `金` is 金. `None` for any other.
pub fn unified(letter: char) -> Option<char> {
    let is_double = matches!(letter, '\u{2E80}'..='\u{2FD5}' | '\u{F900}'..='\u{FAFF}' | '\u{2F800}'..='\u{2FA1F}');
    if !is_double {
        return None;
    }
    let mut first = None;
    decompose_compatible(letter, |part| {
        first.get_or_insert(part);
    });
    first.filter(|first| *first != letter)
}

/// Whether a character belongs to nobody: fonts of one house show something, others a box.
pub fn is_private(letter: char) -> bool {
    matches!(letter, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{FFFFD}' | '\u{100000}'..='\u{10FFFD}')
}

/// Whether a character is a Chinese one, of the common range or an extension.
pub fn is_ideograph(letter: char) -> bool {
    matches!(letter, '\u{4E00}'..='\u{9FFF}' | '\u{3400}'..='\u{4DBF}' | '\u{20000}'..='\u{3FFFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_double_gives_the_character_it_stands_for() {
        assert_eq!(unified('\u{2F64}'), Some('用'));
        assert_eq!(unified('\u{F90A}'), Some('金'));
        assert_eq!(unified('\u{2F800}'), Some('丽'));
        // Twelve of the range are characters in their own right.
        assert_eq!(unified('\u{FA0E}'), None);
        assert_eq!(unified('用'), None);
        assert_eq!(unified('Ⅲ'), None);
    }

    #[test]
    fn private_characters_are_no_ideographs() {
        assert!(is_private('\u{E000}') && !is_ideograph('\u{E000}'));
        assert!(is_ideograph('㑇') && is_ideograph('𠮷') && !is_ideograph('Ａ'));
    }
}
