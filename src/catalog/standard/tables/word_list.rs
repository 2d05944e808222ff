//! Words that are looked for in every text of a catalog.

use std::ops::Deref;

use serde::Deserialize;

use crate::catalog::standard::Word;

/// 词表: some words, and how they begin: in most texts none of them does.
#[derive(Clone, Debug, Deserialize)]
#[serde(from = "Vec<Word>")]
pub struct WordList {
    words: Vec<Word>,
    firsts: [u64; SLOTS / 64],
}

/// First characters are told apart by their last bits.
const SLOTS: usize = 1024;

impl WordList {
    /// Whether any of the words stands in a text.
    pub fn stands_in(&self, text: &str) -> bool {
        text.char_indices()
            .filter(|(_, letter)| self.may_begin(*letter))
            .any(|(at, _)| {
                let rest = text.get(at..).unwrap_or("");
                self.iter().any(|word| rest.starts_with(&*word.word))
            })
    }

    fn may_begin(&self, letter: char) -> bool {
        let (block, bit) = slot(letter);
        self.firsts.get(block).is_some_and(|bits| bits & bit != 0)
    }
}

impl Deref for WordList {
    type Target = [Word];

    fn deref(&self) -> &[Word] {
        &self.words
    }
}

impl From<Vec<Word>> for WordList {
    fn from(words: Vec<Word>) -> WordList {
        let mut firsts = [0; SLOTS / 64];
        for letter in words.iter().filter_map(|word| word.word.chars().next()) {
            let (block, bit) = slot(letter);
            if let Some(bits) = firsts.get_mut(block) {
                *bits |= bit;
            }
        }
        WordList { words, firsts }
    }
}

fn slot(letter: char) -> (usize, u64) {
    let slot = letter as usize % SLOTS;
    (slot / 64, 1 << (slot % 64))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_stands_wherever_it_begins() {
        let word = |word: &str| Word {
            word: word.to_owned(),
            why: String::new(),
            why_en: String::new(),
        };
        let list = WordList::from(vec![word("其他"), word("etc")]);
        for text in ["其他", "申请表、其他材料", "form, etc", "其其他"] {
            assert!(list.stands_in(text), "{text}");
        }
        for text in ["", "其", "申请表", "e.g."] {
            assert!(!list.stands_in(text), "{text}");
        }
    }
}
