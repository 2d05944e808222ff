//! Deciding: on the difference under the cursor, or on all that are chosen.

use std::sync::Arc;

use crate::catalog::Catalog;
use crate::levels::{Action, Camp, Departure, Ruling, consensus, difference, siblings};
use crate::session::Pick;
use crate::text::{Message as Saying, Words, words};
use crate::tui::dialogs::{
    Dialog, Goal, Part, Pick as PickList, PickOption, Preview, Prompt, RulingForm,
};
use crate::tui::effect::Effect;
use crate::tui::form::value_text;
use crate::tui::model::{Model, Notice};
use crate::tui::review::{Item, departure, field_title, places};
use crate::tui::update::review::{go_to_open, refresh};

const OTHER: Words = words("采用同级的值：{field}", "Adopt a sibling's value: {field}");
const CAMP: Words = words(
    "{count}/{total}  {value}（{places}）",
    "{count}/{total}  {value} ({places})",
);
const CAMP_ABOVE: Words = words(
    "{count}/{total}  {value}（同上级；{places}）",
    "{count}/{total}  {value} (as above; {places})",
);
const NO_OTHER: Words = words(
    "同级没有别的值可采用",
    "nobody beside it says anything else",
);
const GONE: Words = words(
    "这处差异已经没有了",
    "this difference is not there any more",
);

/// Whether there is something to decide on.
pub(crate) fn can_decide(model: &Model) -> bool {
    !meant(model).is_empty()
}

/// The differences that are chosen, in the order of the queue; without any, the one under the cursor.
fn meant(model: &Model) -> Vec<&Item> {
    let review = &model.review;
    if review.chosen.is_empty() {
        return review.current().into_iter().collect();
    }
    let items = review.queue.items.iter();
    items
        .filter(|item| review.chosen.contains(&item.pick))
        .collect()
}

/// Decides on what is meant; on several, only after a look at them.
pub(crate) fn order(model: &mut Model, action: Action) -> Vec<Effect> {
    let items: Vec<Item> = meant(model).into_iter().cloned().collect();
    if !model.review.chosen.is_empty() {
        model.dialog = Some(Dialog::Preview(Preview::new(action, items)));
        return Vec::new();
    }
    let picks = items.into_iter().map(|item| item.pick).collect();
    proceed(model, action, picks)
}

/// Asks for what the decision must say, or goes on if nothing is missing.
pub(crate) fn proceed(model: &mut Model, action: Action, picks: Vec<Pick>) -> Vec<Effect> {
    let by = model.review.by.clone();
    let parts: Vec<(Part, bool, &str)> = match action {
        Action::Approve => vec![
            (Part::Reason, true, ""),
            (Part::LegalReason, true, ""),
            (Part::Until, true, &model.review.until),
            (Part::By, true, &by),
        ],
        Action::Propose => vec![(Part::Reason, false, ""), (Part::By, true, &by)],
        Action::Adopt | Action::Skip if by.is_empty() => vec![(Part::By, true, "")],
        Action::Adopt | Action::Skip => {
            let ruling = plain(model, action);
            return issue(model, picks, ruling);
        }
    };
    let form = RulingForm::new(action, picks, &parts);
    model.dialog = Some(Dialog::Ruling(form));
    Vec::new()
}

/// A ruling that says no more than who and when.
fn plain(model: &Model, action: Action) -> Ruling {
    Ruling {
        action,
        by: model.review.by.clone(),
        on: model.today,
        reason: String::new(),
        legal_reason: String::new(),
        until: None,
    }
}

/// Hands a decision on to be carried out; the differences count as decided at once.
pub(crate) fn issue(model: &mut Model, picks: Vec<Pick>, ruling: Ruling) -> Vec<Effect> {
    model.review.by.clone_from(&ruling.by);
    if let Some(until) = ruling.until {
        model.review.until = until.to_string();
    }
    model.review.chosen.clear();
    model.review.settled.extend(picks.iter().cloned());
    refresh::list(model, None);
    // What is decided stays listed there, and the work goes on.
    if model.review.scope.shows_all {
        go_to_open(model, 1);
    }
    model.change(Effect::Decide { picks, ruling })
}

