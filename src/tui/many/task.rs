//! What is wanted of many matters, and what that means for each of them.

use std::sync::Arc;

use crate::catalog::standard::{Form, PolicyKind};
use crate::catalog::{Catalog, Field, Floor, MatterId, effective_value};
use crate::change::{Intent, NewLocal, new_local, remove_field};
use crate::text::{Message as Saying, Words, words};
use crate::tui::form::{Change, Place, field_of, intent};
use crate::tui::many::{Halt, Selection};
use crate::yaml::{Data, Path, Step as PathStep};

const BROKEN: Words = words(
    "文件有错，读不全",
    "the file is broken and cannot be read whole",
);
const NO_FIELD: Words = words(
    "这类事项没有这个字段",
    "matters of this kind have no such field",
);
const SAME: Words = words("已是这样", "it is so already");
const NOT_OWN: Words = words(
    "本级没有写，本来就沿用上级",
    "not stated here, so it is inherited already",
);
const REQUIRED: Words = words("必填，不能去掉", "required, cannot be taken out");
const LOCKED: Words = words(
    "锁定字段，须与上级一致",
    "locked: it must be as the level above says",
);
const NO_PLACE: Words = words("这里放不进这个值", "there is no place for it here");
const NOT_BASE: Words = words("不是基本目录事项，无从认领", "not a base matter");
const CLAIMED: Words = words("该地区已认领：{code}", "taken up there already: {code}");

/// 任务: what is wanted of some matters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Task {
    /// A value is set, added to a list, or dropped.
    Change {
        /// Where in the record.
        path: Path,
        /// What is to happen there.
        change: Change,
    },
    /// An element leaves a list.
    Remove {
        /// The list.
        path: Path,
        /// The element.
        element: Data,
    },
    /// Findings of some rules are put right.
    Fix {
        /// The rules.
        rules: Vec<String>,
        /// Whether fixes that are only likely meant are made too.
        takes_unsafe: bool,
    },
    /// 认领: base matters are taken up.
    Claim {
        /// Where.
        division: Box<str>,
        /// By whom; if not given, by the only body of each department there.
        body: Option<Box<str>>,
    },
}

/// 交办: a task with all that the planner must know.
#[derive(Clone, Debug)]
pub(crate) struct Order {
    /// The number of the question.
    pub(crate) number: u64,
    /// What it is called.
    pub(crate) title: Saying,
    /// What must be known of it beforehand; may be empty.
    pub(crate) consequence: Saying,
    /// What is wanted.
    pub(crate) task: Task,
    /// Of which matters.
    pub(crate) targets: Selection,
    /// The catalog as it stands.
    pub(crate) catalog: Arc<Catalog>,
    /// Stops the work.
    pub(crate) halt: Halt,
}

/// A question of the menu that waits for a choice.
#[derive(Clone, Debug)]
pub(crate) enum Step {
    /// What is to be done.
    Menu,
    /// Which field.
    Field,
    /// What with the field at this path.
    Way(Path),
    /// Yes or no, for the field at this path.
    Flag(Path),
    /// Which element leaves the list at this path; those to choose from.
    Element(Path, Vec<Data>),
    /// Which status.
    Status,
    /// Findings of which rules are put right.
    Rules {
        /// Whether fixes that are only likely meant are made too.
        takes_unsafe: bool,
    },
    /// Where base matters are taken up.
    Division,
    /// By whom, in this division.
    Body(Box<str>),
}

impl Task {
    /// What the task does to one matter, or why it does nothing. Fixes are worked out for all at once.
    pub(super) fn intents(&self, catalog: &Catalog, id: MatterId) -> Result<Vec<Intent>, Saying> {
        let file = &catalog.matter(id).file;
        if !file.document().is_whole() {
            return Err(BROKEN.into());
        }
        let intent = match self {
            Task::Change { path, change } => changed(catalog, Place { id, path }, change)?,
            Task::Remove { path, element } => removed(catalog, Place { id, path }, element)?,
            Task::Claim { division, body } => claimed(catalog, id, division, body.as_deref())?,
            Task::Fix { .. } => return Ok(Vec::new()),
        };
        Ok(vec![intent])
    }
}

fn changed(catalog: &Catalog, place: Place<'_>, change: &Change) -> Result<Intent, Saying> {
    let Place { id, path } = place;
    let field = known(catalog, place)?;
    if *change == Change::Clear {
        return cleared(catalog, id, field);
    }
    let now = now(catalog, id, field);
    let next = altered(now.clone(), path.0.get(1..).unwrap_or_default(), change);
    let next = next.ok_or(NO_PLACE)?;
    if next == now {
        return Err(SAME.into());
    }
    if is_locked(catalog, id, field, &next) {
        return Err(LOCKED.into());
    }
    intent(catalog, place, change.clone()).ok_or_else(|| NO_PLACE.into())
}

/// The field that a path leads into, if matters of this kind have it.
fn known(catalog: &Catalog, Place { id, path }: Place<'_>) -> Result<Field, Saying> {
    let record = catalog.standard.schema(catalog.matter(id).file.kind);
    let field = field_of(path)
        .filter(|field| record.is_some_and(|record| record.property(field.key()).is_some()));
    field.ok_or_else(|| NO_FIELD.into())
}

