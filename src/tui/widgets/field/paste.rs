//! What comes out of another program's clipboard: line breaks of every kind, tabs, and characters that nobody
//! sees and nobody wants in a catalog.

use crate::text::{Message as Saying, is_hidden, words};

/// 粘贴: what was taken out of a pasted text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Pasted {
    /// Tabs that became spaces.
    pub(crate) tabs: usize,
    /// Control and invisible characters that were dropped.
    pub(crate) hidden: usize,
}

impl Pasted {
    /// What is to be said about it, if anything was taken out.
    pub(crate) fn said(self) -> Option<Saying> {
        let tabs = words("{n} 个制表符换成了空格", "{n} tabs became spaces");
        let hidden = words(
            "去掉了 {n} 个看不见的字符",
            "{n} invisible characters were dropped",
        );
        let parts = [(self.tabs, tabs), (self.hidden, hidden)];
        let said = parts.into_iter().filter(|(count, _)| *count > 0);
        let said: Vec<Saying> = said
            .map(|(count, said)| said.with(&[("n", &count.to_string())]))
            .collect();
        let zh: Vec<&str> = said.iter().map(|said| said.zh.as_str()).collect();
        let en: Vec<&str> = said.iter().map(|said| said.en.as_str()).collect();
        (!said.is_empty()).then(|| Saying {
            zh: format!("粘贴时{}", zh.join("，")),
            en: format!("on pasting, {}", en.join(", ")),
        })
    }
}

/// The text as it may stand in an editor of many lines or of one.
pub(super) fn cleaned(text: &str, is_multiline: bool) -> (String, Pasted) {
    let mut pasted = Pasted::default();
    let mut kept = String::with_capacity(text.len());
    let mut before = ' ';
    for letter in text.chars() {
        match letter {
            '\n' if before == '\r' => {}
            '\r' | '\n' | '\u{2028}' | '\u{2029}' => {
                kept.push(if is_multiline { '\n' } else { ' ' });
            }
            '\t' => {
                pasted.tabs += 1;
                kept.push_str(if is_multiline { "    " } else { " " });
            }
            letter if is_hidden(letter) => pasted.hidden += 1,
            letter => kept.push(letter),
        }
        before = letter;
    }
    if !is_multiline {
        kept.truncate(kept.trim_end_matches(' ').len());
    }
    (kept, pasted)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_breaks_of_every_kind_are_one_kind() {
        let (text, pasted) = cleaned("一\r\n二\r三\n\n四\n", true);
        assert_eq!(
            (text.as_str(), pasted),
            ("一\n二\n三\n\n四\n", Pasted::default())
        );
        assert_eq!(cleaned("甲\r\n乙\n", false).0, "甲 乙");
    }

    #[test]
    fn what_nobody_sees_is_dropped_and_said() {
        let (text, pasted) = cleaned("\u{FEFF}护\u{1b}照\t签\u{200B}发", true);
        assert_eq!(text, "护照    签发");
        let said = pasted.said().unwrap();
        assert_eq!(
            said.zh,
            "粘贴时1 个制表符换成了空格，去掉了 3 个看不见的字符"
        );
    }
}
