//! Answering a dialog: what was typed or picked is checked against the schema and goes where it belongs.

use jiff::civil::Date;

use crate::catalog::standard::Form;
use crate::text::{Message as Saying, words};
use crate::tui::dialogs::{
    Dialog, ExceptionForm, Goal, Line, Menu, Pick, Preview, Prompt, RulingForm, page_room,
};
use crate::tui::effect::Effect;
use crate::tui::form::{Change, accept as accepted, spelled_out};
use crate::tui::model::Model;
use crate::tui::update::panel::{excuse, mend};
use crate::tui::update::review::decide;
use crate::tui::update::{card, edit, find, fix, look, many, moves, save};
use crate::tui::widgets::Motion;
use crate::yaml::Data;

/// Takes the answer, or says what is wrong with it and leaves the dialog open.
pub(crate) fn accept(model: &mut Model) -> Vec<Effect> {
    let Some(dialog) = model.dialog.take() else {
        return Vec::new();
    };
    let dialog = match dialog {
        Dialog::Card(card) => return card::accept_card(model, card),
        Dialog::Fixes(fixes) => {
            let chosen = fixes.current().cloned();
            return chosen.map_or_else(Vec::new, |fix| fix::make(model, &fix));
        }
        other => other,
    };
    match checked(&dialog, model.today) {
        Answer::Value(data) => match prompt_of(dialog) {
            Some(prompt) => deliver(model, prompt.goal, data),
            None => Vec::new(),
        },
        Answer::Problem(problem) => {
            model.dialog = Some(with_problem(dialog, problem));
            Vec::new()
        }
        Answer::Message(message) if message.is_empty() => {
            model.dialog = Some(dialog);
            Vec::new()
        }
        Answer::Message(message) => match dialog {
            Dialog::Commit(commit) if commit.is_amended => save::amend(model, message),
            _ => save::commit(model, message),
        },
        Answer::File(other) => match prompt_of(dialog).map(|prompt| prompt.goal) {
            Some(Goal::Take(pick)) => decide::choose_other(model, pick, other),
            _ => Vec::new(),
        },
        Answer::Preview(preview) => decide::proceed(model, preview.action, preview.picks()),
        Answer::Ruling(form) => rule(model, form),
        Answer::Fixes(rule) => mend::fix_all(model, rule),
        Answer::Exception(form) => excuse::answer(model, form),
        Answer::Menu(menu) => find::choose(model, &menu),
        Answer::Nothing => {
            model.find.came_from = None;
            Vec::new()
        }
    }
}

/// Hands a decision on if it says all it must; else the form stays.
fn rule(model: &mut Model, mut form: RulingForm) -> Vec<Effect> {
    if let Some(ruling) = form.ruling(model.today) {
        return match (form.other, form.picks.first()) {
            (Some(other), Some(pick)) => decide::take(model, pick.clone(), other, ruling),
            _ => decide::issue(model, form.picks, ruling),
        };
    }
    model.dialog = Some(Dialog::Ruling(form));
    Vec::new()
}

