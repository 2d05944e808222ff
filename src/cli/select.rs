//! `--select` and `--ignore`: which rules are meant, by code or by the letter of a family.

use clap::{Arg, ArgAction, ArgMatches};

use crate::cli::arguments::option;
use crate::cli::explain;
use crate::cli::failure::Failure;
use crate::rules::is_family;
use crate::text::{Lang, Words, words};

const SELECT: Words = words(
    "只看这些规则（编号或类别字母），用逗号分开，可写多次",
    "Only these rules, by code or family letter; commas between, can be given several times",
);
const IGNORE: Words = words(
    "不看这些规则，写法同上；编号比字母优先",
    "Not these rules, written alike; a code counts before a letter",
);

/// 选择: the rules that are meant; all, if nothing was said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Selection {
    select: Vec<String>,
    ignore: Vec<String>,
}

/// `--select CODES` and `--ignore CODES`.
pub(super) fn options(lang: Lang) -> [Arg; 2] {
    [("select", SELECT), ("ignore", IGNORE)].map(|(name, help)| {
        option(name, "CODES", help, lang)
            .value_delimiter(',')
            .action(ArgAction::Append)
    })
}

impl Selection {
    /// What the command line says; a rule that does not exist is refused.
    pub(super) fn read(matches: &ArgMatches) -> Result<Selection, Failure> {
        let names = |name| {
            let words = matches.get_many::<String>(name).into_iter().flatten();
            let words = words
                .map(|word| word.trim())
                .filter(|word| !word.is_empty());
            words.map(known).collect::<Result<Vec<String>, Failure>>()
        };
        Ok(Selection {
            select: names("select")?,
            ignore: names("ignore")?,
        })
    }

    /// Whether a rule is meant. The more exact word counts; of two alike, the one that ignores.
    pub(super) fn has(&self, code: &str) -> bool {
        let selected = exactness(&self.select, code);
        let ignored = exactness(&self.ignore, code);
        match (selected, ignored) {
            (None, None) => self.select.is_empty(),
            (selected, ignored) => selected > ignored,
        }
    }
}

/// How exactly a rule is named: by its code more than by its family.
fn exactness(names: &[String], code: &str) -> Option<usize> {
    let fitting = names.iter().filter(|name| code.starts_with(name.as_str()));
    fitting.map(String::len).max()
}

/// The code or letter as it stands in the table.
fn known(word: &str) -> Result<String, Failure> {
    let letter = word.to_ascii_uppercase();
    if is_family(&letter) {
        return Ok(letter);
    }
    explain::find(word).map(|rule| rule.info.code.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn selection(select: &[&str], ignore: &[&str]) -> Selection {
        let owned = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        Selection {
            select: owned(select),
            ignore: owned(ignore),
        }
    }

    #[test]
    fn the_more_exact_word_counts() {
        assert!(Selection::default().has("N001"));
        assert!(!selection(&["N"], &[]).has("L001"));
        assert!(!selection(&["N"], &["N001"]).has("N001"));
        assert!(selection(&["N"], &["N001"]).has("N002"));
        assert!(selection(&["N001"], &["N"]).has("N001"));
        assert!(!selection(&["N001"], &["N001"]).has("N001"));
        assert!(!selection(&[], &["N"]).has("N001"));
        assert!(selection(&[], &["N"]).has("L001"));
    }
}
