//! Single characters of a code: where they stand, and what was probably meant.

use std::ops::Range;

use crate::catalog::File;
use crate::rules::Report;
use crate::text::{Span, Spanned};

/// The digit that was probably meant by a letter that looks like one.
pub(super) fn look_alike(letter: char) -> Option<&'static str> {
    match letter {
        'O' | 'o' | 'Ｏ' => Some("0"),
        'I' | 'l' | 'i' | '|' => Some("1"),
        'Z' | 'z' => Some("2"),
        'S' | 's' => Some("5"),
        _ => None,
    }
}

/// Says that a letter cannot stand where it does: with `says.0`, or with `says.1` if another is likely meant.
pub(super) fn say_letter(
    code: Spanned<&str>,
    (at, letter): (usize, char),
    likely: Option<&str>,
    says: (&str, &str),
    report: &mut Report<'_>,
) {
    let span = part(report.file(), code, at..at + 1);
    let (place, letter) = ((at + 1).to_string(), letter.to_string());
    let values = [
        ("place", &*place),
        ("letter", &*letter),
        ("digit", likely.unwrap_or("")),
    ];
    let say = if likely.is_some() { says.1 } else { says.0 };
    report.at(span, say, &values);
}

/// The stretch of some characters of a code, without the quotes around it.
pub(super) fn part(file: &File, code: Spanned<&str>, characters: Range<usize>) -> Span {
    let written = code.span.of(file.document.text());
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
