//! Which matters pass the filters.

use crate::findings::Severity;
use crate::tui::find::{Chips, Kind};
use crate::tui::model::Model;

/// What the filters depend on, so that the list is made anew only if something of it changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Stamp {
    chips: Chips,
    generation: u64,
    findings: (usize, bool),
    changes: (usize, usize),
    surveyed: Option<u64>,
    has_index: bool,
}

/// The stamp of the present state.
pub(crate) fn stamp(model: &Model) -> Stamp {
    Stamp {
        chips: model.find.chips.clone(),
        generation: model.generation,
        findings: (model.findings.all.len(), model.findings.is_complete),
        changes: (model.unsaved.len(), model.uncommitted.len()),
        surveyed: model.review.made_for,
        has_index: model.find.index.is_some(),
    }
}

/// The matters that pass every filter but one, as marks by place; `None` if all do.
pub(crate) fn mask(model: &Model, but: Option<Kind>) -> Option<Vec<bool>> {
    let mut mask: Option<Vec<bool>> = None;
    for (kind, values) in model
        .find
        .chips
        .all()
        .filter(|(kind, _)| Some(*kind) != but)
    {
        let having = having(model, kind, values);
        mask = Some(match mask {
            None => having,
            Some(mask) => mask.into_iter().zip(having).map(|(a, b)| a && b).collect(),
        });
    }
    mask
}

/// The values of a kind with how many matters have each, out of those marked.
pub(crate) fn counts(
    model: &Model,
    kind: Kind,
    among: impl Fn(usize) -> bool,
) -> Vec<(Box<str>, usize)> {
    if let Some(facet) = kind.facet() {
        let index = model.find.index.as_ref();
        return index.map_or_else(Vec::new, |index| index.counts(facet, among));
    }
    let count = |value: &&str| {
        let having = having(model, kind, &[Box::from(*value)]);
        let marked = having.iter().enumerate();
        let count = marked.filter(|(place, has)| **has && among(*place)).count();
        (Box::from(*value), count)
    };
    kind.fixed().iter().map(count).collect()
}

fn having(model: &Model, kind: Kind, values: &[Box<str>]) -> Vec<bool> {
    if let Some(facet) = kind.facet() {
        let index = model.find.index.as_ref();
        return index.map_or_else(Vec::new, |index| index.having(facet, values));
    }
    let wants = |value: &str| values.iter().any(|wanted| **wanted == *value);
    match kind {
        Kind::Findings => with_findings(model, wants),
        Kind::Differences => {
            let items = model.review.queue.items.iter();
            let wanted =
                items.filter(|item| wants("any") || (wants("open") && model.review.is_open(item)));
            marked(model, wanted.map(|item| &*item.pick.path))
        }
        _ => {
            let unsaved = model.unsaved.iter().filter(|_| wants("unsaved"));
            let uncommitted = model.uncommitted.iter().filter(|_| wants("uncommitted"));
            marked(
                model,
                unsaved.chain(uncommitted).map(|change| &*change.path),
            )
        }
    }
}

fn with_findings(model: &Model, wants: impl Fn(&str) -> bool) -> Vec<bool> {
    let is_wanted = |severity| {
        wants(match severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        })
    };
    let all = &model.findings.all;
    let wanted = all.iter().filter(|finding| is_wanted(finding.severity));
    let mut mask = marked(model, wanted.map(|finding| &*finding.file.path));
    if wants("none") {
        let found = marked(model, all.iter().map(|finding| &*finding.file.path));
        for (marked, found) in mask.iter_mut().zip(found) {
            *marked |= !found;
        }
    }
    mask
}

/// Marks the matters in some files; files that follow one another are mostly the same.
fn marked<'p>(model: &Model, paths: impl Iterator<Item = &'p str>) -> Vec<bool> {
    let Some(catalog) = model.catalog() else {
        return Vec::new();
    };
    let mut mask = vec![false; catalog.matters().len()];
    let mut last = None;
    for path in paths {
        if last == Some(path) {
            continue;
        }
        last = Some(path);
        let place = model.place_of(path);
        if let Some(mark) = place.and_then(|place| mask.get_mut(place)) {
            *mark = true;
        }
    }
    mask
}
