//! Telephone numbers in a text: several may stand there, in groups of digits, with extensions and words around
//! them.

use std::ops::Range;

use crate::catalog::standard::{NumberForm, Phones};

/// The most digits a number is followed for.
const MOST: usize = 16;

/// One number: its digits without what stands between them.
pub(super) struct Number {
    digits: [u8; MOST],
    count: usize,
    /// Where it stands in the text.
    pub(super) place: Range<usize>,
    /// Whether it can be dialled from anywhere.
    pub(super) is_whole: bool,
}

impl Number {
    /// The digits.
    pub(super) fn digits(&self) -> &[u8] {
        self.digits.get(..self.count).unwrap_or(&[])
    }

    /// Whether it begins with some digits.
    pub(super) fn starts(&self, digits: &str) -> bool {
        self.digits().starts_with(digits.as_bytes())
    }

    /// Whether it is made of these digits.
    pub(super) fn is(&self, digits: &str) -> bool {
        self.digits() == digits.as_bytes()
    }

    /// Whether it has the same digits as another.
    pub(super) fn is_same(&self, other: &Number) -> bool {
        self.digits() == other.digits()
    }

    /// Whether it is what follows an area code.
    pub(super) fn is_local(&self, phones: &Phones) -> bool {
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
pub(super) fn numbers<'t>(
    text: &'t str,
    phones: &'t Phones,
) -> impl Iterator<Item = Number> + use<'t> {
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

/// Whether a text is nothing but an area code, a dash and a number there, a hotline or one in one piece or
/// parted after four digits, as most are.
pub(super) fn is_plain(text: &str, phones: &Phones) -> bool {
    let bytes = text.as_bytes();
    let dash = |at: &usize| bytes.get(*at) == Some(&b'-');
    let Some((area, local)) = [3, 4].iter().find(|at| dash(at)).and_then(|at| {
        let (area, rest) = bytes.split_at_checked(*at)?;
        Some((area, rest.get(1..)?))
    }) else {
        return false;
    };
    let (first, rest) = match local.split_at_checked(PARTED_AFTER) {
        Some((first, [b' ', rest @ ..])) => (first, rest),
        _ => (local, &[][..]),
    };
    let is_parted = first.len() + rest.len() < local.len();
    let is_local = phones.local_digits.contains(&(first.len() + rest.len()));
    let mut all = area.iter().chain(first).chain(rest);
    all.all(u8::is_ascii_digit)
        && if is_parted {
            is_local && !is_hotline(first, phones)
        } else {
            is_local || is_hotline(first, phones)
        }
        && is_area(area, phones)
        && !is_hotline(area, phones)
}

/// Where a local number is parted.
const PARTED_AFTER: usize = 4;

fn is_area(area: &[u8], phones: &Phones) -> bool {
    let begins_short = || {
        let mut short = phones.short_areas.iter();
        short.any(|short| Some(short.as_bytes()) == area.get(..3))
    };
    match area {
        [_, _, _] => begins_short(),
        // The code of the country.
        b"0086" => false,
        [b'0', ..] => !begins_short(),
        _ => false,
    }
}

/// The digits of a text in order.
pub(super) fn digits(text: &str) -> impl Iterator<Item = u8> + use<'_> {
    text.bytes().filter(u8::is_ascii_digit)
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
    let rest = text.as_bytes().get(from..)?;
    let start = rest.iter().position(u8::is_ascii_digit)?;
    let digits = rest
        .iter()
        .skip(start)
        .take_while(|byte| byte.is_ascii_digit());
    let start = from + start;
    Some(start..start + digits.count())
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
    let is_local =
        |local: &[u8]| phones.local_digits.contains(&local.len()) || is_hotline(local, phones);
    let follows = |area: usize| digits.get(area..).is_some_and(is_local);
    if digits.first() != Some(&b'0') {
        return false;
    }
    match (follows(3), follows(4)) {
        (false, false) => false,
        (after_three, after_four) => {
            let is_short = |area: &String| begins(digits, area);
            if phones.short_areas.iter().any(is_short) {
                after_three
            } else {
                after_four
            }
        }
    }
}

/// So few digits are compared faster one by one.
fn begins(digits: &[u8], with: &str) -> bool {
    digits.len() >= with.len() && with.bytes().zip(digits).all(|(one, other)| one == *other)
}
