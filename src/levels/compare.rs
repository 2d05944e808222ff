//! Two places set side by side: a base catalog and a county, two counties, a county then and now.

use jiff::civil::Date;

use crate::catalog::standard::PolicyKind;
use crate::catalog::{Field, Floor, MatterId, effective_value};
use crate::levels::align::is_exercised_at;
use crate::levels::pairing::Pairing;
use crate::levels::survey::urgency;
use crate::levels::{
    Departure, Difference, Scope, Side, Standing, View, difference, differences, standing, survey,
};

/// 比对项: one difference, with the catalogs in which its two sides stand.
#[derive(Clone, Debug)]
pub struct Compared<'c> {
    /// Where the departing matter stands.
    pub lower: View<'c>,
    /// Where the other one stands.
    pub upper: View<'c>,
    /// The difference; its matters are numbers of those two.
    pub departure: Departure<'c>,
}

/// 比对: what differs between two places.
#[derive(Clone, Debug)]
pub struct Comparison<'c> {
    /// What is compared with.
    pub from: Side<'c>,
    /// What is compared.
    pub to: Side<'c>,
    /// How many matters have a counterpart.
    pub pairs: usize,
    /// The differences, by path and field.
    pub differences: Vec<Compared<'c>>,
    /// 仅前者有: matters without a counterpart in what is compared, such as a base matter nobody takes up.
    pub only_from: Vec<MatterId>,
    /// 仅后者有: matters without a counterpart in what is compared with.
    pub only_to: Vec<MatterId>,
    /// 不明: matters with several counterparts, none of which is the one meant.
    pub unclear: Vec<MatterId>,
}

/// Every difference in a catalog between a local matter and the one above it.
pub fn surveyed(view: View<'_>, today: Date) -> Vec<Compared<'_>> {
    let departures = survey(view.catalog, today).into_iter();
    let compared = departures.map(|departure| Compared {
        lower: view,
        upper: view,
        departure,
    });
    compared.collect()
}

/// Puts differences in the order of [`by_urgency`](crate::levels::by_urgency).
pub fn compared_by_urgency(differences: &mut [Compared<'_>]) {
    differences.sort_by_key(|one| urgency(one.lower.catalog, &one.departure));
}

/// Sets two places side by side. Where the first stands above, a matter is held to what it states itself;
/// beside it, or at another time, to all that it has in effect.
pub fn compare<'c>(from: &Side<'c>, to: &Side<'c>, today: Date) -> Comparison<'c> {
    let pairing = Pairing::new(from, to);
    let mut comparison = Comparison {
        from: from.clone(),
        to: to.clone(),
        pairs: 0,
        differences: Vec::new(),
        only_from: Vec::new(),
        only_to: Vec::new(),
        unclear: Vec::new(),
    };
    let mut met = vec![false; from.view.catalog.matters().len()];
    for lower in to.matters() {
        let candidates = pairing.candidates(lower);
        for id in &candidates {
            met[id.number()] = true;
        }
        match candidates.as_slice() {
            [] => comparison.only_to.push(lower),
            [upper] => {
                comparison.pairs += 1;
                let found = pair(from.view, to.view, lower, *upper, today);
                comparison.differences.extend(found);
            }
            _ => comparison.unclear.push(lower),
        }
    }
    let unmet = from
        .matters()
        .filter(|id| !met.get(id.number()).is_some_and(|met| *met));
    comparison.only_from = unmet.filter(|id| is_due(from, to, *id)).collect();
    comparison
}

/// Whether a matter should have a counterpart: a base matter, only where its level is compared.
fn is_due(from: &Side<'_>, to: &Side<'_>, id: MatterId) -> bool {
    let level = match &to.scope {
        Scope::All | Scope::Base => None,
        Scope::Level(level) => Some(&**level),
        Scope::Division(code) => {
            let division = to.view.catalog.registers.division(code);
            division.map(|division| &*division.level)
        }
    };
    let catalog = from.view.catalog;
    let is_base = catalog.matter(id).floor == Floor::Base;
    level.is_none_or(|level| !is_base || is_exercised_at(catalog, id, level))
}

fn pair<'c>(
    from: View<'c>,
    to: View<'c>,
    lower: MatterId,
    upper: MatterId,
    today: Date,
) -> impl Iterator<Item = Compared<'c>> {
    let (catalog, above) = (to.catalog, from.catalog);
    let is_same = std::ptr::eq(catalog, above);
    let stands_above = is_same && catalog.uppers(lower).any(|id| id == upper);
    let found = if stands_above {
        differences(catalog, lower, upper)
    } else {
        effective_differences(from, to, lower, upper)
    };
    let is_followed = is_same && catalog.upper(lower) == Some(upper);
    found.into_iter().map(move |difference| {
        let standing = standing(&catalog.standard, catalog.matter(lower), &difference, today);
        let standing = match standing {
            // A decision about the difference from another matter says nothing of this one.
            Standing::Changed(_) if !is_followed => Standing::Open,
            standing => standing,
        };
        let departure = Departure {
            lower,
            upper,
            difference,
            standing,
            reach: 1,
        };
        Compared {
            lower: to,
            upper: from,
            departure,
        }
    })
}

fn effective_differences<'c>(
    from: View<'c>,
    to: View<'c>,
    lower: MatterId,
    upper: MatterId,
) -> Vec<Difference<'c>> {
    let standard = &to.catalog.standard;
    let held = Field::all().filter(|field| standard.policy(*field).kind != PolicyKind::Free);
    held.filter_map(|field| {
        let own = effective_value(to.catalog, lower, field)?;
        let other = effective_value(from.catalog, upper, field)?;
        difference(standard, field, own.value, other.value)
    })
    .collect()
}
