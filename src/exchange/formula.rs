//! Cells that a spreadsheet would take for formulas get an apostrophe before them, and lose it again.

use std::borrow::Cow;

/// The text as a cell that is never worked out.
pub(super) fn guarded(text: &str) -> Cow<'_, str> {
    if is_guarded(text) {
        Cow::Owned(format!("'{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// The text that a cell stands for.
pub(super) fn unguarded(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(text) if is_guarded(text) => text,
        _ => cell,
    }
}

/// Whether a spreadsheet would take the text for a formula, or it would be taken for a guarded one; the
/// full-width signs count in East Asian ones.
fn is_guarded(text: &str) -> bool {
    let bare = text.trim_start_matches('\'');
    let first = bare.trim_start().chars().next();
    first.is_some_and(|first| "=+-@＝＋－＠|%".contains(first)) || bare.starts_with(['\t', '\r'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_guarded_is_the_same_again() {
        for text in [
            "=1+1", "+86", "'=x", "''=x", "'甲", "甲", "-", "＝1", " @x", "",
        ] {
            assert_eq!(unguarded(&guarded(text)), text);
        }
        assert_eq!(guarded("=HYPERLINK(1)"), "'=HYPERLINK(1)");
        assert_eq!(unguarded("'甲"), "'甲");
    }
}
