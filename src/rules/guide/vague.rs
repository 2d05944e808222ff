//! Words in a text that say nothing, and where they do not count.

use crate::catalog::standard::{Vague, Word, WordList};

/// The vague words of a text with the byte each begins at, in order; of words that overlap the first and
/// longest.
pub(super) fn vague<'w>(text: &str, words: &'w WordList, except: &Vague) -> Vec<(usize, &'w Word)> {
    if !words.stands_in(text) {
        return Vec::new();
    }
    let mut found = Vec::new();
    for word in words.iter() {
        let places = text.match_indices(&*word.word).map(|(at, _)| at);
        found.extend(
            places
                .filter(|at| counts(text, *at, word, except))
                .map(|at| (at, word)),
        );
    }
    found.sort_by_key(|(at, word)| (*at, std::cmp::Reverse(word.word.len())));
    let mut end = 0;
    found.retain(|(at, word)| {
        let is_free = *at >= end;
        end = if is_free { at + word.word.len() } else { end };
        is_free
    });
    found
}

fn counts(text: &str, at: usize, word: &Word, except: &Vague) -> bool {
    let before = text.get(..at).unwrap_or("");
    let after = text.get(at + word.word.len()..).unwrap_or("");
    let clause = before
        .rsplit(['。', '；', ';', '，', ',', '\n'])
        .next()
        .unwrap_or("");
    let is_denied = except
        .denials
        .iter()
        .any(|denial| clause.contains(&**denial));
    let follows = |words: &[String]| words.iter().any(|word| after.starts_with(&**word));
    !is_denied && !follows(&except.explained_by) && !follows(&except.goes_on)
}
