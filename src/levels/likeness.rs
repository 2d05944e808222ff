//! How alike two matters are where no code links them: by name, legal basis, department and type.

use crate::catalog::{Catalog, Field, Floor, MatterId};
use crate::levels::{normal, without_level};

/// 相似度: how likely a local matter stands for a base matter, and what speaks for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Likeness {
    /// How sure, 0 to 100.
    pub confidence: u8,
    /// What was compared, in the order of its weight; what one side does not state is left out.
    pub reasons: Vec<Reason>,
}

/// 理由: one thing that was compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The names are the same, however written.
    SameName,
    /// One name holds the other whole.
    NameWithin,
    /// The names share this much, in percent.
    LikeName(u8),
    /// They share so many articles.
    SameArticles(usize),
    /// They share a law, but no article of it.
    SameLaw,
    /// They share no law.
    OtherLaws,
    /// The department is the same, or not.
    Department(bool),
    /// The type is the same, or not.
    Kind(bool),
}

/// 特征: what of a matter is compared.
pub(super) struct Features<'c> {
    pub(super) name: String,
    /// Pairs of neighbouring characters, sorted.
    pub(super) pairs: Vec<[char; 2]>,
    /// Law and article, as written.
    basis: Vec<(&'c str, &'c str)>,
    department: Option<&'c str>,
    kind: Option<&'c str>,
}

/// What each comparison weighs, of a hundred.
const NAME: u32 = 60;
const BASIS: u32 = 25;
const DEPARTMENT: u32 = 10;
const KIND: u32 = 5;

/// A shorter name inside a longer one proves nothing.
const TELLING: usize = 5;

