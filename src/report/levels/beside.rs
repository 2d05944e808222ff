//! What the divisions beside a difference say: `县级 11 个中 9 个为 10 个工作日`.

use crate::catalog::standard::Named;
use crate::catalog::{Catalog, Floor, MatterId};
use crate::levels::{Compared, Consensus, consensus, level_of, siblings};
use crate::report::levels::brief;
use crate::text::{Lang, Words, clip, visible, words};

const MOST_OTHER: Words = words(
    "{level} {total} 个中 {most} 个为 {value}，{own} 个与此相同",
    "{level}: {most} of {total} have {value}, {own} the same as here",
);
const MOST_SAME: Words = words(
    "{level} {total} 个中 {own} 个与此相同",
    "{level}: {own} of {total} have the same",
);
const NO_MOST: Words = words(
    "{level} {total} 个没有多数，{own} 个与此相同",
    "{level}: no majority among {total}, {own} the same as here",
);

/// A longer value is cut.
const WIDEST: usize = 60;

/// What the siblings of a departing matter have in effect; `None` for a base matter, or for one alone.
pub(super) fn of<'c>(one: &Compared<'c>) -> Option<Consensus<'c>> {
    let (catalog, id) = (one.lower.catalog, one.departure.lower);
    if catalog.matter(id).floor == Floor::Base {
        return None;
    }
    let siblings = siblings(catalog, id);
    let consensus = consensus(catalog, &siblings, one.departure.difference.field);
    (consensus.total > 1).then_some(consensus)
}

/// How many have the same value as a matter.
pub(super) fn same(consensus: &Consensus<'_>, id: MatterId) -> usize {
    let mut camps = consensus.camps.iter();
    let own = camps.find(|camp| camp.matters.contains(&id));
    own.map_or(0, |camp| camp.matters.len())
}

/// The consensus in a sentence.
pub(super) fn sentence(one: &Compared<'_>, lang: Lang) -> Option<String> {
    let (catalog, id) = (one.lower.catalog, one.departure.lower);
    let consensus = of(one)?;
    let own = same(&consensus, id);
    let majority = consensus.majority();
    let words = match majority {
        Some(camp) if camp.matters.contains(&id) => MOST_SAME,
        Some(_) => MOST_OTHER,
        None => NO_MOST,
    };
    let value = majority.map(|camp| {
        let value = brief(catalog, camp.value.field, camp.value.value, lang);
        clip(&value, WIDEST)
    });
    let most = majority.map_or(0, |camp| camp.matters.len());
    let said = words.with(&[
        ("level", &level_name(catalog, level_of(catalog, id)?, lang)),
        ("total", &consensus.total.to_string()),
        ("most", &most.to_string()),
        ("own", &own.to_string()),
        ("value", &value.unwrap_or_default()),
    ]);
    Some(said.of(lang).to_owned())
}

/// The name of a level.
pub(super) fn level_name(catalog: &Catalog, code: &str, lang: Lang) -> String {
    let level = catalog.standard.level(code);
    let name = level.map(Named::name);
    visible(name.as_ref().map_or(code, |name| name.of(lang))).into_owned()
}
