//! Words inside a value: where one stands in the file, and whether it belongs to a number.

use crate::text::Span;
use crate::yaml::Value;

/// Where a word of a value's text stands, the word being at some byte of that text; the whole value where
/// the file writes it otherwise (escaped, or folded in the middle).
pub(super) fn span_of(value: Value<'_>, at: usize, word: &str) -> Span {
    let whole = value.span();
    let before = value.text().and_then(|text| text.get(..at)).unwrap_or("");
    let written = whole.of(value.document().text());
    let nth = before.matches(word).count();
    match written.match_indices(word).nth(nth) {
        Some((start, word)) => {
            let start = whole.range().start + start;
            Span::new(start, start + word.len())
        }
        None => whole,
    }
}

/// Whether one of some words stands in a text.
pub(super) fn has_any(text: &str, words: &[String]) -> bool {
    words.iter().any(|word| text.contains(&**word))
}

/// Whether two texts have the same letters and numbers, whatever stands between them.
pub(super) fn is_same_wording(left: &str, right: &str) -> bool {
    letters(left).eq(letters(right))
}

fn letters(text: &str) -> impl Iterator<Item = char> + use<'_> {
    // Most letters are of one range; only the others need to be looked up.
    let is_common = |letter: &char| matches!(letter, '\u{4E00}'..='\u{9FFF}');
    text.chars()
        .filter(move |letter| is_common(letter) || letter.is_alphanumeric())
}

/// Whether one of some words stands in a text right after a number or a letter.
pub(super) fn has_numbered(text: &str, words: &[String]) -> bool {
    let is_numbered = |word: &String| {
        let mut places = text.match_indices(&**word);
        places.any(|(at, _)| text.get(..at).is_some_and(ends_in_number))
    };
    words.iter().any(is_numbered)
}

fn ends_in_number(text: &str) -> bool {
    let last = text.trim_end().chars().next_back();
    last.is_some_and(|last| last.is_ascii_alphanumeric() || is_numeral(last))
}

fn is_numeral(letter: char) -> bool {
    matches!(
        letter,
        '０'
            ..='９'
                | '〇'
                | '零'
                | '一'
                | '二'
                | '两'
                | '三'
                | '四'
                | '五'
                | '六'
                | '七'
                | '八'
                | '九'
                | '十'
                | '百'
                | '半'
                | '负'
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::yaml::read;

    #[test]
    fn a_word_is_found_in_every_style() {
        for text in [
            "a: 甲乙丙乙丁\n",
            "a: \"甲乙丙乙丁\"\n",
            "a: |-\n  甲乙丙\n  乙丁\n",
        ] {
            let document = read(text);
            let value = document.root().unwrap().get("a").unwrap();
            let at = value.text().unwrap().rfind('乙').unwrap();
            let span = span_of(value, at, "乙");
            assert_eq!(span.of(text), "乙", "{text}");
            assert_eq!(span.range().start, text.rfind('乙').unwrap());
        }
    }

    #[test]
    fn an_escaped_word_is_the_whole_value() {
        let text = "a: \"\\u7532乙\"\n";
        let document = read(text);
        let value = document.root().unwrap().get("a").unwrap();
        assert_eq!(span_of(value, 0, "甲"), value.span());
    }

    #[test]
    fn a_word_is_numbered_by_what_stands_before_it() {
        let words = ["楼".to_owned()];
        assert!(has_numbered("样例路 1 号三楼", &words));
        assert!(has_numbered("2 楼", &words));
        assert!(!has_numbered("鼓楼区样例路", &words));
    }
}
