//! The 12 characters under which one matter is known everywhere.

use std::fmt;

/// 基本编码: region 2, type 2, central department 2, main item 3, sub item 3.
///
/// Layout read off real codes of three provinces; the text of GB/T 39554.1-2020 was not at hand.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct BaseCode([u8; 12]);

/// What keeps a text from being a base code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BaseCodeFault {
    /// It has this many characters instead of 12.
    Length(usize),
    /// This character, counted from 0, is not a digit.
    NotADigit(usize, char),
}

impl BaseCode {
    /// Reads a base code; only the form is judged, not whether its segments are known.
    pub fn parse(text: &str) -> Result<BaseCode, BaseCodeFault> {
        if let Some((at, letter)) = text
            .chars()
            .enumerate()
            .find(|(_, letter)| !letter.is_ascii_digit())
        {
            let length = text.chars().count();
            return Err(if length == 12 {
                BaseCodeFault::NotADigit(at, letter)
            } else {
                BaseCodeFault::Length(length)
            });
        }
        text.as_bytes()
            .try_into()
            .map(BaseCode)
            .map_err(|_| BaseCodeFault::Length(text.len()))
    }

    /// The code as text.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("")
    }

    /// Region: `00` for the nation, else the first two digits of the province.
    pub fn region(&self) -> &str {
        &self.as_str()[0..2]
    }

    /// Type of matter.
    pub fn kind(&self) -> &str {
        &self.as_str()[2..4]
    }

    /// Central department that guides the matter.
    pub fn department(&self) -> &str {
        &self.as_str()[4..6]
    }

    /// Region, type and department: what main items are numbered under.
    pub fn group(&self) -> &str {
        &self.as_str()[0..6]
    }

    /// Serial number of the main item.
    pub fn main_item(&self) -> &str {
        &self.as_str()[6..9]
    }

    /// Serial number of the sub item; `000` without one.
    pub fn sub_item(&self) -> &str {
        &self.as_str()[9..12]
    }
}

impl fmt::Display for BaseCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for BaseCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "BaseCode({self})")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn segments_are_read_from_left_to_right() {
        let code = BaseCode::parse("650116013001").unwrap();
        assert_eq!(
            (code.region(), code.kind(), code.department()),
            ("65", "01", "16")
        );
        assert_eq!((code.main_item(), code.sub_item()), ("013", "001"));
    }

    #[test]
    fn a_letter_o_is_named_with_its_place() {
        assert_eq!(
            BaseCode::parse("6501160130O1"),
            Err(BaseCodeFault::NotADigit(10, 'O'))
        );
        assert_eq!(
            BaseCode::parse("65011601300"),
            Err(BaseCodeFault::Length(11))
        );
    }
}
