//! Works a task out for every matter: what changes, what is skipped and why, what the rules would say then.
//! Runs outside the screen and can be called to a halt; nothing is done here.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use jiff::civil::Date;
use rayon::prelude::*;

use crate::catalog::{Catalog, Floor, effective_value};
use crate::findings::{Finding, Fixing, Safety, WhyNot};
use crate::session::{Prepared, Progress, Wish, prepare, prepare_fixes};
use crate::text::{Message as Saying, Words, words};
use crate::tui::form::{field_of, value_text};
use crate::tui::many::proposal::filled;
use crate::tui::many::{Fate, Item, Order, Proposal, Task};
use crate::tui::outline::Entry;

const GONE: Words = words("事项已不在", "the matter is gone");
const NO_FIX: Words = words("没有这样的问题可修", "nothing of that kind to put right");
const WOULD_BRING: Words = words(
    "{rule} 的修复会带来 {new}",
    "putting {rule} right would bring {new}",
);
const IMPOSSIBLE: Words = words("{rule} 修不了：{why}", "{rule} cannot be put right: {why}");
const USELESS: Words = words("{rule} 的修复不管用", "putting {rule} right would not help");
/// So many new findings of a matter are told; the others are counted.
const TOLD: usize = 3;

/// Works out what is ordered; `None` if it was called to a halt.
pub(crate) fn proposed(order: &Order, today: Date, progress: Progress<'_>) -> Option<Proposal> {
    let goes_on = |done: usize, total: usize| !order.halt.is_called() && progress(done, total);
    let mut proposal = match &order.task {
        Task::Fix {
            rules,
            takes_unsafe,
        } => fixes(order, (rules, *takes_unsafe), today, &goes_on)?,
        _ => changes(order, today, &goes_on)?,
    };
    proposal.sort();
    Some(proposal)
}

fn proposal(order: &Order, prepared: Prepared, items: Vec<Item>) -> Proposal {
    Proposal {
        title: order.title.clone(),
        consequence: order.consequence.clone(),
        prepared: Arc::new(prepared),
        items,
    }
}

/// A matter with what would happen to it.
fn item(order: &Order, place: usize, fate: Fate) -> Item {
    let id = order.catalog.numbered(place);
    let entry = id.map(|id| Entry::of(&order.catalog, id));
    Item {
        name: entry.map_or_else(|| "".into(), |entry| entry.name().into()),
        place: entry.map_or_else(Arc::default, |entry| Arc::new(entry.place())),
        fate,
    }
}

fn path_of(order: &Order, place: usize) -> &str {
    let id = order.catalog.numbered(place);
    id.map_or("", |id| &order.catalog.matter(id).file.path)
}

fn changes(order: &Order, today: Date, progress: Progress<'_>) -> Option<Proposal> {
    let places: Vec<usize> = order.targets.places().collect();
    let asked: Vec<(usize, Result<Wish, Saying>)> = places
        .par_iter()
        .map(|place| (*place, wish(order, *place)))
        .collect();
    let (mut items, mut wishes, mut whose) = (Vec::new(), Vec::new(), Vec::new());
    for (place, wish) in asked {
        match wish {
            Ok(wish) => {
                wishes.push(wish);
                whose.push(place);
            }
            Err(why) => items.push(item(order, place, Fate::Skipped(why))),
        }
    }
    let prepared = prepare(&order.catalog, &wishes, today, progress)?;
    let known = Known::of(&prepared);
    let fates: Vec<Item> = wishes
        .par_iter()
        .zip(&whose)
        .map(|(wish, place)| item(order, *place, fate(order, wish, *place, &known)))
        .collect();
    items.extend(fates);
    Some(proposal(order, prepared, items))
}

fn wish(order: &Order, place: usize) -> Result<Wish, Saying> {
    let id = order.catalog.matter_at(path_of(order, place));
    let intents = order.task.intents(&order.catalog, id.ok_or(GONE)?)?;
    // A claim makes another file than that of its base matter.
    let path = intents.first().map_or("", |intent| intent.path()).into();
    Ok(Wish { path, intents })
}

/// What was worked out, by file.
struct Known<'p> {
    prepared: &'p Prepared,
    changes: HashMap<&'p str, usize>,
    refused: HashMap<&'p str, &'p Saying>,
    brought: HashMap<&'p str, Vec<&'p Finding>>,
}