impl<'c> Features<'c> {
    /// What a matter states itself; `None` without a name.
    pub(super) fn of(catalog: &'c Catalog, id: MatterId) -> Option<Features<'c>> {
        let matter = catalog.matter(id);
        let name = matter.name()?.value;
        let naming = &catalog.standard.tables.naming;
        let name = normal(without_level(name, naming).map_or(name, |(bare, _)| bare));
        let list = matter.value(Field::LegalBasis).into_iter();
        let basis = list.flat_map(|list| list.items()).filter_map(|item| {
            let text = |key| item.get(key).and_then(|value| value.text());
            Some((text("law")?, text("article").unwrap_or("")))
        });
        Some(Features {
            pairs: pairs(&name),
            name,
            basis: basis.collect(),
            department: department(catalog, id),
            kind: matter.text(Field::Type).map(|text| text.value),
        })
    }

    /// How alike two matters are.
    pub(super) fn likeness(&self, other: &Features<'_>) -> Likeness {
        let (name, name_reason) = self.name_likeness(other);
        let mut compared = vec![(NAME, name, name_reason)];
        if !self.basis.is_empty() && !other.basis.is_empty() {
            let (share, reason) = self.basis_likeness(other);
            compared.push((BASIS, share, reason));
        }
        let same = |left: Option<&str>, right: Option<&str>| Some(left? == right?);
        if let Some(same) = same(self.department, other.department) {
            compared.push((DEPARTMENT, percent(same), Reason::Department(same)));
        }
        if let Some(same) = same(self.kind, other.kind) {
            compared.push((KIND, percent(same), Reason::Kind(same)));
        }
        let weight: u32 = compared.iter().map(|(weight, ..)| weight).sum();
        let points: u32 = compared
            .iter()
            .map(|(weight, share, _)| weight * u32::from(*share))
            .sum();
        Likeness {
            confidence: u8::try_from(points / weight.max(1)).unwrap_or(100),
            reasons: compared.into_iter().map(|(.., reason)| reason).collect(),
        }
    }

    fn name_likeness(&self, other: &Features<'_>) -> (u8, Reason) {
        if self.name == other.name {
            return (100, Reason::SameName);
        }
        let share = shared(&self.pairs, &other.pairs);
        let (long, short) = if self.name.len() > other.name.len() {
            (&self.name, &other.name)
        } else {
            (&other.name, &self.name)
        };
        if long.contains(short.as_str()) && short.chars().count() >= TELLING {
            return (share.max(90), Reason::NameWithin);
        }
        (share, Reason::LikeName(share))
    }

    fn basis_likeness(&self, other: &Features<'_>) -> (u8, Reason) {
        let common = |same: fn(&(&str, &str), &(&str, &str)) -> bool| {
            let is_common = |own: &&(&str, &str)| other.basis.iter().any(|base| same(own, base));
            self.basis.iter().filter(is_common).count()
        };
        let articles = common(|left, right| left == right);
        let smaller = self.basis.len().min(other.basis.len());
        if articles > 0 {
            return (ratio(articles, smaller), Reason::SameArticles(articles));
        }
        match common(|left, right| left.0 == right.0) {
            0 => (0, Reason::OtherLaws),
            laws => (ratio(laws, smaller) / 2, Reason::SameLaw),
        }
    }
}

/// The guiding department: that of a base matter itself, that of a local one's body.
fn department(catalog: &Catalog, id: MatterId) -> Option<&str> {
    let matter = catalog.matter(id);
    match matter.floor {
        Floor::Base => matter.text(Field::Department).map(|text| text.value),
        Floor::Local => {
            let body = matter.text(Field::Body)?;
            let body = catalog.registers.body(body.value)?;
            Some(&*body.department)
        }
    }
}

fn percent(same: bool) -> u8 {
    if same { 100 } else { 0 }
}

fn ratio(part: usize, whole: usize) -> u8 {
    u8::try_from((part * 100 / whole.max(1)).min(100)).unwrap_or(100)
}

fn pairs(name: &str) -> Vec<[char; 2]> {
    let letters: Vec<char> = name.chars().collect();
    let pairs = letters.windows(2);
    let mut pairs: Vec<[char; 2]> = pairs
        .filter_map(|pair| pair.first_chunk::<2>().copied())
        .collect();
    pairs.sort_unstable();
    pairs
}

/// How many pairs two sorted lists share, in percent of both (Dice).
fn shared(left: &[[char; 2]], right: &[[char; 2]]) -> u8 {
    let (mut at, mut common) = (0, 0);
    for pair in left {
        while right.get(at).is_some_and(|other| other < pair) {
            at += 1;
        }
        if right.get(at) == Some(pair) {
            common += 1;
            at += 1;
        }
    }
    ratio(2 * common, left.len() + right.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn features(name: &str, basis: &[(&'static str, &'static str)]) -> Features<'static> {
        let name = normal(name);
        Features {
            pairs: pairs(&name),
            name,
            basis: basis.to_vec(),
            department: Some("23"),
            kind: None,
        }
    }

    #[test]
    fn the_same_name_on_the_same_article_is_certain() {
        let basis = [("公共场所卫生管理条例", "4")];
        let likeness =
            features("公共场所卫生许可", &basis).likeness(&features("公共场所卫生许可", &basis));
        assert_eq!(likeness.confidence, 100);
        let reasons = [
            Reason::SameName,
            Reason::SameArticles(1),
            Reason::Department(true),
        ];
        assert_eq!(likeness.reasons, reasons);
    }

    #[test]
    fn what_one_side_does_not_state_does_not_count() {
        let likeness = features("公共场所卫生许可", &[])
            .likeness(&features("公共场所卫生许可（新办）", &[("法", "1")]));
        assert_eq!(
            likeness.reasons,
            [Reason::NameWithin, Reason::Department(true)]
        );
        assert!(likeness.confidence >= 90);
    }

    #[test]
    fn another_name_on_another_law_is_another_matter() {
        let likeness = features("护士执业注册", &[("护士条例", "8")])
            .likeness(&features("公共场所卫生许可", &[("条例", "4")]));
        assert!(likeness.confidence < 20, "{likeness:?}");
    }
}
