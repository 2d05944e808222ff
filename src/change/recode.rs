//! A local matter gets another base code: its own code, those of its handling items and the name of its
//! file follow; nothing else in the file is touched.

use crate::catalog::{Catalog, Field, Matter, MatterId};
use crate::change::{Intent, plan, set_field};
use crate::terms::MatterCode;
use crate::text::{Message, Words, words};
use crate::yaml::{Data, Op, Path};

const NO_BASE: Words = words("基本目录里没有 {value}", "the base catalog has no {value}");
const NOT_LOCAL: Words = words(
    "{value} 是基本目录事项，不能改对应",
    "{value} is a base matter and stands for itself",
);
const NO_CODE: Words = words(
    "{value} 不成实施编码：实施主体或行使层级有误",
    "{value} is no implementation code: body or level is wrong",
);
const TAKEN: Words = words("已有实施编码 {value}", "{value} exists already");

/// What links a local matter to a base matter by codes. A file whose name changes is taken away and put back
/// under its new name, with its text otherwise as it was.
pub fn recode(catalog: &Catalog, id: MatterId, base: &str) -> Result<Vec<Intent>, Message> {
    let matter = catalog.matter(id);
    let say = |words: Words, value: &str| words.with(&[("value", value)]);
    let path = &*matter.file.path;
    if matter.division().is_none() {
        return Err(say(NOT_LOCAL, path));
    }
    if catalog.base(base).is_none() {
        return Err(say(NO_BASE, base));
    }
    let code = new_code(catalog, matter, base)?;
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let target = format!("{folder}/{code}.yaml");
    let is_other = |other: &&MatterId| **other != id;
    let is_known = catalog
        .by_code(code.as_str())
        .iter()
        .any(|other| is_other(&other));
    if is_known || (target != path && catalog.file(&target).is_some()) {
        return Err(say(TAKEN, code.as_str()));
    }
    let edits = edits(catalog, id, base, code.as_str());
    if target == path {
        return Ok(edits);
    }
    moved(catalog, path, &target, &edits)
}

/// Credit code of the body, level, base code.
fn new_code(catalog: &Catalog, matter: &Matter, base: &str) -> Result<MatterCode, Message> {
    let old = matter.code().map_or("", |code| code.value);
    let stated = |field| matter.text(field).map(|text| text.value);
    let body = stated(Field::Body).or(old.get(..18)).unwrap_or_default();
    let division = catalog
        .registers
        .division(matter.division().unwrap_or_default());
    let level = stated(Field::Level).or(division.map(|division| &*division.level));
    let code = format!("{body}{}{base}", level.unwrap_or_default());
    MatterCode::parse(&code).map_err(|_| NO_CODE.with(&[("value", &code)]))
}

fn edits(catalog: &Catalog, id: MatterId, base: &str, code: &str) -> Vec<Intent> {
    let matter = catalog.matter(id);
    let old = matter.code().map_or("", |code| code.value);
    let set = |field: Field, text: &str| {
        set_field(catalog, id, &Path::key(field.key()), Data::from(text))
    };
    // The later field first: a place that is counted now must still be right then.
    let mut edits: Vec<Intent> = set(Field::BaseCode, base).into_iter().collect();
    edits.extend(set(Field::Code, code));
    let items = matter.value(Field::HandlingItems).into_iter();
    for (place, item) in items.flat_map(|list| list.items()).enumerate() {
        let stated = item.get("code").and_then(|code| code.text());
        let Some(serial) = stated.and_then(|stated| serial(stated, old)) else {
            continue;
        };
        let path = Path::key(Field::HandlingItems.key()).then_index(place);
        edits.push(Intent::Edit {
            path: matter.file.path.clone(),
            op: Op::Set {
                path: path.then_key("code"),
                value: Data::Text(format!("{code}{serial}")),
            },
        });
    }
    edits
}

/// The serial number at the end of a handling item's code.
fn serial<'s>(stated: &'s str, old: &str) -> Option<&'s str> {
    let behind = stated.strip_prefix(old).filter(|_| !old.is_empty());
    behind
        .or_else(|| stated.get(31..))
        .filter(|serial| serial.len() == 2)
}

/// The edited text under another name.
fn moved(
    catalog: &Catalog,
    path: &str,
    target: &str,
    edits: &[Intent],
) -> Result<Vec<Intent>, Message> {
    let planned = plan(catalog, edits).map_err(|refused| refused.reason)?;
    let edited = planned.changes.into_iter().find_map(|change| change.after);
    let as_it_is = || {
        catalog
            .file(path)
            .map(|file| file.document().text().clone())
    };
    let text = edited.or_else(as_it_is).unwrap_or_default();
    Ok(vec![
        Intent::Create {
            path: target.into(),
            text: text.to_string(),
        },
        Intent::Delete { path: path.into() },
    ])
}
