//! Telephone numbers in a text: several may stand in one value, with areas, extensions and words around them.

use std::ops::Range;

use crate::catalog::standard::{NumberForm, Phones};

/// What is wrong with a number, and where it stands in the text.
pub(super) enum Fault {
    /// A local number without its area code.
    NoArea(Range<usize>),
    /// Nothing that can be dialled.
    Unknown(Range<usize>),
}

/// The first number that cannot be dialled. In a text with words of its own, one good number is enough.
pub(super) fn fault(text: &str, phones: &Phones) -> Option<Fault> {
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
            is_none.then(|| Fault::Unknown(0..text.len()))
        }
    }
}

/// Whether a text has numbers and all of them stand in another text too; numbers that are meant to be shared
/// do not count.
pub(super) fn is_among(text: &str, other: &str, phones: &Phones) -> bool {
    let is_shared = |number: &Number| phones.shared.iter().any(|shared| number.is(shared));
    let is_there = |number: &Number| numbers(other, phones).any(|other| other.is_same(number));
    let mut own = numbers(text, phones).filter(|number| !is_shared(number));
    own.next().is_some_and(|first| is_there(&first)) && own.all(|number| is_there(&number))
}

/// The most digits a number is followed for.
const MOST: usize = 16;

/// One number: its digits without what stands between them.
struct Number {
    digits: [u8; MOST],
    count: usize,
    place: Range<usize>,
    /// Whether it can be dialled from anywhere.
    is_whole: bool,
}

impl Number {
    fn digits(&self) -> &[u8] {
        self.digits.get(..self.count).unwrap_or(&[])
    }

    fn starts(&self, digits: &str) -> bool {
        self.digits().starts_with(digits.as_bytes())
    }

    fn is(&self, digits: &str) -> bool {
        self.digits() == digits.as_bytes()
    }

    fn is_same(&self, other: &Number) -> bool {
        self.digits() == other.digits()
    }

    /// Whether it is what follows an area code.
    fn is_local(&self, phones: &Phones) -> bool {
        phones.local_digits.contains(&self.count) && !self.starts("0") && !self.starts("1")
    }

    fn push(&mut self, digits: &str) {
        for digit in digits.bytes() {
            if let Some(place) = self.digits.get_mut(self.count) {
                *place = digit;
                self.count += 1;
            }
        }
    }
}

/// The numbers of a text in order.
fn numbers<'t>(text: &'t str, phones: &'t Phones) -> impl Iterator<Item = Number> + use<'t> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let number = number(text, from, phones)?;
        from = number.place.end;
        // What is dialled after the answer belongs to the number.
        let extension = run(text, from).filter(|run| is_extension(text, from, run));
        from = extension.map_or(from, |run| run.end);
        Some(number)
    })
}

fn number(text: &str, from: usize, phones: &Phones) -> Option<Number> {
    let first = run(text, from)?;
    let mut number = Number {
        digits: [0; MOST],
        count: 0,
        place: first.clone(),
        is_whole: false,
    };
    number.push(without_country(text, &first));
    number.is_whole = is_whole(number.digits(), phones);
    while !number.is_whole {
        let end = number.place.end;
        let Some(next) = run(text, end).filter(|next| is_joint(text.get(end..next.start))) else {
            break;
        };
        number.push(text.get(next.clone()).unwrap_or(""));
        number.place.end = next.end;
        number.is_whole = is_whole(number.digits(), phones);
    }
    Some(number)
}

/// The next run of digits.
fn run(text: &str, from: usize) -> Option<Range<usize>> {
    let rest = text.get(from..)?;
    let start = from + rest.find(|letter: char| letter.is_ascii_digit())?;
    let run = text.get(start..)?;
    let length = run.find(|letter: char| !letter.is_ascii_digit());
    Some(start..start + length.unwrap_or(run.len()))
}

/// The first run without the code of the country; the 0 of the area, which falls away after it, is put back.
fn without_country<'t>(text: &'t str, run: &Range<usize>) -> &'t str {
    let digits = text.get(run.clone()).unwrap_or("");
    let is_abroad = text
        .get(..run.start)
        .is_some_and(|before| before.ends_with('+'));
    match digits {
        "86" | "0086" => "0",
        _ if is_abroad => digits.strip_prefix("86").unwrap_or(digits),
        _ => digits,
    }
}

fn is_joint(gap: Option<&str>) -> bool {
    gap.is_some_and(|gap| gap.chars().all(is_weak))
}

fn is_weak(letter: char) -> bool {
    matches!(
        letter,
        ' ' | '-' | '－' | '–' | '—' | '‑' | '(' | ')' | '（' | '）' | '+'
    )
}

fn is_extension(text: &str, from: usize, run: &Range<usize>) -> bool {
    let digits = text.get(run.clone()).unwrap_or("");
    let gap = text.get(from..run.start).unwrap_or("");
    let gap = gap.replace("分机", "").replace('转', "");
    digits.len() <= 5 && !digits.starts_with('0') && gap.chars().all(is_weak)
}

/// Whether digits can be dialled from anywhere.
fn is_whole(digits: &[u8], phones: &Phones) -> bool {
    is_hotline(digits, phones) || has_form(digits, &phones.whole_forms) || has_area(digits, phones)
}

fn is_hotline(digits: &[u8], phones: &Phones) -> bool {
    let is_known = phones
        .hotlines
        .iter()
        .any(|known| known.as_bytes() == digits);
    is_known || has_form(digits, &phones.hotline_forms)
}

fn has_form(digits: &[u8], forms: &[NumberForm]) -> bool {
    forms
        .iter()
        .any(|form| digits.len() == form.digits && digits.starts_with(form.starts.as_bytes()))
}

fn has_area(digits: &[u8], phones: &Phones) -> bool {
    let is_short = |area: &String| digits.starts_with(area.as_bytes());
    let area = if phones.short_areas.iter().any(is_short) {
        3
    } else {
        4
    };
    let Some((_, local)) = digits
        .split_at_checked(area)
        .filter(|_| digits.first() == Some(&b'0'))
    else {
        return false;
    };
    phones.local_digits.contains(&local.len()) || is_hotline(local, phones)
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