fn cleared(catalog: &Catalog, id: MatterId, field: Field) -> Result<Intent, Saying> {
    let record = catalog.standard.schema(catalog.matter(id).file.kind);
    let is_required = record.is_some_and(|record| match &record.form {
        Form::Record { required, .. } => required.iter().any(|key| **key == *field.key()),
        _ => false,
    });
    if is_required {
        return Err(REQUIRED.into());
    }
    remove_field(catalog, id, &Path::key(field.key())).ok_or_else(|| NOT_OWN.into())
}

fn removed(catalog: &Catalog, place: Place<'_>, element: &Data) -> Result<Intent, Saying> {
    let Place { id, path } = place;
    let field = known(catalog, place)?;
    let Data::List(mut items) = now(catalog, id, field) else {
        return Err(SAME.into());
    };
    let keys = identity(catalog, field);
    let at = items
        .iter()
        .position(|item| is_same_element(&keys, item, element));
    let at = at.ok_or(SAME)?;
    items.remove(at);
    if is_locked(catalog, id, field, &Data::List(items)) {
        return Err(LOCKED.into());
    }
    let path = path.then_index(at);
    let place = Place { id, path: &path };
    intent(catalog, place, Change::Clear).ok_or_else(|| NO_PLACE.into())
}

/// The keys that tell the elements of a list apart.
fn identity(catalog: &Catalog, field: Field) -> Vec<Box<str>> {
    match catalog.standard.field(field).map(|schema| &schema.form) {
        Some(Form::List { identity, .. }) => identity.clone(),
        _ => Vec::new(),
    }
}

/// Whether two elements of a list stand for the same thing.
pub(crate) fn is_same_element(keys: &[Box<str>], one: &Data, other: &Data) -> bool {
    let (Data::Map(one), Data::Map(other)) = (one, other) else {
        return one == other;
    };
    if keys.is_empty() {
        return one == other;
    }
    let value = |entries: &[(String, Data)], key: &str| {
        let entry = entries.iter().find(|(name, _)| name == key);
        entry.map(|(_, value)| value.clone())
    };
    keys.iter().all(|key| value(one, key) == value(other, key))
}

fn now(catalog: &Catalog, id: MatterId, field: Field) -> Data {
    let value = effective_value(catalog, id, field);
    value.map_or(Data::Empty, |effective| Data::of(effective.value))
}

/// The data after a change at the end of some keys; `None` if it has no place there.
fn altered(data: Data, steps: &[PathStep], change: &Change) -> Option<Data> {
    match (steps.split_first(), change, data) {
        (None, Change::Set(value), _) => Some(value.clone()),
        (None, Change::Add(value), Data::Empty) => Some(Data::List(vec![value.clone()])),
        (None, Change::Add(value), Data::List(mut items)) => {
            if !items.contains(value) {
                items.push(value.clone());
            }
            Some(Data::List(items))
        }
        (Some((PathStep::Key(key), rest)), _, Data::Map(mut entries)) => {
            let place = entries.iter().position(|(name, _)| name == key);
            let place = place.unwrap_or_else(|| {
                entries.push((key.clone(), Data::Empty));
                entries.len() - 1
            });
            let (_, entry) = entries.get_mut(place)?;
            *entry = altered(std::mem::take(entry), rest, change)?;
            Some(Data::Map(entries))
        }
        (Some((PathStep::Key(key), rest)), _, Data::Empty) => Some(Data::Map(vec![(
            key.clone(),
            altered(Data::Empty, rest, change)?,
        )])),
        _ => None,
    }
}

/// Whether a value would depart from a level above that it must follow.
fn is_locked(catalog: &Catalog, id: MatterId, field: Field, next: &Data) -> bool {
    let is_local = catalog.matter(id).floor == Floor::Local;
    let must_follow = catalog.standard.policy(field).kind == PolicyKind::Locked;
    let upper = catalog.upper(id).filter(|_| is_local && must_follow);
    let above = upper.and_then(|upper| effective_value(catalog, upper, field));
    above.is_some_and(|above| Data::of(above.value) != *next)
}

fn claimed(
    catalog: &Catalog,
    id: MatterId,
    division: &str,
    body: Option<&str>,
) -> Result<Intent, Saying> {
    let matter = catalog.matter(id);
    let base = matter.code().filter(|_| matter.floor == Floor::Base);
    let base = base.ok_or(NOT_BASE)?.value;
    let locals = catalog.locals_of(base).iter();
    let mut there = locals
        .map(|id| catalog.matter(*id))
        .filter(|local| local.division() == Some(division));
    if let Some(local) = there.next() {
        let code = local.code().map_or(local.file.stem(), |code| code.value);
        return Err(CLAIMED.with(&[("code", code)]));
    }
    new_local(
        catalog,
        &NewLocal {
            base,
            division,
            body,
            level: None,
        },
    )
}
