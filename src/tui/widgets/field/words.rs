//! Letters and words around a place. Chinese is written without spaces, so a word is what stands between marks:
//! a run of Chinese characters, of Latin letters, or of digits.

use unicode_segmentation::UnicodeSegmentation;

use crate::text::is_ideograph;

/// The place before the character left of a place, as a person sees characters.
pub(super) fn previous_letter(text: &str, at: usize) -> usize {
    let before = text.get(..at).unwrap_or("");
    let letter = before.graphemes(true).next_back();
    letter.map_or(0, |letter| at - letter.len())
}

/// The place behind the character right of a place.
pub(super) fn next_letter(text: &str, at: usize) -> usize {
    let after = text.get(at..).unwrap_or("");
    let letter = after.graphemes(true).next();
    letter.map_or(text.len(), |letter| at + letter.len())
}

/// The start of the word left of a place.
pub(super) fn previous_word(text: &str, at: usize) -> usize {
    let before = text.get(..at).unwrap_or("");
    let trimmed = before.trim_end_matches(' ');
    let kind = trimmed.chars().next_back().map(kind);
    let word = trimmed.trim_end_matches(|letter| Some(self::kind(letter)) == kind);
    whole(text, word.len(), false)
}

/// The place behind the word right of a place, and behind the spaces that follow it.
pub(super) fn next_word(text: &str, at: usize) -> usize {
    let after = text.get(at..).unwrap_or("");
    let kind = after.chars().next().map(kind);
    let rest = after.trim_start_matches(|letter| Some(self::kind(letter)) == kind);
    let rest = rest.trim_start_matches(' ');
    whole(text, text.len() - rest.len(), true)
}

/// What a letter belongs to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Chinese,
    Word,
    Space,
    Break,
    Mark,
}

fn kind(letter: char) -> Kind {
    match letter {
        ' ' => Kind::Space,
        '\n' => Kind::Break,
        letter if is_ideograph(letter) => Kind::Chinese,
        // What combines stays with what it combines with.
        letter if letter.is_alphanumeric() || is_joined(letter) => Kind::Word,
        _ => Kind::Mark,
    }
}

fn is_joined(letter: char) -> bool {
    letter == '_' || matches!(letter, '\u{300}'..='\u{36F}')
}

/// The nearest place that does not lie inside a character.
fn whole(text: &str, at: usize, is_behind: bool) -> usize {
    let line = text
        .get(..at)
        .and_then(|before| before.rfind('\n'))
        .map_or(0, |at| at + 1);
    let mut place = line;
    for letter in text.get(line..).unwrap_or("").graphemes(true) {
        let next = place + letter.len();
        if at <= place {
            return place;
        }
        if at < next {
            return if is_behind { next } else { place };
        }
        place = next;
    }
    place
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_ends_at_a_mark_or_where_another_writing_begins() {
        let text = "食品经营许可，共 20个工作日。GB18030";
        let mut stops = vec![0];
        while *stops.last().unwrap() < text.len() {
            stops.push(next_word(text, *stops.last().unwrap()));
        }
        let words: Vec<&str> = stops
            .windows(2)
            .map(|pair| &text[pair[0]..pair[1]])
            .collect();
        assert_eq!(
            words,
            [
                "食品经营许可",
                "，",
                "共 ",
                "20",
                "个工作日",
                "。",
                "GB18030"
            ]
        );
        let mut at = text.len();
        let mut back = Vec::new();
        while at > 0 {
            let start = previous_word(text, at);
            back.push(&text[start..at]);
            at = start;
        }
        assert_eq!(
            back,
            [
                "GB18030",
                "。",
                "个工作日",
                "20",
                "共 ",
                "，",
                "食品经营许可"
            ]
        );
    }

    #[test]
    fn a_letter_is_what_a_person_sees() {
        let text = "👩\u{200D}🔧e\u{301}𠮷🇨🇳";
        let mut stops = vec![0];
        while *stops.last().unwrap() < text.len() {
            stops.push(next_letter(text, *stops.last().unwrap()));
        }
        assert_eq!(stops.len(), 5);
        assert_eq!(previous_letter(text, text.len()), text.len() - 8);
    }
}
