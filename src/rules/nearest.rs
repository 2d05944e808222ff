//! The known word that an unknown one was probably meant to be.

use strsim::levenshtein;

/// The candidate that takes the fewest typing errors to become `word`; `None` if none is near. Of two
/// equally near the first one wins.
pub(super) fn nearest<'c>(
    word: &str,
    candidates: impl Iterator<Item = &'c str>,
) -> Option<&'c str> {
    let furthest = (word.chars().count() / 3).max(1);
    // A letter more or less is at most four bytes; most of a long register is passed over by that alone.
    let is_about_as_long = |candidate: &&str| candidate.len().abs_diff(word.len()) <= furthest * 4;
    candidates
        .filter(is_about_as_long)
        .map(|candidate| (levenshtein(word, candidate), candidate))
        .filter(|(errors, _)| *errors <= furthest)
        .min_by_key(|(errors, _)| *errors)
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_finger_finds_the_word() {
        let known = ["legal_basis", "level", "levels"];
        let find = |word| nearest(word, known.into_iter());
        assert_eq!(find("legal_bases"), Some("legal_basis"));
        assert_eq!(find("leve"), Some("level"));
        assert_eq!(find("phone"), None);
    }

    #[test]
    fn errors_are_counted_in_letters() {
        assert_eq!(levenshtein("护照法", "护照办法"), 1);
        assert_eq!(levenshtein("护照法", ""), 3);
        assert_eq!(levenshtein("", "护照"), 2);
    }
}
