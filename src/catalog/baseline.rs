//! The findings of long ago that a catalog lives with, as its baseline records them.

use crate::catalog::{Catalog, File};
use crate::yaml::Value;

/// 旧问题: one line of the baseline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recorded {
    /// Code of the rule.
    pub rule: Box<str>,
    /// Path of the file below the catalog folder.
    pub path: Box<str>,
    /// The fingerprint, as written.
    pub fingerprint: Box<str>,
    /// How many findings are alike.
    pub count: usize,
    /// What they say, in Chinese, for the reader.
    pub text: Box<str>,
}

impl Recorded {
    /// Where the baseline lies.
    pub const PATH: &'static str = "baseline.yaml";

    /// What a baseline records, as far as it can be read.
    pub fn all(baseline: &File) -> impl Iterator<Item = Recorded> {
        let root = baseline.document().root();
        let list = root.and_then(|root| root.get("entries"));
        list.into_iter()
            .flat_map(|list| list.items())
            .filter_map(recorded)
    }
}

impl Catalog {
    /// The file of the baseline, if there is one.
    pub fn baseline(&self) -> Option<&File> {
        self.file(Recorded::PATH).map(|file| &**file)
    }

    /// What the baseline records, as far as it can be read.
    pub fn recorded(&self) -> impl Iterator<Item = Recorded> {
        self.baseline().into_iter().flat_map(Recorded::all)
    }
}

fn recorded(entry: Value<'_>) -> Option<Recorded> {
    let text = |key| entry.get(key).and_then(|value| value.text());
    Some(Recorded {
        rule: text("rule")?.into(),
        path: text("path")?.into(),
        fingerprint: text("fingerprint")?.into(),
        count: text("count").map_or(Ok(1), str::parse).ok()?,
        text: text("text").unwrap_or_default().into(),
    })
}