/// Asks which of the other values beside it a difference shall have.
pub(crate) fn ask_other(model: &mut Model) -> Vec<Effect> {
    let pick = model.review.current().map(|item| item.pick.clone());
    let catalog = model.catalog().map(Arc::clone);
    let (Some(pick), Some(catalog)) = (pick, catalog) else {
        return Vec::new();
    };
    let found = departure(&catalog, &pick, model.today);
    let schema = catalog.standard.field(pick.field).map(Arc::clone);
    let (Some(departure), Some(schema)) = (found, schema) else {
        model.notice = Some(Notice::done(GONE));
        return Vec::new();
    };
    let options = options(&catalog, &departure);
    if options.is_empty() {
        model.notice = Some(Notice::done(NO_OTHER));
        return Vec::new();
    }
    let field = field_title(&catalog, pick.field);
    let prompt = Prompt {
        title: both(OTHER, &[("field", &field)]),
        schema,
        goal: Goal::Take(pick),
        problem: None,
    };
    model.dialog = Some(Dialog::Pick(PickList::new(prompt, options)));
    Vec::new()
}

/// The values of the others beside it, each with how many have it.
fn options(catalog: &Catalog, departure: &Departure<'_>) -> Vec<PickOption> {
    let beside = siblings(catalog, departure.lower);
    let consensus = consensus(catalog, &beside, departure.difference.field);
    let others = consensus
        .camps
        .iter()
        .filter(|camp| !camp.matters.contains(&departure.lower));
    let option = |camp: &Camp<'_>| {
        let first = camp.matters.first()?;
        Some(PickOption {
            value: catalog.matter(*first).file.path.to_string(),
            label: label(catalog, departure, camp, consensus.total),
            is_on: false,
            ..PickOption::default()
        })
    };
    others.filter_map(option).collect()
}

fn label(catalog: &Catalog, departure: &Departure<'_>, camp: &Camp<'_>, total: usize) -> Saying {
    let field = departure.difference.field;
    let upper = departure.difference.upper;
    let is_above = difference(&catalog.standard, field, camp.value.value, upper).is_none();
    let value = value_text(catalog, field, camp.value.value);
    let places = places(catalog, &camp.matters);
    let counts = [camp.matters.len(), total].map(|count| Saying::same(&count.to_string()));
    let [count, total] = &counts;
    let words = if is_above { CAMP_ABOVE } else { CAMP };
    both(
        words,
        &[
            ("count", count),
            ("total", total),
            ("value", &value),
            ("places", &places),
        ],
    )
}

/// Words whose places are filled in each language by itself.
fn both(words: Words, values: &[(&str, &Saying)]) -> Saying {
    let zh: Vec<(&str, &str)> = values
        .iter()
        .map(|(key, value)| (*key, &*value.zh))
        .collect();
    let en: Vec<(&str, &str)> = values
        .iter()
        .map(|(key, value)| (*key, &*value.en))
        .collect();
    Saying {
        zh: words.with(&zh).zh,
        en: words.with(&en).en,
    }
}

/// Gives a difference the value of the matter in another file, once it is known who decides.
pub(crate) fn choose_other(model: &mut Model, pick: Pick, other: Box<str>) -> Vec<Effect> {
    let ruling = plain(model, Action::Adopt);
    if !ruling.by.is_empty() {
        return take(model, pick, other, ruling);
    }
    let mut form = RulingForm::new(Action::Adopt, vec![pick], &[(Part::By, true, "")]);
    form.other = Some(other);
    model.dialog = Some(Dialog::Ruling(form));
    Vec::new()
}

/// Gives a difference the value of the matter in another file.
pub(crate) fn take(model: &mut Model, pick: Pick, other: Box<str>, ruling: Ruling) -> Vec<Effect> {
    model.review.by.clone_from(&ruling.by);
    model.review.settled.insert(pick.clone());
    refresh::list(model, None);
    model.change(Effect::Take {
        pick,
        other,
        ruling,
    })
}
