//! Places on the map of administration.

use std::fmt;

/// 行政区划代码: 6 digits (GB/T 2260), 9 for a township, 12 for a village; trailing zeros say "the whole".
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct DivisionCode(Box<str>);

impl DivisionCode {
    /// Reads a division code; `None` unless it is 6, 9 or 12 digits.
    pub fn parse(text: &str) -> Option<DivisionCode> {
        let right =
            matches!(text.len(), 6 | 9 | 12) && text.bytes().all(|byte| byte.is_ascii_digit());
        right.then(|| DivisionCode(text.into()))
    }

    /// The code as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// First two digits: the province.
    pub fn province(&self) -> &str {
        &self.0[..2]
    }

    /// The code of the division directly above by the digits alone; `None` above a province.
    pub fn parent(&self) -> Option<DivisionCode> {
        let code = &*self.0;
        let above = match code.len() {
            12 => code[..9].to_owned(),
            9 => code[..6].to_owned(),
            _ if !code.ends_with("00") => format!("{}00", &code[..4]),
            _ if !code.ends_with("0000") => format!("{}0000", &code[..2]),
            _ => return None,
        };
        Some(DivisionCode(above.into()))
    }
}

impl fmt::Display for DivisionCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_up_ends_at_the_province() {
        let up = |code: &str| {
            DivisionCode::parse(code)
                .unwrap()
                .parent()
                .map(|parent| parent.to_string())
        };
        assert_eq!(up("330106"), Some("330100".to_owned()));
        assert_eq!(up("330100"), Some("330000".to_owned()));
        assert_eq!(up("330000"), None);
        assert_eq!(up("330106001"), Some("330106".to_owned()));
    }
}
