//! What can be wrong with the form of a name.

use crate::catalog::standard::{Naming, Word};
use crate::levels::without_level;
use crate::rules::name::marks::{Mark, mark};
use crate::rules::name::serial::without_serial;
use crate::rules::name::strange::{Strange, standard, strange};
use crate::rules::name::width::half_width;
use crate::text::is_ideograph;

/// The first thing that is wrong with the form of a name.
pub(super) enum Flaw<'n> {
    /// A character that is not what it looks like: what it is, and the name without it.
    Strange(Strange, String),
    /// A level in brackets at its end: the name without it, and the level.
    Level(&'n str, &'n str),
    /// A bracket without its other half.
    Bracket,
    /// Half-width punctuation: the mark, and the name with full-width ones.
    HalfWidth(char, String),
    /// Full-width letters or digits: the first, and the name with half-width ones.
    FullWidth(char, String),
    /// Punctuation at the end.
    Ending(&'n str),
    /// A space at either end or between Chinese characters.
    Space,
    /// A number at the beginning: the number, and the name without it.
    Serial(&'n str, &'n str),
    /// Quotes or title marks where none belong.
    Mark(Mark<'n>),
    /// A traditional character: the character, the standard one, and the name in standard characters.
    Traditional(char, char, String),
    /// A word that does not belong in a name.
    Word(&'n Word),
}

/// The first flaw of a name; whoever mends it sees the next. A rule looks for its own flaw first, and asks
/// here, whether it is the first, only when it has found it.
pub(super) fn flaw<'n>(name: &'n str, naming: &'n Naming) -> Option<Flaw<'n>> {
    // Most names are Chinese characters and nothing else.
    let flaw = if name.chars().all(is_ideograph) {
        None
    } else {
        of_letters(name, naming).or_else(|| of_marks(name, naming))
    };
    let traditional = || traditional(name, naming);
    flaw.or_else(|| traditional().map(|(old, new, mended)| Flaw::Traditional(old, new, mended)))
        .or_else(|| word(name, naming).map(Flaw::Word))
}

/// A name without its first flaw; `None` if it has none, or what would be right is open.
pub(super) fn mended(name: &str, naming: &Naming) -> Option<String> {
    let mended = match flaw(name, naming)? {
        Flaw::Strange(_, mended)
        | Flaw::HalfWidth(_, mended)
        | Flaw::FullWidth(_, mended)
        | Flaw::Traditional(_, _, mended) => mended,
        Flaw::Level(bare, _) | Flaw::Serial(_, bare) => bare.trim().to_owned(),
        Flaw::Ending(mark) => name.trim_end_matches(mark).to_owned(),
        Flaw::Space => name.split_whitespace().collect(),
        Flaw::Bracket | Flaw::Mark(_) | Flaw::Word(_) => return None,
    };
    Some(mended)
}

/// The flaws of letters, brackets and width.
fn of_letters<'n>(name: &'n str, naming: &'n Naming) -> Option<Flaw<'n>> {
    if let Some((what, mended)) = strange(name) {
        return Some(Flaw::Strange(what, mended));
    }
    if let Some((bare, level)) = without_level(name, naming) {
        return Some(Flaw::Level(bare, level));
    }
    if !has_paired_brackets(name) {
        return Some(Flaw::Bracket);
    }
    if let Some((mark, full)) = naming.full_width(name) {
        return Some(Flaw::HalfWidth(mark, full));
    }
    half_width(name).map(|(letter, half)| Flaw::FullWidth(letter, half))
}

/// The flaws of punctuation.
fn of_marks<'n>(name: &'n str, naming: &'n Naming) -> Option<Flaw<'n>> {
    if let Some(mark) = ending(name, naming) {
        return Some(Flaw::Ending(mark));
    }
    if has_stray_space(name) {
        return Some(Flaw::Space);
    }
    if let Some((serial, bare)) = without_serial(name, &naming.serial_marks) {
        return Some(Flaw::Serial(serial, bare));
    }
    mark(name, naming).map(Flaw::Mark)
}

/// The punctuation that ends a name.
pub(super) fn ending<'n>(name: &str, naming: &'n Naming) -> Option<&'n str> {
    let mut endings = naming.ending_punctuation.iter();
    endings
        .find(|mark| name.ends_with(&***mark))
        .map(String::as_str)
}

