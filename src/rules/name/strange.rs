//! Characters that are not what they look like.

use crate::text::{is_hidden, is_private, unified};

/// What a strange character is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Strange {
    /// It cannot be seen.
    Hidden(char),
    /// It stands for nothing outside the fonts of one house.
    Private(char),
    /// What is left where something could not be decoded.
    Lost,
    /// It looks like another, which follows.
    Double(char, char),
}

/// The first strange character of a name, and the name with all of them mended, as far as that can be done:
/// hidden ones left out, doubles made one.
pub(super) fn strange(name: &str) -> Option<(Strange, String)> {
    let first = name.chars().find_map(of)?;
    let mended = name.chars().filter(|letter| !is_unseen(*letter));
    Some((first, standard(&mended.collect::<String>(), unified)))
}

fn of(letter: char) -> Option<Strange> {
    match letter {
        '\u{FFFD}' => Some(Strange::Lost),
        letter if is_unseen(letter) => Some(Strange::Hidden(letter)),
        letter if is_private(letter) => Some(Strange::Private(letter)),
        letter => unified(letter).map(|one| Strange::Double(letter, one)),
    }
}

/// Control characters are said for the whole file; a variation selector after a character is not seen.
fn is_unseen(letter: char) -> bool {
    let is_selector = matches!(letter, '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}');
    is_selector || (is_hidden(letter) && !letter.is_control())
}

/// A name with each character put in place of the one that stands for it.
pub(super) fn standard(name: &str, of: impl Fn(char) -> Option<char>) -> String {
    name.chars()
        .map(|letter| of(letter).unwrap_or(letter))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strange_characters_are_known_by_their_kind() {
        let kind = |name| strange(name).map(|(kind, _)| kind);
        assert_eq!(kind("许\u{200B}可"), Some(Strange::Hidden('\u{200B}')));
        assert_eq!(kind("许\u{E123}可"), Some(Strange::Private('\u{E123}')));
        assert_eq!(kind("许\u{FFFD}可"), Some(Strange::Lost));
        assert_eq!(kind("\u{2F64}水"), Some(Strange::Double('\u{2F64}', '用')));
        assert_eq!(kind("Ⅲ类射线装置 50㎡、37℃"), None);
        assert_eq!(kind("\u{FA0E}\u{20BB7}"), None);
    }

    #[test]
    fn hidden_ones_go_and_doubles_become_one() {
        let mended = strange("\u{FEFF}\u{2F64}水\u{200D}许可").map(|(_, mended)| mended);
        assert_eq!(mended.as_deref(), Some("用水许可"));
    }
}
