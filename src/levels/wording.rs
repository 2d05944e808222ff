//! Two ways to write the same words: width, brackets, spaces and a level in brackets at the end do not
//! make a difference.

use crate::catalog::standard::Naming;
use crate::text::{is_hidden, unified};

/// The text with full-width letters and punctuation made half-width, every kind of bracket made round,
/// doubles of a character made one, and spaces and what cannot be seen left out. For comparing, never for
/// showing.
pub fn normal(text: &str) -> String {
    normal_letters(text).collect()
}

/// [`normal`], letter by letter.
pub(super) fn normal_letters(text: &str) -> impl Iterator<Item = char> {
    let is_seen = |letter: &char| !letter.is_whitespace() && !is_hidden(*letter);
    text.chars().filter(is_seen).map(plain)
}

fn plain(letter: char) -> char {
    match letter {
        '【' | '［' | '[' | '〔' => '(',
        '】' | '］' | ']' | '〕' => ')',
        '。' => '.',
        '、' => ',',
        '！'..='～' => char::from_u32(letter as u32 - 0xFEE0).unwrap_or(letter),
        _ => unified(letter).unwrap_or(letter),
    }
}

/// The name without a closing bracket that only says the level, and what stood in the bracket; `None` if
/// it has none.
pub fn without_level<'n>(name: &'n str, naming: &Naming) -> Option<(&'n str, &'n str)> {
    let open = name.rfind(['（', '('])?;
    let (before, bracket) = name.split_at(open);
    let inside = bracket
        .trim_start_matches(['（', '('])
        .strip_suffix(['）', ')'])?;
    let says_level = naming
        .level_suffixes
        .iter()
        .any(|suffix| suffix.word == inside);
    (says_level && !before.is_empty()).then_some((before.trim_end(), inside))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::standard::Standard;

    #[test]
    fn width_brackets_and_spaces_are_one() {
        assert_eq!(normal("许可（Ａ１） 变更"), normal("许可(A1)变更"));
        assert_ne!(normal("许可变更"), normal("许可延续"));
    }

    #[test]
    fn what_looks_the_same_is_one() {
        assert_eq!(normal("\u{FEFF}⽤⽔许可\u{200B}"), normal("用水许可"));
    }

    #[test]
    fn a_level_in_brackets_comes_off_whatever_the_brackets() {
        let standard = Standard::bundled().unwrap();
        let naming = &standard.tables.naming;
        let without = |name| without_level(name, naming).map(|(name, _)| name);
        assert_eq!(without("公共场所卫生许可(县级）"), Some("公共场所卫生许可"));
        assert_eq!(without("公共场所卫生许可（新办）"), None);
        assert_eq!(without("（县级）"), None);
    }
}
