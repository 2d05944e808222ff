//! The 18 characters that name an office, with both check characters of GB 32100-2015 and GB 11714.

use std::fmt;

/// 统一社会信用代码 (GB 32100-2015): registering authority 1, class 1, division 6, organisation code 9,
/// check character 1.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CreditCode([u8; 18]);

/// What keeps a text from being a credit code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CreditCodeFault {
    /// It has this many characters instead of 18.
    Length(usize),
    /// It is this one character over and over. Noughts would pass both checks.
    Repeated(char),
    /// This character, counted from 0, is not in the alphabet of the standard.
    Letter(usize, char),
    /// The last character should be this one.
    Check(char),
    /// The check character of the organisation code inside (the 17th) should be this one.
    Organisation(char),
}

/// The 31 characters of the standard: no I, O, S, V, Z.
const ALPHABET: &[u8; 31] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";

impl CreditCode {
    /// Reads a credit code and tests both check characters.
    pub fn parse(text: &str) -> Result<CreditCode, CreditCodeFault> {
        let length = text.chars().count();
        if length != 18 {
            return Err(CreditCodeFault::Length(length));
        }
        if let Some(letter) = only_character(text) {
            return Err(CreditCodeFault::Repeated(letter));
        }
        if let Some((at, letter)) = text
            .chars()
            .enumerate()
            .find(|(_, letter)| value(*letter).is_none())
        {
            return Err(CreditCodeFault::Letter(at, letter));
        }
        let bytes: [u8; 18] = text
            .as_bytes()
            .try_into()
            .map_err(|_| CreditCodeFault::Length(length))?;
        match credit_check_char(text) {
            Some(check) if !text.ends_with(check) => Err(CreditCodeFault::Check(check)),
            _ => match organisation_check_char(&text[8..16]) {
                Some(check) if !text[16..].starts_with(check) => {
                    Err(CreditCodeFault::Organisation(check))
                }
                _ => Ok(CreditCode(bytes)),
            },
        }
    }

    /// The characters that the standard allows.
    pub fn letters() -> impl Iterator<Item = char> {
        ALPHABET.iter().map(|byte| char::from(*byte))
    }

    /// The code as text.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("")
    }

    /// Registering authority and class of institution: `11` 机关, `12` 事业单位, `13` 群团.
    pub fn class(&self) -> &str {
        &self.as_str()[0..2]
    }

    /// Division where the office is registered; `100000` for national offices.
    pub fn division(&self) -> &str {
        &self.as_str()[2..8]
    }
}

/// The character that a text repeats from end to end.
fn only_character(text: &str) -> Option<char> {
    let mut letters = text.chars();
    let first = letters.next()?;
    letters.all(|letter| letter == first).then_some(first)
}

/// Whether a text is an organisation code: nine characters, the last the check character of GB 11714.
pub fn is_organisation_code(text: &str) -> bool {
    let (Some(body), Some(check)) = (text.get(..8), text.get(8..)) else {
        return false;
    };
    let is_written = text
        .bytes()
        .all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase());
    let right = organisation_check_char(body).filter(|_| is_written);
    right.is_some_and(|right| check.chars().eq([right]))
}

/// The check character that belongs to the first 17 characters (GB 32100-2015): weights 3^(i-1) mod 31.
pub fn credit_check_char(text: &str) -> Option<char> {
    let mut weight = 1;
    let mut sum = 0;
    for letter in text.chars().take(17) {
        sum += value(letter)? * weight;
        weight = weight * 3 % 31;
    }
    ALPHABET
        .get((31 - sum % 31) % 31)
        .map(|byte| char::from(*byte))
}

/// The only character that fits between a beginning and an end, 17 characters together, so that the check
/// of the whole holds (31 is a prime, so there is exactly one); `None` if either has a character that
/// credit codes do not use.
pub fn credit_filler(start: &str, end: &str) -> Option<char> {
    let before = start.chars().count();
    let places = (0..before).chain(before + 1..18);
    let mut sum = 0;
    for (letter, place) in start.chars().chain(end.chars()).zip(places) {
        sum += value(letter)? * weight(place);
    }
    let mut letters = ALPHABET.iter().enumerate();
    let fits = letters.find(|(value, _)| (sum + value * weight(before)).is_multiple_of(31));
    fits.map(|(_, byte)| char::from(*byte))
}

/// The weight of a place counted from 0; the check character counts once.
fn weight(place: usize) -> usize {
    (0..place % 17).fold(1, |weight, _| weight * 3 % 31)
}

/// The check character that belongs to the 8 characters of an organisation code (GB 11714).
pub fn organisation_check_char(text: &str) -> Option<char> {
    const WEIGHTS: [u32; 8] = [3, 7, 9, 10, 5, 8, 4, 2];
    let digits = text.chars().map(|letter| letter.to_digit(36));
    let sum = digits.zip(WEIGHTS).try_fold(0, |sum, (digit, weight)| {
        digit.map(|digit| sum + digit * weight)
    })?;
    match 11 - sum % 11 {
        10 => Some('X'),
        11 => Some('0'),
        digit => char::from_digit(digit, 10),
    }
}

fn value(letter: char) -> Option<usize> {
    let value = VALUES.get(letter as usize).copied().unwrap_or(NONE);
    (value != NONE).then_some(usize::from(value))
}

/// The value of each character of ASCII.
const VALUES: [u8; 128] = {
    let mut values = [NONE; 128];
    let mut value = 0;
    while value < ALPHABET.len() {
        #[expect(clippy::cast_possible_truncation, reason = "there are 31")]
        let number = value as u8;
        values[ALPHABET[value] as usize] = number;
        value += 1;
    }
    values
};

/// What stands for no value.
const NONE: u8 = u8::MAX;

impl fmt::Display for CreditCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for CreditCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "CreditCode({self})")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn real_codes_pass() {
        for code in [
            "11430000MB1599860M",
            "11650000010183859F",
            "11440100007482575H",
            "114403006939513773",
        ] {
            assert!(CreditCode::parse(code).is_ok(), "{code}");
        }
    }

    #[test]
    fn each_fault_is_named() {
        assert_eq!(
            CreditCode::parse("1143000MB1599860M"),
            Err(CreditCodeFault::Length(17))
        );
        assert_eq!(
            CreditCode::parse("12430000MBOL67976N"),
            Err(CreditCodeFault::Letter(10, 'O'))
        );
        assert_eq!(
            CreditCode::parse("11440300007542785T"),
            Err(CreditCodeFault::Check('U'))
        );
        assert_eq!(
            CreditCode::parse("000000000000000000"),
            Err(CreditCodeFault::Repeated('0'))
        );
    }

    #[test]
    fn one_character_alone_fills_a_gap() {
        let code = "11650000010183859F";
        for at in 0..18 {
            let filler = credit_filler(&code[..at], &code[at + 1..]);
            assert_eq!(filler, code[at..].chars().next(), "{at}");
        }
        assert_eq!(credit_filler("1165000001O18385", "9"), None);
    }

    #[test]
    fn an_organisation_code_is_nine_characters_with_a_check() {
        assert!(is_organisation_code("083372204"));
        assert!(is_organisation_code("00877836X"));
        for wrong in [
            "083372205",
            "08337220",
            "0833722040",
            "00877836x",
            "",
            "组织机",
        ] {
            assert!(!is_organisation_code(wrong), "{wrong}");
        }
    }
}
