//! Marks that are too narrow beside Chinese characters.

use crate::catalog::standard::Naming;
use crate::text::is_ideograph;

impl Naming {
    /// The first half-width mark beside a Chinese character, and the name with every such mark, and the bracket
    /// that belongs to it, made full width. In `ISO9001:2015` or `A(1)` half width is right.
    pub fn full_width(&self, name: &str) -> Option<(char, String)> {
        let full = |letter: char| {
            let mark = self
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

/// Whether a character is one that Chinese punctuation belongs beside.
fn is_chinese(letter: char) -> bool {
    is_ideograph(letter) || matches!(letter, '（' | '）' | '、')
}

#[cfg(test)]
mod tests {
    use crate::catalog::standard::Standard;

    #[test]
    fn only_marks_beside_chinese_are_too_narrow() {
        let standard = Standard::bundled().unwrap();
        let naming = &standard.tables.naming;
        let widened = |name| naming.full_width(name).map(|(_, full)| full);
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
            let widened = naming.full_width(&format!("许可{}新办", width.half));
            let full = format!("许可{}新办", width.full);
            assert_eq!(widened.map(|(_, widened)| widened), Some(full));
        }
    }
}
