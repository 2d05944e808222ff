//! Which credit code was probably meant by a wrong one.

use std::collections::BTreeSet;

use crate::catalog::Registers;
use crate::catalog::standard::Coding;
use crate::rules::code::credit_reason::{Reason, is_used, with_one_less};
use crate::rules::code::letters;
use crate::rules::code::tidy::tidied;
use crate::terms::{CreditCode, credit_filler};

/// The code that was probably meant, and how it is known.
pub(super) struct Likely {
    pub(super) code: String,
    pub(super) how: How,
}

/// How a probable code is known.
pub(super) enum How {
    /// It is the only one near that makes both checks hold.
    Only,
    /// The characters that look like digits, taken for them, make both checks hold.
    LookAlikes,
    /// Two neighbours changed places: with these two, counted from 1, put back both checks hold.
    Swapped(usize),
    /// It is the only one near, or with this organisation code, that the register has.
    Register,
}

/// The code that was probably meant by a wrong one.
pub(super) fn likely(
    text: &str,
    reason: &Reason,
    coding: &Coding,
    registers: &Registers,
) -> Option<Likely> {
    let text = &*tidied(text).text;
    let near = |candidates: BTreeSet<String>| {
        known(&candidates, registers).or_else(|| only(candidates, coding))
    };
    match reason {
        Reason::Written(tidied) => Some(Likely {
            code: tidied.text.clone(),
            how: How::Only,
        }),
        Reason::Organisation => of_organisation(text, registers),
        Reason::LongOrganisation(code) => of_organisation(code, registers),
        Reason::Missing => near(with_one_more(text)),
        Reason::Extra => near(with_one_less(text).filter(|code| is_sound(code)).collect()),
        Reason::Letters(_) => look_alikes(text, coding),
        Reason::Check(_) | Reason::InnerCheck(_) => {
            known(&with_one_other(text), registers).or_else(|| swapped(text, registers))
        }
        _ => None,
    }
}

fn of_organisation(code: &str, registers: &Registers) -> Option<Likely> {
    let body = registers.body_of_organisation(code)?;
    CreditCode::parse(&body.code).is_ok().then(|| Likely {
        code: (*body.code).to_owned(),
        how: How::Register,
    })
}

fn look_alikes(text: &str, coding: &Coding) -> Option<Likely> {
    // A letter that credit codes do use, such as B, was probably meant.
    let meant = |letter: char| {
        let digit = letters::look_alike(letter, coding).filter(|_| !is_used(letter));
        digit.unwrap_or(letter)
    };
    let code: String = text.chars().map(meant).collect();
    is_sound(&code).then_some(Likely {
        code,
        how: How::LookAlikes,
    })
}

/// Where two neighbours changed places. By chance one code in twenty can be put right so, hence only in the
/// organisation code, or where a division comes out that the register has.
fn swapped(text: &str, registers: &Registers) -> Option<Likely> {
    let letters: Vec<char> = text.chars().collect();
    let swapped = |at: usize| {
        let mut other = letters.clone();
        other.swap(at, at + 1);
        other.into_iter().collect::<String>()
    };
    let is_meant = |at: &usize| {
        let code = swapped(*at);
        let division = code.get(2..8).unwrap_or("");
        is_sound(&code) && (*at >= 8 || registers.division(division).is_some())
    };
    let mut meant = (0..letters.len().saturating_sub(1)).filter(is_meant);
    let at = meant.next().filter(|_| meant.next().is_none())?;
    Some(Likely {
        code: swapped(at),
        how: How::Swapped(at + 1),
    })
}

/// The only candidate that the register has.
fn known(candidates: &BTreeSet<String>, registers: &Registers) -> Option<Likely> {
    let mut known = candidates
        .iter()
        .filter(|code| registers.body(code).is_some());
    let code = known.next().filter(|_| known.next().is_none())?;
    Some(Likely {
        code: code.clone(),
        how: How::Register,
    })
}

/// The only candidate whose class and region there are.
fn only(candidates: BTreeSet<String>, coding: &Coding) -> Option<Likely> {
    let mut usual = candidates.into_iter().filter(|code| is_usual(code, coding));
    let code = usual.next().filter(|_| usual.next().is_none())?;
    Some(Likely {
        code,
        how: How::Only,
    })
}

fn is_sound(code: &str) -> bool {
    CreditCode::parse(code).is_ok()
}

/// Whether the first eight characters are a class and a division that there may be.
fn is_usual(code: &str, coding: &Coding) -> bool {
    let part = |range| code.get(range).unwrap_or("");
    let is_division = part(2..8).bytes().all(|byte| byte.is_ascii_digit());
    // Below no city there is no county.
    let is_placed = part(4..6) != "00" || part(6..8) == "00";
    let is_region = part(2..8) == "100000" || coding.region(part(2..4)).is_some();
    is_division && is_placed && is_region && coding.class(part(0..2)).is_some()
}

/// Every sound code with one more character.
fn with_one_more(text: &str) -> BTreeSet<String> {
    let gaps = (0..=text.len()).filter_map(|at| text.split_at_checked(at));
    filled(gaps)
}

/// Every sound code with one character other.
fn with_one_other(text: &str) -> BTreeSet<String> {
    let places = text.char_indices();
    let gaps = places.filter_map(|(at, letter)| {
        let (start, end) = text.split_at_checked(at)?;
        Some((start, end.get(letter.len_utf8()..)?))
    });
    filled(gaps)
}

/// The sound codes that come of filling gaps.
fn filled<'t>(gaps: impl Iterator<Item = (&'t str, &'t str)>) -> BTreeSet<String> {
    let filled = gaps.filter_map(|(start, end)| {
        let letter = credit_filler(start, end)?;
        Some(format!("{start}{letter}{end}"))
    });
    filled.filter(|code| is_sound(code)).collect()
}
