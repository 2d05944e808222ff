//! Letters and digits that are too wide.

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

    #[test]
    fn letters_and_digits_are_narrow() {
        let narrowed = |name| half_width(name).map(|(_, half)| half);
        assert_eq!(narrowed("Ａ类８市（ｂ）"), Some("A类8市（b）".to_owned()));
        assert_eq!(narrowed("A类8市（Ⅲ、①）"), None);
    }
}