/// Whether every bracket, of either width, has its other half.
pub(super) fn has_paired_brackets(name: &str) -> bool {
    let mut depth = 0i32;
    for letter in name.chars() {
        match letter {
            '（' | '(' => depth += 1,
            '）' | ')' => depth -= 1,
            _ => {}
        }
        if depth < 0 {
            return false;
        }
    }
    depth == 0
}

/// Whether a character is one that Chinese punctuation belongs beside.
pub(super) fn is_chinese(letter: char) -> bool {
    is_ideograph(letter) || matches!(letter, '（' | '）' | '、')
}

/// Whether a space stands at either end, or between Chinese characters.
pub(super) fn has_stray_space(name: &str) -> bool {
    if name.trim() != name {
        return true;
    }
    let mut before = '\0';
    let mut letters = name.chars().peekable();
    while let Some(letter) = letters.next() {
        let after = letters.peek().copied().unwrap_or_default();
        if letter.is_whitespace() && is_chinese(before) && is_chinese(after) {
            return true;
        }
        before = letter;
    }
    false
}

/// The first traditional character, the standard one, and the name in standard ones.
pub(super) fn traditional(name: &str, naming: &Naming) -> Option<(char, char, String)> {
    let of = |letter| naming.traditional.of(letter);
    let mut letters = name.chars();
    let (old, new) = letters.find_map(|letter| Some((letter, of(letter)?)))?;
    Some((old, new, standard(name, of)))
}

/// The first word of the table that does not belong in a name.
pub(super) fn word<'n>(name: &str, naming: &'n Naming) -> Option<&'n Word> {
    let mut words = naming.banned_words.iter();
    words.find(|banned| name.contains(&*banned.word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::standard::Standard;

    #[test]
    fn brackets_of_two_widths_belong_together() {
        assert!(has_paired_brackets("许可(新办）"));
        assert!(!has_paired_brackets("许可（新办"));
        assert!(!has_paired_brackets("许可）（"));
    }

    #[test]
    fn every_ending_and_every_word_of_the_table_is_a_flaw() {
        let standard = Standard::bundled().unwrap();
        let naming = &standard.tables.naming;
        for mark in &naming.ending_punctuation {
            let name = format!("卫生许可{mark}");
            assert!(matches!(flaw(&name, naming), Some(Flaw::Ending(found)) if found == mark));
        }
        for banned in &naming.banned_words {
            let name = format!("卫生许可{}下放", banned.word);
            let is_found =
                |flaw| matches!(flaw, Some(Flaw::Word(word)) if word.word == banned.word);
            let pointed = flaw(&name, naming);
            let is_mark = matches!(pointed, Some(Flaw::Mark(_)));
            assert!(is_mark || is_found(pointed), "{name}");
        }
    }

    #[test]
    fn the_first_flaw_is_told() {
        let standard = Standard::bundled().unwrap();
        let naming = &standard.tables.naming;
        let first = |name| flaw(name, naming);
        assert!(matches!(first("1.衛生許可(县级)"), Some(Flaw::Level(..))));
        assert!(matches!(first("1.衛生許可"), Some(Flaw::Serial(..))));
        assert!(matches!(first("衛生許可暂行"), Some(Flaw::Traditional(..))));
        assert!(first("公共场所卫生许可（新办）").is_none());
        assert!(first("").is_none());
    }

    #[test]
    fn a_space_between_letters_is_no_stray_one() {
        assert!(has_stray_space("卫生 许可") && has_stray_space("卫生许可　"));
        assert!(!has_stray_space("ISO 9001 认证") && !has_stray_space("A B"));
    }
}
