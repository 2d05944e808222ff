//! What a reviewer decided about a difference, and whether it still holds.

use jiff::civil::Date;

use crate::catalog::standard::{Form, Schema, Standard};
use crate::catalog::{Field, Matter};
use crate::levels::Difference;
use crate::text::Digest;
use crate::yaml::{Shape, Value};

/// 处置: one entry of a local matter's `decisions`, as it is written.
#[derive(Clone, Copy, Debug)]
pub struct Decision<'c> {
    /// The entry.
    pub value: Value<'c>,
    /// What was decided.
    pub action: Action,
}

/// 处置方式: what can be decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Action {
    /// 采用: the value of the level above, or of a sibling, was taken.
    Adopt,
    /// 提议: the level above was asked to take this value.
    Propose,
    /// 准予不同: the value may stay different.
    Approve,
    /// 暂不处理: left for later.
    Skip,
}

/// 处置状态: where a difference stands.
#[derive(Clone, Copy, Debug)]
pub enum Standing<'c> {
    /// 待处理: nobody has decided anything.
    Open,
    /// 已处置: decided, and nothing has changed since.
    Decided(Decision<'c>),
    /// 已失效: decided once; one side has changed since.
    Changed(Decision<'c>),
    /// 已到期: decided until a day that has passed.
    Lapsed(Decision<'c>),
}

impl Action {
    /// The word in a file.
    pub fn word(self) -> &'static str {
        match self {
            Action::Adopt => "adopt",
            Action::Propose => "propose",
            Action::Approve => "approve",
            Action::Skip => "skip",
        }
    }

    /// The action with this word.
    pub fn from_word(word: &str) -> Option<Action> {
        [
            Action::Adopt,
            Action::Propose,
            Action::Approve,
            Action::Skip,
        ]
        .into_iter()
        .find(|action| action.word() == word)
    }
}

impl<'c> Decision<'c> {
    fn read(value: Value<'c>) -> Decision<'c> {
        let word = value.get("action").and_then(|action| action.text());
        Decision {
            value,
            action: word.and_then(Action::from_word).unwrap_or(Action::Skip),
        }
    }

    /// One of its texts: `by`, `on`, `reason`, `legal_reason`, `until`, `fingerprint`.
    pub fn text(&self, key: &str) -> Option<&'c str> {
        self.value.get(key).and_then(|value| value.text())
    }

    /// The last day it holds, if it has one that exists.
    pub fn until(&self) -> Option<Date> {
        self.text("until")?.parse().ok()
    }

    /// Whether it says all that letting a difference stand takes: who, why, by which law, until when, and
    /// for which difference.
    pub fn is_complete(&self) -> bool {
        let needed = ["by", "reason", "legal_reason", "fingerprint"];
        let is_there = |key: &&str| self.text(key).is_some_and(|text| !text.trim().is_empty());
        needed.iter().all(is_there) && self.until().is_some()
    }
}

impl Standing<'_> {
    /// Whether the difference may stay as it is.
    pub fn is_approved(&self) -> bool {
        matches!(self, Standing::Decided(decision)
            if decision.action == Action::Approve && decision.is_complete())
    }
}

/// The decisions of a matter, in the order of the file, which is that of time. An entry without a known action
/// counts with its place, as one that was put off.
pub fn all_decisions(matter: &Matter) -> impl DoubleEndedIterator<Item = Decision<'_>> {
    let list = matter.value(Field::Decisions).into_iter();
    list.flat_map(|list| list.items())
        .map(Decision::read)
        .collect::<Vec<_>>()
        .into_iter()
}

/// Those on one field.
pub fn decisions(matter: &Matter, field: Field) -> impl DoubleEndedIterator<Item = Decision<'_>> {
    all_decisions(matter).filter(move |decision| decision.text("field") == Some(field.key()))
}

/// Where a difference of a matter stands on a day; the last decision counts.
pub fn standing<'c>(
    standard: &Standard,
    matter: &'c Matter,
    difference: &Difference<'_>,
    today: Date,
) -> Standing<'c> {
    let Some(last) = decisions(matter, difference.field).next_back() else {
        return Standing::Open;
    };
    let now = fingerprint(standard, difference).to_string();
    if last.text("fingerprint") != Some(&*now) {
        return Standing::Changed(last);
    }
    match last.until() {
        Some(until) if until < today => Standing::Lapsed(last),
        _ => Standing::Decided(last),
    }
}

/// 差异指纹: the same as long as both sides say the same in this field, however they write it down.
pub fn fingerprint(standard: &Standard, difference: &Difference<'_>) -> Digest {
    let schema = standard.field(difference.field).map(|schema| &**schema);
    Digest::new()
        .with(difference.field.key().as_bytes())
        .with_digest(said(difference.lower, schema))
        .with_digest(said(difference.upper, schema))
}

/// What a value says: neither the order of keys nor that of a list whose elements have an identity counts.
pub(super) fn said(value: Value<'_>, schema: Option<&Schema>) -> Digest {
    match value.shape() {
        Shape::Mapping => {
            let mut entries: Vec<(&str, Value<'_>)> = value
                .entries()
                .filter(|entry| entry.value.shape() != Shape::Empty)
                .map(|entry| (entry.key.text().unwrap_or(""), entry.value))
                .collect();
            entries.sort_by_key(|(key, _)| *key);
            entries.iter().fold(Digest::new(), |digest, (key, value)| {
                let below = schema.and_then(|schema| schema.property(key));
                let below = below.map(|schema| &**schema);
                digest.with(key.as_bytes()).with_digest(said(*value, below))
            })
        }
        Shape::Sequence => {
            let (items, has_order) = match schema.map(|schema| &schema.form) {
                Some(Form::List {
                    items, identity, ..
                }) => (Some(&**items), identity.is_empty()),
                _ => (None, true),
            };
            let mut parts: Vec<Digest> = value.items().map(|item| said(item, items)).collect();
            if !has_order || is_set(items) {
                parts.sort_unstable();
            }
            parts.into_iter().fold(Digest::new(), Digest::with_digest)
        }
        _ => Digest::new().with(value.text().unwrap_or("").as_bytes()),
    }
}

/// Whether a list holds bare texts, which say the same in any order.
fn is_set(items: Option<&Schema>) -> bool {
    items.is_some_and(|items| matches!(items.form, Form::Text(_)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::yaml::read;

    fn digest(field: Field, text: &str) -> Digest {
        let standard = Standard::bundled().unwrap();
        let document = read(text);
        said(
            document.root().unwrap(),
            standard.field(field).map(|schema| &**schema),
        )
    }

    #[test]
    fn order_and_dress_do_not_count() {
        let basis = |text| digest(Field::LegalBasis, text);
        let one = basis("- {law: 甲, article: 1}\n- {law: 乙, article: 2}\n");
        let other = basis("# 依据\n- article: 2\n  law: \"乙\"\n- law: 甲\n  article: 1\n");
        assert_eq!(one, other);
        assert_ne!(
            one,
            basis("- {law: 甲, article: 1}\n- {law: 乙, article: 3}\n")
        );
        assert_eq!(
            digest(Field::Served, "[\"1\", \"2\"]"),
            digest(Field::Served, "[\"2\", \"1\"]")
        );
    }

    #[test]
    fn every_word_counts() {
        let limit = |text| digest(Field::PromisedLimit, text);
        assert_eq!(
            limit("{days: 5, unit: working}"),
            limit("{unit: working, days: 5}")
        );
        assert_ne!(
            limit("{days: 5, unit: working}"),
            limit("{days: 5, unit: calendar}")
        );
    }
}
