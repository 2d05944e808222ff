//! Which text may stand without quotes.

/// Whether a text, written plainly, is read as that very text by every reader of YAML 1.1 or 1.2. Rather
/// strict: what is doubtful gets quotes.
pub(super) fn is_safe(text: &str, is_in_flow: bool) -> bool {
    let Some(first) = text.chars().next() else {
        return false;
    };
    !text.starts_with(char::is_whitespace)
        && !text.ends_with(char::is_whitespace)
        && !text.chars().any(needs_quotes)
        && !"-?:,[]{}#&*!|>'\"%@`.=<~".contains(first)
        && !text.ends_with(':')
        && !text.contains(": ")
        && !text.contains(" #")
        && !(is_in_flow && text.contains([',', '[', ']', '{', '}', ':']))
        && !is_ambiguous(text)
}

/// A character that cannot stand in a text on one line, or that readers differ about.
fn needs_quotes(letter: char) -> bool {
    letter.is_control()
        || matches!(
            letter,
            '\u{2028}' | '\u{2029}' | '\u{FEFF}' | '\u{FFFE}' | '\u{FFFF}'
        )
}

/// Whether some reader takes a text for a truth value, nothing, a number, a date or a time.
fn is_ambiguous(text: &str) -> bool {
    const WORDS: [&str; 13] = [
        "y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf", "infinity",
        "none",
    ];
    let bare = text.strip_prefix(['+', '-']).unwrap_or(text);
    WORDS.iter().any(|word| bare.eq_ignore_ascii_case(word)) || is_number_like(bare)
}

/// A digit first, and nothing but what numbers, dates and times are made of.
fn is_number_like(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_digit())
        && text
            .bytes()
            .all(|byte| byte.is_ascii_hexdigit() || b"xXoOtTzZ_.:+- ,".contains(&byte))
}

/// Whether a text looks like a code: ASCII letters, digits, `-`, `_` and `.`, with a digit among them.
pub(super) fn is_code(text: &str) -> bool {
    text.bytes().any(|byte| byte.is_ascii_digit())
        && text
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rustfmt::skip]
    const DOUBTFUL: &[&str] = &[
        "", " a", "a ", "1", "-1", "+1", "1.5", "1e5", "0x1F", "0o17", "1_000", "12:30", "12:30:45",
        "2024-05-01", "2024-05-01T10:00:00Z", "2024-05-01 10:00:00", "yes", "No", "ON", "off", "y",
        "N", "true", "null", "Null", "~", ".5", ".inf", "-.inf", ".NaN", "nan", "=", "<<", "- a",
        "-", "-a", "? a", "a: b", "a:", ": a", "a #b", "#a", "&a", "*a", "!a", "|", ">", "'a'",
        "\"a\"", "%a", "@a", "`a", "[a", "{a", "a\nb", "a\tb", "---", "...", "a\u{2028}b",
        "0571-88888888", "1,000",
    ];

    #[test]
    fn what_some_reader_takes_for_something_else_is_not_safe() {
        for text in DOUBTFUL {
            assert!(!is_safe(text, false), "{text:?}");
        }
        for text in [
            "护照",
            "第4条",
            "a b",
            "a:b",
            "a#b",
            "it's",
            "3 份",
            "《护照法》",
            "甲, 乙",
            "办理（网上）",
        ] {
            assert!(is_safe(text, false), "{text:?}");
        }
        assert!(!is_safe("甲, 乙", true));
        assert!(!is_safe("a:b", true));
        assert!(is_safe("护照", true));
    }

    #[test]
    fn codes_are_told_from_texts() {
        assert!(is_code("11330106MB0A23456X") && is_code("M-01") && is_code("330100"));
        assert!(!is_code("第4条") && !is_code("abc") && !is_code("a 1"));
    }
}
