//! Which of several fixes brought a new finding.

use std::collections::{HashMap, HashSet};

use crate::change::Intent;
use crate::findings::Finding;

/// From so many fixes on, each that stands alone in a file with a new finding is taken to have brought it.
/// To try them one by one, with a look at the whole catalog each time, would take too long.
const MANY: usize = 8;

/// Each of many fixes with the new finding in its file, if each has one and no two are in one file.
pub(super) fn all_guilty<'f>(
    made: &'f [Finding],
    new: &[&'f Finding],
) -> Option<Vec<(&'f Finding, &'f Finding)>> {
    let brought: HashMap<&str, &Finding> = new.iter().map(|new| (&*new.file.path, *new)).collect();
    let mut seen = HashSet::new();
    let guilty = made.iter().map(|fix| {
        let [path] = *files(fix).collect::<Vec<_>>() else {
            return None;
        };
        let new = brought.get(path).filter(|_| seen.insert(path))?;
        Some((fix, *new))
    });
    guilty
        .collect::<Option<Vec<_>>>()
        .filter(|all| all.len() > MANY)
}

/// Fewer of two or more fixes, one at least: those in no file with a new finding, else the first in each
/// file, else half of them.
pub(super) fn fewer(mut made: Vec<Finding>, new: &[&Finding]) -> Vec<Finding> {
    let touched: HashSet<&str> = new.iter().map(|new| &*new.file.path).collect();
    let is_near = |fix: &Finding| files(fix).any(|path| touched.contains(path));
    let near = made.iter().filter(|fix| is_near(fix)).count();
    if near > 0 && near < made.len() {
        made.retain(|fix| !is_near(fix));
        return made;
    }
    let count = made.len();
    let mut seen: HashSet<Box<str>> = HashSet::new();
    made.retain(|fix| files(fix).all(|path| seen.insert(path.into())));
    if made.len() == count {
        made.truncate(count / 2);
    }
    made
}

/// The files that a fix changes.
fn files(fix: &Finding) -> impl Iterator<Item = &str> {
    let intents = fix.fix.iter().flat_map(|fix| &fix.intents);
    intents.map(Intent::path)
}
