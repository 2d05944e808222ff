//! The difference of two texts, for reading: by lines, and inside changed lines by characters, widened to
//! whole numbers and whole Latin words, with small agreements between two changes swallowed.

use similar::{Algorithm, ChangeTag, DiffOp, TextDiff, capture_diff_slices};

/// Lines kept around a change.
const CONTEXT: usize = 2;
/// Texts of more lines, or changed stretches of more tokens, are not compared inside: the time for that
/// grows with the square.
const LARGE: usize = 20_000;

/// 差异行: one line of a difference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DiffLine {
    /// Which side it is on.
    pub mark: LineMark,
    /// Its text, without the line break.
    pub parts: Vec<DiffPart>,
}

/// Which side a line is on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineMark {
    /// On both sides.
    Same,
    /// Only before.
    Removed,
    /// Only after.
    Added,
    /// Lines of both sides are left out here.
    Gap,
}

/// A stretch of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DiffPart {
    /// The text.
    pub text: String,
    /// Whether this is what changed in the line.
    pub is_changed: bool,
}

/// The difference of two texts.
pub fn diff(before: &str, after: &str) -> Vec<DiffLine> {
    if before.lines().count() + after.lines().count() > LARGE {
        return replaced(before, after);
    }
    let lines = TextDiff::from_lines(before, after);
    let mut shown = Vec::new();
    let mut done = 0;
    for group in lines.grouped_ops(CONTEXT) {
        let start = group.first().map_or(0, |op| op.old_range().start);
        if start > done {
            shown.push(gap());
        }
        for op in &group {
            push_op(&mut shown, &lines, op);
            done = op.old_range().end;
        }
    }
    if !shown.is_empty() && done < lines.old_len() {
        shown.push(gap());
    }
    shown
}

/// One text gone as a whole and the other come.
fn replaced(before: &str, after: &str) -> Vec<DiffLine> {
    let mut shown = Vec::new();
    push_lines(&mut shown, LineMark::Removed, vec![(before, false)]);
    push_lines(&mut shown, LineMark::Added, vec![(after, false)]);
    shown
}

fn gap() -> DiffLine {
    DiffLine {
        mark: LineMark::Gap,
        parts: Vec::new(),
    }
}

fn push_op(shown: &mut Vec<DiffLine>, lines: &TextDiff<'_, '_, str>, op: &DiffOp) {
    if let DiffOp::Replace { .. } = op {
        let side = |tag| -> String {
            let changes = lines.iter_changes(op).filter(|change| change.tag() == tag);
            changes.map(|change| change.value()).collect()
        };
        let (before, after) = (side(ChangeTag::Delete), side(ChangeTag::Insert));
        let (before, after) = words(&before, &after);
        push_lines(shown, LineMark::Removed, before);
        push_lines(shown, LineMark::Added, after);
        return;
    }
    for change in lines.iter_changes(op) {
        let mark = match change.tag() {
            ChangeTag::Equal => LineMark::Same,
            ChangeTag::Delete => LineMark::Removed,
            ChangeTag::Insert => LineMark::Added,
        };
        push_lines(shown, mark, vec![(change.value(), false)]);
    }
}

/// Cuts stretches at line breaks.
fn push_lines(shown: &mut Vec<DiffLine>, mark: LineMark, stretches: Vec<(&str, bool)>) {
    let mut parts: Vec<DiffPart> = Vec::new();
    for (text, is_changed) in stretches {
        for piece in text.split_inclusive('\n') {
            let text = piece.trim_end_matches(['\n', '\r']);
            push_part(&mut parts, text, is_changed);
            if piece.ends_with('\n') {
                shown.push(DiffLine {
                    mark,
                    parts: std::mem::take(&mut parts),
                });
            }
        }
    }
    if !parts.is_empty() {
        shown.push(DiffLine { mark, parts });
    }
}

fn push_part(parts: &mut Vec<DiffPart>, text: &str, is_changed: bool) {
    match parts
        .last_mut()
        .filter(|part| part.is_changed == is_changed)
    {
        Some(part) => part.text.push_str(text),
        None if text.is_empty() => {}
        None => parts.push(DiffPart {
            text: text.to_owned(),
            is_changed,
        }),
    }
}

