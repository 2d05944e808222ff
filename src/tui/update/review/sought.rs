//! What is looked for among the differences: as it is written; else as matters are found on the desk, by
//! pinyin, initials, plain names and codes, or by the pinyin of a field.

use std::collections::{HashMap, HashSet};

use crate::catalog::Field;
use crate::search::{Finder, marks};
use crate::tui::model::Model;

/// The places in the queue that fit every word typed; `None` if nothing is typed.
pub(super) fn found(model: &Model) -> Option<HashSet<usize>> {
    let typed = &model.review.scope.filter;
    let words = typed.split_whitespace().map(|word| fitting(model, word));
    words.reduce(|all, word| all.intersection(&word).copied().collect())
}

fn fitting(model: &Model, word: &str) -> HashSet<usize> {
    let items = &model.review.queue.items;
    let wanted = word.to_lowercase();
    let written = items.iter().enumerate();
    let written = written.filter(|(_, item)| item.haystack.contains(&wanted));
    let written: HashSet<usize> = written.map(|(place, _)| place).collect();
    if !written.is_empty() {
        return written;
    }
    let index = model.find.index.as_deref();
    let matters = index.map(|index| Finder::default().find(index, word, |_| true));
    let matters: HashSet<usize> = matters.into_iter().flatten().collect();
    let mut fields: HashMap<Field, bool> = HashMap::new();
    let places = items.iter().enumerate().filter(|(_, item)| {
        let is_field = *fields
            .entry(item.pick.field)
            .or_insert_with(|| !marks(&item.field.zh, word).is_empty());
        let matter = || model.catalog()?.matter_at(&item.pick.path);
        is_field || matter().is_some_and(|id| matters.contains(&id.number()))
    });
    places.map(|(place, _)| place).collect()
}
