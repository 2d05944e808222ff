//! Legal bases as people write them: 《中华人民共和国森林法》第五十六条第二款：采伐……

use crate::terms::chinese_number;
use crate::yaml::Data;

/// The citations in a text, each with the words that follow it; `None` if the text has other words too, or a
/// citation without its article.
pub(super) fn citations(text: &str) -> Option<Vec<Data>> {
    let text = text.trim_start_matches(|letter: char| letter != '《' && !letter.is_alphabetic());
    let starts: Vec<usize> = text
        .match_indices('《')
        .map(|(at, _)| at)
        .filter(|at| text.get(*at..).and_then(cited).is_some())
        .collect();
    if starts.first() != Some(&0) {
        return None;
    }
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    let one = |(from, to): (&usize, usize)| citation(text.get(*from..to)?);
    starts.iter().zip(ends).map(one).collect()
}

/// The law, the article, and what follows; `None` unless a text begins with both.
fn cited(text: &str) -> Option<(&str, u32, &str)> {
    let (law, rest) = text.strip_prefix('《')?.split_once('》')?;
    let (article, rest) = numbered(without_brackets(rest), '条')?;
    let is_law = !law.is_empty() && !law.contains('《');
    is_law.then_some((law, article, rest))
}

fn citation(text: &str) -> Option<Data> {
    let (law, article, mut rest) = cited(text)?;
    let mut says = vec![
        ("law".to_owned(), Data::from(law)),
        ("article".to_owned(), Data::Int(article.into())),
    ];
    for (key, word) in [("paragraph", '款'), ("item", '项')] {
        if let Some((number, after)) = numbered(rest, word) {
            says.push((key.to_owned(), Data::Int(number.into())));
            rest = after;
        }
    }
    let excerpt =
        rest.trim_matches(|letter: char| letter.is_whitespace() || "：:；;，,、".contains(letter));
    if excerpt.chars().any(char::is_alphanumeric) {
        says.push(("excerpt".to_owned(), Data::from(excerpt)));
    }
    Some(Data::Map(says))
}

/// 第…条 at the start of a text, and what follows; `None` for 第三十五条之一, which no field can hold.
fn numbered(text: &str, word: char) -> Option<(u32, &str)> {
    let (number, rest) = text.trim_start().strip_prefix('第')?.split_once(word)?;
    let number = number.trim().trim_matches(['（', '）', '(', ')']);
    let number = number.parse().ok().or_else(|| chinese_number(number))?;
    (!rest.starts_with('之')).then_some((number, rest))
}

/// What follows a number of a decree, or a year, in brackets.
fn without_brackets(text: &str) -> &str {
    let text = text.trim_start();
    let end = match text.chars().next() {
        Some('（') => '）',
        Some('(') => ')',
        Some('〔') => '〕',
        _ => return text,
    };
    text.split_once(end).map_or(text, |(_, rest)| rest)
}
