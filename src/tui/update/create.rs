//! A new matter from the screen: a short form, then the file under the next free code, opened in the form.

use std::sync::Arc;

use crate::catalog::standard::{Form, Schema, TextForm};
use crate::catalog::{Field, FileKind};
use crate::change::{Intent, NewBase, NewLocal, new_base, new_local};
use crate::text::{Message as Saying, Words, words};
use crate::tui::dialogs::{Card, CardGoal, Entry, Slot};
use crate::tui::effect::Effect;
use crate::tui::form::Offer;
use crate::tui::model::{AfterChange, Model};
use crate::tui::outline::NodeKey;
use crate::tui::update::card;
use crate::tui::widgets::TextField;
use crate::yaml::Path;

const TITLE: Words = words("新增事项", "New matter");
const FLOOR: Words = words("哪一种", "Which kind");
const FLOOR_HELP: Words = words(
    "实施清单事项：本地一个实施主体认领基本目录里的一项。基本目录事项：各级统一的一项，编码顺次取下一个。",
    "A local matter: a body takes up a base matter. A base matter: the same for all levels, under the next free code.",
);
const LOCAL: Words = words("实施清单事项", "Local matter");
const BASE: Words = words("基本目录事项", "Base matter");
const REGION: Words = words("地区", "Region");
const REGION_HELP: Words = words(
    "两位：00 全国通用；本省自设的写区划代码前两位。",
    "Two digits: 00 for the nation; else the first two digits of the province's division code.",
);

/// Asks for a new matter: a base matter where one stands in the base catalog, else a local one.
pub(crate) fn ask(model: &mut Model) -> Vec<Effect> {
    let is_base = matches!(model.selected_node(), Some(NodeKey::Base(_)));
    let mut asked = fresh(model, is_base);
    // The kind is mostly right already.
    asked.at = 1;
    if asked
        .slots
        .get(1)
        .is_some_and(|slot| !slot.text().is_empty())
    {
        asked.at = 2;
    }
    card::show(model, asked);
    Vec::new()
}

/// The form of one kind or the other.
pub(super) fn fresh(model: &Model, is_base: bool) -> Card {
    let mut slots = vec![kind(is_base)];
    if is_base {
        slots.extend(base_slots(model));
        return Card::new(TITLE.into(), CardGoal::NewBase, slots);
    }
    slots.extend(local_slots(model));
    Card::new(TITLE.into(), CardGoal::NewLocal, slots)
}

/// After another kind was chosen, the form of that kind.
pub(super) fn follow_kind(model: &Model, card: Card) -> Card {
    let is_base = card.text("kind") == "base";
    match (&card.goal, is_base) {
        (CardGoal::NewLocal, true) | (CardGoal::NewBase, false) => {
            let mut other = fresh(model, is_base);
            other.at = 0;
            other
        }
        _ => card,
    }
}

fn kind(is_base: bool) -> Slot {
    let offers = vec![
        Offer::plain("local", LOCAL.into()),
        Offer::plain("base", BASE.into()),
    ];
    let entry = Entry::chosen(offers, if is_base { "base" } else { "local" });
    made_up(("kind", FLOOR, FLOOR_HELP), entry)
}

/// A value that no schema knows.
fn made_up((key, title, help): (&str, Words, Words), entry: Entry) -> Slot {
    Slot {
        key: key.into(),
        title: title.into(),
        schema: Arc::new(Schema {
            national: Vec::new(),
            title: title.into(),
            help: help.into(),
            is_code: true,
            is_multiline: false,
            section: None,
            order: 0,
            form: Form::Text(TextForm {
                choices: Vec::new(),
                pattern: None,
                min: 1,
                max: 100,
                format: None,
            }),
        }),
        path: Path::key(key),
        is_required: true,
        entry,
    }
}

