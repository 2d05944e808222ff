//! Deciding on differences, as one change that can be undone.

use std::sync::Arc;

use jiff::civil::Date;

use crate::catalog::{Catalog, Field, MatterId, effective_value};
use crate::change::Plan;
use crate::levels::{Departure, Ruling, adopt_from, decide, difference, survey_of};
use crate::session::{Session, SessionError};

/// 差异所在: one difference, by the file and the field it is in.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Pick {
    /// The file of the matter that departs.
    pub path: Box<str>,
    /// The field.
    pub field: Field,
}

/// 处置结果: what a decision did.
#[derive(Clone, Debug)]
pub struct Decided {
    /// What changed in the session.
    pub plan: Plan,
    /// On how many differences was decided.
    pub count: usize,
    /// The branches that carry proposals, each once.
    pub branches: Vec<String>,
}

impl Session {
    /// Decides on differences, as one change. Picks that no longer differ are passed over.
    pub fn decide(&mut self, picks: &[Pick], ruling: &Ruling) -> Result<Decided, SessionError> {
        let catalog = Arc::clone(&self.catalog);
        let departures = departures(&catalog, picks, ruling.on);
        let chosen: Vec<&Departure<'_>> = departures.iter().collect();
        let plan = self.apply(&decide(&catalog, &chosen, ruling))?;
        Ok(Decided {
            plan,
            count: chosen.len(),
            branches: Vec::new(),
        })
    }

    /// Gives a difference the value that the matter in another file has. Where that is the value above, the
    /// matter falls back to it.
    pub fn take(
        &mut self,
        pick: &Pick,
        other: &str,
        ruling: &Ruling,
    ) -> Result<Decided, SessionError> {
        let catalog = Arc::clone(&self.catalog);
        let departures = departures(&catalog, std::slice::from_ref(pick), ruling.on);
        let (Some(departure), Some(other)) = (departures.first(), catalog.matter_at(other)) else {
            return self.decide(&[], ruling);
        };
        let value = effective_value(&catalog, other, pick.field);
        let stays = value.is_some_and(|value| {
            let upper = departure.difference.upper;
            difference(&catalog.standard, pick.field, value.value, upper).is_some()
        });
        if !stays {
            return self.decide(std::slice::from_ref(pick), ruling);
        }
        let plan = self.apply(&adopt_from(&catalog, departure, other))?;
        Ok(Decided {
            plan,
            count: 1,
            branches: Vec::new(),
        })
    }
}

/// The differences that are meant, as they stand now.
pub(super) fn departures<'c>(
    catalog: &'c Catalog,
    picks: &[Pick],
    today: Date,
) -> Vec<Departure<'c>> {
    let mut ids: Vec<MatterId> = picks
        .iter()
        .filter_map(|pick| catalog.matter_at(&pick.path))
        .collect();
    ids.sort_unstable();
    ids.dedup();
    let mut departures = survey_of(catalog, &ids, today);
    departures.retain(|departure| {
        let path = &catalog.matter(departure.lower).file.path;
        let field = departure.difference.field;
        picks
            .iter()
            .any(|pick| pick.field == field && pick.path == *path)
    });
    departures
}

impl Decided {
    /// Whether a proposal was made on a branch rather than in the session.
    pub fn is_aside(&self) -> bool {
        !self.branches.is_empty()
    }
}
