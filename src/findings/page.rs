//! A rule's page: its head holds the rule's words, its body is the manual.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::findings::section::sections;
use crate::findings::{Safety, Section};
use crate::text::{Lang, Message};

/// 规则页: the page of a rule, read.
#[derive(Clone, Debug, Default)]
pub struct Page {
    /// What is wrong, as a title.
    pub title: Message,
    /// How sure the fixes are that it offers; none if it offers none.
    pub fixes: Vec<Safety>,
    /// Templates of what the rule says, by name.
    pub says: BTreeMap<String, Message>,
    /// The manual below the head, in Markdown.
    pub body: String,
}

/// The head of a page as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Head {
    #[serde(default)]
    fixes: Vec<String>,
    title: Pair,
    says: BTreeMap<String, Pair>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Pair {
    zh: String,
    en: String,
}

impl Page {
    /// Reads a page: a YAML head between two `---` lines, then Markdown. The pages are part of the program
    /// and a test reads every one; a page without a proper head is all body.
    pub fn read(text: &str) -> Page {
        let parts = text
            .strip_prefix("---\n")
            .and_then(|rest| rest.split_once("\n---\n"));
        let read =
            parts.and_then(|(head, body)| Some((serde_yaml::from_str::<Head>(head).ok()?, body)));
        let Some((head, body)) = read else {
            return Page {
                body: text.to_owned(),
                ..Page::default()
            };
        };
        let fixes = head.fixes.iter();
        let says = head
            .says
            .into_iter()
            .map(|(name, pair)| (name, pair.into()))
            .collect();
        Page {
            fixes: fixes.filter_map(|word| Safety::from_word(word)).collect(),
            title: head.title.into(),
            says,
            body: body.trim_start().to_owned(),
        }
    }

    /// The manual by its sections.
    pub fn sections(&self) -> Vec<Section> {
        sections(&self.body)
    }

    /// Fills one of the page's templates; a missing one gives its name, which a test forbids.
    pub fn say(&self, name: &str, values: &[(&str, &str)]) -> Message {
        match self.says.get(name) {
            Some(template) => Message::filled(template.of(Lang::Zh), template.of(Lang::En), values),
            None => Message::same(name),
        }
    }
}

impl From<Pair> for Message {
    fn from(pair: Pair) -> Message {
        Message {
            zh: pair.zh,
            en: pair.en,
        }
    }
}
