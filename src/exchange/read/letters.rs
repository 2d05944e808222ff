//! Text in the encodings that spreadsheets save.

use std::borrow::Cow;

use encoding_rs::{Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE};

/// The text of bytes, without its mark; `None` for bytes of no known encoding.
pub(super) fn decode(bytes: &[u8]) -> Option<Cow<'_, str>> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return encoding.decode_without_bom_handling_and_without_replacement(bytes.get(mark..)?);
    }
    let encoding = match unmarked_utf_16(bytes) {
        Some(encoding) => encoding,
        None if std::str::from_utf8(bytes).is_ok() => UTF_8,
        None => GB18030,
    };
    encoding.decode_without_bom_handling_and_without_replacement(bytes)
}

/// UTF-16 without its mark: commas and line ends have a zero byte on one side only.
fn unmarked_utf_16(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = bytes.get(..4096).unwrap_or(bytes);
    let zeros = |odd: usize| {
        let side = sample.iter().skip(odd).step_by(2);
        side.filter(|byte| **byte == 0).count()
    };
    match (zeros(0), zeros(1)) {
        (0, 0) => None,
        (first, second) if first > second * 4 => Some(UTF_16BE),
        (first, second) if second > first * 4 => Some(UTF_16LE),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_encoding_that_spreadsheets_save_is_read() {
        let text = "事项名称,编码\r\n普通护照签发,000109001000\r\n";
        let of_16 = |bytes: fn(u16) -> [u8; 2], mark: &str| {
            let units = format!("{mark}{text}").encode_utf16().collect::<Vec<_>>();
            units.into_iter().flat_map(bytes).collect::<Vec<u8>>()
        };
        let mut files = vec![
            text.as_bytes().to_vec(),
            format!("\u{FEFF}{text}").into_bytes(),
        ];
        files.push(GB18030.encode(text).0.into_owned());
        for mark in ["", "\u{FEFF}"] {
            files.push(of_16(u16::to_le_bytes, mark));
            files.push(of_16(u16::to_be_bytes, mark));
        }
        for file in files {
            assert_eq!(decode(&file).as_deref(), Some(text));
        }
        assert_eq!(decode(b"\x89PNG\r\n\xFF\xFF\xFF"), None);
    }
}
