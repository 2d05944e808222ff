//! 剪贴板: what is copied goes to the person's own clipboard through the terminal (OSC 52), which also works
//! over SSH. A terminal that does not know it shows nothing.

const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// The order to the terminal to take a text.
pub(crate) fn order(text: &str) -> String {
    format!("\u{1b}]52;c;{}\u{7}", base64(text.as_bytes()))
}

fn base64(bytes: &[u8]) -> String {
    let mut written = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for three in bytes.chunks(3) {
        let byte = |at: usize| u32::from(three.get(at).copied().unwrap_or(0));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for place in 0..4 {
            let digit = DIGITS.get((bits >> (18 - 6 * place) & 63) as usize);
            let is_filled = place <= three.len();
            written.push(
                digit
                    .filter(|_| is_filled)
                    .map_or('=', |digit| char::from(*digit)),
            );
        }
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_text_is_written_in_base64() {
        for (text, written) in [
            ("", ""),
            ("a", "YQ=="),
            ("ab", "YWI="),
            ("护照", "5oqk54Wn"),
        ] {
            assert_eq!(order(text), format!("\u{1b}]52;c;{written}\u{7}"));
        }
    }
}
