//! Every distinct text once, as numbers of the distinct characters in it.

use foldhash::HashMap;

use crate::search::sound::{folded, sounds};

/// 文本库: distinct texts and the letters they are made of.
#[derive(Clone, Debug, Default)]
pub(super) struct Texts {
    /// All texts, one after the other, as numbers of letters.
    flat: Vec<u16>,
    /// Where each text begins; one more at the end.
    starts: Vec<u32>,
    by_text: HashMap<Box<str>, u32>,
    /// The distinct letters.
    pub(super) letters: Vec<Letter>,
    by_letter: HashMap<char, u16>,
    /// The distinct syllables.
    pub(super) syllables: Vec<Box<[char]>>,
    by_syllable: HashMap<Box<[char]>, u16>,
}

/// A letter of the texts.
#[derive(Clone, Debug)]
pub(super) struct Letter {
    /// The character, folded.
    pub(super) written: char,
    /// Its syllables, as numbers.
    pub(super) sounds: Box<[u16]>,
}

impl Texts {
    /// The number of a text; a new one if it was not there.
    pub(super) fn number(&mut self, text: &str) -> u32 {
        if let Some(number) = self.by_text.get(text) {
            return *number;
        }
        let number = u32::try_from(self.len()).unwrap_or(u32::MAX);
        if self.starts.is_empty() {
            self.starts.push(0);
        }
        for letter in text.chars().map(folded) {
            let letter = self.letter(letter);
            self.flat.push(letter);
        }
        self.starts
            .push(u32::try_from(self.flat.len()).unwrap_or(u32::MAX));
        self.by_text.insert(text.into(), number);
        number
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    /// The letters of a text, as numbers.
    pub(super) fn get(&self, number: u32) -> &[u16] {
        let place = number as usize;
        let bounds = self.starts.get(place).zip(self.starts.get(place + 1));
        bounds
            .and_then(|(start, end)| self.flat.get(*start as usize..*end as usize))
            .unwrap_or_default()
    }

    /// A letter beyond the room for numbers, which no catalog has, is as the last one.
    fn letter(&mut self, written: char) -> u16 {
        if let Some(number) = self.by_letter.get(&written) {
            return *number;
        }
        let sounds = sounds(written)
            .iter()
            .map(|sound| self.syllable(sound))
            .collect();
        let Ok(number) = u16::try_from(self.letters.len()) else {
            return u16::MAX;
        };
        self.letters.push(Letter { written, sounds });
        self.by_letter.insert(written, number);
        number
    }

    fn syllable(&mut self, sound: &str) -> u16 {
        let letters: Box<[char]> = sound.chars().collect();
        if let Some(number) = self.by_syllable.get(&letters) {
            return *number;
        }
        let number = u16::try_from(self.syllables.len()).unwrap_or(u16::MAX);
        self.syllables.push(letters.clone());
        self.by_syllable.insert(letters, number);
        number
    }

    /// Bytes held.
    pub(super) fn bytes(&self) -> usize {
        let keys: usize = self.by_text.keys().map(|text| text.len() + 24).sum();
        self.flat.len() * 2 + self.starts.len() * 4 + keys + self.letters.len() * 48
    }
}
