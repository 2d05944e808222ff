//! What a text must be: one of its choices, of a form, of a length, a day, an address.

use crate::catalog::standard::{Format, TextForm};
use crate::rules::shape::Wrong;

/// Whether a text without quotes is to any YAML reader a number or a yes or no.
pub(super) fn reads_as_no_text(text: &str) -> bool {
    match text.as_bytes() {
        [b't' | b'T' | b'f' | b'F', ..] => {
            matches!(text, "true" | "True" | "TRUE" | "false" | "False" | "FALSE")
        }
        [b'0'..=b'9' | b'+' | b'-' | b'.', ..] => is_number(text),
        _ => false,
    }
}

fn is_number(text: &str) -> bool {
    let digits = |prefix, radix| {
        let rest = text.strip_prefix(prefix);
        rest.is_some_and(|rest| u128::from_str_radix(rest, radix).is_ok())
    };
    let is_decimal = text
        .bytes()
        .all(|byte| byte.is_ascii_digit() || b"+-.eE".contains(&byte));
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    is_decimal && text.parse::<f64>().is_ok()
        || digits("0x", 16)
        || digits("0o", 8)
        || matches!(
            unsigned,
            ".inf" | ".Inf" | ".INF" | ".nan" | ".NaN" | ".NAN"
        )
}

/// The first thing that is wrong with a text.
pub(super) fn wrong_text(text: &str, form: &TextForm) -> Option<Wrong<'static>> {
    if !form.choices.is_empty() {
        let is_known = form.choices.iter().any(|choice| &*choice.value == text);
        return (!is_known).then_some(Wrong::Choice);
    }
    if form
        .pattern
        .as_ref()
        .is_some_and(|pattern| !pattern.is_match(text))
    {
        return Some(Wrong::Form);
    }
    if let Some(length) = wrong_length(text, form) {
        return Some(Wrong::Length(length));
    }
    match form.format {
        Some(Format::Date) if !Format::Date.fits(text) => Some(Wrong::Day),
        Some(Format::Uri) if !Format::Uri.fits(text) => Some(Wrong::Address),
        _ => None,
    }
}

/// The characters of a text, if they are too few or too many. A character is one to four bytes: most texts
/// need not be counted.
fn wrong_length(text: &str, form: &TextForm) -> Option<usize> {
    if text.len() <= form.max && text.len().div_ceil(4) >= form.min {
        return None;
    }
    let length = text.chars().count();
    (!(form.min..=form.max).contains(&length)).then_some(length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_yaml_takes_for_a_number_or_a_truth_value_is_no_text() {
        for text in [
            "1", "-1", "+7", "007", "1.5", "1e5", ".5", "0x1F", "0o17", ".inf", "-.INF", "true",
            "FALSE",
        ] {
            assert!(reads_as_no_text(text), "{text}");
        }
        for text in [
            "0571-00000000",
            "2024-05-01",
            "9:00",
            "1 份",
            "-",
            ".",
            "yes",
            "inf",
            "护照",
            "1_000",
        ] {
            assert!(!reads_as_no_text(text), "{text}");
        }
    }
}
