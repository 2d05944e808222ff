//! Single characters of a code: where they stand, and what was probably meant.

use std::ops::Range;

use crate::catalog::File;
use crate::catalog::standard::Coding;
use crate::rules::code::tidy::half_width;
use crate::text::{Message, Span, Spanned};

/// A character of a code, counted from 0.
#[derive(Clone, Copy)]
pub(super) struct Letter {
    pub(super) at: usize,
    pub(super) letter: char,
}

/// The digit that was probably meant by a character that looks like one.
pub(super) fn look_alike(letter: char, coding: &Coding) -> Option<char> {
    let plain = half_width(letter).to_ascii_uppercase();
    let is_digit = plain.is_ascii_digit() && plain != letter;
    let table = coding.look_alikes.iter();
    let meant = table
        .filter(|known| known.seen == plain)
        .map(|known| known.meant);
    meant.chain(is_digit.then_some(plain)).next()
}

/// The characters of a text that are wrong where they stand.
pub(super) fn all(text: &str, is_wrong: impl Fn(char) -> bool) -> Vec<Letter> {
    let letters = text.chars().enumerate();
    let letters = letters.filter(|(_, letter)| is_wrong(*letter));
    letters.map(|(at, letter)| Letter { at, letter }).collect()
}

/// Characters by their places, to be read by a person.
pub(super) fn named(letters: &[Letter]) -> Message {
    let zh = |letter: &Letter| format!("第 {} 位“{}”", letter.at + 1, letter.letter);
    let en = |letter: &Letter| format!("“{}” (character {})", letter.letter, letter.at + 1);
    Message {
        zh: letters.iter().map(zh).collect::<Vec<_>>().join("、"),
        en: letters.iter().map(en).collect::<Vec<_>>().join(", "),
    }
}

/// The stretch of some characters: the one alone, else the whole code.
pub(super) fn span(file: &File, code: Spanned<&str>, letters: &[Letter]) -> Span {
    match letters {
        [one] => part(file, code, one.at..one.at + 1),
        _ => code.span,
    }
}

/// A code whose characters from `from` on must be digits, with the look-alikes there taken for the digits
/// they look like.
pub(super) fn in_digits(text: &str, from: usize, coding: &Coding) -> String {
    let letters = text.chars().enumerate();
    let meant = |(at, letter): (usize, char)| {
        let is_due = at >= from && !letter.is_ascii_digit();
        let digit = look_alike(letter, coding).filter(|_| is_due);
        digit.unwrap_or(letter)
    };
    letters.map(meant).collect()
}

/// The stretch of some characters of a code, without the quotes around it.
pub(super) fn part(file: &File, code: Spanned<&str>, characters: Range<usize>) -> Span {
    let written = code.span.of(file.document().text());
    let Some(start) = written.find(code.value) else {
        return code.span;
    };
    let bytes = |character: usize| {
        let at = code.value.char_indices().nth(character);
        at.map_or(code.value.len(), |(at, _)| at)
    };
    let start = code.span.range().start + start;
    Span::new(
        start + bytes(characters.start),
        start + bytes(characters.end),
    )
}
