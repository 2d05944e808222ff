//! The stretch of a file that a finding points at, made fit for a screen: hidden characters are shown, long
//! lines are cut around the place, and the place still stands under its characters.

use std::ops::Range;

use crate::text::{Span, visible, width};

/// 摘录: some lines of a file as they can be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excerpt {
    /// The lines.
    pub text: String,
    /// The place in them.
    pub place: Range<usize>,
    /// Cells before the end of the place in its last line.
    pub cells: usize,
}

/// The first `most` lines under a span, each cut to `cells`.
pub fn excerpt(text: &str, span: Span, most: usize, cells: usize) -> Excerpt {
    let from = (span.start as usize).min(text.len());
    let to = (span.end as usize).clamp(from, text.len());
    let head = text.get(..from).unwrap_or("");
    let first = head.rfind('\n').map_or(0, |at| at + 1);
    let mut shown = Excerpt {
        text: String::new(),
        place: 0..0,
        cells: 0,
    };
    let mut start = first;
    let lines = text.get(first..).unwrap_or("").split_inclusive('\n');
    for line in lines.take(most) {
        if start > first && start >= to {
            break;
        }
        let bare = line.trim_end_matches(['\n', '\r']);
        let place = from.saturating_sub(start)..to.saturating_sub(start).min(bare.len());
        shown.add(&cut(bare, place, cells), start == first);
        start += line.len();
    }
    shown
}

impl Excerpt {
    fn add(&mut self, line: &Cut, is_first: bool) {
        if !is_first {
            self.text.push('\n');
        }
        let start = self.text.len();
        if is_first {
            self.place.start = line.place.start;
        }
        self.text.push_str(&line.text);
        self.place.end = start + line.place.end;
        self.cells = width(line.text.get(..line.place.end).unwrap_or(""));
    }
}

/// One line, cut, with the place in it.
struct Cut {
    text: String,
    place: Range<usize>,
}

fn cut(line: &str, place: Range<usize>, cells: usize) -> Cut {
    let mut cut = Cut {
        text: String::new(),
        place: 0..0,
    };
    let begin = window_start(line, place.start, cells);
    if begin > 0 {
        cut.text.push('…');
    }
    cut.place = cut.text.len()..cut.text.len();
    let mut used = width(&cut.text);
    let whole = width(&visible(line.get(begin..).unwrap_or(""))) + used <= cells;
    for (at, letter) in line.char_indices().skip_while(|(at, _)| *at < begin) {
        let mut buffer = [0; 4];
        let shown = visible(letter.encode_utf8(&mut buffer));
        used += width(&shown);
        if !whole && used + 1 > cells {
            cut.text.push('…');
            break;
        }
        if at == place.start {
            cut.place = cut.text.len()..cut.text.len();
        }
        cut.text.push_str(&shown);
        if (place.start..place.end).contains(&at) {
            cut.place.end = cut.text.len();
        }
    }
    if place.start >= line.len() {
        cut.place = cut.text.len()..cut.text.len();
    }
    cut
}

/// Where the shown part of a line begins: at its start if the place can be seen from there, else so that a
/// third of the line leads up to the place.
fn window_start(line: &str, place: usize, cells: usize) -> usize {
    let before = line.get(..place).unwrap_or(line);
    if width(&visible(line)) <= cells || width(&visible(before)) <= cells * 2 / 3 {
        return 0;
    }
    let mut lead = 0;
    let mut start = before.len();
    for (at, letter) in before.char_indices().rev() {
        let mut buffer = [0; 4];
        lead += width(&visible(letter.encode_utf8(&mut buffer)));
        if lead > cells / 3 {
            break;
        }
        start = at;
    }
    start
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, wanted: &str, cells: usize) -> (String, String) {
        let at = text.find(wanted).unwrap();
        let excerpt = excerpt(text, Span::new(at, at + wanted.len()), 6, cells);
        let place = excerpt.text[excerpt.place.clone()].to_owned();
        (excerpt.text, place)
    }

    #[test]
    fn the_place_stays_under_its_characters() {
        let text = "a: 1\nname: 护\u{1b}照(普通)签发\nb: 2\n";
        assert_eq!(
            shown(text, "(", 60),
            ("name: 护⟨U+001B⟩照(普通)签发".to_owned(), "(".to_owned())
        );
    }

    #[test]
    fn a_long_line_is_cut_on_both_sides_of_the_place() {
        let text = format!("name: {}甲{}", "前".repeat(40), "后".repeat(40));
        let (line, place) = shown(&text, "甲", 30);
        assert_eq!(place, "甲");
        assert_eq!(line, "…前前前前前甲后后后后后后后后…");
        assert!(width(&line) <= 30);
    }

    #[test]
    fn several_lines_are_shown_as_several_lines() {
        let text = "a: |-\n  一\n  二\nb: 1\n";
        assert_eq!(
            shown(text, "|-\n  一\n  二", 30),
            ("a: |-\n  一\n  二".to_owned(), "|-\n  一\n  二".to_owned())
        );
    }

    #[test]
    fn the_end_of_a_file_is_a_place_too() {
        let end = excerpt("a: 1\n", Span::at(5), 1, 30);
        assert_eq!((end.text.as_str(), end.place), ("", 0..0));
        assert_eq!(excerpt("", Span::at(0), 1, 30).place, 0..0);
    }
}
