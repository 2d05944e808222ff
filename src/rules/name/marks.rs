//! Quotes and title marks in a name.

use crate::catalog::standard::Naming;
use crate::rules::name::flaw::is_chinese;

/// What is wrong with the quotes or title marks of a name.
pub(super) enum Mark<'n> {
    /// A mark that no name has.
    Unwanted(&'n str),
    /// A mark without its other half.
    Unpaired(char),
    /// A certificate in title marks: the certificate, and the name without the marks.
    Certificate(&'n str, String),
}

/// The first wrong mark of a name.
pub(super) fn mark<'n>(name: &'n str, naming: &'n Naming) -> Option<Mark<'n>> {
    if let Some(mark) = unwanted(name, &naming.unwanted_marks) {
        return Some(Mark::Unwanted(mark));
    }
    if let Some(mark) = unpaired(name) {
        return Some(Mark::Unpaired(mark));
    }
    let is_certificate = |title: &&str| {
        naming
            .certificates
            .iter()
            .any(|end| title.ends_with(&**end))
    };
    let first = titles(name).find(is_certificate)?;
    let bare = |text: String, title: &str| text.replace(&format!("《{title}》"), title);
    let mended = titles(name)
        .filter(is_certificate)
        .fold(name.to_owned(), bare);
    Some(Mark::Certificate(first, mended))
}

/// An unwanted mark beside a Chinese character; between Latin letters an apostrophe is right.
fn unwanted<'n>(name: &str, marks: &'n [String]) -> Option<&'n str> {
    let is_wrong = |mark: &&String| {
        name.match_indices(&***mark).any(|(at, _)| {
            let before = name.get(..at).and_then(|before| before.chars().next_back());
            let after = name
                .get(at + mark.len()..)
                .and_then(|after| after.chars().next());
            before.is_some_and(is_chinese) || after.is_some_and(is_chinese)
        })
    };
    marks.iter().find(is_wrong).map(String::as_str)
}

const PAIRS: [(char, char); 3] = [('“', '”'), ('‘', '’'), ('《', '》')];

/// A quote or title mark that is not closed, or closes nothing; each kind by itself.
fn unpaired(name: &str) -> Option<char> {
    PAIRS.into_iter().find_map(|(open, close)| {
        let mut is_open = false;
        for letter in name.chars() {
            match letter {
                // An apostrophe is written like a closing quote.
                '’' if !is_open => {}
                letter if letter == open && is_open || letter == close && !is_open => {
                    return Some(letter);
                }
                letter if letter == open => is_open = true,
                letter if letter == close => is_open = false,
                _ => {}
            }
        }
        is_open.then_some(open)
    })
}

/// What stands in title marks.
fn titles(name: &str) -> impl Iterator<Item = &str> {
    let after = name.split('《').skip(1);
    after.filter_map(|after| after.split_once('》').map(|(title, _)| title))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::standard::Standard;

    #[test]
    fn a_mark_must_have_its_other_half() {
        assert_eq!(unpaired("“守合同重信用”企业公示"), None);
        assert_eq!(unpaired("“一照一码”“两证整合”以外的纳税人"), None);
        assert_eq!(unpaired("Driver’s Licence 换领"), None);
        assert_eq!(unpaired("“守合同重信用企业公示"), Some('“'));
        assert_eq!(unpaired("守合同重信用”企业公示"), Some('”'));
        assert_eq!(unpaired("《出生医学证明《首次签发"), Some('《'));
    }

    #[test]
    fn certificates_of_the_table_take_no_title_marks() {
        let standard = Standard::bundled().unwrap();
        let naming = &standard.tables.naming;
        for end in &naming.certificates {
            let name = format!("《营业{end}》补发");
            let Some(Mark::Certificate(_, mended)) = mark(&name, naming) else {
                panic!("{name}");
            };
            assert_eq!(mended, format!("营业{end}补发"));
        }
        let two = mark("《甲证》《乙名录》《丙证》核发", naming);
        assert!(
            matches!(two, Some(Mark::Certificate("甲证", mended)) if mended == "甲证《乙名录》丙证核发")
        );
    }

    #[test]
    fn marks_of_the_table_are_unwanted_beside_chinese() {
        let standard = Standard::bundled().unwrap();
        let naming = &standard.tables.naming;
        for end in &naming.unwanted_marks {
            assert!(mark(&format!("卫生{end}许可"), naming).is_some());
            assert!(mark(&format!("A{end}B许可"), naming).is_none());
        }
    }
}
