//! 认领: taking up base matters in a division.

use std::collections::HashSet;

use crate::catalog::Field;
use crate::text::{Message as Saying, Words, words};
use crate::tui::effect::Effect;
use crate::tui::many::{Step, Task};
use crate::tui::model::Model;
use crate::tui::update::many::ask;
use crate::tui::update::many::carry::{Wanted, prepare};

const WHERE: Words = words("认领到哪个地区", "Take up where");
const BY_WHOM: Words = words("由哪个实施主体认领", "Taken up by which body");
const EACH: Words = words(
    "各部门唯一的实施主体（不止一个的跳过）",
    "the only body of each department (skipped where there are several)",
);
const FITTING: Words = words(
    "{code} {name}（对口部门）",
    "{code} {name} (of the department)",
);
const TITLE: Words = words("认领到{place}", "Take up in {place}");
const DRAFT: Words = words(
    "新事项是暂停状态，补齐办事指南后再改为在用。",
    "The new matters are suspended until their guides are whole.",
);

/// Asks where base matters are taken up.
pub(super) fn ask_division(model: &mut Model) -> Vec<Effect> {
    let Some(catalog) = model.catalog() else {
        return Vec::new();
    };
    let divisions = catalog.registers.divisions.iter();
    let options = divisions
        .map(|division| {
            let label = format!("{} {}", division.code, division.name);
            (division.code.to_string(), Saying::same(&label))
        })
        .collect();
    ask(model, WHERE.into(), Step::Division, options);
    Vec::new()
}

/// Asks by which of the division's bodies; those of the matters' departments come first.
pub(super) fn ask_body(model: &mut Model, division: &str) -> Vec<Effect> {
    let Some(catalog) = model.catalog() else {
        return Vec::new();
    };
    let departments = departments(model);
    let bodies = catalog.registers.bodies.iter();
    let there = bodies.filter(|body| *body.division == *division);
    let (fitting, others): (Vec<_>, Vec<_>) =
        there.partition(|body| departments.contains(&*body.department));
    let mut options = vec![(EACH_BODY.to_owned(), EACH.into())];
    options.extend(fitting.into_iter().map(|body| {
        let values = [("code", &*body.code), ("name", &*body.name)];
        (body.code.to_string(), FITTING.with(&values))
    }));
    options.extend(others.into_iter().map(|body| {
        let label = format!("{} {}", body.code, body.name);
        (body.code.to_string(), Saying::same(&label))
    }));
    ask(model, BY_WHOM.into(), Step::Body(division.into()), options);
    Vec::new()
}

/// What stands for the only body of each department.
const EACH_BODY: &str = "each";
/// The departments of so many matters are looked at.
const LOOKED_INTO: usize = 500;

fn departments(model: &Model) -> HashSet<Box<str>> {
    let Some(catalog) = model.catalog() else {
        return HashSet::new();
    };
    let places = model.many.targets.places().take(LOOKED_INTO);
    let departments = places.filter_map(|place| {
        let id = catalog.numbered(place)?;
        let department = catalog.matter(id).text(Field::Department)?;
        Some(department.value.into())
    });
    departments.collect()
}

/// Works out the new local matters.
pub(super) fn go(model: &mut Model, division: Box<str>, body: &str) -> Vec<Effect> {
    let known = model
        .catalog()
        .and_then(|catalog| catalog.registers.division(&division));
    let place = known.map_or_else(|| division.to_string(), |known| known.name.to_string());
    let wanted = Wanted {
        title: TITLE.with(&[("place", &place)]),
        consequence: DRAFT.into(),
        task: Task::Claim {
            division,
            body: (body != EACH_BODY).then(|| body.into()),
        },
    };
    prepare(model, wanted)
}
