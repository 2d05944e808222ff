//! The manual of a rule's page, by section and by language.

use crate::text::Message;

/// 节: a section of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Its heading in both languages.
    pub title: Message,
    /// What it holds, in the order of the page.
    pub parts: Vec<Part>,
}

/// A piece of a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// A paragraph in Chinese.
    Zh(String),
    /// A sentence or a few in English.
    En(String),
    /// An example for both languages.
    Example {
        /// What is special about its file: `whole`, `bom`, `crlf`, `gb18030`; mostly empty.
        info: String,
        /// Its lines, the path of a file first.
        text: String,
    },
}

/// The headings of every page, in order.
const TITLES: [(&str, &str); 6] = [
    ("查什么", "What it looks for"),
    ("为什么", "Why"),
    ("反例", "Wrong"),
    ("正例", "Right"),
    ("不算错", "Not wrong"),
    ("怎么改", "What to do"),
];

/// The sections of a manual: `##` opens one, three backquotes an example, and a line between asterisks is
/// English.
pub(super) fn sections(manual: &str) -> Vec<Section> {
    let mut sections = Vec::new();
    let mut lines = manual.lines();
    while let Some(line) = lines.next() {
        if let Some(title) = line.strip_prefix("## ") {
            sections.push(opened(title));
        } else if let Some(section) = sections.last_mut() {
            if let Some(fence) = line.strip_prefix("```") {
                let inside = lines.by_ref().take_while(|line| *line != "```");
                let text = inside.flat_map(|line| [line, "\n"]).collect();
                let info = fence.strip_prefix("yaml").unwrap_or(fence).trim();
                section.parts.push(Part::Example {
                    info: info.to_owned(),
                    text,
                });
            } else {
                prose(section, line);
            }
        }
    }
    for section in &mut sections {
        section
            .parts
            .retain(|part| *part != Part::Zh(String::new()));
    }
    sections
}

fn opened(title: &str) -> Section {
    let known = TITLES.iter().find(|(zh, _)| *zh == title);
    Section {
        title: Message {
            zh: title.to_owned(),
            en: known.map_or(title, |(_, en)| en).to_owned(),
        },
        parts: Vec::new(),
    }
}

fn prose(section: &mut Section, line: &str) {
    let english = line
        .strip_prefix('*')
        .and_then(|line| line.strip_suffix('*'));
    match (english, section.parts.last_mut()) {
        (Some(english), _) => section.parts.push(Part::En(english.to_owned())),
        (None, Some(Part::Zh(text))) if !text.is_empty() && !line.is_empty() => {
            text.push('\n');
            text.push_str(line);
        }
        (None, _) => section.parts.push(Part::Zh(line.to_owned())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_and_examples_are_told_apart() {
        let manual = "## 反例\n\n甲\n乙\n\n*Two.*\n\n```yaml crlf\n# a.yaml\n## b\n\nc: 1\n```\n";
        let [section] = &*sections(manual) else {
            panic!()
        };
        assert_eq!(section.title.en, "Wrong");
        assert_eq!(
            section.parts,
            [
                Part::Zh("甲\n乙".to_owned()),
                Part::En("Two.".to_owned()),
                Part::Example {
                    info: "crlf".to_owned(),
                    text: "# a.yaml\n## b\n\nc: 1\n".to_owned()
                },
            ]
        );
    }
}
