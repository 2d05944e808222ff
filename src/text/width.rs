//! The one helper for display width: cells of a terminal, clipping and padding.

use std::sync::atomic::{AtomicBool, Ordering};

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// 歧义宽度: whether the terminal draws in two cells what Unicode leaves open (`“` `…` `·` `①` `─`). A property
/// of the terminal the program runs in, so it is one for the whole process: set once at its start, before
/// anything is measured, and handed down to nobody.
static AMBIGUOUS_IS_WIDE: AtomicBool = AtomicBool::new(false);

/// Tells how the terminal draws characters of ambiguous width. For the start of the program only.
pub fn set_ambiguous_wide(is_wide: bool) {
    AMBIGUOUS_IS_WIDE.store(is_wide, Ordering::Relaxed);
}

/// Whether the terminal draws characters of ambiguous width in two cells.
pub fn is_ambiguous_wide() -> bool {
    AMBIGUOUS_IS_WIDE.load(Ordering::Relaxed)
}

/// The number of terminal cells a text takes.
pub fn width(text: &str) -> usize {
    if text.is_ascii() {
        return text.width();
    }
    if is_ambiguous_wide() {
        text.width_cjk()
    } else {
        text.width()
    }
}

/// The text cut to at most `cells`, with `…` in place of what was cut.
pub fn clip(text: &str, cells: usize) -> String {
    if width(text) <= cells {
        return text.to_owned();
    }
    let end = width("…");
    let mut kept = String::new();
    let mut used = 0;
    for grapheme in text.graphemes(true) {
        let wide = width(grapheme);
        if used + wide + end > cells {
            break;
        }
        kept.push_str(grapheme);
        used += wide;
    }
    if end <= cells {
        kept.push('…');
    }
    kept
}

/// The end of the text, as much of it as goes into `cells`.
pub fn tail(text: &str, cells: usize) -> &str {
    let mut used = 0;
    let fits = |(_, letter): &(usize, &str)| {
        used += width(letter);
        used <= cells
    };
    let kept = text.grapheme_indices(true).rev().take_while(fits);
    let start = kept.last().map_or(text.len(), |(start, _)| start);
    text.get(start..).unwrap_or_default()
}

/// The text clipped and filled with spaces to exactly `cells`.
pub fn pad(text: &str, cells: usize) -> String {
    let mut clipped = clip(text, cells);
    let missing = cells.saturating_sub(width(&clipped));
    clipped.extend(std::iter::repeat_n(' ', missing));
    clipped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wide_character_is_never_cut_in_half() {
        assert_eq!(clip("公共场所卫生许可", 8), "公共场…");
        assert_eq!(clip("公共场所卫生许可", 7), "公共场…");
        assert_eq!(clip("公共", 4), "公共");
        assert_eq!(clip("公共", 0), "");
        assert_eq!(pad("公共场所", 6), "公共… ");
        assert_eq!(tail("公共场所卫生许可", 7), "生许可");
        assert_eq!(tail("公共", 4), "公共");
        assert_eq!(tail("公共", 1), "");
    }
}
