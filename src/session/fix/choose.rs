//! Which fixes can be made in one round: those of which none changes what another one changes or stands on.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::change::Intent;
use crate::findings::{Finding, Fix, Fixing};
use crate::yaml::{Op, Path, Step};

/// The wanted fixes of one round, in the order of the findings; of two that touch each other, the first.
pub(super) fn choose(fixing: &Fixing, wanted: &dyn Fn(&Finding) -> bool) -> Vec<Finding> {
    let mut taken: HashMap<Box<str>, BTreeSet<Path>> = HashMap::new();
    let mut chosen = Vec::new();
    for finding in fixing.remaining.iter().filter(|finding| wanted(finding)) {
        let Some(fix) = &finding.fix else { continue };
        let places = places(fix);
        let is_free = |(path, place): &(&str, Path)| {
            let taken = taken.get(*path);
            taken.is_none_or(|taken| !touches(taken, place))
        };
        if !is_refused(fixing, finding, fix) && places.iter().all(is_free) {
            for (path, place) in places {
                taken.entry(path.into()).or_default().insert(place);
            }
            chosen.push(finding.clone());
        }
    }
    chosen
}

fn is_refused(fixing: &Fixing, finding: &Finding, fix: &Fix) -> bool {
    fixing.refused.iter().any(|unfixed| {
        let refused = &unfixed.finding;
        refused.rule == finding.rule
            && refused.file.path == finding.file.path
            && refused
                .fix
                .as_ref()
                .is_some_and(|other| other.intents == fix.intents)
    })
}

/// What a fix changes. One of several steps has its files to itself.
fn places(fix: &Fix) -> Vec<(&str, Path)> {
    match fix.intents.as_slice() {
        [Intent::Edit { path, op }] => {
            let places = places_of(op).into_iter();
            places.map(|place| (&**path, place)).collect()
        }
        intents => {
            let paths = intents.iter().map(Intent::path);
            paths.map(|path| (path, Path::default())).collect()
        }
    }
}

fn places_of(op: &Op) -> Vec<Path> {
    let parent = |path: &Path| Path(path.0.split_last().map_or(&[][..], |(_, way)| way).to_vec());
    match op {
        Op::InsertKey {
            path,
            at: None,
            key,
            ..
        } => vec![path.then_key(key)],
        // An element that is put between others shifts them.
        Op::Set { path, .. }
        | Op::Remove { path }
        | Op::InsertKey { path, .. }
        | Op::InsertItem { path, .. } => vec![path.clone()],
        Op::Rename { path, key } => vec![path.clone(), parent(path).then_key(key)],
        Op::Move { path, .. } => vec![parent(path)],
        Op::Unmark | Op::EndLines => vec![Path::default()],
    }
}

/// Whether a place lies in one that is taken, or holds one.
fn touches(taken: &BTreeSet<Path>, place: &Path) -> bool {
    let mut ways = (0..=place.0.len()).filter_map(|steps| place.0.get(..steps));
    let lies_in = ways.any(|way| taken.contains(&Path(way.to_vec())));
    let next = taken.range(place..).next();
    lies_in || next.is_some_and(|next| next.0.starts_with(&place.0))
}

/// The fixes of each file together, the hindmost element of a list first, so that no step shifts the place
/// of a later one; a fix of several files stands alone.
pub(super) fn by_file(chosen: Vec<Finding>) -> Vec<Vec<Finding>> {
    let mut groups: BTreeMap<Box<str>, Vec<Finding>> = BTreeMap::new();
    let mut alone = Vec::new();
    for finding in chosen {
        match edit(&finding) {
            Some((path, _)) => groups.entry(path.into()).or_default().push(finding),
            None => alone.push(vec![finding]),
        }
    }
    for group in groups.values_mut() {
        group.sort_by(backwards);
    }
    groups.into_values().chain(alone).collect()
}

fn edit(finding: &Finding) -> Option<(&str, &Op)> {
    match finding.fix.as_ref()?.intents.as_slice() {
        [Intent::Edit { path, op }] => Some((path, op)),
        _ => None,
    }
}

/// Elements of one list from the last to the first; anything else as it stands.
fn backwards(left: &Finding, right: &Finding) -> Ordering {
    let way = |finding| edit(finding).map_or(&[][..], |(_, op): (_, &Op)| op.path().0.as_slice());
    let steps = way(left).iter().zip(way(right));
    let mut apart = steps.skip_while(|(left, right)| left == right);
    match apart.next() {
        Some((Step::Index(left), Step::Index(right))) => right.cmp(left),
        Some((left, right)) => left.cmp(right),
        None => Ordering::Equal,
    }
}
