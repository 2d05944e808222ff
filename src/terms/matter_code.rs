//! The codes under which one office offers a matter.

use std::fmt;

use crate::terms::{BaseCode, BaseCodeFault};

/// 实施编码: credit code of the body 18, level 1, base code 12.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct MatterCode(Box<str>);

/// What keeps a text from being an implementation code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MatterCodeFault {
    /// It has this many characters instead of 31.
    Length(usize),
    /// This character, counted from 0, is neither digit nor capital letter.
    Letter(usize, char),
    /// The last 12 characters are not a base code.
    Base(BaseCodeFault),
}

impl MatterCode {
    /// Reads an implementation code; the form only. The credit code inside is judged by itself.
    pub fn parse(text: &str) -> Result<MatterCode, MatterCodeFault> {
        let is_letter = |byte: u8| byte.is_ascii_digit() || byte.is_ascii_uppercase();
        if text.len() != 31 || !text.bytes().all(is_letter) {
            return Err(misspelt(text));
        }
        BaseCode::parse(&text[19..]).map_err(MatterCodeFault::Base)?;
        Ok(MatterCode(text.into()))
    }

    /// The code as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Credit code of the body.
    pub fn body(&self) -> &str {
        &self.0[..18]
    }

    /// Digit of the level.
    pub fn level(&self) -> &str {
        &self.0[18..19]
    }

    /// Base code of the matter taken up.
    pub fn base(&self) -> &str {
        &self.0[19..]
    }
}

/// The fault of a text that is not 31 digits and capital letters.
fn misspelt(text: &str) -> MatterCodeFault {
    let wrong = |letter: &char| !letter.is_ascii_digit() && !letter.is_ascii_uppercase();
    let mut letters = text.chars().enumerate();
    match (
        text.chars().count(),
        letters.find(|(_, letter)| wrong(letter)),
    ) {
        (31, Some((at, letter))) => MatterCodeFault::Letter(at, letter),
        (length, _) => MatterCodeFault::Length(length),
    }
}

/// 业务办理项编码: implementation code 31 and a serial number 2.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct ItemCode {
    /// The implementation code.
    pub matter: MatterCode,
    /// The serial number, from 1.
    pub serial: u8,
}

impl ItemCode {
    /// Reads a handling item's code; `None` if it is not one.
    pub fn parse(text: &str) -> Option<ItemCode> {
        let (matter, serial) = text.split_at_checked(31)?;
        let digits = serial.len() == 2 && serial.bytes().all(|byte| byte.is_ascii_digit());
        let serial = digits.then(|| serial.parse().ok())??;
        Some(ItemCode {
            matter: MatterCode::parse(matter).ok()?,
            serial,
        })
        .filter(|code| code.serial > 0)
    }
}

impl fmt::Display for MatterCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for MatterCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "MatterCode({self})")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_real_code_splits_into_body_level_and_base() {
        let code = MatterCode::parse("11650000010183859F2650116013001").unwrap();
        assert_eq!(
            (code.body(), code.level(), code.base()),
            ("11650000010183859F", "2", "650116013001")
        );
    }

    #[test]
    fn a_handling_item_counts_from_one() {
        assert_eq!(ItemCode::parse("11440300693951377334420150520080"), None);
        assert_eq!(
            ItemCode::parse("114403006939513773344201505200802").map(|code| code.serial),
            Some(2)
        );
        assert_eq!(ItemCode::parse("114403006939513773344201505200800"), None);
    }
}
