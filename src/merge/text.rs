//! Two changes of one text joined by words, if they do not touch.

use std::ops::Range;

use crate::merge::sequence::{Chunk, three_way};
use crate::text::tokens;

/// So many words must stand between two changes, unless a sentence or a part of one ends there: a word or two
/// that both sides happen to keep say nothing about whether the changes go together.
const APART: usize = 3;

/// The text with the changes of both sides; `None` if they touch.
pub(super) fn join_words(base: &str, ours: &str, theirs: &str) -> Option<String> {
    let [base, ours, theirs] = [base, ours, theirs].map(tokens);
    let marks = "，。、；：！？,.;:!?\n";
    let is_mark = |token: &&str| marks.contains(*token);
    let apart = |range: Range<usize>| {
        let between = base.get(range).unwrap_or_default();
        between.len() >= APART || between.iter().any(is_mark)
    };
    let mut text = String::new();
    for chunk in three_way([&base, &ours, &theirs], &apart) {
        let part = match chunk {
            Chunk::Same(range) => base.get(range),
            Chunk::Ours(range) => ours.get(range),
            Chunk::Theirs(range) => theirs.get(range),
            Chunk::Clash(_) => return None,
        };
        text.extend(part.unwrap_or_default().iter().copied());
    }
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes_of_different_sentences_join() {
        let base = "申请人提交材料。窗口受理后出具凭证。";
        let joined = join_words(
            base,
            "申请人在线提交材料。窗口受理后出具凭证。",
            "申请人提交材料。窗口受理后当场出具凭证。",
        );
        assert_eq!(
            joined.as_deref(),
            Some("申请人在线提交材料。窗口受理后当场出具凭证。")
        );
    }

    #[test]
    fn changes_that_touch_do_not() {
        let base = "自受理之日起二十日内办结";
        assert_eq!(
            join_words(
                base,
                "自受理之日起十五日内办结",
                "自受理之日起二十个工作日内办结"
            ),
            None
        );
        assert_eq!(
            join_words(base, "自受理之日起十五日内办结", "自受理之日起十日内办结"),
            None
        );
    }
}
