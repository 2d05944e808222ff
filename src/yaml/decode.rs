//! From the bytes of a file to text: UTF-8 as it is, GB18030 converted, anything else made readable.
//!
//! A byte-order mark stays in the text, so that the text is what is written back and every span counts
//! from the first byte of the file. [`read`] reports it, as it reports CR LF: both can be seen in the text.

use encoding_rs::GB18030;

use crate::text::Span;
use crate::yaml::{Document, Problem, ProblemKind, read};

/// The largest catalog file that is read.
pub const MAX_BYTES: usize = 8 * 1024 * 1024;

/// Makes text of the bytes of a file, and tells what had to be done.
pub fn decode(bytes: &[u8]) -> (String, Vec<Problem>) {
    let bad = match std::str::from_utf8(bytes) {
        Ok(text) => return (text.to_owned(), Vec::new()),
        Err(error) => error.valid_up_to(),
    };
    if let Some(text) = GB18030.decode_without_bom_handling_and_without_replacement(bytes) {
        let at = text.find(|letter: char| !letter.is_ascii()).unwrap_or(0);
        let problem = Problem::new(ProblemKind::Gb18030, letter_at(&text, at), "");
        return (text.into_owned(), vec![problem]);
    }
    let text = String::from_utf8_lossy(bytes).into_owned();
    let byte = bytes.get(bad).copied().unwrap_or(0);
    let detail = format!("0x{byte:02X}");
    let problem = Problem::new(ProblemKind::NotUtf8, letter_at(&text, bad), &detail);
    (text, vec![problem])
}

fn letter_at(text: &str, at: usize) -> Span {
    let letter = text.get(at..).and_then(|rest| rest.chars().next());
    Span::new(at, at + letter.map_or(0, char::len_utf8))
}

/// Reads the bytes of a file.
pub fn read_bytes(bytes: &[u8]) -> Document {
    if bytes.len() > MAX_BYTES {
        return too_large(bytes.len() as u64);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return read(text);
    }
    let (text, problems) = decode(bytes);
    let mut document = read(text);
    document.faithful = false;
    // What replacement characters make of the text would only be noise.
    if problems
        .iter()
        .any(|problem| problem.kind == ProblemKind::NotUtf8)
    {
        document.problems.clear();
    }
    document.problems.extend(problems);
    document.problems.sort_by_key(|problem| problem.span);
    document
}

/// The document that stands for a file too large to be read.
pub fn too_large(size: u64) -> Document {
    let problem = Problem::new(ProblemKind::TooLarge, Span::default(), &size.to_string());
    Document {
        text: "".into(),
        nodes: Vec::new(),
        copies: Vec::new(),
        problems: vec![problem],
        faithful: false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(document: &Document) -> Vec<ProblemKind> {
        document
            .problems()
            .iter()
            .map(|problem| problem.kind)
            .collect()
    }

    fn name(document: &Document) -> Option<&str> {
        document
            .root()
            .and_then(|root| root.get("name"))
            .and_then(|name| name.text())
    }

    #[test]
    fn utf_8_is_taken_as_it_is() {
        let document = read_bytes("name: 护照\n".as_bytes());
        assert_eq!(name(&document), Some("护照"));
        assert!(document.is_faithful());
        assert!(document.problems().is_empty());
    }

    #[test]
    fn gb18030_is_converted_and_never_written_back() {
        let (bytes, _, _) = GB18030.encode("name: 普通护照签发\n");
        let document = read_bytes(&bytes);
        assert_eq!(name(&document), Some("普通护照签发"));
        assert_eq!(kinds(&document), [ProblemKind::Gb18030]);
        assert_eq!(document.problems()[0].span.of(document.text()), "普");
        assert!(!document.is_faithful());
    }

    #[test]
    fn other_bytes_are_made_readable() {
        let document = read_bytes(b"code: a\nname: x\xFFy\n");
        assert_eq!(name(&document), Some("x\u{FFFD}y"));
        assert_eq!(kinds(&document), [ProblemKind::NotUtf8]);
        assert_eq!(document.problems()[0].span.of(document.text()), "\u{FFFD}");
        assert_eq!(document.problems()[0].detail, "0xFF");
        assert!(!document.is_faithful());
    }

    #[test]
    fn a_byte_order_mark_and_crlf_stay_in_the_text() {
        let bytes = "\u{FEFF}name: 护照\r\nx: 1\r\n".as_bytes();
        let document = read_bytes(bytes);
        assert_eq!(document.text().as_bytes(), bytes);
        assert_eq!(name(&document), Some("护照"));
        assert_eq!(
            kinds(&document),
            [ProblemKind::ByteOrderMark, ProblemKind::CrLf]
        );
        let name = document.root().and_then(|root| root.get("name")).unwrap();
        assert_eq!(name.span().of(document.text()), "护照");
        assert!(document.is_faithful());
    }

    #[test]
    fn a_file_too_large_is_not_read() {
        let document = read_bytes(&vec![b' '; MAX_BYTES + 1]);
        assert_eq!(kinds(&document), [ProblemKind::TooLarge]);
        assert!(document.root().is_none());
        assert!(!document.is_whole() && !document.is_faithful());
    }
}
