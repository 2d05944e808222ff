//! A file in parts, each with a sum by which damage is known, so that one part can be read without the others.

use std::io::{self, Write};
use std::ops::Range;

use crate::store::{Cache, Pieces, StoreError};

/// The version of the file; another one is not understood.
const MAGIC: &[u8; 16] = b"mulu index 3\n\0\0\0";
/// Bytes of a number.
const NUMBER: usize = size_of::<u64>();
/// Bytes before the table of parts: the version, a sum of the table, and how many parts there are.
const HEAD: usize = MAGIC.len() + 2 * NUMBER;

/// 分册: a file in parts.
#[derive(Debug)]
pub(super) struct Parts {
    pieces: Pieces,
    /// Where each part lies, and the sum of it.
    table: Vec<(Range<u64>, u64)>,
}

impl Parts {
    /// The file, if its table is whole.
    pub(super) fn open(cache: &Cache) -> Option<Parts> {
        let pieces = cache.pieces()?;
        let head = pieces.read(0..HEAD as u64)?;
        let mut rest = head.strip_prefix(MAGIC)?;
        let (known, count) = (number(&mut rest)?, number(&mut rest)?);
        let mut start = count
            .checked_mul(2 * NUMBER as u64)?
            .checked_add(HEAD as u64)?;
        let bytes = pieces.read(HEAD as u64..start)?;
        if known != sum(&bytes) {
            return None;
        }
        let mut rest = bytes.as_slice();
        let part = |_| {
            let range = start..start.checked_add(number(&mut rest)?)?;
            start = range.end;
            Some((range, number(&mut rest)?))
        };
        let table = (0..count).map(part).collect::<Option<_>>()?;
        Some(Parts { pieces, table })
    }

    /// How many there are.
    pub(super) fn count(&self) -> usize {
        self.table.len()
    }

    /// What one of them holds; `None` if it is not whole.
    pub(super) fn read(&self, place: usize) -> Option<Vec<u8>> {
        let (range, known) = self.table.get(place)?;
        let bytes = self.pieces.read(range.clone())?;
        (sum(&bytes) == *known).then_some(bytes)
    }
}

/// Replaces a file with one of some parts.
pub(super) fn keep(cache: &Cache, parts: &[Vec<u8>]) -> Result<(), StoreError> {
    let line = |part: &Vec<u8>| [part.len() as u64, sum(part)].map(u64::to_le_bytes);
    let table = parts.iter().map(line).collect::<Vec<_>>().concat().concat();
    let head = [sum(&table), parts.len() as u64].map(u64::to_le_bytes);
    cache.write(&mut |out: &mut dyn Write| -> io::Result<()> {
        out.write_all(MAGIC)?;
        out.write_all(&head.concat())?;
        out.write_all(&table)?;
        parts.iter().try_for_each(|part| out.write_all(part))
    })
}

/// Takes a number off the start.
pub(super) fn number(bytes: &mut &[u8]) -> Option<u64> {
    let (number, rest) = bytes.split_first_chunk()?;
    *bytes = rest;
    Some(u64::from_le_bytes(*number))
}

/// Takes a number that counts what follows off the start.
pub(super) fn count(bytes: &mut &[u8]) -> Option<usize> {
    usize::try_from(number(bytes)?).ok()
}

/// Takes a text off the start.
pub(super) fn text<'b>(bytes: &mut &'b [u8]) -> Option<&'b str> {
    let length = count(bytes)?;
    std::str::from_utf8(bytes.split_off(..length)?).ok()
}

/// Puts a number behind.
pub(super) fn put(bytes: &mut Vec<u8>, number: u64) {
    bytes.extend(number.to_le_bytes());
}

/// Puts a text behind.
pub(super) fn put_text(bytes: &mut Vec<u8>, text: &str) {
    put(bytes, text.len() as u64);
    bytes.extend(text.as_bytes());
}

/// A sum that tells damage, eight bytes at a time.
fn sum(bytes: &[u8]) -> u64 {
    let (words, rest) = bytes.as_chunks();
    let mix = |sum: u64, word: u64| (sum.rotate_left(5) ^ word).wrapping_mul(0x517C_C1B7_2722_0A95);
    let words = words.iter().map(|word| u64::from_le_bytes(*word));
    let sum = words.fold(bytes.len() as u64, mix);
    let rest = rest.iter().map(|byte| u64::from(*byte));
    rest.fold(sum, mix)
}
