//! What a fix would do, before it is made: the texts it changes, and whether it brings a finding that was
//! not there. Looks at the files it touches only, so that a person can be told at once.

use jiff::civil::Date;

use crate::catalog::Catalog;
use crate::change::{Intent, Plan, plan};
use crate::findings::Finding;
use crate::session::check_one;
use crate::session::fix::fresh::fresh;
use crate::session::fix::with;
use crate::text::Message;

/// 预判: what a fix would do.
#[derive(Clone, Debug)]
pub struct Foresight {
    /// The files that would change.
    pub plan: Plan,
    /// The findings in them that were not there before.
    pub new: Vec<Finding>,
}

/// What some intents would do; or why they cannot be carried out.
pub fn foresee(catalog: &Catalog, intents: &[Intent], today: Date) -> Result<Foresight, Message> {
    let plan = plan(catalog, intents).map_err(|refused| refused.reason)?;
    let next = with(catalog, &plan);
    let look = |catalog: &Catalog| -> Vec<Finding> {
        let paths = plan.changes.iter().map(|change| &*change.path);
        paths
            .flat_map(|path| check_one(catalog, path, today))
            .collect()
    };
    let (before, after) = (look(catalog), look(&next));
    let new = fresh(&before, &after).into_iter().cloned().collect();
    Ok(Foresight { plan, new })
}
