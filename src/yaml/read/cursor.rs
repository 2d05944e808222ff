//! From the parser's character counts to byte offsets, walking along with the events.

/// A place in the text, known both in characters and in bytes.
pub(super) struct Cursor<'t> {
    bytes: &'t [u8],
    characters: usize,
    at: usize,
    /// In a text of ASCII alone, both counts are one.
    is_ascii: bool,
}

impl<'t> Cursor<'t> {
    pub(super) fn new(text: &'t str) -> Cursor<'t> {
        Cursor {
            bytes: text.as_bytes(),
            characters: 0,
            at: 0,
            is_ascii: text.is_ascii(),
        }
    }

    /// The byte offset of a character. Events come in the order of the text, give or take a token, so the
    /// way from the last place asked for is short.
    pub(super) fn byte(&mut self, character: usize) -> usize {
        if self.is_ascii {
            return character.min(self.bytes.len());
        }
        while self.characters < character {
            let Some(lead) = self.bytes.get(self.at) else {
                break;
            };
            self.at += width(*lead);
            self.characters += 1;
        }
        while self.characters > character {
            let before = self.bytes.get(..self.at).unwrap_or(&[]);
            self.at = before
                .iter()
                .rposition(|byte| !is_inner(*byte))
                .unwrap_or(0);
            self.characters -= 1;
        }
        self.at
    }
}

/// The length of the character that starts with this byte.
fn width(lead: u8) -> usize {
    match lead {
        0..0x80 => 1,
        0x80..0xE0 => 2,
        0xE0..0xF0 => 3,
        _ => 4,
    }
}

/// Whether a byte stands inside a character.
fn is_inner(byte: u8) -> bool {
    byte & 0xC0 == 0x80
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_walks_both_ways() {
        let text = "a护照😀b";
        let mut cursor = Cursor::new(text);
        let places = [0, 1, 2, 3, 4, 5];
        let bytes = [0, 1, 4, 7, 11, 12];
        for (place, byte) in places.iter().zip(bytes) {
            assert_eq!(cursor.byte(*place), byte);
        }
        for (place, byte) in places.iter().zip(bytes).rev() {
            assert_eq!(cursor.byte(*place), byte);
        }
        assert_eq!(cursor.byte(99), text.len());
    }
}
