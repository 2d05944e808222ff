//! What can be wrong with the form of a name.

use crate::catalog::standard::{Naming, Word};
use crate::levels::without_level;

/// The first thing that is wrong with the form of a name.
pub(super) enum Flaw<'n> {
    /// A level in brackets at its end: the name without it, and the level.
    Level(&'n str, &'n str),
    /// Half-width punctuation: the mark, and the name with full-width ones.
    HalfWidth(char, String),
    /// A bracket without its other half.
    Bracket,
    /// Punctuation at the end.
    Ending(&'n str),
    /// A space at either end or between Chinese characters.
    Space,
    /// A word that does not belong in a name.
    Word(&'n Word),
}

/// The first flaw of a name; whoever mends it sees the next.
pub(super) fn flaw<'n>(name: &'n str, naming: &'n Naming) -> Option<Flaw<'n>> {
    if let Some((bare, level)) = without_level(name, naming) {
        return Some(Flaw::Level(bare, level));
    }
    if !has_paired_brackets(name) {
        return Some(Flaw::Bracket);
    }
    if let Some((mark, full)) = full_width(name, naming) {
        return Some(Flaw::HalfWidth(mark, full));
    }
    let ending = naming
        .ending_punctuation
        .iter()
        .find(|mark| name.ends_with(&***mark));
    if let Some(mark) = ending {
        return Some(Flaw::Ending(mark));
    }
    if has_stray_space(name) {
        return Some(Flaw::Space);
    }
    let word = naming
        .banned_words
        .iter()
        .find(|banned| name.contains(&*banned.word));
    word.map(Flaw::Word)
}

fn has_paired_brackets(name: &str) -> bool {
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

/// The first half-width mark beside a Chinese character, and the name with every such mark, and the bracket
/// that belongs to it, made full width. In `ISO9001:2015` or `A(1)` half width is right.
fn full_width(name: &str, naming: &Naming) -> Option<(char, String)> {
    let letters: Vec<char> = name.chars().collect();
    let full = |letter: char| {
        let mark = naming
            .punctuation
            .iter()
            .find(|width| width.half.chars().eq([letter]));
        mark.and_then(|width| width.full.chars().next())
    };
    let is_beside_chinese = |at: usize| {
        let beside = [at.checked_sub(1), at.checked_add(1)];
        let letter = |at: Option<usize>| at.and_then(|at| letters.get(at)).copied();
        beside
            .into_iter()
            .any(|at| letter(at).is_some_and(is_chinese))
    };
    let twins = twins(&letters);
    let is_wrong = |at: usize| {
        let twin = twins.iter().find_map(|(open, close)| match at {
            at if at == *open => Some(*close),
            at if at == *close => Some(*open),
            _ => None,
        });
        is_beside_chinese(at) || twin.is_some_and(is_beside_chinese)
    };
    let wrong = |(at, letter): (usize, &char)| full(*letter).filter(|_| is_wrong(at));
    let first = letters
        .iter()
        .enumerate()
        .find(|letter| wrong(*letter).is_some())?;
    let written = letters
        .iter()
        .enumerate()
        .map(|(at, letter)| wrong((at, letter)).unwrap_or(*letter));
    Some((*first.1, written.collect()))
}

/// The places of brackets that belong together.
fn twins(letters: &[char]) -> Vec<(usize, usize)> {
    let mut open = Vec::new();
    let mut twins = Vec::new();
    for (at, letter) in letters.iter().enumerate() {
        match letter {
            '（' | '(' => open.push(at),
            '）' | ')' => twins.extend(open.pop().map(|open| (open, at))),
            _ => {}
        }
    }
    twins
}

fn is_chinese(letter: char) -> bool {
    matches!(letter, '\u{4E00}'..='\u{9FFF}' | '\u{3400}'..='\u{4DBF}' | '（' | '）' | '、')
}

fn has_stray_space(name: &str) -> bool {
    let letters: Vec<char> = name.chars().collect();
    let is_between = |three: &[char]| matches!(three, [left, space, right] if space.is_whitespace() && is_chinese(*left) && is_chinese(*right));
    name.trim() != name || letters.windows(3).any(is_between)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::standard::Standard;

    #[test]
    fn only_marks_beside_chinese_are_too_narrow() {
        let standard = Standard::bundled().unwrap();
        let naming = &standard.tables.naming;
        let widened = |name| full_width(name, naming).map(|(_, full)| full);
        assert_eq!(widened("许可(新办)"), Some("许可（新办）".to_owned()));
        assert_eq!(
            widened("驾驶证(A1)核发"),
            Some("驾驶证（A1）核发".to_owned())
        );
        assert_eq!(widened("测绘(1:500)"), Some("测绘（1:500）".to_owned()));
        assert_eq!(widened("ISO9001:2015 认证"), None);
    }

    #[test]
    fn brackets_of_two_widths_belong_together() {
        assert!(has_paired_brackets("许可(新办）"));
        assert!(!has_paired_brackets("许可（新办"));
        assert!(!has_paired_brackets("许可）（"));
    }
}
