//! In which form differences are told.

use clap::ArgMatches;

use crate::cli::arguments;

/// 格式: how differences are told. Another one is a word, a variant, and an arm in each `match`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    Human,
    Json,
    Markdown,
    Csv,
    /// A page for people who have no terminal.
    Html,
}

impl Format {
    /// Each with its word.
    pub(super) const WORDS: [(&'static str, Format); 5] = [
        ("human", Format::Human),
        ("json", Format::Json),
        ("markdown", Format::Markdown),
        ("csv", Format::Csv),
        ("html", Format::Html),
    ];

    /// The form asked for.
    pub(super) fn read(matches: &ArgMatches) -> Format {
        let word = arguments::text(matches, "format");
        let known = Format::WORDS.iter().find(|(known, _)| *known == word);
        known.map_or(Format::Human, |(_, format)| *format)
    }
}
