//! Breaking text into lines: after a space, or between Chinese characters.

use unicode_segmentation::UnicodeSegmentation;

use crate::text::width;

/// Marks that may not begin a line.
const NOT_FIRST: &str = "，。、；：？！）》】”’…,.;:?!)]}";

/// The text in lines of at most `cells`, its own line breaks kept. A word longer than a line is cut.
pub fn wrap(text: &str, cells: usize) -> Vec<String> {
    let cells = cells.max(4);
    text.split('\n')
        .flat_map(|line| wrap_line(line, cells))
        .collect()
}

fn wrap_line(line: &str, cells: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut current = String::new();
    let mut used = 0;
    for word in words(line) {
        let wide = width(word.trim_end());
        if used > 0 && used + wide > cells {
            lines.push(current.trim_end().to_owned());
            current.clear();
            used = 0;
        }
        if wide <= cells {
            current.push_str(word);
            used += width(word);
            continue;
        }
        for letter in word.graphemes(true) {
            if used + width(letter) > cells {
                lines.push(std::mem::take(&mut current));
                used = 0;
            }
            current.push_str(letter);
            used += width(letter);
        }
    }
    lines.push(current.trim_end().to_owned());
    lines
}

/// The stretches between which a line may break.
fn words(line: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut start = 0;
    let mut before: Option<&str> = None;
    for (at, letter) in line.grapheme_indices(true) {
        if before.is_some_and(|before| may_break(before, letter)) {
            words.extend(line.get(start..at));
            start = at;
        }
        before = Some(letter);
    }
    words.extend(line.get(start..).filter(|rest| !rest.is_empty()));
    words
}

fn may_break(before: &str, after: &str) -> bool {
    let is_wide = width(before) > 1 || width(after) > 1;
    (before == " " && after != " ") || (is_wide && after != " " && !NOT_FIRST.contains(after))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_breaks_anywhere_but_before_a_closing_mark() {
        assert_eq!(wrap("公共场所卫生许可", 8), ["公共场所", "卫生许可"]);
        assert_eq!(wrap("公共场所，卫生", 8), ["公共场", "所，卫生"]);
        assert_eq!(wrap("a law on GB 18030", 9), ["a law on", "GB 18030"]);
        assert_eq!(wrap("一\n二", 8), ["一", "二"]);
        assert_eq!(wrap("abcdefghij", 4), ["abcd", "efgh", "ij"]);
        assert_eq!(wrap("", 8), [""]);
    }
}
