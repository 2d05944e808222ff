//! Family C: the codes of matters, bodies and handling items, and the places that follow from them.

pub(super) mod c001_bad_base_code;
pub(super) mod c002_bad_implementation_code;
pub(super) mod c003_misnamed_file;
pub(super) mod c004_bad_credit_code;
pub(super) mod c005_bad_item_code;
pub(super) mod c006_other_department;

use std::ops::Range;

use crate::catalog::{Field, File, Matter, Registers};
use crate::terms::{BaseCode, CreditCode, Level, MatterCode};
use crate::text::{Span, Spanned};

/// The letter or digit that was probably meant, where two look alike.
fn look_alike(letter: char) -> Option<&'static str> {
    match letter {
        'O' | 'o' | 'Ｏ' => Some("0"),
        'I' | 'l' | 'i' | '|' => Some("1"),
        'Z' | 'z' => Some("2"),
        'S' | 's' => Some("5"),
        _ => None,
    }
}

/// The stretch of some characters of a code, without the quotes around it.
fn part(file: &File, code: Spanned<&str>, characters: Range<usize>) -> Span {
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

/// A part of an implementation code that says other than the field it comes from.
struct Mismatch {
    field: Field,
    characters: Range<usize>,
}

/// Where a well-formed implementation code departs from the fields it is made of. A field that is itself
/// malformed is no measure: another rule speaks of it.
fn mismatches(matter: &Matter, code: &MatterCode, registers: &Registers) -> Vec<Mismatch> {
    let is_body = |body: &str| CreditCode::parse(body).is_ok() || registers.body(body).is_some();
    let is_level = |level: &str| Level::from_code(level).is_some();
    let is_base = |base: &str| BaseCode::parse(base).is_ok();
    let differs = |field, part: &str, is_measure: &dyn Fn(&str) -> bool| {
        let stated = matter.text(field).map(|text| text.value);
        stated.is_some_and(|stated| is_measure(stated) && stated != part)
    };
    [
        (
            Field::Body,
            0..18,
            differs(Field::Body, code.body(), &is_body),
        ),
        (
            Field::Level,
            18..19,
            differs(Field::Level, code.level(), &is_level),
        ),
        (
            Field::BaseCode,
            19..31,
            differs(Field::BaseCode, code.base(), &is_base),
        ),
    ]
    .into_iter()
    .filter(|(_, _, differs)| *differs)
    .map(|(field, characters, _)| Mismatch { field, characters })
    .collect()
}

/// The implementation code of a local matter, if nothing is wrong with it.
fn sound_code(matter: &Matter, registers: &Registers) -> Option<MatterCode> {
    let code = MatterCode::parse(matter.code()?.value).ok()?;
    mismatches(matter, &code, registers)
        .is_empty()
        .then_some(code)
}

/// Whether the file of a matter is named by the code inside. If not, which of the two is wrong is open, and
/// what follows from the code is no measure.
pub(super) fn is_named_by_code(matter: &Matter) -> bool {
    matter
        .code()
        .is_some_and(|code| code.value == matter.file.stem())
}
