//! The home screen: what it asks the worker, and where its rows lead.

use std::sync::Arc;

use crate::session::Place;
use crate::tui::dialogs::{Dialog, Question};
use crate::tui::effect::Effect;
use crate::tui::home::{Goal, HomeKey, rows};
use crate::tui::message::Outcome;
use crate::tui::model::{Model, Pane, Screen};
use crate::tui::screens::home_height;
use crate::tui::update::done::ask_git;
use crate::tui::update::{look, panel, review};
use crate::tui::widgets::Motion;
use crate::yaml::Path;

/// Shows the home screen.
pub(crate) fn open(model: &mut Model) -> Vec<Effect> {
    let mut effects = ask_git(model);
    effects.extend(show(model));
    effects
}

/// Shows it where git is asked anyway what differs from the last commit.
pub(super) fn show(model: &mut Model) -> Vec<Effect> {
    model.screen = Screen::Home;
    model.home.made_for = None;
    let root = model.opened.as_ref().map(|opened| opened.root.clone());
    root.map(Effect::AskLog)
        .into_iter()
        .chain(ask(model))
        .collect()
}

/// Asks how the catalog as it stands is, if that is looked at and not asked for already.
pub(super) fn ask(model: &mut Model) -> Option<Effect> {
    let generation = Some(model.generation);
    let catalog = Arc::clone(model.catalog()?);
    if model.screen != Screen::Home || model.home.asked_for == generation {
        return None;
    }
    model.home.asked_for = generation;
    Some(Effect::Oversee(catalog))
}

/// Takes in how the catalog stands, or the last commits; of an older state is better than nothing.
pub(super) fn told(model: &mut Model, outcome: Outcome) -> Vec<Effect> {
    match outcome {
        Outcome::Overseen(overview) => model.home.overview = Some(overview),
        Outcome::Log(commits) => model.home.commits = Some(commits),
        _ => {}
    }
    Vec::new()
}

/// Whether Enter leads anywhere.
pub(crate) fn has_goal(model: &Model) -> bool {
    goal(model).is_some()
}

fn goal(model: &Model) -> Option<&Goal> {
    let row = model.home.rows.get(model.home.cursor.at)?;
    (row.goal != Goal::Nowhere).then_some(&row.goal)
}

/// Goes where the row leads.
pub(crate) fn enter(model: &mut Model) -> Vec<Effect> {
    let Some(goal) = goal(model).cloned() else {
        return Vec::new();
    };
    match goal {
        Goal::Nowhere => {}
        Goal::Matter(path) => matter(model, path, None),
        Goal::Field(path, field) => matter(model, path, Some(Path::key(field.key()))),
        Goal::Severity(severity) => panel::open_severity(model, severity),
        Goal::Rules(rules) => panel::open_rules(model, rules),
        Goal::Findings => return panel::open(model),
        Goal::Changes => return look::changes(model),
        Goal::Review(division) => {
            review::look_for(model, division.into());
            return review::open(model);
        }
        Goal::Recover => {
            let changes = model.home.recoverable.clone();
            model.dialog = Some(Dialog::Ask(Question::Recover(changes)));
        }
        Goal::Commit(id) => {
            let opened = &mut model.home.opened;
            if !opened.remove(&id) {
                opened.insert(id);
            }
            model.home.made_for = None;
        }
        Goal::Search => return search(model),
    }
    Vec::new()
}

/// Looks for a matter on the desk.
pub(crate) fn search(model: &mut Model) -> Vec<Effect> {
    model.screen = Screen::Desk;
    look::filter(model)
}

/// Shows a matter on the desk, at a field if one is named; a file that is no matter stays where it is.
fn matter(model: &mut Model, path: Box<str>, field: Option<Path>) {
    let is_matter = |model: &Model| model.place_of(&path);
    if is_matter(model).is_none() {
        return;
    }
    look::show(model, path);
    model.screen = Screen::Desk;
    model.focus = Pane::Sheet;
    if let Some(field) = field {
        look::go_to_row(model, &field);
    }
}

/// Moves the cursor over the rows that lead somewhere.
pub(crate) fn go(model: &mut Model, motion: Motion) {
    let height = home_height(model);
    let home = &mut model.home;
    let from = home.cursor.at;
    let at = motion.from(from, home.rows.len(), height);
    let leads = |at: &usize| {
        home.rows
            .get(*at)
            .is_some_and(|row| row.goal != Goal::Nowhere)
    };
    let onward = (at..home.rows.len()).find(leads);
    let back = (0..=at).rev().find(leads);
    let goes_down = at > from || motion == Motion::First;
    let found = if goes_down {
        onward.or(back)
    } else {
        back.or(onward)
    };
    home.cursor.at = found.unwrap_or(at);
    // The heading above the first row is worth seeing.
    if back.is_none_or(|first| first == home.cursor.at)
        && (0..home.cursor.at).rev().find(leads).is_none()
    {
        home.cursor.top = 0;
    }
}

/// After anything: the rows in step with what is known, the cursor on one that leads somewhere.
pub(crate) fn settle(model: &mut Model) {
    if model.screen == Screen::Desk && model.focus == Pane::Sheet {
        remember(model);
    }
    if model.screen != Screen::Home {
        return;
    }
    let key = key(model);
    if model.home.made_for != Some(key) {
        let here = goal(model).cloned();
        model.home.rows = rows(model);
        model.home.made_for = Some(key);
        let home = &mut model.home;
        let place = |goal: &Goal| home.rows.iter().position(|row| row.goal == *goal);
        let first = home.rows.iter().position(|row| row.goal != Goal::Nowhere);
        let at = here.as_ref().and_then(place).or(first);
        home.cursor.at = at.unwrap_or(0);
    }
    let (len, height) = (model.home.rows.len(), home_height(model));
    model.home.cursor.settle(len, height);
}

/// The matter that is worked on is the one to go on with.
fn remember(model: &mut Model) {
    if let Some(path) = &model.sheet.path
        && model.home.matter != *path
    {
        model.home.matter = path.clone();
    }
}

fn key(model: &Model) -> HomeKey {
    let findings = &model.findings;
    let overview = model.home.overview.as_ref();
    HomeKey {
        generation: model.generation,
        lang: model.lang,
        known: [
            findings.all.len(),
            usize::from(findings.is_complete),
            overview.map_or(0, |overview| Arc::as_ptr(overview).addr()),
            model.home.commits.as_ref().map_or(usize::MAX, Vec::len),
            model.unsaved.len(),
            model.uncommitted.len(),
            model.home.recoverable.changes.len(),
        ],
    }
}

/// Keeps where things are, for the next session; nothing, if that is known already.
pub(super) fn keep_place(model: &Model) -> Vec<Effect> {
    let place = Place {
        matter: model.home.matter.to_string(),
        is_home: model.screen == Screen::Home,
        ..model.review.place()
    };
    let opened = model.opened.as_ref().filter(|_| place != model.home.kept);
    let effect = opened.map(|opened| Effect::KeepPlace {
        root: opened.root.clone(),
        place,
    });
    effect.into_iter().collect()
}
