//! One law of the register: where its entry and the words in it stand. Like a matter, it copies nothing; its
//! days and numbers are read once, for every matter that cites it.

use std::sync::Arc;

use jiff::civil::Date;

use crate::catalog::File;
use crate::catalog::standard::day;
use crate::terms::LawRank;
use crate::text::Span;
use crate::yaml::{NodeId, Value};

/// 法律法规: one law with its versions.
#[derive(Clone, Debug)]
pub struct Law {
    /// File of the register.
    pub file: Arc<File>,
    entry: NodeId,
    title: NodeId,
    rank: Option<LawRank>,
    region: Option<NodeId>,
    successor: Option<NodeId>,
    repealed_on: Option<NodeId>,
    versions: Box<[Placed]>,
}

/// A version with the places of its words.
#[derive(Clone, Debug)]
struct Placed {
    published_on: Option<NodeId>,
    published: Option<Date>,
    effective_on: Option<NodeId>,
    effective: Option<Date>,
    articles: Option<u32>,
    status: LawStatus,
    span: Span,
}

/// 版本: one version of a law.
#[derive(Clone, Copy, Debug)]
pub struct LawVersion<'l> {
    /// Date of publication, as written.
    pub published_on: Option<&'l str>,
    /// The same as a day, if it is one.
    pub published: Option<Date>,
    /// Date from which it is in force, as written.
    pub effective_on: Option<&'l str>,
    /// The same as a day, if it is one.
    pub effective: Option<Date>,
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
        let place = |key| said(entry, key).map(|value| value.id());
        let versions = entry.get("versions").into_iter();
        Some(Law {
            title: place("title")?,
            rank: text(entry, "rank").and_then(LawRank::from_word),
            region: place("region"),
            successor: place("successor"),
            repealed_on: place("repealed_on"),
            versions: versions.flat_map(|list| list.items()).map(placed).collect(),
            file: Arc::clone(file),
            entry: entry.id(),
        })
    }

    fn entry(&self) -> Value<'_> {
        self.file.document().value(self.entry)
    }

    fn text(&self, place: Option<NodeId>) -> Option<&str> {
        self.file.document().value(place?).text()
    }

    /// Full title.
    pub fn title(&self) -> &str {
        self.text(Some(self.title)).unwrap_or("")
    }

    /// Its rank, if the word is known.
    pub fn rank(&self) -> Option<LawRank> {
        self.rank
    }

    /// First two digits of the province or first four of the city, for local law.
    pub fn region(&self) -> Option<&str> {
        self.text(self.region)
    }

    /// Full title of the law that replaced it under another title.
    pub fn successor(&self) -> Option<&str> {
        self.text(self.successor)
    }

    /// The text that stands under another key of its entry: `rank`, `number` or `issuer`.
    pub fn word(&self, key: &str) -> Option<&str> {
        text(self.entry(), key)
    }

    /// The day from which it is no longer in force, as written.
    pub fn repealed_on(&self) -> Option<&str> {
        self.text(self.repealed_on)
    }

    /// Where a key of its entry stands; the entry if it does not.
    pub fn key_span(&self, key: &str) -> Span {
        let value = self.entry().get(key);
        value.map_or_else(|| self.span(), |value| value.span())
    }

    /// Versions, newest first.
    pub fn versions(&self) -> impl Iterator<Item = LawVersion<'_>> {
        let version = |placed: &Placed| LawVersion {
            published_on: self.text(placed.published_on),
            published: placed.published,
            effective_on: self.text(placed.effective_on),
            effective: placed.effective,
            articles: placed.articles,
            status: placed.status,
            span: placed.span,
        };
        self.versions.iter().map(version)
    }

    /// Where the entry stands.
    pub fn span(&self) -> Span {
        self.entry().span()
    }
}

fn placed(version: Value<'_>) -> Placed {
    let place = |key| said(version, key).map(|value| value.id());
    let date = |key| text(version, key).and_then(day);
    Placed {
        published_on: place("published_on"),
        published: date("published_on"),
        effective_on: place("effective_on"),
        effective: date("effective_on"),
        articles: text(version, "articles").and_then(|text| text.parse().ok()),
        status: text(version, "status").map_or(LawStatus::Unknown, LawStatus::from_word),
        span: version.span(),
    }
}

fn text<'d>(value: Value<'d>, key: &str) -> Option<&'d str> {
    said(value, key)?.text()
}

/// The value of a key, if it is a text.
fn said<'d>(value: Value<'d>, key: &str) -> Option<Value<'d>> {
    value.get(key).filter(|value| value.text().is_some())
}
