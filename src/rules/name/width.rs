//! Marks that are too narrow, letters and digits that are too wide.

use crate::catalog::standard::Naming;
use crate::rules::name::flaw::is_chinese;

/// The first half-width mark beside a Chinese character, and the name with every such mark, and the bracket
/// that belongs to it, made full width. In `ISO9001:2015` or `A(1)` half width is right.
pub(super) fn full_width(name: &str, naming: &Naming) -> Option<(char, String)> {
    let full = |letter: char| {
        let mark = naming
            .punctuation
            .iter()
            .find(|width| width.half.chars().eq([letter]));
        mark.and_then(|width| width.full.chars().next())
    };
    // Half-width marks are all ASCII.
    let mut letters = name.chars().filter(char::is_ascii);
    if !letters.any(|letter| full(letter).is_some()) {
        return None;
    }
    let letters: Vec<char> = name.chars().collect();
    let twins = twins(&letters);
    let is_wrong = |at: usize| {
        let twin = twins.iter().find_map(|(open, close)| match at {
            at if at == *open => Some(*close),
            at if at == *close => Some(*open),
            _ => None,
        });
        is_beside_chinese(&letters, at)
            || twin.is_some_and(|twin| is_beside_chinese(&letters, twin))
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

fn is_beside_chinese(letters: &[char], at: usize) -> bool {
    let beside = [at.checked_sub(1), at.checked_add(1)];
    let letter = |at: Option<usize>| at.and_then(|at| letters.get(at)).copied();
    beside
        .into_iter()
        .any(|at| letter(at).is_some_and(is_chinese))
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

/// The first letter or digit that is as wide as a Chinese character, and the name with every such one made
/// half width.
pub(super) fn half_width(name: &str) -> Option<(char, String)> {
    let first = name.chars().find(|letter| half(*letter).is_some())?;
    let written = name.chars().map(|letter| half(letter).unwrap_or(letter));
    Some((first, written.collect()))
}

fn half(letter: char) -> Option<char> {
    let is_wide = matches!(letter, '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ');
    is_wide
        .then(|| char::from_u32(letter as u32 - 0xFEE0))
        .flatten()
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
    fn every_mark_of_the_table_is_too_narrow_beside_chinese() {
        let standard = Standard::bundled().unwrap();
        let naming = &standard.tables.naming;
        for width in &naming.punctuation {
            let widened = full_width(&format!("许可{}新办", width.half), naming);
            let full = format!("许可{}新办", width.full);
            assert_eq!(widened.map(|(_, widened)| widened), Some(full));
        }
    }

    #[test]
    fn letters_and_digits_are_narrow() {
        let narrowed = |name| half_width(name).map(|(_, half)| half);
        assert_eq!(narrowed("Ａ类８市（ｂ）"), Some("A类8市（b）".to_owned()));
        assert_eq!(narrowed("A类8市（Ⅲ、①）"), None);
    }
}
