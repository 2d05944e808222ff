//! The known word that an unknown one was probably meant to be.

/// The candidate that takes the fewest typing errors to become `word`; `None` if none is near. Of two
/// equally near the first one wins.
pub(super) fn nearest<'c>(
    word: &str,
    candidates: impl Iterator<Item = &'c str>,
) -> Option<&'c str> {
    let letters: Vec<char> = word.chars().collect();
    let furthest = (letters.len() / 3).max(1);
    candidates
        .map(|candidate| (errors(&letters, candidate), candidate))
        .filter(|(errors, _)| *errors <= furthest)
        .min_by_key(|(errors, _)| *errors)
        .map(|(_, candidate)| candidate)
}

/// How many letters must be added, removed or replaced (Levenshtein).
fn errors(word: &[char], other: &str) -> usize {
    let mut row: Vec<usize> = (0..=word.len()).collect();
    for (line, letter) in other.chars().enumerate() {
        let mut above_left = line;
        let mut left = line + 1;
        for (cell, own) in row.iter_mut().skip(1).zip(word) {
            let replaced = above_left + usize::from(*own != letter);
            above_left = *cell;
            left = replaced.min(*cell + 1).min(left + 1);
            *cell = left;
        }
        if let Some(first) = row.first_mut() {
            *first = line + 1;
        }
    }
    row.last().copied().unwrap_or(0)
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
        let letters: Vec<char> = "护照法".chars().collect();
        assert_eq!(errors(&letters, "护照办法"), 1);
        assert_eq!(errors(&letters, ""), 3);
        assert_eq!(errors(&[], "护照"), 2);
    }
}
