//! One word that is looked for, and how much of it one character of a text can stand for.

use std::ops::Range;

use crate::search::sound::folded;

/// Longest word; what is beyond is not looked at.
const LONGEST: usize = 56;
/// Words shorter than this are taken as they are.
const TYPO_FROM: usize = 5;
/// The longest stretch of letters that one character can stand for: a syllable of six, and a slip.
const WIDEST: usize = 7;

/// 搜索词: one word, folded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    /// Its letters.
    pub(super) letters: Vec<char>,
}

/// How much of a word, from one place on, a character can stand for: bit `n` says that `n` letters fit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Step {
    /// As it is written.
    pub(super) same: u8,
    /// As it is written, or by a whole syllable, or by the start of one where the word ends.
    pub(super) sound: u8,
    /// The same, or by the first letter of a syllable.
    pub(super) any: u8,
    /// By a syllable with one slip in it.
    pub(super) near: u8,
    /// By a syllable whose last letter is swapped with the first one of the next syllable.
    pub(super) half: u8,
    /// By the next syllable after that.
    pub(super) rest: u8,
}

impl Word {
    /// The words of what was typed.
    pub(super) fn all(typed: &str) -> Vec<Word> {
        let words = typed.split_whitespace().map(|word| Word {
            letters: word.chars().map(folded).take(LONGEST).collect(),
        });
        words.collect()
    }

    /// Whether it can be a part of a code.
    pub(super) fn is_code_like(&self) -> bool {
        let mut letters = self.letters.iter();
        letters.clone().all(char::is_ascii_alphanumeric)
            && letters.any(char::is_ascii_digit)
            && self.letters.len() > 1
    }

    /// Whether nothing in it can be pinyin.
    pub(super) fn is_literal(&self) -> bool {
        !self.letters.iter().any(char::is_ascii_lowercase)
    }

    /// Whether a slip is allowed in it.
    pub(super) fn may_slip(&self) -> bool {
        let latin = self
            .letters
            .iter()
            .filter(|letter| letter.is_ascii_lowercase());
        latin.count() >= TYPO_FROM
    }

    /// Whether its letters may lie apart in a text: of Chinese ones two are enough, of initials it takes four.
    pub(super) fn may_scatter(&self) -> bool {
        let least = if self.is_literal() { 2 } else { 4 };
        self.letters.len() >= least
    }

    /// Whether it goes on where another one ends.
    pub(super) fn extends(&self, other: &Word) -> bool {
        self.letters.starts_with(&other.letters)
    }

    /// The step of a character by its own writing.
    pub(super) fn written(&self, at: usize, letter: char) -> Step {
        let fits = u8::from(self.letters.get(at) == Some(&letter)) << 1;
        let mut step = Step {
            same: fits,
            sound: fits,
            any: fits,
            ..Step::default()
        };
        if letter.is_ascii_lowercase() {
            step = step.or(self.slipped(at, &[letter]));
        }
        step
    }

    /// The step of a syllable.
    pub(super) fn spoken(&self, at: usize, syllable: &[char]) -> Step {
        let rest = self.letters.get(at..).unwrap_or_default();
        let common = rest
            .iter()
            .zip(syllable)
            .take_while(|(a, b)| a == b)
            .count();
        let is_whole = common == syllable.len();
        let is_end = common == rest.len();
        let fits = if common > 0 && (is_whole || is_end) {
            1u8 << common
        } else {
            0
        };
        Step {
            same: 0,
            sound: fits,
            any: fits | (u8::from(common > 0) << 1),
            ..Step::default()
        }
    }

    /// The step of a syllable with a slip in it, or over its end.
    pub(super) fn slipped(&self, at: usize, syllable: &[char]) -> Step {
        let letter = |place: usize| self.letters.get(place);
        let part = |from: usize, to: usize| self.letters.get(from..to).unwrap_or_default();
        let end = at + syllable.len();
        let (start, last) = match syllable.split_last() {
            Some((last, start)) => (start, Some(last)),
            None => (syllable, None),
        };
        let is_half = *part(at, end.max(1) - 1) == *start && letter(end) == last;
        let is_rest = at > 0
            && letter(at - 1) == syllable.first()
            && Some(part(at + 1, end)) == syllable.get(1..);
        let mask = |is_so: bool| u8::from(is_so && syllable.len() < 8) << syllable.len().min(7);
        Step {
            near: self.near(at, syllable),
            half: mask(is_half),
            rest: mask(is_rest),
            ..Step::default()
        }
    }

    /// How many letters from a place on are a syllable with one slip.
    fn near(&self, at: usize, syllable: &[char]) -> u8 {
        let rest = self.letters.get(at..).unwrap_or_default();
        let lengths: Range<usize> = syllable.len().saturating_sub(1)..syllable.len() + 2;
        lengths
            .filter(|length| (1..=WIDEST).contains(length))
            .filter(|length| {
                rest.get(..*length)
                    .is_some_and(|part| is_slip(part, syllable))
            })
            .fold(0, |mask, length| mask | (1 << length))
    }
}

impl Step {
    /// What either allows.
    pub(super) fn or(self, other: Step) -> Step {
        Step {
            same: self.same | other.same,
            sound: self.sound | other.sound,
            any: self.any | other.any,
            near: self.near | other.near,
            half: self.half | other.half,
            rest: self.rest | other.rest,
        }
    }
}

/// Whether one letter is another one, is missing, is too much, or two are swapped.
fn is_slip(typed: &[char], meant: &[char]) -> bool {
    let start = typed.iter().zip(meant).take_while(|(a, b)| a == b).count();
    let (typed, meant) = (
        typed.get(start..).unwrap_or_default(),
        meant.get(start..).unwrap_or_default(),
    );
    match (typed, meant) {
        ([a, b, typed @ ..], [c, d, meant @ ..]) if a == d && b == c && typed == meant => true,
        ([_, typed @ ..], [_, meant @ ..]) if typed == meant => true,
        ([_, typed @ ..], meant) if typed == meant => true,
        (typed, [_, meant @ ..]) => typed == meant,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn word(text: &str) -> Word {
        Word::all(text).remove(0)
    }

    fn letters(text: &str) -> Vec<char> {
        text.chars().collect()
    }

    #[test]
    fn a_syllable_stands_for_itself_its_first_letter_and_a_start_of_it_at_the_end() {
        let step = word("gongc").spoken(0, &letters("gong"));
        assert_eq!((step.sound, step.any), (1 << 4, (1 << 4) | (1 << 1)));
        assert_eq!(word("gon").spoken(0, &letters("gong")).sound, 1 << 3);
        assert_eq!(word("gonc").spoken(0, &letters("gong")).sound, 0);
    }

    #[test]
    fn a_slip_is_one_letter_or_two_swapped() {
        let slip = |typed: &str| is_slip(&letters(typed), &letters("gong"));
        assert!(
            ["gomg", "gog", "goong", "gogn", "ogng"]
                .into_iter()
                .all(slip)
        );
        assert!(!["gong", "gang g", "g", "gnoo"].into_iter().any(slip));
    }
}
