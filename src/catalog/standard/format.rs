//! The named formats of a text.

use jiff::civil::Date;

/// A named format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// `YYYY-MM-DD`, a day that exists.
    Date,
    /// An address on the web.
    Uri,
}

impl Format {
    /// Whether a text has the format.
    pub fn fits(self, text: &str) -> bool {
        match self {
            Format::Date => is_day(text),
            Format::Uri => is_address(text),
        }
    }
}

/// `YYYY-MM-DD`, a day that exists.
fn is_day(text: &str) -> bool {
    text.len() == 10
        && text.starts_with(|first: char| first.is_ascii_digit())
        && day(text).is_some()
}

/// A day, at the cost of reading its digits where it stands as `YYYY-MM-DD`.
pub(crate) fn day(text: &str) -> Option<Date> {
    let digit = |byte: u8| byte.is_ascii_digit().then(|| i16::from(byte - b'0'));
    let number = |digits: &[u8]| {
        digits
            .iter()
            .try_fold(0, |number, byte| Some(number * 10 + digit(*byte)?))
    };
    let [year @ .., b'-', m1, m2, b'-', d1, d2] = text.as_bytes() else {
        return text.parse().ok();
    };
    if year.len() != 4 {
        return text.parse().ok();
    }
    let month = i8::try_from(number(&[*m1, *m2])?).ok()?;
    let day = i8::try_from(number(&[*d1, *d2])?).ok()?;
    Date::new(number(year)?, month, day).ok()
}

/// A scheme, a colon and something, in the letters RFC 3986 allows.
fn is_address(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once(':') else {
        return false;
    };
    let is_scheme_letter = |byte: u8| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte);
    scheme.starts_with(|first: char| first.is_ascii_alphabetic())
        && scheme.bytes().all(is_scheme_letter)
        && !rest.is_empty()
        && rest.bytes().all(is_address_letter)
}

fn is_address_letter(byte: u8) -> bool {
    let is_odd = matches!(byte, b'"' | b'<' | b'>' | b'\\' | b'^' | b'`' | b'{'..=b'}');
    byte.is_ascii_graphic() && !is_odd
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_must_exist_and_an_address_be_whole() {
        let day = |text| Format::Date.fits(text);
        let address = |text| Format::Uri.fits(text);
        assert!(day("2024-02-29") && !day("2023-02-29") && !day("2024-2-9"));
        assert!(address("https://a.cn/b?c=1#d") && address("mailto:a@b.cn"));
        assert!(!address("a.cn") && !address("https://a.cn/ b") && !address("https://例.cn"));
    }
}
