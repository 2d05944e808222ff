//! Why a text is no credit code.

use std::collections::BTreeSet;

use crate::rules::code::letters::{self, Letter};
use crate::rules::code::tidy::{Tidied, tidied};
use crate::terms::{CreditCode, CreditCodeFault, is_organisation_code, organisation_check_char};

/// Why a text is no credit code.
pub(super) enum Reason {
    /// One character over and over.
    Placeholder,
    /// Right but for the way it is written.
    Written(Tidied),
    /// The organisation code of nine characters that was used before.
    Organisation,
    /// An organisation code with a character too many.
    LongOrganisation(String),
    /// Nine characters whose check character should be this one.
    BadOrganisation(char),
    /// 15 digits: the number of a business licence of old.
    Registration,
    /// A character is missing.
    Missing,
    /// A character too many.
    Extra,
    /// Characters that credit codes do not use.
    Letters(Vec<Letter>),
    /// The last character should be this one.
    Check(char),
    /// The 17th character should be this one.
    InnerCheck(char),
    /// Another number of characters.
    Length,
}

/// Longer texts are not looked into.
const LONGEST: usize = 40;

/// Why a text is no credit code; `None` if it is one.
pub(super) fn reason(text: &str) -> Option<Reason> {
    CreditCode::parse(text).err()?;
    if text.chars().count() > LONGEST {
        return Some(Reason::Length);
    }
    let tidied = tidied(text);
    if is_placeholder(&tidied.text) {
        return Some(Reason::Placeholder);
    }
    if CreditCode::parse(&tidied.text).is_ok() {
        return Some(Reason::Written(tidied));
    }
    Some(match tidied.text.chars().count() {
        9 => nine(&tidied.text),
        10 => ten(&tidied.text),
        15 if tidied.text.bytes().all(|byte| byte.is_ascii_digit()) => Reason::Registration,
        17 => Reason::Missing,
        18 => eighteen(&tidied.text),
        19 => Reason::Extra,
        _ => Reason::Length,
    })
}

fn is_placeholder(text: &str) -> bool {
    let mut letters = text.chars();
    let first = letters.next();
    text.len() > 3 && letters.all(|letter| Some(letter) == first)
}

fn nine(text: &str) -> Reason {
    let right = text.get(..8).and_then(organisation_check_char);
    match right {
        _ if is_organisation_code(text) => Reason::Organisation,
        Some(right) if text.is_ascii() => Reason::BadOrganisation(right),
        _ => Reason::Length,
    }
}

/// Only where one way alone leads back to an organisation code.
fn ten(text: &str) -> Reason {
    let shorter = with_one_less(text).filter(|shorter| is_organisation_code(shorter));
    let mut shorter: BTreeSet<String> = shorter.collect();
    match (shorter.pop_first(), shorter.is_empty()) {
        (Some(code), true) => Reason::LongOrganisation(code),
        _ => Reason::Length,
    }
}

fn eighteen(text: &str) -> Reason {
    let wrong = letters::all(text, |letter| !is_used(letter));
    match CreditCode::parse(text) {
        _ if !wrong.is_empty() => Reason::Letters(wrong),
        Err(CreditCodeFault::Check(right)) => Reason::Check(right),
        Err(CreditCodeFault::Organisation(right)) => Reason::InnerCheck(right),
        _ => Reason::Length,
    }
}

/// Whether credit codes use a character.
pub(super) fn is_used(letter: char) -> bool {
    CreditCode::letters().any(|used| used == letter)
}

/// A text with each of its characters left out.
pub(super) fn with_one_less(text: &str) -> impl Iterator<Item = String> {
    let places = text.char_indices();
    places.map(|(at, letter)| {
        let (start, end) = text.split_at(at);
        format!("{start}{}", end.get(letter.len_utf8()..).unwrap_or(""))
    })
}
