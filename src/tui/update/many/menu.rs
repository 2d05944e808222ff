//! The menu of what can be done to many matters, and from each choice to the next question.

use crate::catalog::FileKind;
use crate::catalog::standard::Form;
use crate::text::{Message as Saying, Words, words};
use crate::tui::effect::Effect;
use crate::tui::form::{Change, choices};
use crate::tui::many::{Selection, Step, Task};
use crate::tui::model::Model;
use crate::tui::update::many::carry::{Wanted, prepare};
use crate::tui::update::many::{ask, claim, fields, fixes, select};
use crate::yaml::{Data, Path};

const OF_MANY: Words = words("对选中的 {n} 个事项", "The {n} matters selected");
const OF_ONE: Words = words("{name}", "{name}");
const SET: Words = words("改一个字段…", "Set a field…");
const STATUS: Words = words("改事项状态…", "Change the status…");
const FIX: Words = words("修复有把握的问题…", "Put right what is surely meant…");
const FIX_UNSAFE: Words = words(
    "修复问题，含需要过目的…",
    "Put right what is likely meant too…",
);
const CLAIM: Words = words("认领到一个地区…", "Take up in a division…");
const WHICH_STATUS: Words = words("事项状态改为", "The status becomes");
const STATUS_IS: Words = words("事项状态改为 {status}", "Status becomes {status}");

/// Whether there is a matter to do something to.
pub(crate) fn can_open(model: &Model) -> bool {
    !model.many.selection.is_empty() || select::can_select(model)
}

/// Asks what is to be done to what is selected; without a selection, to the matter under the cursor.
pub(crate) fn open(model: &mut Model) -> Vec<Effect> {
    let here = model.list.rows.get(model.list.cursor.at).copied();
    model.many.targets = match here {
        Some(place) if model.many.selection.is_empty() => Selection::of(place),
        _ => model.many.selection.clone(),
    };
    let option = |name: &str, words: Words| (name.to_owned(), words.into());
    let mut options = vec![
        option("set", SET),
        option("status", STATUS),
        option("fix", FIX),
        option("fix-unsafe", FIX_UNSAFE),
    ];
    if kinds(model).contains(&FileKind::Base) {
        options.push(option("claim", CLAIM));
    }
    let title = title(model);
    ask(model, title, Step::Menu, options);
    Vec::new()
}

/// What the menu is about.
fn title(model: &Model) -> Saying {
    let targets = &model.many.targets;
    let only = targets.last().filter(|_| targets.len() == 1);
    let entry = only.and_then(|place| model.entry(place));
    match entry {
        Some(entry) => OF_ONE.with(&[("name", &model.title_of(entry.path))]),
        None => OF_MANY.with(&[("n", &targets.len().to_string())]),
    }
}

/// The kinds of matters that the menu is about. Base matters come before local ones in the outline.
pub(super) fn kinds(model: &Model) -> Vec<FileKind> {
    let targets = &model.many.targets;
    let kind = |place: usize| Some(FileKind::of(model.entry(place)?.path));
    let mut kinds: Vec<FileKind> = targets.last().and_then(kind).into_iter().collect();
    let first = targets.places().next().and_then(kind);
    kinds.extend(first.filter(|first| !kinds.contains(first)));
    kinds
}

/// Goes on from a choice.
pub(crate) fn chosen(model: &mut Model, step: Step, choice: &Data) -> Vec<Effect> {
    let text = match choice {
        Data::Text(text) => text.clone(),
        _ => String::new(),
    };
    match step {
        Step::Menu => begin(model, &text),
        Step::Field => fields::ask_way(model, &text),
        Step::Way(path) => fields::go(model, path, &text),
        Step::Flag(path) => fields::change(model, path, Change::Set(Data::Bool(text == "true"))),
        Step::Element(path, elements) => fields::remove(model, path, &elements, &text),
        Step::Status => status(model, &text),
        Step::Rules { takes_unsafe } => fixes::go(model, choice, takes_unsafe),
        Step::Division => claim::ask_body(model, &text),
        Step::Body(division) => claim::go(model, division, &text),
    }
}

fn begin(model: &mut Model, choice: &str) -> Vec<Effect> {
    match choice {
        "set" => fields::ask_field(model),
        "status" => ask_status(model),
        "fix" => fixes::ask_rules(model, false),
        "fix-unsafe" => fixes::ask_rules(model, true),
        "claim" => claim::ask_division(model),
        _ => Vec::new(),
    }
}

/// Asks for the status, and says of each what follows from it.
fn ask_status(model: &mut Model) -> Vec<Effect> {
    let options = statuses(model).into_iter().map(|(value, label)| {
        let follows = consequence(&value);
        let label = Saying {
            zh: format!("{}　{}", label.zh, follows.zh),
            en: format!("{}  {}", label.en, follows.en),
        };
        (value, label)
    });
    let options = options.collect();
    ask(model, WHICH_STATUS.into(), Step::Status, options);
    Vec::new()
}

/// Every status of the code table.
fn statuses(model: &Model) -> Vec<(String, Saying)> {
    let path = Path::key("status");
    let options = model.catalog().and_then(|catalog| {
        let kind = kinds(model).first().copied()?;
        let schema = catalog.standard.schema(kind)?.property("status")?;
        matches!(schema.form, Form::Text(_)).then_some(())?;
        choices(catalog, &path, schema)
    });
    let offers = options.map(|choices| choices.options).unwrap_or_default();
    let offers = offers.into_iter();
    offers.map(|offer| (offer.value, offer.label)).collect()
}

/// What follows from a status.
fn consequence(status: &str) -> Saying {
    match status {
        "1" => words("对外公布，指南要齐全", "on offer; its guide must be whole"),
        "2" => words(
            "暂不对外，不查指南是否齐全",
            "not on offer; its guide may have gaps",
        ),
        "3" => words(
            "不再办理，不按在用事项检查依据、指南和链接",
            "ended; bases, guide and links are no longer checked",
        ),
        _ => words("", ""),
    }
    .into()
}

fn status(model: &mut Model, value: &str) -> Vec<Effect> {
    let label = statuses(model)
        .into_iter()
        .find_map(|(known, label)| (known == value).then_some(label));
    let label = label.unwrap_or_else(|| Saying::same(value));
    let title = Saying {
        zh: STATUS_IS.with(&[("status", &label.zh)]).zh,
        en: STATUS_IS.with(&[("status", &label.en)]).en,
    };
    let follows = consequence(value);
    let wanted = Wanted {
        title,
        consequence: sentence(&label, &follows),
        task: Task::Change {
            path: Path::key("status"),
            change: Change::Set(Data::Text(value.to_owned())),
        },
    };
    prepare(model, wanted)
}

fn sentence(label: &Saying, follows: &Saying) -> Saying {
    if follows.zh.is_empty() {
        return Saying::default();
    }
    Saying {
        zh: format!("{}：{}。", label.zh, follows.zh),
        en: format!("{}: {}.", label.en, follows.en),
    }
}
