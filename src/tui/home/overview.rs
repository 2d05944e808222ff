//! How the catalog stands: how uniform it is, what waits, what ends soon. Made by the worker.

use std::collections::BTreeMap;

use jiff::ToSpan;
use jiff::civil::Date;

use crate::catalog::standard::Named;
use crate::catalog::{Catalog, Field, effective_value};
use crate::levels::{Departure, Score, Standing, scores, survey_of};
use crate::text::Message as Saying;
use crate::tui::review::{field_title, level_title, standing_of};

/// 概况: how the catalog stands.
#[derive(Clone, Debug, Default)]
pub(crate) struct Overview {
    /// All of it.
    pub(crate) whole: Score,
    /// Each level that has matters, the highest first: its name, and its score.
    pub(crate) levels: Vec<(Saying, Score)>,
    /// The divisions with the lowest scores, the lowest first: code, name, score.
    pub(crate) lowest: Vec<(Box<str>, Box<str>, Score)>,
    /// How many divisions there are.
    pub(crate) divisions: usize,
    /// How many differences wait for a decision.
    pub(crate) open: usize,
    /// Approvals that end soon, the first first.
    pub(crate) ending: Vec<Ending>,
}

/// An approval that ends soon.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Ending {
    /// Its last day.
    pub(crate) until: Date,
    /// The file.
    pub(crate) path: Box<str>,
    /// The field that may differ until then.
    pub(crate) field: Field,
    /// The place, the matter and the field.
    pub(crate) said: Saying,
}

/// So many divisions are told.
const LOWEST: usize = 5;
/// So many approvals are told.
const ENDING: usize = 8;

impl Overview {
    /// The overview of a catalog on a day.
    pub(crate) fn of(catalog: &Catalog, today: Date) -> Overview {
        let scores = scores(catalog, today);
        let parts = catalog.by_parts(|view, ids| {
            let departures = survey_of(view, ids, today);
            let open = departures
                .iter()
                .filter(|departure| standing_of(view, departure).1);
            (open.count(), ending(view, &departures, today))
        });
        let open = parts.iter().map(|(open, _)| open).sum();
        let mut ending: Vec<Ending> = parts.into_iter().flat_map(|(_, ending)| ending).collect();
        ending.sort_by(|one, other| (one.until, &one.path).cmp(&(other.until, &other.path)));
        ending.truncate(ENDING);
        let mut levels: BTreeMap<&str, Score> = BTreeMap::new();
        let mut lowest = Vec::new();
        for (code, score) in &scores.divisions {
            let Some(division) = catalog.registers.division(code) else {
                continue;
            };
            let level = levels.entry(&division.level).or_default();
            level.compared += score.compared;
            level.departing += score.departing;
            level.approved += score.approved;
            lowest.push((code.clone(), Box::from(&*division.name), *score));
        }
        let divisions = lowest.len();
        lowest.sort_by_key(|(code, _, score)| (score.per_mille(), code.clone()));
        lowest.retain(|(_, _, score)| score.departing > 0);
        lowest.truncate(LOWEST);
        let name = |code: &str| {
            let named = catalog.standard.level(code);
            named.map_or_else(|| Saying::same(code), Named::name)
        };
        Overview {
            whole: scores.whole,
            levels: levels
                .into_iter()
                .map(|(level, score)| (name(level), score))
                .collect(),
            lowest,
            divisions,
            open,
            ending,
        }
    }
}

/// The approvals that hold and end within the days that the standard gives.
fn ending(catalog: &Catalog, departures: &[Departure<'_>], today: Date) -> Vec<Ending> {
    let days = i64::from(catalog.standard.tables.exceptions.ends_soon_days);
    let last = today.saturating_add(days.days());
    departures
        .iter()
        .filter(|departure| departure.standing.is_approved())
        .filter_map(|departure| {
            let Standing::Decided(decision) = departure.standing else {
                return None;
            };
            let until = decision.until().filter(|until| *until <= last)?;
            let field = departure.difference.field;
            Some(Ending {
                until,
                path: catalog.matter(departure.lower).file.path.clone(),
                field,
                said: said(catalog, departure),
            })
        })
        .collect()
}

fn said(catalog: &Catalog, departure: &Departure<'_>) -> Saying {
    let name = effective_value(catalog, departure.lower, Field::Name);
    let name = name.and_then(|name| name.value.text()).unwrap_or_default();
    let place = level_title(catalog, departure.lower);
    let field = field_title(catalog, departure.difference.field);
    Saying {
        zh: format!("{} · {name} · {}", place.zh, field.zh),
        en: format!("{} · {name} · {}", place.en, field.en),
    }
}