/// A text in stretches, each with whether it changed.
type Stretches<'t> = Vec<(&'t str, bool)>;

/// What changed inside two texts that stand for each other.
fn words<'t>(before: &'t str, after: &'t str) -> (Stretches<'t>, Stretches<'t>) {
    let (old, new) = (tokens(before), tokens(after));
    if old.len() + new.len() > LARGE {
        return (vec![(before, true)], vec![(after, true)]);
    }
    let ops = capture_diff_slices(Algorithm::Myers, &old, &new);
    let mut sides = (Vec::new(), Vec::new());
    for (place, op) in ops.iter().enumerate() {
        let is_same = matches!(op, DiffOp::Equal { .. });
        let is_between = place > 0 && place + 1 < ops.len();
        let is_changed = !is_same || (is_between && is_small(&old[op.old_range()]));
        extend(&mut sides.0, &old[op.old_range()], is_changed);
        extend(&mut sides.1, &new[op.new_range()], is_changed);
    }
    sides
}

/// An agreement too small to be read as one: a character or two between changes, no break among them.
fn is_small(tokens: &[&str]) -> bool {
    let marks = "，。、；：！？\n ";
    tokens.len() <= 2 && !tokens.iter().any(|token| marks.contains(token))
}

fn extend<'t>(side: &mut Stretches<'t>, tokens: &[&'t str], is_changed: bool) {
    side.extend(tokens.iter().map(|token| (*token, is_changed)));
}

/// A text in tokens: a number, a Chinese number, a Latin word, or one character of anything else.
pub fn tokens(text: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    let mut start = 0;
    let mut letters = text.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        let end = at + letter.len_utf8();
        let goes_on = letters
            .peek()
            .is_some_and(|(_, next)| class(letter).is_some() && class(letter) == class(*next));
        if !goes_on {
            tokens.extend(text.get(start..end));
            start = end;
        }
    }
    tokens
}

/// The kind of run a character belongs to.
fn class(letter: char) -> Option<u8> {
    match letter {
        '0'..='9' | 'a'..='z' | 'A'..='Z' => Some(0),
        '〇' | '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '百'
        | '千' | '万' | '零' | '两' => Some(1),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `-` and `+` lines with `[changed]` stretches.
    fn drawn(before: &str, after: &str) -> String {
        let mut text = String::new();
        for line in diff(before, after) {
            text.push(match line.mark {
                LineMark::Same => ' ',
                LineMark::Removed => '-',
                LineMark::Added => '+',
                LineMark::Gap => '…',
            });
            let mut was_changed = false;
            for part in &line.parts {
                if part.is_changed != was_changed {
                    text.push(if part.is_changed { '[' } else { ']' });
                }
                was_changed = part.is_changed;
                text.push_str(&part.text);
            }
            if was_changed {
                text.push(']');
            }
            text.push('\n');
        }
        text
    }

    #[test]
    fn a_number_changes_as_a_whole() {
        assert_eq!(
            drawn("自受理之日起二十日内", "自受理之日起十五日内"),
            "-自受理之日起[二十]日内\n+自受理之日起[十五]日内\n"
        );
        assert_eq!(
            drawn("days: 20\n", "days: 25\n"),
            "-days: [20]\n+days: [25]\n"
        );
    }

    #[test]
    fn a_lone_character_between_changes_is_swallowed() {
        assert_eq!(
            drawn("公共场所卫生许可", "学校饮水许可"),
            "-[公共场所卫生]许可\n+[学校饮水]许可\n"
        );
    }

    #[test]
    fn lines_far_from_a_change_are_left_out() {
        let before = "a\nb\nc\nd\ne\nf\n";
        assert_eq!(
            drawn(before, "a\nb\nc\nd\ne\ng\n"),
            "…\n d\n e\n-[f]\n+[g]\n"
        );
        assert_eq!(drawn(before, before), "");
    }

    #[test]
    fn a_new_text_is_all_added() {
        assert_eq!(drawn("", "一\n二\n"), "+一\n+二\n");
    }
}
