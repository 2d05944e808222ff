//! The known word that an unknown one was probably meant to be.

use strsim::levenshtein;

use crate::rules::RULES;

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

/// The code of the rule that an unknown one was probably meant to be, or of the rule that goes by this slug.
pub fn nearest_rule(word: &str) -> Option<&'static str> {
    let codes = || RULES.iter().map(|rule| rule.info.code);
    let by_slug = RULES.iter().find(|rule| rule.info.slug == word);
    let code = word.to_ascii_uppercase();
    let is_other_family = |candidate: &str| candidate.get(..1) != code.get(..1);
    let near = codes()
        .map(|candidate| (levenshtein(&code, candidate), candidate))
        .filter(|(errors, candidate)| *errors <= 3 - usize::from(is_other_family(candidate)))
        .filter(|_| code.len() > 1)
        .min_by_key(|(errors, candidate)| (*errors, is_other_family(candidate)));
    by_slug
        .map(|rule| rule.info.code)
        .or(near.map(|(_, candidate)| candidate))
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
    fn a_rule_is_found_by_a_slip_of_its_code_or_by_its_slug() {
        assert_eq!(nearest_rule("n01"), Some("N001"));
        assert_eq!(nearest_rule("N0001"), Some("N001"));
        assert_eq!(nearest_rule("unknown-law"), Some("L001"));
        assert!(nearest_rule("N999").is_some_and(|code| code.starts_with('N')));
        assert_eq!(nearest_rule("Q"), None);
        assert_eq!(nearest_rule("规则"), None);
    }

    #[test]
    fn errors_are_counted_in_letters() {
        assert_eq!(levenshtein("护照法", "护照办法"), 1);
        assert_eq!(levenshtein("护照法", ""), 3);
        assert_eq!(levenshtein("", "护照"), 2);
    }
}