/// What a dialog answers.
enum Answer {
    /// A value of its schema.
    Value(Data),
    /// No value, and why.
    Problem(Saying),
    /// The message of a commit.
    Message(String),
    /// The file of a matter.
    File(Box<str>),
    /// A decision to go on with.
    Preview(Preview),
    /// A decision as it is written.
    Ruling(RulingForm),
    /// To put right what this rule says.
    Fixes(&'static str),
    /// An exception as it is written.
    Exception(ExceptionForm),
    /// What was chosen in a menu.
    Menu(Box<Menu>),
    /// Nothing; it only closes.
    Nothing,
}

fn checked(dialog: &Dialog, today: Date) -> Answer {
    let typed = |prompt: &Prompt, text: &str| {
        let text = spelled_out(&prompt.schema, text, today);
        match accepted(&prompt.schema, &text) {
            Ok(data) => Answer::Value(data),
            Err(problem) => Answer::Problem(problem),
        }
    };
    match dialog {
        Dialog::Line(Line { prompt, field, .. }) => typed(prompt, field.as_str()),
        Dialog::Text(text) => typed(&text.prompt, text.field.as_str()),
        Dialog::Pick(pick) if pick.takes_several => several(pick),
        Dialog::Pick(pick) => match (pick.chosen(), &pick.prompt.goal) {
            (Some(value), Goal::Take(_)) => Answer::File(value.into()),
            (Some(value), _) => typed(&pick.prompt, &value),
            (None, _) => Answer::Problem(words("请先选一个", "pick one first").into()),
        },
        Dialog::Commit(commit) => Answer::Message(commit.message()),
        Dialog::Preview(preview) => Answer::Preview(preview.clone()),
        Dialog::Ruling(form) => Answer::Ruling(form.clone()),
        Dialog::RuleFixes(preview) => Answer::Fixes(preview.rule),
        Dialog::Exception(form) => Answer::Exception(form.clone()),
        Dialog::Menu(menu) => Answer::Menu(Box::new(menu.clone())),
        _ => Answer::Nothing,
    }
}

fn several(pick: &Pick) -> Answer {
    let on = pick.options.iter().filter(|option| option.is_on);
    let values: Vec<Data> = on.map(|option| Data::Text(option.value.clone())).collect();
    match &pick.prompt.schema.form {
        Form::List { min_items, .. } if values.len() < *min_items => Answer::Problem(
            words("至少选 {n} 项", "pick at least {n}").with(&[("n", &min_items.to_string())]),
        ),
        _ => Answer::Value(Data::List(values)),
    }
}

fn prompt_of(dialog: Dialog) -> Option<Prompt> {
    match dialog {
        Dialog::Line(line) => Some(line.prompt),
        Dialog::Text(text) => Some(text.prompt),
        Dialog::Pick(pick) => Some(pick.prompt),
        _ => None,
    }
}

fn with_problem(mut dialog: Dialog, problem: Saying) -> Dialog {
    match &mut dialog {
        Dialog::Text(text) => text.prompt.problem = Some(problem),
        Dialog::Line(Line { prompt, .. }) | Dialog::Pick(Pick { prompt, .. }) => {
            prompt.problem = Some(problem);
        }
        _ => {}
    }
    dialog
}

fn deliver(model: &mut Model, goal: Goal, data: Data) -> Vec<Effect> {
    match goal {
        Goal::Set(path) => edit::perform(model, &path, Change::Set(data)),
        Goal::Add(path) => edit::perform(model, &path, Change::Add(data)),
        Goal::Insert(path, at) => edit::perform(model, &path, Change::Insert(at, data)),
        Goal::Take(_) => Vec::new(),
        Goal::Many(step) => many::chosen(model, step, &data),
        Goal::Slot(card) => {
            if let Data::Text(value) = data {
                card::picked(model, *card, value);
            }
            Vec::new()
        }
    }
}

/// Closes the dialog; a filter is given up with it, a long text only at the second time.
pub(crate) fn cancel(model: &mut Model) -> Vec<Effect> {
    if let Some(Dialog::Text(text)) = &mut model.dialog
        && text.warns()
    {
        return Vec::new();
    }
    if let Some(Dialog::Ruling(form)) = &mut model.dialog
        && form.warns()
    {
        return Vec::new();
    }
    if let Some(Dialog::Exception(form)) = &mut model.dialog
        && form.warns()
    {
        return Vec::new();
    }
    if let Some(Dialog::Card(card)) = &mut model.dialog
        && card.warns()
    {
        return Vec::new();
    }
    match model.dialog.take() {
        Some(Dialog::Filter(_)) => look::drop_filter(model),
        // A list that was opened for a card gives way to the card.
        Some(Dialog::Pick(pick)) => {
            if let Goal::Slot(card) = pick.prompt.goal {
                model.dialog = Some(Dialog::Card(*card));
            }
        }
        _ => {}
    }
    Vec::new()
}

/// Picks a value, or drops it.
pub(crate) fn toggle(model: &mut Model) -> Vec<Effect> {
    match &mut model.dialog {
        Some(Dialog::Pick(pick)) => pick.toggle(),
        Some(Dialog::Menu(menu)) => menu.toggle(),
        _ => {}
    }
    Vec::new()
}

/// Moves in a list to pick from.
pub(crate) fn go(model: &mut Model, motion: Motion) -> Vec<Effect> {
    if let Some(Dialog::Forecast(mut forecast)) = model
        .dialog
        .take_if(|dialog| matches!(dialog, Dialog::Forecast(_)))
    {
        forecast.go(motion, model);
        model.dialog = Some(Dialog::Forecast(forecast));
    }
    let page = (model.lang, page_room(model));
    match &mut model.dialog {
        Some(Dialog::RuleFixes(preview)) => preview.go(motion),
        Some(Dialog::Exception(form)) => form.go(motion),
        Some(Dialog::RulePage(shown)) => shown.go(motion, page.0, page.1),
        Some(Dialog::Pick(pick)) => pick.go(motion),
        Some(Dialog::Menu(menu)) => menu.go(motion),
        Some(Dialog::Filter(_)) => return moves::go(model, motion),
        Some(Dialog::Preview(preview)) => preview.go(motion),
        Some(Dialog::Ruling(form)) => form.go(motion),
        Some(Dialog::Dispute(form)) => form.go(motion),
        Some(Dialog::Palette(palette)) => palette.go(motion),
        Some(Dialog::Card(card)) => card.go(motion),
        Some(Dialog::Fixes(fixes)) => fixes.go(motion),
        _ => {}
    }
    Vec::new()
}
