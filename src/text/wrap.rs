//! 折行: breaking a line by the rules of Chinese setting. The one place where the program breaks text: the
//! screen, its editors and the reports all ask here.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use crate::text::{visible, width};

/// Marks that may not begin a line (避头).
const NOT_FIRST: &str = "，。、；：？！）》」』】〉〕］｝”’…—·～％‰℃々,.;:?!)]}%";
/// Marks that may not end a line (避尾).
const NOT_LAST: &str = "（《「『【〈〔［｛“‘￥＄([{";
/// What stands behind a number and stays with it, the longest first.
const UNITS: &[&str] = &[
    "个工作日",
    "个自然日",
    "平方米",
    "工作日",
    "自然日",
    "小时",
    "分钟",
    "公里",
    "万元",
    "亿元",
    "个月",
    "千克",
    "公斤",
    "年",
    "月",
    "日",
    "天",
    "时",
    "分",
    "秒",
    "元",
    "万",
    "亿",
    "个",
    "件",
    "份",
    "次",
    "人",
    "名",
    "岁",
    "条",
    "款",
    "项",
    "目",
    "章",
    "节",
    "号",
    "级",
    "类",
    "种",
    "米",
    "吨",
    "楼",
    "层",
    "室",
];

/// The text in lines of at most `cells`, its own line breaks kept and no line ending in a space. Only what is
/// longer than a whole line and has no place to break is cut, between two characters as a person sees them.
pub fn wrap(text: &str, cells: usize) -> Vec<String> {
    let cells = cells.max(4);
    let mut lines = Vec::new();
    for line in text.split('\n') {
        let parts = fold(line, cells).into_iter();
        lines.extend(parts.map(|part| {
            line.get(part)
                .unwrap_or("")
                .trim_end_matches(' ')
                .to_owned()
        }));
    }
    lines
}

/// Where one line breaks: stretches that follow each other and cover all of it. Spaces at the end of a stretch
/// hang over the edge; an empty line is one empty stretch. Hidden characters count as [`visible`] shows them.
pub fn fold(line: &str, cells: usize) -> Vec<Range<usize>> {
    let mut folded = Folded::default();
    let mut before = "";
    let mut glued = 0;
    for (at, letter) in line.grapheme_indices(true) {
        let wide = shown_width(letter);
        if is_digit(before) && !is_digit(letter) {
            glued = at + unit(line, at);
        }
        if at > folded.start && at >= glued && may_break(before, letter) {
            folded.allowed = Some((at, folded.used));
        }
        while letter != " " && folded.used + wide > cells && at > folded.start {
            folded.break_at(at);
        }
        folded.used += wide;
        before = letter;
    }
    folded.lines.push(folded.start..line.len());
    folded.lines
}

/// Cells of a character as it is shown.
pub fn shown_width(grapheme: &str) -> usize {
    width(&visible(grapheme))
}

#[derive(Default)]
struct Folded {
    lines: Vec<Range<usize>>,
    /// Where the line being filled begins, and the cells it takes so far.
    start: usize,
    used: usize,
    /// The last place in it where it may break, and the cells before that.
    allowed: Option<(usize, usize)>,
}

impl Folded {
    /// Ends the line at the last place allowed; where there was none, here.
    fn break_at(&mut self, here: usize) {
        let (at, used) = self.allowed.take().unwrap_or((here, self.used));
        self.lines.push(self.start..at);
        self.start = at;
        self.used -= used;
    }
}

fn may_break(before: &str, after: &str) -> bool {
    if after == " " {
        return false;
    }
    if before == " " {
        return true;
    }
    let is_one_word = is_in_word(before) && is_in_word(after);
    let is_forbidden = NOT_FIRST.contains(after) || NOT_LAST.contains(before);
    !is_one_word && !is_forbidden
}

fn is_in_word(grapheme: &str) -> bool {
    let letter = grapheme.chars().next();
    letter.is_some_and(|letter| letter.is_ascii_graphic() || letter.is_alphanumeric())
        && width(grapheme) < 2
}

fn is_digit(grapheme: &str) -> bool {
    let letter = grapheme.chars().next();
    letter.is_some_and(|letter| matches!(letter, '0'..='9' | '０'..='９'))
}

/// The length of the unit that begins at a place.
fn unit(line: &str, at: usize) -> usize {
    let rest = line.get(at..).unwrap_or("");
    let unit = UNITS.iter().find(|unit| rest.starts_with(**unit));
    unit.map_or(0, |unit| unit.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_closing_mark_never_begins_a_line_and_an_opening_one_never_ends_one() {
        assert_eq!(
            wrap("符合条件的，可以申请。", 10),
            ["符合条件", "的，可以申", "请。"]
        );
        assert_eq!(
            wrap("依据《食品安全法》办理", 6),
            ["依据", "《食品", "安全", "法》办", "理"]
        );
        assert_eq!(wrap("他说：“可以”。", 8), ["他说：", "“可以”。"]);
    }

    #[test]
    fn a_number_keeps_its_unit_and_a_word_its_letters() {
        assert_eq!(wrap("时限20个工作日内", 8), ["时限", "20个工作", "日内"]);
        assert_eq!(
            wrap("承诺时限为20个工作日内", 14),
            ["承诺时限为", "20个工作日内"]
        );
        assert_eq!(wrap("a law on GB 18030", 9), ["a law on", "GB 18030"]);
        assert_eq!(wrap("共 1234 件", 6), ["共", "1234", "件"]);
    }

    #[test]
    fn what_is_longer_than_a_line_is_cut_between_characters() {
        assert_eq!(wrap("abcdefghij", 4), ["abcd", "efgh", "ij"]);
        assert_eq!(wrap("e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}", 4).len(), 2);
        assert_eq!(wrap("。。。。。", 4), ["。。", "。。", "。"]);
    }

    #[test]
    fn line_breaks_and_indents_are_kept_and_spaces_hang() {
        assert_eq!(wrap("一\n\n  二", 8), ["一", "", "  二"]);
        assert_eq!(wrap("", 8), [""]);
        assert_eq!(fold("abcd    efgh", 4), [0..8, 8..12]);
    }

    #[test]
    fn stretches_follow_each_other_and_fit() {
        let letters: Vec<char> = "护照，。（《a1 5个工作日👩e\u{301}\u{202E}…—“”"
            .chars()
            .collect();
        let mut random = fastrand::Rng::with_seed(7);
        for _ in 0..500 {
            let line: String = (0..40).filter_map(|_| random.choice(&letters)).collect();
            let cells = random.usize(10..30);
            let mut end = 0;
            for part in fold(&line, cells) {
                assert_eq!(part.start, end);
                let shown: usize = line[part.clone()]
                    .trim_end()
                    .graphemes(true)
                    .map(shown_width)
                    .sum();
                assert!(shown <= cells, "{line:?} at {cells}");
                end = part.end;
            }
            assert_eq!(end, line.len());
        }
    }
}
