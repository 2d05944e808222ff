//! A word laid over the letters of all texts: for each letter and each place in the word, how far it leads.
//! A text is then read letter by letter, with all the places reached so far as the bits of one number.

use crate::search::class::Class;
use crate::search::texts::{Letter, Texts};
use crate::search::word::{Step, Word};

/// 对照表: what each letter of the texts is worth to one word.
pub(super) struct Table<'w> {
    word: &'w Word,
    letters: usize,
    /// A row of letters for each place in the word.
    steps: Vec<Step>,
}

impl<'w> Table<'w> {
    /// A table without slips.
    pub(super) fn new(texts: &Texts, word: &'w Word) -> Table<'w> {
        let mut steps = Vec::with_capacity(word.letters.len() * texts.letters.len());
        for at in 0..word.letters.len() {
            let spoken = spoken(texts, |syllable| word.spoken(at, syllable));
            let step =
                |letter: &Letter| with_sounds(word.written(at, letter.written), letter, &spoken);
            steps.extend(texts.letters.iter().map(step));
        }
        Table {
            word,
            letters: texts.letters.len(),
            steps,
        }
    }

    /// Adds what a slip allows.
    pub(super) fn allow_slips(&mut self, texts: &Texts) {
        for (at, row) in self.steps.chunks_mut(self.letters.max(1)).enumerate() {
            let slipped = spoken(texts, |syllable| self.word.slipped(at, syllable));
            for (step, letter) in row.iter_mut().zip(&texts.letters) {
                *step = with_sounds(*step, letter, &slipped);
            }
        }
    }

    fn step(&self, at: usize, letter: u16) -> Step {
        let place = at * self.letters + usize::from(letter);
        self.steps.get(place).copied().unwrap_or_default()
    }

    fn goal(&self) -> u64 {
        1 << self.word.letters.len()
    }

    /// How the word fits a text without a gap and without a slip.
    pub(super) fn strict(&self, text: &[u16]) -> Option<Class> {
        if !self.fits(text, false, |step| step.any) {
            return None;
        }
        let same = |step: Step| step.same;
        if self.fits(text, false, same) {
            return Some(match self.fits(text, true, same) {
                true if text.len() == self.word.letters.len() => Class::Whole,
                true => Class::Start,
                false => Class::Inside,
            });
        }
        let sound = |step: Step| step.sound;
        if self.fits(text, false, sound) {
            let starts = self.fits(text, true, sound);
            return Some(if starts {
                Class::SoundStart
            } else {
                Class::Sound
            });
        }
        let starts = self.fits(text, true, |step| step.any);
        Some(if starts {
            Class::InitialStart
        } else {
            Class::Initial
        })
    }

    /// How the word fits a text with gaps, or with one slip.
    pub(super) fn loose(&self, text: &[u16]) -> Option<Class> {
        if self.word.may_scatter() && self.is_scattered(text) {
            return Some(Class::Scattered);
        }
        (self.word.may_slip() && self.is_near(text)).then_some(Class::Near)
    }

    /// Whether the word stands in a text: at its start, or anywhere.
    fn fits(&self, text: &[u16], at_start: bool, how: impl Fn(Step) -> u8) -> bool {
        let goal = self.goal();
        let mut open = 1u64;
        for letter in text {
            let next = self.advanced(open, *letter, &how);
            if next & goal != 0 {
                return true;
            }
            if at_start && next == 0 {
                return false;
            }
            open = next | u64::from(!at_start);
        }
        false
    }

    fn is_scattered(&self, text: &[u16]) -> bool {
        let mut open = 1u64;
        for letter in text {
            open |= self.advanced(open, *letter, |step| step.any);
        }
        open & self.goal() != 0
    }

    fn is_near(&self, text: &[u16]) -> bool {
        let goal = self.goal();
        let (mut open, mut half, mut slipped) = (1u64, 0u64, 0u64);
        for letter in text {
            let after = self.advanced(slipped, *letter, |step| step.sound)
                | self.advanced(open, *letter, |step| step.near)
                | self.advanced(half, *letter, |step| step.rest);
            if after & goal != 0 {
                return true;
            }
            slipped = after;
            half = self.advanced(open, *letter, |step| step.half);
            open = self.advanced(open, *letter, |step| step.sound) | 1;
        }
        false
    }

    /// The places reached from some places by one letter.
    fn advanced(&self, open: u64, letter: u16, how: impl Fn(Step) -> u8) -> u64 {
        let (mut next, mut rest) = (0, open & !self.goal());
        while rest != 0 {
            let at = rest.trailing_zeros();
            rest &= rest - 1;
            next |= u64::from(how(self.step(at as usize, letter))) << at;
        }
        next
    }
}

fn spoken(texts: &Texts, step: impl Fn(&[char]) -> Step) -> Vec<Step> {
    texts
        .syllables
        .iter()
        .map(|syllable| step(syllable))
        .collect()
}

fn with_sounds(written: Step, letter: &Letter, spoken: &[Step]) -> Step {
    let sounds = letter
        .sounds
        .iter()
        .filter_map(|sound| spoken.get(usize::from(*sound)));
    sounds.fold(written, |step, sound| step.or(*sound))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn class(text: &str, word: &str) -> Option<Class> {
        let mut texts = Texts::default();
        let number = texts.number(text);
        let word = Word::all(word).remove(0);
        let mut table = Table::new(&texts, &word);
        table.allow_slips(&texts);
        table
            .strict(texts.get(number))
            .or_else(|| table.loose(texts.get(number)))
    }

    #[test]
    fn characters_pinyin_initials_and_a_mix_of_them_find_a_name() {
        let name = "公共场所卫生许可";
        for (word, wanted) in [
            ("公共场所卫生许可", Class::Whole),
            ("公共", Class::Start),
            ("场所", Class::Inside),
            ("gonggongchangsuo", Class::SoundStart),
            ("gonggongchan", Class::SoundStart),
            ("weisheng", Class::Sound),
            ("ggcs", Class::InitialStart),
            ("gg场所", Class::InitialStart),
            ("gongcs", Class::Initial),
            ("wsxk", Class::Initial),
            ("公场许", Class::Scattered),
            ("gongongchangsuo", Class::Near),
            ("wiesheng", Class::Near),
            ("cahngsuo", Class::Near),
            ("weishnegx", Class::Near),
            ("weisehngxuke", Class::Near),
            ("weishenxguke", Class::Near),
        ] {
            assert_eq!(class(name, word), Some(wanted), "{word}");
        }
        for word in ["食品", "xyz", "所场", "wishang"] {
            assert_eq!(class(name, word), None, "{word}");
        }
    }

    #[test]
    fn a_polyphone_is_found_by_each_of_its_readings() {
        for word in ["cq", "zq", "chongqing", "zhongqing", "c庆"] {
            assert!(class("重庆市", word).is_some(), "{word}");
        }
    }

    #[test]
    fn width_and_capitals_make_no_difference() {
        assert_eq!(class("许可（新办）", "(新办)"), Some(Class::Inside));
        assert_eq!(class("ETC 办理", "etc"), Some(Class::Start));
        assert_eq!(class("ETC 办理", "ＥＴＣ"), Some(Class::Start));
    }
}
