//! Which characters of a text a search means, so that they can be shown.

use std::ops::Range;

use crate::search::sound::{folded, sounds};
use crate::search::word::{Step, Word};

/// A text being marked: each character with its place in bytes and its syllables.
struct Marked {
    letters: Vec<(char, Range<usize>, Vec<Vec<char>>)>,
}

/// How the characters that a word means may follow one another.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Gaps {
    None,
    Any,
}

/// 命中: the parts of a text that the words typed mean, in bytes, from left to right.
pub fn marks(text: &str, typed: &str) -> Vec<Range<usize>> {
    let words = Word::all(typed);
    if words.is_empty() {
        return Vec::new();
    }
    let marked = Marked::of(text);
    let mut places: Vec<usize> = words.iter().flat_map(|word| marked.places(word)).collect();
    places.sort_unstable();
    places.dedup();
    let mut ranges: Vec<Range<usize>> = Vec::new();
    for (_, range, _) in places.iter().filter_map(|place| marked.letters.get(*place)) {
        match ranges.last_mut().filter(|last| last.end == range.start) {
            Some(last) => last.end = range.end,
            None => ranges.push(range.clone()),
        }
    }
    ranges
}

impl Marked {
    fn of(text: &str) -> Marked {
        let letter = |(at, letter): (usize, char)| {
            let syllables = sounds(letter).into_iter();
            let syllables = syllables.map(|sound| sound.chars().collect()).collect();
            (folded(letter), at..at + letter.len_utf8(), syllables)
        };
        Marked {
            letters: text.char_indices().map(letter).collect(),
        }
    }

    /// The characters that a word means, by their places; the way that fits best.
    fn places(&self, word: &Word) -> Vec<usize> {
        let way = |how, gaps, slips| Way {
            marked: self,
            word,
            how,
            gaps,
            slips,
        };
        let mut ways: Vec<Way<'_>> = vec![
            way(|step| step.same, Gaps::None, false),
            way(|step| step.sound, Gaps::None, false),
            way(|step| step.any, Gaps::None, false),
        ];
        if word.may_scatter() {
            ways.push(way(|step| step.any, Gaps::Any, false));
        }
        if word.may_slip() {
            ways.push(way(|step| step.sound, Gaps::None, true));
        }
        for way in ways {
            let found = (0..self.letters.len()).find_map(|start| way.from(start, 0, way.slips));
            if let Some(mut found) = found {
                found.reverse();
                return found;
            }
        }
        Vec::new()
    }

    fn step(&self, place: usize, word: &Word, at: usize, slips: bool) -> Step {
        let Some((written, _, syllables)) = self.letters.get(place) else {
            return Step::default();
        };
        let spoken = syllables.iter().map(|syllable| {
            let step = word.spoken(at, syllable);
            if slips {
                step.or(word.slipped(at, syllable))
            } else {
                step
            }
        });
        spoken.fold(word.written(at, *written), Step::or)
    }
}

/// One way to read a word into a text.
struct Way<'m> {
    marked: &'m Marked,
    word: &'m Word,
    how: fn(Step) -> u8,
    gaps: Gaps,
    /// Whether a slip is allowed.
    slips: bool,
}

impl Way<'_> {
    /// The places that mean the rest of the word, the last first, if the text at this place begins it.
    fn from(&self, place: usize, at: usize, may_slip: bool) -> Option<Vec<usize>> {
        let step = self.marked.step(place, self.word, at, may_slip);
        let slips = if may_slip { step.near } else { 0 };
        let ways = [((self.how)(step), may_slip), (slips, false)];
        let mut ends = ways
            .into_iter()
            .flat_map(|(mask, slips)| lengths(mask).map(move |one| (one, slips)));
        let found = ends.find_map(|(length, slips)| self.after(place, at + length, slips));
        let swapped = || lengths(step.half).find_map(|length| self.swapped(place + 1, at + length));
        let mut rest = found.or_else(|| swapped().filter(|_| may_slip))?;
        rest.push(place);
        Some(rest)
    }

    /// The rest of the word, after a syllable whose last letter is swapped with the first one here.
    fn swapped(&self, place: usize, at: usize) -> Option<Vec<usize>> {
        let step = self.marked.step(place, self.word, at, true);
        let mut rest = lengths(step.rest).find_map(|one| self.after(place, at + one, false))?;
        rest.push(place);
        Some(rest)
    }

    fn after(&self, place: usize, at: usize, may_slip: bool) -> Option<Vec<usize>> {
        if at == self.word.letters.len() {
            return Some(Vec::new());
        }
        let last = match self.gaps {
            Gaps::None => place + 1,
            Gaps::Any => self.marked.letters.len(),
        };
        let mut next = place + 1..(last + 1).min(self.marked.letters.len());
        next.find_map(|place| self.from(place, at, may_slip))
    }
}

/// The lengths in a mask, the longest first.
fn lengths(mask: u8) -> impl Iterator<Item = usize> {
    (1..8).rev().filter(move |length| mask & (1 << length) != 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(text: &str, typed: &str) -> String {
        let mut shown = String::new();
        let mut last = 0;
        for range in marks(text, typed) {
            shown += &text[last..range.start];
            shown = format!("{shown}[{}]", &text[range.clone()]);
            last = range.end;
        }
        shown + &text[last..]
    }

    #[test]
    fn what_pinyin_and_initials_mean_is_marked_like_what_is_written() {
        let name = "公共场所卫生许可";
        for (typed, wanted) in [
            ("场所", "公共[场所]卫生许可"),
            ("ggcs", "[公共场所]卫生许可"),
            ("gg场所", "[公共场所]卫生许可"),
            ("weisheng", "公共场所[卫生]许可"),
            ("wiesheng", "公共场所[卫生]许可"),
            ("weishenxguke", "公共场所[卫生许可]"),
            ("xuke gongg", "[公共]场所卫生[许可]"),
            ("公场许", "[公]共[场]所卫生[许]可"),
            ("食品", "公共场所卫生许可"),
        ] {
            assert_eq!(marked(name, typed), wanted, "{typed}");
        }
    }
}
