//! The forms a text can be written in: quoted, as a literal block, as a folded block.

use std::fmt::Write;

/// A text in double quotes, on one line. Only what cannot stand there as it is, is escaped.
pub(super) fn double(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for letter in text.chars() {
        match letter {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            '\t' => quoted.push_str("\\t"),
            letter if !is_printable(letter) => {
                // Writing to a string does not fail.
                let _ = write!(quoted, "\\u{:04X}", letter as u32);
            }
            letter => quoted.push(letter),
        }
    }
    quoted.push('"');
    quoted
}

/// A text in single quotes, if it can stand there on one line.
pub(super) fn single(text: &str) -> Option<String> {
    let can_stand = text
        .chars()
        .all(|letter| is_printable(letter) && letter != '\n' && letter != '\t');
    can_stand.then(|| format!("'{}'", text.replace('\'', "''")))
}

/// Whether YAML lets a character stand in a file, and readers agree that it is no line break.
fn is_printable(letter: char) -> bool {
    match letter {
        '\n' | '\t' => true,
        '\u{2028}' | '\u{2029}' | '\u{FEFF}' | '\u{FFFE}' | '\u{FFFF}' => false,
        letter => !letter.is_control(),
    }
}

/// How a block is to be written.
#[derive(Clone, Copy)]
pub(super) struct Block<'o> {
    /// The column of its content.
    pub(super) indent: usize,
    /// By how much that is more than the column of what it belongs to.
    pub(super) step: usize,
    /// Whether its header has to tell the step.
    pub(super) tells_step: bool,
    /// Whether its header keeps blank lines where it need not.
    pub(super) keeps: bool,
    /// The lines it was folded into before.
    pub(super) lines: &'o [&'o str],
}

impl Block<'_> {
    /// A text as a literal block: its header, then its lines; `None` if such a block cannot carry it.
    pub(super) fn literal(&self, text: &str) -> Option<Vec<String>> {
        let lines = text
            .trim_end_matches('\n')
            .split('\n')
            .map(str::to_owned)
            .collect();
        self.written('|', text, lines)
    }

    /// A text as a folded block, broken where it was broken before.
    pub(super) fn folded(&self, text: &str) -> Option<Vec<String>> {
        if text.split('\n').any(|line| line.starts_with([' ', '\t'])) {
            return None;
        }
        let body = text.trim_end_matches('\n');
        let text_lines = body.trim_start_matches('\n');
        let mut lines = vec![String::new(); body.len() - text_lines.len()];
        let mut was_text = false;
        for line in text_lines.split('\n') {
            // One line break is folded into a space: it takes one more to keep one.
            if was_text && !line.is_empty() {
                lines.push(String::new());
            }
            if line.is_empty() {
                lines.push(String::new());
            } else {
                lines.extend(refold(line, self.lines));
            }
            was_text = was_text || !line.is_empty();
        }
        self.written('>', text, lines)
    }

    fn written(&self, sign: char, text: &str, lines: Vec<String>) -> Option<Vec<String>> {
        let first = lines.iter().find(|line| !line.is_empty())?;
        let has_words = lines.iter().any(|line| !line.trim_matches(' ').is_empty());
        if !has_words || !text.chars().all(is_printable) {
            return None;
        }
        let mut header = String::from(sign);
        if self.tells_step || first.starts_with(' ') {
            if !(1..=9).contains(&self.step) {
                return None;
            }
            header.push_str(&self.step.to_string());
        }
        let breaks = text.len() - text.trim_end_matches('\n').len();
        match breaks {
            0 => header.push('-'),
            1 if !self.keeps => {}
            _ => header.push('+'),
        }
        let indent = " ".repeat(self.indent);
        let blank_lines = std::iter::repeat_n(String::new(), breaks.saturating_sub(1));
        let indented = lines.into_iter().map(|line| {
            if line.is_empty() {
                line
            } else {
                format!("{indent}{line}")
            }
        });
        Some(
            std::iter::once(header)
                .chain(indented)
                .chain(blank_lines)
                .collect(),
        )
    }
}

/// Breaks a line of text where it was broken before, as far as its start and its end are the old ones.
fn refold(line: &str, old: &[&str]) -> Vec<String> {
    let mut rest = line;
    let mut head = Vec::new();
    let from = old
        .iter()
        .position(|old| rest.starts_with(old))
        .unwrap_or(old.len());
    for old in old.iter().skip(from) {
        let Some(next) = rest
            .strip_prefix(old)
            .and_then(|rest| rest.strip_prefix(' '))
        else {
            break;
        };
        if next.is_empty() || next.starts_with(' ') || old.ends_with(' ') {
            break;
        }
        head.push((*old).to_owned());
        rest = next;
    }
    let mut tail = Vec::new();
    let to = old
        .iter()
        .rposition(|old| rest.ends_with(old))
        .map_or(0, |last| last + 1);
    for old in old.iter().take(to).rev() {
        let Some(before) = rest
            .strip_suffix(old)
            .and_then(|rest| rest.strip_suffix(' '))
        else {
            break;
        };
        if before.is_empty() || before.ends_with(' ') || old.starts_with(' ') {
            break;
        }
        tail.push((*old).to_owned());
        rest = before;
    }
    head.push(rest.to_owned());
    head.extend(tail.into_iter().rev());
    head
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_stays_readable_in_quotes() {
        assert_eq!(
            double("关于“护照”\"\\\u{1b}\n"),
            r#""关于“护照”\"\\\u001B\n""#
        );
        assert_eq!(single("it's 护照"), Some("'it''s 护照'".to_owned()));
        assert_eq!(single("a\nb"), None);
    }

    #[test]
    fn old_breaks_are_kept_around_a_change() {
        let old = ["申请人具有能力；", "有固定的经营场所；", "符合其他条件。"];
        let line = "申请人具有能力； 有固定的办公场所； 符合其他条件。";
        assert_eq!(
            refold(line, &old),
            ["申请人具有能力；", "有固定的办公场所；", "符合其他条件。"]
        );
        assert_eq!(refold("别的", &old), ["别的"]);
    }
}
