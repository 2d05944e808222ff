//! The number of the article with which a text of a law begins.

use crate::terms::chinese_number;

/// The number in 第三十五条 or 第 35 条 at the start of a text, after a title if there is one; `None` if the
/// text begins otherwise, or with an article between two others (第三十五条之一).
pub(super) fn first_article(text: &str) -> Option<u32> {
    let text = text.trim_start();
    let after_title = text
        .strip_prefix('《')
        .and_then(|rest| rest.split_once('》'));
    let (_, text) = after_title.unwrap_or(("", text));
    let (number, rest) = text.trim_start().strip_prefix('第')?.split_once('条')?;
    let number = number.trim();
    let is_between = rest.starts_with('之');
    (!is_between).then(|| number.parse().ok().or_else(|| chinese_number(number)))?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_begins_with_an_article() {
        for (text, article) in [
            ("第三十五条　国家实行许可制度", 35),
            ("第十条 应当", 10),
            ("第一百零二条", 102),
            ("第一百二十条第一款", 120),
            ("《样例条例》第 8 条：应当", 8),
        ] {
            assert_eq!(first_article(text), Some(article), "{text}");
        }
    }

    #[test]
    fn a_text_that_begins_otherwise_tells_no_article() {
        for text in [
            "国家实行许可制度，依照第三十五条办理",
            "第三十五条之一",
            "第三款",
            "第条",
            "第某条",
            "第一千一千一千一千一千一千条",
            "",
        ] {
            assert_eq!(first_article(text), None, "{text}");
        }
    }
}
