//! Every difference of a catalog in the order in which it is best worked off, and how far the work is. Made
//! by the worker, so that no key waits for it.

use std::collections::HashSet;

use jiff::civil::Date;

use crate::catalog::{Catalog, Field, MatterId, effective_value};
use crate::levels::{Action, Class, Departure, Standing, counts, decisions, survey_of, urgency};
use crate::report::{class_name, standing_name};
use crate::session::Pick;
use crate::text::{Message as Saying, Words, words};
use crate::tui::many::Halt;
use crate::tui::review::{field_title, level_title};

const INCOMPLETE: Words = words("准予不全", "approval incomplete");
const ALLOWED: Words = words("允许", "allowed");

/// 队列: the differences, the most urgent first.
#[derive(Clone, Debug, Default)]
pub(crate) struct Queue {
    /// Every difference, decided and allowed ones included.
    pub(crate) items: Vec<Item>,
    /// How many wait for a decision.
    pub(crate) open: usize,
    /// How many were decided, those whose value was adopted included.
    pub(crate) done: usize,
}

/// 一处差异: one line of the queue.
#[derive(Clone, Debug)]
pub(crate) struct Item {
    /// Which difference.
    pub(crate) pick: Pick,
    /// In what way the values differ.
    pub(crate) class: Class,
    /// What the field is called.
    pub(crate) field: Saying,
    /// Name of the matter, in effect.
    pub(crate) name: Box<str>,
    /// Name of its division.
    pub(crate) place: Saying,
    /// How many matters have the departing value.
    pub(crate) reach: usize,
    /// Where it stands.
    pub(crate) standing: Words,
    /// Whether it waits for a decision.
    pub(crate) is_open: bool,
    /// What the filter looks in, in lower case.
    pub(crate) haystack: Box<str>,
}

/// So many matters are looked at before someone asks whether to go on.
const AT_ONCE: usize = 1_024;

impl Queue {
    /// Surveys a catalog on a day; `None` if it was called to a halt.
    pub(crate) fn of(catalog: &Catalog, today: Date, halt: &Halt) -> Option<Queue> {
        let parts = catalog.by_parts(|view, ids| {
            let goes_on = |_: &&[MatterId]| !halt.is_called();
            let some = ids.chunks(AT_ONCE).take_while(goes_on);
            let departures: Vec<_> = some.flat_map(|ids| survey_of(view, ids, today)).collect();
            let surveyed = departures.iter().map(|one| Surveyed {
                urgency: urgency(view, one),
                key: (one.lower, one.difference.field),
                counts: counts(view, one),
                item: item(view, one),
            });
            surveyed.collect::<Vec<_>>()
        });
        if halt.is_called() {
            return None;
        }
        let mut all: Vec<_> = parts.into_iter().flatten().collect();
        all.sort_by(|left, right| left.urgency.cmp(&right.urgency));
        let open = all.iter().filter(|one| one.item.is_open).count();
        let held = all.iter().filter(|one| one.counts).count();
        let there = all.iter().map(|one| one.key).collect();
        Some(Queue {
            open,
            done: held - open + adopted(catalog, &there),
            items: all.into_iter().map(|one| one.item).collect(),
        })
    }

    /// The place of a difference in the queue.
    pub(crate) fn find(&self, pick: &Pick) -> Option<usize> {
        self.items.iter().position(|item| item.pick == *pick)
    }
}

/// One difference on its way to the queue.
struct Surveyed<U> {
    urgency: U,
    key: (MatterId, Field),
    counts: bool,
    item: Item,
}

fn item(catalog: &Catalog, departure: &Departure<'_>) -> Item {
    let matter = catalog.matter(departure.lower);
    let field = departure.difference.field;
    let name = effective_value(catalog, departure.lower, Field::Name);
    let name = name.and_then(|name| name.value.text()).unwrap_or_default();
    let place = level_title(catalog, departure.lower);
    let title = field_title(catalog, field);
    let class = class_name(departure.difference.class);
    let code = matter.code().map_or(matter.file.stem(), |code| code.value);
    let (standing, is_open) = standing_of(catalog, departure);
    let texts = [
        name,
        code,
        &place.zh,
        &place.en,
        &title.zh,
        &title.en,
        class.zh,
        class.en,
        standing.zh,
        standing.en,
    ];
    Item {
        pick: Pick {
            path: matter.file.path.clone(),
            field,
        },
        class: departure.difference.class,
        haystack: texts.join("\n").to_lowercase().into(),
        field: title,
        name: name.into(),
        place,
        reach: departure.reach,
        standing,
        is_open,
    }
}

/// What is said of where a difference stands, and whether it waits for a decision.
pub(crate) fn standing_of(catalog: &Catalog, departure: &Departure<'_>) -> (Words, bool) {
    let said = standing_name(&departure.standing);
    if !counts(catalog, departure) {
        let is_undecided = matches!(departure.standing, Standing::Open);
        return (if is_undecided { ALLOWED } else { said }, false);
    }
    match departure.standing {
        Standing::Decided(decision)
            if decision.action == Action::Approve && !decision.is_complete() =>
        {
            (INCOMPLETE, true)
        }
        Standing::Decided(_) => (said, false),
        Standing::Open | Standing::Changed(_) | Standing::Lapsed(_) => (said, true),
    }
}

/// Differences that are gone because the value above was adopted.
fn adopted(catalog: &Catalog, there: &HashSet<(MatterId, Field)>) -> usize {
    let of_matter = |id: MatterId| {
        let list = catalog.matter(id).value(Field::Decisions).into_iter();
        let keys = list.flat_map(|list| list.items()).filter_map(|entry| {
            let field = entry.get("field")?.text()?;
            Field::from_key(field).filter(|field| !there.contains(&(id, *field)))
        });
        let fields: HashSet<Field> = keys.collect();
        let is_adopted = |field: &&Field| {
            let mut made = decisions(catalog.matter(id), **field);
            made.next_back()
                .is_some_and(|decision| decision.action == Action::Adopt)
        };
        fields.iter().filter(is_adopted).count()
    };
    catalog.matters().map(|(id, _)| of_matter(id)).sum()
}
