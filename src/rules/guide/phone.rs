//! Telephones as a value has them: whether people can dial what stands there, and whether two values are the
//! same.

use std::ops::Range;

use crate::catalog::standard::Phones;
use crate::catalog::{Field, Matter};
use crate::rules::guide::number::{Number, digits, is_plain, numbers};
use crate::yaml::Value;

/// What is wrong with a number, and where it stands in the text.
pub(super) enum Fault {
    /// A local number without its area code.
    NoArea(Range<usize>),
    /// Nothing that can be dialled.
    Unknown(Range<usize>),
}

/// The first number that cannot be dialled. In a text with words of its own, one good number is enough.
pub(super) fn fault(text: &str, phones: &Phones) -> Option<Fault> {
    if is_plainly_good(text, phones) {
        return None;
    }
    let has_area = numbers(text, phones).any(|number| number.is_whole && number.starts("0"));
    let is_good = |number: &Number| {
        let follows = has_area && (number.is_local(phones) || number.digits().len() <= 5);
        number.is_whole || follows
    };
    let is_any_good = numbers(text, phones).any(|number| number.is_whole);
    match numbers(text, phones).find(|number| !is_good(number)) {
        Some(_) if is_any_good && has_words(text, phones) => None,
        Some(number) if number.is_local(phones) => Some(Fault::NoArea(number.place)),
        Some(number) => Some(Fault::Unknown(number.place)),
        None => {
            let is_none = numbers(text, phones).next().is_none();
            is_none.then_some(Fault::Unknown(0..text.len()))
        }
    }
}

/// The telephones that a matter states, each with its text; none once it is cancelled.
pub(super) fn telephones(matter: &Matter) -> impl Iterator<Item = (Value<'_>, &str)> {
    let fields = [Field::Consultation, Field::Complaint].into_iter();
    let stated = fields.filter(|_| !matter.is_cancelled());
    stated.filter_map(|field| {
        let phone = matter.value(field)?.get("phone")?;
        Some((phone, phone.text()?))
    })
}

/// Whether each number of a text can be dialled by itself, as nearly everywhere.
fn is_plainly_good(text: &str, phones: &Phones) -> bool {
    let mut all = numbers(text, phones);
    is_plain(text, phones)
        || all.next().is_some_and(|first| first.is_whole) && all.all(|number| number.is_whole)
}

/// Whether a text has numbers and all of them stand in another text too; numbers that are meant to be shared
/// do not count.
pub(super) fn is_among(text: &str, other: &str, phones: &Phones) -> bool {
    // What is the only number on both sides is the same if its digits are.
    if is_plain(text, phones) && is_plain(other, phones) {
        let mut shared = phones.shared.iter();
        let is_shared = shared.any(|shared| digits(text).eq(shared.bytes()));
        return !is_shared && digits(text).eq(digits(other));
    }
    let is_shared = |number: &Number| phones.shared.iter().any(|shared| number.is(shared));
    let is_there = |number: &Number| numbers(other, phones).any(|other| other.is_same(number));
    let mut own = numbers(text, phones).filter(|number| !is_shared(number));
    own.next().is_some_and(|first| is_there(&first)) && own.all(|number| is_there(&number))
}

/// Whether a text says more than numbers.
fn has_words(text: &str, phones: &Phones) -> bool {
    let bare = phones
        .fillers
        .iter()
        .fold(text.to_owned(), |text, filler| text.replace(&**filler, ""));
    bare.chars().any(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::standard::Standard;

    fn judge(text: &str) -> &'static str {
        let standard = Standard::bundled().unwrap();
        match fault(text, &standard.tables.guide.phones) {
            None => "",
            Some(Fault::NoArea(_)) => "area",
            Some(Fault::Unknown(_)) => "unknown",
        }
    }

    #[test]
    fn numbers_as_people_write_them_are_good() {
        for text in [
            "0571-85212345",
            "0571-0000 3563",
            "0571 8521 2345",
            "（0571）85212345",
            "010-85212345",
            "0755-1234567",
            "+86 571 85212345",
            "+86-10-85212345",
            "+8613812345678",
            "0571-85212345-801",
            "0571-85212345转801",
            "0571-85212345 分机 12",
            "0571-85212345、85212346",
            "0571-85212345/46",
            "0571-85212345；12345",
            "12345 0571-85212345",
            "12345",
            "0571-12345",
            "0571-12345000",
            "0571-968309",
            "12333",
            "110",
            "95598",
            "96123",
            "10086",
            "400-820-8820",
            "800 820 8820",
            "13812345678",
            "138 1234 5678",
            "办公室 0571-85212345（8:30—17:00）",
            "0571-85212345（工作日，二楼 3 号窗口）",
        ] {
            assert_eq!(judge(text), "", "{text}");
        }
    }

    #[test]
    fn a_plain_text_is_one_whole_number() {
        let standard = Standard::bundled().unwrap();
        let phones = &standard.tables.guide.phones;
        for text in [
            "0571-85212345",
            "0571-8521 2345",
            "010-8521 2345",
            "0755-1234567",
            "0755-1234 567",
            "0571-1234 5678",
            "0571-12345",
            "010-12345",
            "0571-968309",
        ] {
            assert!(is_plain(text, phones), "{text}");
            let all: Vec<Number> = numbers(text, phones).collect();
            assert!(all.len() == 1 && all[0].is_whole, "{text}");
            assert!(all[0].digits().iter().copied().eq(digits(text)), "{text}");
        }
        for text in [
            "0571-852123",
            "0571-12345 678",
            "0571-1234 5",
            "0086-85212345",
            "571-85212345",
            "0571-8521  2345",
            "0571 85212345",
            "0101-85212345",
        ] {
            assert!(!is_plain(text, phones), "{text}");
        }
    }

    #[test]
    fn a_local_number_needs_its_area_code() {
        for text in [
            "85212345",
            "8521 2345",
            "8521234",
            "咨询 85212345",
            "12345、85212345",
        ] {
            assert_eq!(judge(text), "area", "{text}");
        }
    }

    #[test]
    fn what_cannot_be_dialled_is_unknown() {
        for text in [
            "0571-852123",
            "0571-8521234567",
            "见公告",
            "1381234567",
            "0571",
            "123456789",
            "0571-85212345、852",
        ] {
            let expected = if text.ends_with("、852") {
                ""
            } else {
                "unknown"
            };
            assert_eq!(judge(text), expected, "{text}");
        }
    }

    #[test]
    fn shared_numbers_do_not_make_two_values_the_same() {
        let standard = Standard::bundled().unwrap();
        let phones = &standard.tables.guide.phones;
        assert!(is_among("0571-8521 2345", "（0571）85212345", phones));
        assert!(is_among("0571-85212345、12345", "0571-85212345", phones));
        assert!(!is_among("12345", "12345", phones));
        assert!(!is_among(
            "0571-85212345、0571-85212346",
            "0571-85212345",
            phones
        ));
    }
}
