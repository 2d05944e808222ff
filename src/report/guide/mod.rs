//! The guide (办事指南) to a matter as the public reads it: what holds there once the levels above have
//! filled the gaps, in the order of a person's need. Data only; how it is drawn is for others.

mod compose;
mod sections;
mod values;

#[cfg(test)]
mod tests;

use crate::catalog::{Catalog, Field, MatterId};
use crate::report::guide::compose::Composer;
use crate::text::Message;

/// 办事指南: a matter in the order of a person's need.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Guide {
    /// The name of the matter.
    pub title: Message,
    /// Where it is done and by whom; empty for a base matter.
    pub place: Message,
    /// What is told, part by part. One that has nothing to tell and needs to tell nothing is left out.
    pub sections: Vec<GuideSection>,
}

/// 节: one part of a guide.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GuideSection {
    /// What it answers.
    pub title: Message,
    /// What it tells.
    pub lines: Vec<GuideLine>,
}

/// One thing told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GuideLine {
    /// What it is about; an element of a list has none.
    pub label: Option<Message>,
    /// What is told, with line breaks where the file has them; `None` if it must be told and is not filled in.
    pub text: Option<Message>,
    /// How far it is indented: what belongs to an element of a list.
    pub depth: usize,
    /// The level that states it, if the matter itself does not.
    pub source: Option<Message>,
    /// The field that it comes from.
    pub field: Field,
}

impl Guide {
    /// How many things must be told and are not filled in.
    pub fn missing(&self) -> usize {
        let lines = self.sections.iter().flat_map(|section| &section.lines);
        lines.filter(|line| line.text.is_none()).count()
    }
}

/// The guide to a matter.
pub fn guide(catalog: &Catalog, id: MatterId) -> Guide {
    let composer = Composer::new(catalog, id);
    let sections = sections::all(&composer);
    Guide {
        title: composer.name(),
        place: composer.place(),
        sections: sections
            .into_iter()
            .filter(|section| !section.lines.is_empty())
            .collect(),
    }
}
