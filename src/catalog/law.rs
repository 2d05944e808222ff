//! One law of the register: where its entry stands. Like a matter, it copies nothing.

use std::sync::Arc;

use crate::catalog::File;
use crate::terms::LawRank;
use crate::text::Span;
use crate::yaml::{NodeId, Value};

/// 法律法规: one law with its versions.
#[derive(Clone, Debug)]
pub struct Law {
    /// File of the register.
    pub file: Arc<File>,
    entry: NodeId,
}

/// 版本: one version of a law.
#[derive(Clone, Copy, Debug)]
pub struct LawVersion<'l> {
    /// Date of publication, as written.
    pub published_on: Option<&'l str>,
    /// Date from which it is in force, as written.
    pub effective_on: Option<&'l str>,
    /// Number of articles.
    pub articles: Option<u32>,
    /// What it is said to be worth.
    pub status: LawStatus,
    /// Where the version stands.
    pub span: Span,
}

/// 效力: what the register says a version is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LawStatus {
    /// 现行有效.
    InForce,
    /// 已被修改.
    Superseded,
    /// 已失效.
    Repealed,
    /// 不详, or a word that is none.
    Unknown,
}

impl LawStatus {
    fn from_word(word: &str) -> LawStatus {
        match word {
            "in_force" => LawStatus::InForce,
            "superseded" => LawStatus::Superseded,
            "repealed" => LawStatus::Repealed,
            _ => LawStatus::Unknown,
        }
    }
}

impl Law {
    /// The law in an entry of a register; `None` without a title.
    pub(super) fn read(file: &Arc<File>, entry: Value<'_>) -> Option<Law> {
        text(entry, "title")?;
        Some(Law {
            file: Arc::clone(file),
            entry: entry.id(),
        })
    }

    fn entry(&self) -> Value<'_> {
        self.file.document.value(self.entry)
    }

    /// Full title.
    pub fn title(&self) -> &str {
        text(self.entry(), "title").unwrap_or("")
    }

    /// Its rank, if the word is known.
    pub fn rank(&self) -> Option<LawRank> {
        text(self.entry(), "rank").and_then(LawRank::from_word)
    }

    /// First two digits of the province or first four of the city, for local law.
    pub fn region(&self) -> Option<&str> {
        text(self.entry(), "region")
    }

    /// Full title of the law that replaced it under another title.
    pub fn successor(&self) -> Option<&str> {
        text(self.entry(), "successor")
    }

    /// The day from which it is no longer in force, as written.
    pub fn repealed_on(&self) -> Option<&str> {
        text(self.entry(), "repealed_on")
    }

    /// Where a key of its entry stands; the entry if it does not.
    pub fn key_span(&self, key: &str) -> Span {
        let value = self.entry().get(key);
        value.map_or_else(|| self.span(), |value| value.span())
    }

    /// Versions, newest first.
    pub fn versions(&self) -> impl Iterator<Item = LawVersion<'_>> {
        let versions = self.entry().get("versions").into_iter();
        versions.flat_map(|list| list.items()).map(version)
    }

    /// Where the entry stands.
    pub fn span(&self) -> Span {
        self.entry().span()
    }
}

fn version(value: Value<'_>) -> LawVersion<'_> {
    LawVersion {
        published_on: text(value, "published_on"),
        effective_on: text(value, "effective_on"),
        articles: text(value, "articles").and_then(|text| text.parse().ok()),
        status: text(value, "status").map_or(LawStatus::Unknown, LawStatus::from_word),
        span: value.span(),
    }
}

fn text<'d>(value: Value<'d>, key: &str) -> Option<&'d str> {
    value.get(key).and_then(|value| value.text())
}
