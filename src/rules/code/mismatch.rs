//! A code beside the fields and the file name that say the same.

use std::ops::Range;

use crate::catalog::{Field, Floor, Matter, Registers};
use crate::terms::{BaseCode, CreditCode, Level, MatterCode};

/// A part of an implementation code that says other than the field it comes from.
pub(super) struct Mismatch {
    pub(super) field: Field,
    pub(super) characters: Range<usize>,
}

/// Where a well-formed implementation code departs from the fields it is made of. A field that is itself
/// malformed is no measure: another rule speaks of it.
pub(super) fn mismatches(
    matter: &Matter,
    code: &MatterCode,
    registers: &Registers,
) -> Vec<Mismatch> {
    let is_body = |body: &str| CreditCode::parse(body).is_ok() || registers.body(body).is_some();
    let is_level = |level: &str| Level::from_code(level).is_some();
    let is_base = |base: &str| BaseCode::parse(base).is_ok();
    let differs = |field, part: &str, is_measure: &dyn Fn(&str) -> bool| {
        let stated = matter.text(field).map(|text| text.value);
        stated.is_some_and(|stated| stated != part && is_measure(stated))
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
pub(super) fn sound_code(matter: &Matter, registers: &Registers) -> Option<MatterCode> {
    let code = MatterCode::parse(matter.code()?.value).ok()?;
    mismatches(matter, &code, registers)
        .is_empty()
        .then_some(code)
}

/// Whether the file of a matter is named by the code inside. If not, which of the two is wrong is open, and
/// what follows from the code is no measure.
pub(in crate::rules) fn is_named_by_code(matter: &Matter) -> bool {
    matter
        .code()
        .is_some_and(|code| code.value == matter.file.stem())
}

/// Whether the implementation code of a matter says other than the fields it is made of, so that it may well
/// be meant for another matter.
pub(in crate::rules) fn is_of_other_fields(matter: &Matter, registers: &Registers) -> bool {
    let code = matter
        .code()
        .filter(|_| matter.floor == Floor::Local)
        .and_then(|code| MatterCode::parse(code.value).ok());
    code.is_some_and(|code| !mismatches(matter, &code, registers).is_empty())
}