fn local_slots(model: &Model) -> Vec<Slot> {
    let (base, division) = here(model);
    let slot = |field: Field, is_required, now: &str| {
        let schema = schema(model, FileKind::Local, field)?;
        let path = Path::key(field.key());
        Some(card::slot(
            model,
            path,
            (field.key(), &schema),
            (is_required, now),
        ))
    };
    [
        slot(Field::BaseCode, true, &base),
        slot(Field::Division, true, &division),
        slot(Field::Body, false, ""),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn base_slots(model: &Model) -> Vec<Slot> {
    let department = match model.selected_node() {
        Some(NodeKey::Base(Some(code))) => code.to_string(),
        _ => String::new(),
    };
    let slot = |field: Field, now: &str| {
        let schema = schema(model, FileKind::Base, field)?;
        let path = Path::key(field.key());
        Some(card::slot(model, path, (field.key(), &schema), (true, now)))
    };
    let basis = schema(model, FileKind::Base, Field::LegalBasis);
    let cited = |key: &str| {
        let Form::List { items, .. } = &basis.as_ref()?.form else {
            return None;
        };
        let path = Path::key(Field::LegalBasis.key())
            .then_index(0)
            .then_key(key);
        Some(card::slot(
            model,
            path,
            (key, items.property(key)?),
            (true, ""),
        ))
    };
    let region = Entry::Typed(Box::new(TextField::line("00")));
    [
        slot(Field::Name, ""),
        slot(Field::Type, ""),
        slot(Field::Department, &department),
        cited("law"),
        cited("article"),
        Some(made_up(("region", REGION, REGION_HELP), region)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn schema(model: &Model, kind: FileKind, field: Field) -> Option<Arc<Schema>> {
    let whole = model.catalog()?.standard.schema(kind)?;
    whole.property(field.key()).cloned()
}

/// The base matter and the division where one stands.
fn here(model: &Model) -> (String, String) {
    let entry = model.selected_entry();
    let base = entry.filter(|entry| entry.division().is_empty());
    let division = match model.selected_node() {
        Some(NodeKey::Division(code, _)) => code.to_string(),
        _ => entry.map_or_else(String::new, |entry| entry.division().to_string()),
    };
    (
        base.map_or_else(String::new, |entry| entry.code().to_string()),
        division,
    )
}

/// The code that the new matter will have, or why there can be none.
pub(super) fn code_said(model: &Model, card: &Card) -> Saying {
    let is_empty = |key| card.text(key).is_empty();
    if is_empty("base_code") || is_empty("division") {
        return Saying::default();
    }
    let code = words("实施编码：{code}", "implementation code: {code}");
    match intent(model, card) {
        Some(Ok(intent)) => {
            let name = intent.path().rsplit('/').next().unwrap_or_default();
            code.with(&[("code", name.trim_end_matches(".yaml"))])
        }
        Some(Err(problem)) => problem,
        None => Saying::default(),
    }
}

fn intent(model: &Model, card: &Card) -> Option<Result<Intent, Saying>> {
    let catalog = model.catalog()?;
    let text = |key| card.text(key);
    if let CardGoal::NewLocal = card.goal {
        let body = text("body");
        let new = NewLocal {
            base: &text("base_code"),
            division: &text("division"),
            body: Some(body.as_str()).filter(|body| !body.is_empty()),
            level: None,
        };
        return Some(new_local(catalog, &new));
    }
    let new = NewBase {
        name: &text("name"),
        region: &text("region"),
        kind: &text("type"),
        department: &text("department"),
        levels: &[],
        law: &text("law"),
        article: crate::tui::form::half_width(&text("article"))
            .parse()
            .unwrap_or(0),
    };
    Some(new_base(catalog, &new))
}

/// Makes the matter and opens it.
pub(super) fn carry_out(model: &mut Model, card: &Card) -> Result<Vec<Effect>, (Box<str>, Saying)> {
    let key = card.slot().map_or("", |slot| &slot.key);
    match intent(model, card) {
        Some(Ok(intent)) => {
            model.after_change = AfterChange::Open(intent.path().into());
            Ok(model.change(Effect::Apply(vec![intent])))
        }
        Some(Err(problem)) => Err((key.into(), problem)),
        None => Ok(Vec::new()),
    }
}
