//! What lists, searches and comparisons across a whole catalog ask of a matter, packed into a few hundred
//! bytes: a catalog too large to be held in memory can still be held in what it is about.

use std::ops::Range;
use std::sync::Arc;

use crate::catalog::Field;
use crate::text::{Span, Spanned};
use crate::yaml::Value;

/// 摘要: which fields a matter states, and the texts of those that are asked for most.
#[derive(Clone, Debug)]
pub struct Facts {
    bytes: Arc<Vec<u8>>,
    range: Range<usize>,
}

/// Whether the file could be read to its end.
const WHOLE: u8 = 1;
/// Whether it says anything at all.
const ROOTED: u8 = 2;
/// Bytes of a bit for each field.
const STATED: usize = Field::COUNT.div_ceil(8);
/// What marks the field of a text that stands in a list.
const LISTED: u8 = 0x80;
/// Where the texts begin.
const TEXTS: usize = 1 + STATED;

impl Facts {
    /// Whether the texts of a field are packed: one, or those of a list.
    pub fn tell(field: Field) -> bool {
        matches!(
            field,
            Field::Code
                | Field::BaseCode
                | Field::Name
                | Field::PlainNames
                | Field::Type
                | Field::Department
                | Field::Level
                | Field::Division
                | Field::Body
                | Field::LocalCode
                | Field::Status
                | Field::OnlineUrl
                | Field::ThemesPerson
                | Field::ThemesCorporate
        )
    }

    /// The facts at a stretch of bytes that [`pack`] made; `None` if there is nothing. What is damaged in them
    /// is not told.
    pub fn read(bytes: &Arc<Vec<u8>>, range: Range<usize>) -> Option<Facts> {
        bytes.get(range.clone())?.get(TEXTS..)?;
        Some(Facts {
            bytes: Arc::clone(bytes),
            range,
        })
    }

    /// Those of a file of which nothing is known yet but where it is.
    pub fn none() -> Facts {
        let bytes = Arc::new(vec![0; TEXTS]);
        Facts {
            range: 0..bytes.len(),
            bytes,
        }
    }

    /// The bytes themselves.
    pub fn bytes(&self) -> &[u8] {
        self.bytes.get(self.range.clone()).unwrap_or(&[])
    }

    /// Whether the file could be read to its end.
    pub fn is_whole(&self) -> bool {
        self.has_flag(WHOLE)
    }

    /// Whether the file says anything at all.
    pub fn has_root(&self) -> bool {
        self.has_flag(ROOTED)
    }

    /// Whether the matter states a field itself, be it with nothing in it.
    pub fn states(&self, field: Field) -> bool {
        let place = field as usize;
        let bits = self.bytes().get(1 + place / 8);
        bits.is_some_and(|bits| bits >> (place % 8) & 1 == 1)
    }

    /// The text of a field that is packed.
    pub fn text(&self, field: Field) -> Option<Spanned<&str>> {
        self.marked(field, field as u8).next()
    }

    /// The texts of a list that is packed.
    pub fn texts(&self, field: Field) -> impl Iterator<Item = Spanned<&str>> {
        self.marked(field, field as u8 | LISTED)
    }

    fn marked(&self, field: Field, mark: u8) -> impl Iterator<Item = Spanned<&str>> {
        let texts = self.bytes().get(TEXTS..).filter(|_| self.states(field));
        let mut rest = texts.unwrap_or(&[]);
        std::iter::from_fn(move || {
            loop {
                let (found, after) = entry(rest)?;
                rest = after;
                if found.mark == mark {
                    let value = std::str::from_utf8(found.text).ok()?;
                    return Some(Spanned {
                        value,
                        span: found.span,
                    });
                }
            }
        })
    }

    fn has_flag(&self, flag: u8) -> bool {
        self.bytes().first().is_some_and(|flags| flags & flag != 0)
    }
}

/// Packs what a file says: its flags, a bit for each field that it states, then texts with their places.
pub(super) fn pack<'v>(
    (is_whole, has_root): (bool, bool),
    stated: impl Iterator<Item = (Field, Value<'v>)>,
) -> Vec<u8> {
    let mut packed = vec![0; TEXTS];
    let mut flag = |place: usize, bit: u8, is_set: bool| {
        if let Some(byte) = packed.get_mut(place).filter(|_| is_set) {
            *byte |= bit;
        }
    };
    flag(0, WHOLE, is_whole);
    flag(0, ROOTED, has_root);
    let mut texts = Vec::new();
    for (field, value) in stated {
        let place = field as usize;
        flag(1 + place / 8, 1 << (place % 8), true);
        if Facts::tell(field) {
            text(field as u8, value, &mut texts);
            for item in value.items() {
                text(field as u8 | LISTED, item, &mut texts);
            }
        }
    }
    packed.extend(texts);
    packed
}

fn text(mark: u8, value: Value<'_>, packed: &mut Vec<u8>) {
    let Some(text) = value.text() else { return };
    let span = value.span();
    packed.push(mark);
    number(span.start, packed);
    number(span.end - span.start, packed);
    number(u32::try_from(text.len()).unwrap_or(u32::MAX), packed);
    packed.extend(text.as_bytes());
}

/// A number in as few bytes as it needs, seven bits in each.
fn number(mut number: u32, packed: &mut Vec<u8>) {
    loop {
        let [low, ..] = number.to_le_bytes();
        number >>= 7;
        if number == 0 {
            return packed.push(low & 0x7F);
        }
        packed.push(low | 0x80);
    }
}

struct Entry<'b> {
    mark: u8,
    span: Span,
    text: &'b [u8],
}

fn entry(bytes: &[u8]) -> Option<(Entry<'_>, &[u8])> {
    let (mark, rest) = bytes.split_first()?;
    let (start, rest) = numbered(rest)?;
    let (long, rest) = numbered(rest)?;
    let (length, rest) = numbered(rest)?;
    let (text, rest) = rest.split_at_checked(length as usize)?;
    let end = start.checked_add(long)?;
    let span = Span { start, end };
    let mark = *mark;
    Some((Entry { mark, span, text }, rest))
}

fn numbered(bytes: &[u8]) -> Option<(u32, &[u8])> {
    let mut number = 0;
    for (place, byte) in bytes.iter().enumerate().take(5) {
        number |= u32::from(byte & 0x7F).checked_shl(7 * u32::try_from(place).ok()?)?;
        if byte & 0x80 == 0 {
            return Some((number, bytes.get(place + 1..)?));
        }
    }
    None
}
