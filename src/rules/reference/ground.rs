//! Where divisions lie, and at which level a matter is exercised there.

use crate::catalog::standard::Coding;
use crate::catalog::{Catalog, Division, Field, Matter, Registers};
use crate::terms::Level;

/// The digits of a division code that say something: without the noughts that mean the whole.
pub(super) fn stem(code: &str) -> &str {
    let below = code.get(6..).unwrap_or("").trim_end_matches("000");
    if !below.is_empty() {
        return code.get(..6 + below.len().div_ceil(3) * 3).unwrap_or(code);
    }
    let county = code.get(..6).unwrap_or(code);
    let city = county.strip_suffix("00").unwrap_or(county);
    city.strip_suffix("00").unwrap_or(city)
}

/// The level that the digits of a division tell; nothing for the nation, which has no code of its own.
pub(super) fn level_of(code: &str) -> Option<&'static str> {
    let province = code
        .get(..2)
        .filter(|province| !matches!(*province, "00" | "10"));
    province.and_then(|_| match stem(code).len() {
        2 => Some("2"),
        4 => Some("3"),
        6 => Some("4"),
        9 => Some("5"),
        12 => Some("6"),
        _ => None,
    })
}

/// Whether one of two divisions is the other or lies in it, by the digits or by the register.
pub(super) fn is_related(one: &str, other: &str, registers: &Registers) -> bool {
    let (left, right) = (stem(one), stem(other));
    let is_above = |upper, lower| {
        let mut above = Registers::above(registers, lower);
        above.any(|division| &*division.code == upper)
    };
    left.starts_with(right)
        || right.starts_with(left)
        || is_above(one, other)
        || is_above(other, one)
}

/// The division of a matter, where the matter says that it is exercised at a higher level; `None` where the
/// levels fit, where the division may count as a higher one, or where its own code says so.
pub(super) fn lower_division<'c>(matter: &Matter, catalog: &'c Catalog) -> Option<&'c Division> {
    let coding: &Coding = &catalog.standard.tables.coding;
    let level = Level::from_code(matter.text(Field::Level)?.value)?;
    let division = catalog.registers.division(matter.division()?)?;
    let by_digits = level_of(&division.code).and_then(Level::from_code);
    let is_lower =
        Level::from_code(&division.level)? > level && by_digits.is_none_or(|digits| digits > level);
    let may_be = coding.is_between_levels(&division.code) || comes_from_above(matter);
    (is_lower && !may_be).then_some(division)
}

/// Whether the code of a matter says other than a field it is made of, which another rule tells: which of
/// the two is wrong is open.
pub(super) fn is_doubted(matter: &Matter, field: Field) -> bool {
    let characters = match field {
        Field::Body => 0..18,
        _ => 18..19,
    };
    let code = matter.code().filter(|code| code.value.len() == 31);
    let part = code.and_then(|code| code.value.get(characters));
    part.zip(matter.text(field))
        .is_some_and(|(part, stated)| part != stated.value)
}

/// Whether a matter is exercised by virtue of a higher level: handed down, authorised or entrusted from above.
pub(super) fn comes_from_above(matter: &Matter) -> bool {
    let source = matter.text(Field::PowerSource).map(|source| source.value);
    matches!(source, Some("2" | "3" | "5"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn noughts_that_mean_the_whole_say_nothing() {
        for (code, digits) in [
            ("330000", "33"),
            ("330100", "3301"),
            ("330106", "330106"),
            ("511602000000", "511602"),
            ("511602001000", "511602001"),
            ("511602010000", "511602010"),
            ("511602001201", "511602001201"),
            ("511602001200", "511602001200"),
            ("429004", "429004"),
            ("330110", "330110"),
            ("000000", "00"),
            ("", ""),
            ("区划", "区划"),
        ] {
            assert_eq!(stem(code), digits, "{code}");
        }
    }
}
