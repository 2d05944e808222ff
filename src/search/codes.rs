//! Codes in two parts, each of which many matters share: the body and the level in front, the base code at
//! the end. A word is looked for in the parts, and over the seam between them.

use crate::search::Record;
use crate::search::class::{CODE, CODE_PART, NONE};

/// Length of a base code, with which a code ends.
const TAIL: usize = 12;

/// What a word is worth in one part of a code.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Part {
    /// Bit `n`: the part and the first `n` letters of the word, or the rest of them, go together at the seam.
    seams: u64,
    /// Bit `n`: the part is just that.
    wholes: u64,
}

/// The parts of a matter's code in small letters, and its other codes where they are not in it.
pub(super) fn parts(record: &Record<'_>) -> [String; 3] {
    let code = record.code.to_lowercase();
    let seam = code.len().saturating_sub(TAIL);
    let (head, tail) = code.split_at_checked(seam).unwrap_or(("", &code));
    let mut more = String::new();
    let base = Some(record.base_code).filter(|base| !record.code.ends_with(base));
    for code in base.into_iter().chain([record.local_code]) {
        more += &code.to_lowercase();
        more.push(' ');
    }
    [head.to_owned(), tail.to_owned(), more.trim().to_owned()]
}

/// The rank of a part that has the word in it, or is it.
pub(super) fn rank_in(part: &str, word: &str) -> u8 {
    if part.split_whitespace().any(|code| code == word) {
        CODE
    } else if part.contains(word) {
        CODE_PART
    } else {
        NONE
    }
}

impl Part {
    /// The part in front of the seam.
    pub(super) fn head(part: &str, word: &str) -> Part {
        let is_seam = |at: &usize| word.get(..*at).is_some_and(|start| part.ends_with(start));
        let whole = Some(part.len()).filter(|_| word.starts_with(part));
        Part {
            seams: bits((1..word.len()).filter(is_seam)),
            wholes: bits(whole),
        }
    }

    /// The part behind the seam.
    pub(super) fn tail(part: &str, word: &str) -> Part {
        let is_seam = |at: &usize| word.get(*at..).is_some_and(|rest| part.starts_with(rest));
        let whole = word.strip_suffix(part).map(str::len);
        Part {
            seams: bits((1..word.len()).filter(is_seam)),
            wholes: bits(whole),
        }
    }

    /// The rank of a code of two parts by what lies over its seam.
    pub(super) fn rank(self, tail: Part) -> u8 {
        if self.wholes & tail.wholes != 0 {
            CODE
        } else if self.seams & tail.seams != 0 {
            CODE_PART
        } else {
            NONE
        }
    }
}

fn bits(places: impl IntoIterator<Item = usize>) -> u64 {
    let places = places.into_iter().filter(|place| *place < 64);
    places.fold(0, |mask, place| mask | (1 << place))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rank(code: &str, word: &str) -> u8 {
        let record = Record {
            code,
            base_code: "000131002000",
            local_code: "A7",
            ..Record::default()
        };
        let [head, tail, more] = parts(&record);
        let seam = Part::head(&head, word).rank(Part::tail(&tail, word));
        let parts = [&head, &tail, &more].map(|part| rank_in(part, word));
        parts.into_iter().fold(seam, u8::min)
    }

    #[test]
    fn a_word_is_found_in_either_part_over_the_seam_and_as_the_whole() {
        let code = "11330106MU033101XF4000131002000";
        for (word, wanted) in [
            ("11330106mu033101xf4000131002000", CODE),
            ("000131002000", CODE),
            ("a7", CODE),
            ("330106", CODE_PART),
            ("131002", CODE_PART),
            ("xf4000131", CODE_PART),
            ("11330106mu033101xf400013100200", CODE_PART),
            ("xf5", NONE),
        ] {
            assert_eq!(rank(code, word), wanted, "{word}");
        }
        assert_eq!(rank("000131002000", "0001"), CODE_PART);
        assert_eq!(rank("77", "000131"), CODE_PART);
    }
}