impl<'p> Known<'p> {
    fn of(prepared: &'p Prepared) -> Known<'p> {
        let changes = prepared.plan.changes.iter().enumerate();
        let refused = prepared.refused.iter();
        let mut brought: HashMap<&str, Vec<&Finding>> = HashMap::new();
        for finding in &prepared.brought {
            brought.entry(&finding.file.path).or_default().push(finding);
        }
        Known {
            prepared,
            changes: changes.map(|(at, change)| (&*change.path, at)).collect(),
            refused: refused
                .map(|refused| (&*refused.path, &refused.reason))
                .collect(),
            brought,
        }
    }

    /// The findings that a file would have, told.
    fn brings(&self, path: &str) -> Vec<Saying> {
        let brought = self.brought.get(path).into_iter().flatten();
        let mut told: Vec<Saying> = brought
            .clone()
            .take(TOLD)
            .map(|finding| told(finding))
            .collect();
        let more = brought.count().saturating_sub(TOLD);
        if more > 0 {
            told.push(Saying::same(&format!("+{more}")));
        }
        told
    }
}

fn told(finding: &Finding) -> Saying {
    Saying {
        zh: format!("{} {}", finding.rule, finding.message.zh),
        en: format!("{} {}", finding.rule, finding.message.en),
    }
}

fn fate(order: &Order, wish: &Wish, place: usize, known: &Known<'_>) -> Fate {
    let Some(change) = known.changes.get(&*wish.path) else {
        let why = known.refused.get(&*wish.path).map(|why| (*why).clone());
        return Fate::Skipped(why.unwrap_or_else(|| NO_FIX.into()));
    };
    let after = &known.prepared.after;
    let (before, after) = match &order.task {
        Task::Claim { .. } => (Saying::default(), claimed(after, &wish.path)),
        _ => (
            value(&order.catalog, &order.task, path_of(order, place)),
            value(after, &order.task, &wish.path),
        ),
    };
    Fate::Changes {
        before,
        after,
        change: *change,
        brings: known.brings(&wish.path),
    }
}

/// The value in effect of the field that a task is about.
fn value(catalog: &Catalog, task: &Task, path: &str) -> Saying {
    let (Task::Change { path: field, .. } | Task::Remove { path: field, .. }) = task else {
        return Saying::default();
    };
    let found = field_of(field).zip(catalog.matter_at(path));
    let value = found.and_then(|(field, id)| {
        let effective = effective_value(catalog, id, field)?;
        Some(value_text(catalog, field, effective.value))
    });
    value.unwrap_or_else(|| Saying::same("—"))
}

/// A new local matter: its code and its body.
fn claimed(after: &Catalog, path: &str) -> Saying {
    let matter = after.matter_at(path).map(|id| after.matter(id));
    let Some(matter) = matter.filter(|matter| matter.floor == Floor::Local) else {
        return Saying::same(path);
    };
    let body = matter.text(crate::catalog::Field::Body);
    let body = body.and_then(|body| after.registers.body(body.value));
    let code = matter.code().map_or("", |code| code.value);
    Saying::same(&format!("{code} {}", body.map_or("", |body| &*body.name)))
}

fn fixes(
    order: &Order,
    (rules, takes_unsafe): (&[String], bool),
    today: Date,
    progress: Progress<'_>,
) -> Option<Proposal> {
    let targets: HashSet<&str> = order
        .targets
        .places()
        .map(|place| path_of(order, place))
        .collect();
    let wanted = |finding: &Finding| {
        let fix = finding.fix.as_ref();
        let is_sure = fix.is_some_and(|fix| match fix.safety {
            Safety::Safe => true,
            Safety::Unsafe => takes_unsafe,
            Safety::Shown => false,
        });
        is_sure
            && targets.contains(&*finding.file.path)
            && rules.iter().any(|rule| rule == finding.rule)
    };
    let (prepared, fixing) = prepare_fixes(&order.catalog, &wanted, today, progress)?;
    let told = Told::of(&fixing);
    let changes: HashMap<&str, usize> = prepared
        .plan
        .changes
        .iter()
        .enumerate()
        .map(|(at, change)| (&*change.path, at))
        .collect();
    let items = order.targets.places().map(|place| {
        let path = path_of(order, place);
        let fate = match changes.get(path) {
            Some(change) => Fate::Changes {
                before: Saying::default(),
                after: told.made(path),
                change: *change,
                brings: Vec::new(),
            },
            None => Fate::Skipped(told.refused(path)),
        };
        item(order, place, fate)
    });
    let items = items.collect();
    Some(proposal(order, prepared, items))
}

/// What came of the fixes, by file.
struct Told<'f> {
    made: HashMap<&'f str, BTreeMap<&'static str, usize>>,
    refused: HashMap<&'f str, Saying>,
}

impl<'f> Told<'f> {
    fn of(fixing: &'f Fixing) -> Told<'f> {
        let mut made: HashMap<&str, BTreeMap<&'static str, usize>> = HashMap::new();
        for finding in &fixing.applied {
            let rules = made.entry(&finding.file.path).or_default();
            *rules.entry(finding.rule).or_default() += 1;
        }
        let refused = fixing.refused.iter().map(|unfixed| {
            let finding = &unfixed.finding;
            (&*finding.file.path, why_not(finding.rule, &unfixed.reason))
        });
        Told {
            made,
            refused: refused.collect(),
        }
    }

    fn made(&self, path: &str) -> Saying {
        let rules = self.made.get(path).into_iter().flatten();
        let parts: Vec<String> = rules
            .map(|(rule, count)| match count {
                1 => (*rule).to_owned(),
                count => format!("{rule} ×{count}"),
            })
            .collect();
        Saying::same(&parts.join("  "))
    }

    fn refused(&self, path: &str) -> Saying {
        let refused = self.refused.get(path).cloned();
        refused.unwrap_or_else(|| NO_FIX.into())
    }
}

fn why_not(rule: &str, why: &WhyNot) -> Saying {
    let rule = Saying::same(rule);
    match why {
        WhyNot::Brings(new) => filled(
            WOULD_BRING,
            &[("rule", &rule), ("new", &Saying::same(new.rule))],
        ),
        WhyNot::Impossible(why) => filled(IMPOSSIBLE, &[("rule", &rule), ("why", why)]),
        WhyNot::Useless => filled(USELESS, &[("rule", &rule)]),
    }
}
