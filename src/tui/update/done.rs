//! What the worker answers.

use std::sync::Arc;

use crate::session::{Arrived, Uncommitted};
use crate::text::{Message as Saying, words};
use crate::tui::beside::Beside;
use crate::tui::dialogs::{Dialog, Question};
use crate::tui::effect::Effect;
use crate::tui::home::Home;
use crate::tui::message::{Changed, Fault, How, Opened, Outcome};
use crate::tui::model::{AfterChange, AfterSave, Model, Notice, OpenCatalog, Screen};
use crate::tui::review::Review;
use crate::tui::safety::Safety;
use crate::tui::trail::Trail;
use crate::tui::update::{
    changes, deed, errand, find, fix, home, list, look, many, outside, past, refresh, review, save,
    work,
};

/// Takes an answer in; what was asked of an older state of the catalog is dropped.
pub(super) fn done(model: &mut Model, generation: u64, outcome: Outcome) -> Vec<Effect> {
    let is_late = generation != model.generation;
    match outcome {
        Outcome::Opened(opened) => open(model, *opened),
        Outcome::CaughtUp => caught_up(model),
        Outcome::Changed(changed) => change(model, *changed),
        Outcome::Foreseen(all) => fix::foreseen(model, all),
        Outcome::NothingToDo => nothing_to_do(model),
        Outcome::Saved { written, unsaved } => {
            model.unsaved.clone_from(&unsaved);
            let mut effects = vec![Effect::KeepJournal(unsaved)];
            effects.extend(saved(model, written));
            effects
        }
        Outcome::Unchanged
        | Outcome::Noticed { .. }
        | Outcome::NotLooked(_)
        | Outcome::Neighbours(_)
        | Outcome::NotKept(_) => outside::done(model, outcome),
        outcome @ (Outcome::Did(_) | Outcome::Undone(_)) => deed::ended(model, outcome),
        Outcome::Checked(findings) if !is_late => {
            model.findings = *findings;
            model.panel.is_stale = true;
            refresh::sheet_rows(model);
            Vec::new()
        }
        Outcome::FileChecked { path, findings } if !is_late => {
            model.findings.renew_file(&path, findings);
            model.panel.is_stale = true;
            refresh::sheet_rows(model);
            Vec::new()
        }
        outcome @ (Outcome::Overseen(_) | Outcome::Log(_)) => home::told(model, outcome),
        outcome @ (Outcome::Uncommitted(_)
        | Outcome::Staged { .. }
        | Outcome::Amendable(_)
        | Outcome::Tasks(_)
        | Outcome::Request(_)
        | Outcome::LookedBack(_)) => told_by_git(model, outcome),
        Outcome::Indexed(index) => find::indexed(model, is_late, index),
        Outcome::Cited(laws) => {
            find::cited(model, &laws);
            Vec::new()
        }
        Outcome::Surveyed(queue) => {
            review::surveyed(model, generation, queue);
            Vec::new()
        }
        Outcome::Traced(traces) if !is_late => {
            model.review.traces.extend(traces);
            Vec::new()
        }
        Outcome::CameBack(returned) => errand::came_back(model, *returned),
        Outcome::Weighed(weighed) => errand::weighed(model, *weighed),
        Outcome::Proposed { number, proposal } => many::proposed(model, number, proposal),
        Outcome::Failed(fault) => failed(model, &fault),
        Outcome::Checked(_) | Outcome::FileChecked { .. } | Outcome::Traced(_) | Outcome::Kept => {
            Vec::new()
        }
    }
}

fn nothing_to_do(model: &mut Model) -> Vec<Effect> {
    model.is_changing = false;
    let said = words("没有可撤销或重做的", "nothing to undo or redo");
    model.notice = Some(Notice::done(said));
    Vec::new()
}

/// What git answers to a question.
fn told_by_git(model: &mut Model, outcome: Outcome) -> Vec<Effect> {
    match outcome {
        Outcome::Uncommitted(found) => uncommitted(model, found),
        Outcome::Staged { path, staged } => changes::staged(model, &path, staged),
        Outcome::Amendable(message) => save::ask_amended(model, &message),
        Outcome::Tasks(tasks) => deed::tasks(model, &tasks),
        Outcome::Request(request) => deed::request(model, request),
        Outcome::LookedBack(chronicle) => return past::looked_back(model, *chronicle),
        _ => {}
    }
    Vec::new()
}

fn failed(model: &mut Model, fault: &Fault) -> Vec<Effect> {
    model.is_changing = false;
    model.loading = None;
    model.after_save = AfterSave::Stay;
    model.after_change = AfterChange::Stay;
    model.notice = Some(Notice::fault(fault));
    deed::end(model);
    review::give_back(model);
    many::failed(model);
    past::give_up(model);
    Vec::new()
}

/// What git tells; if it cannot, nothing is known to differ, and the changes screen says why.
fn uncommitted(model: &mut Model, found: Result<Uncommitted, Fault>) {
    let (found, fault) = match found {
        Ok(found) => (found, None),
        Err(fault) => (Uncommitted::default(), Some(Notice::fault(&fault).text)),
    };
    model.awaits_git = false;
    model.branch = found.branch;
    model.underway = found.underway;
    model.uncommitted = found.changes;
    model.changes.staged = found.staged;
    model.changes.fault = fault;
    save::propose_message(model);
    look::rewrap_changes(model);
}

fn open(model: &mut Model, opened: Opened) -> Vec<Effect> {
    model.generation += 1;
    model.loading = None;
    model.screen = Screen::Desk;
    let root = opened.root.clone();
    model.safety = Safety::default();
    model.opened = Some(OpenCatalog {
        root: opened.root,
        catalog: opened.catalog,
        outline: opened.outline,
        email: opened.email,
    });
    model.review = Review::at(&opened.place, opened.user);
    model.trail = Trail::default();
    model.beside = Beside::default();
    model.home = Home::at(&opened.place, &opened.left);
    refresh::everything(model, None);
    if let Some(path) = opened.broken.first() {
        let said = words(
            "上次的恢复日志已损坏，移到了 {path}",
            "the recovery journal is damaged; it is now {path}",
        );
        let path = path.display().to_string();
        model.notice = Some(Notice::done(said.with(&[("path", &path)])));
    }
    if !opened.left.is_empty() {
        model.dialog = Some(Dialog::Ask(Question::Recover(opened.left)));
    }
    let seat = Effect::TakeSeat(root);
    let index = find::opened(model, opened.views);
    let mut effects: Vec<Effect> = index.into_iter().collect();
    // What is shown as it was last seen is checked once it is set right.
    effects.extend(if opened.is_unsure {
        vec![Effect::CatchUp]
    } else {
        caught_up(model)
    });
    effects.extend([seat, Effect::AskNeighbours]);
    effects.extend(outside::look(model, false));
    if opened.place.is_home {
        effects.extend(home::show(model));
    }
    effects
}

/// What is asked once the catalog is as it lies on disk: of a large one, not all at the same time.
fn caught_up(model: &mut Model) -> Vec<Effect> {
    let mut effects = work::check_again(model);
    effects.extend(ask_git(model));
    effects
}

pub(super) fn ask_git(model: &Model) -> Vec<Effect> {
    let root = model.opened.as_ref().map(|opened| opened.root.clone());
    root.map(Effect::AskGit).into_iter().collect()
}

fn change(model: &mut Model, changed: Changed) -> Vec<Effect> {
    let here = model.selected_node();
    let Some(opened) = &mut model.opened else {
        return Vec::new();
    };
    model.is_changing = false;
    model.generation += 1;
    let has_turned = matches!(changed.how, How::Undo | How::Redo);
    if !changed.paths.is_empty() || has_turned {
        model.steps = model.steps.after(changed.how);
    }
    let before = std::mem::replace(&mut opened.catalog, Arc::clone(&changed.catalog));
    let selected = many::selected(&model.many, (&before, &changed));
    let outline = Arc::make_mut(&mut opened.outline);
    outline.follow(&before, &changed.catalog, &changed.paths);
    model.find.change(&before, &changed.catalog, &changed.paths);
    many::follow(model, selected);
    model.safety.disputes = changed.disputes;
    model.unsaved.clone_from(&changed.unsaved);
    refresh::everything(model, here.as_ref());
    list::follow(model);
    look::rewrap_changes(model);
    if let Some(said) = said(changed.how) {
        tell(model, &said, &changed.paths);
        model.review.goes_to = changed.paths.first().cloned();
    }
    let is_moved_here = std::mem::take(&mut model.safety.is_moved_here);
    let is_told = |arrived: &&Arrived| !is_moved_here || !arrived.disputed.is_empty();
    if let Some(arrived) = changed.arrived.as_ref().filter(is_told) {
        model.notice = outside::said(model, arrived).map(Notice::done);
    }
    if let Some(said) = changed.said {
        model.notice = Some(Notice::done(said));
    }
    model.review.forget_traces();
    let unsaved = changed.unsaved;
    let check = work::check(model, few(&changed.paths));
    let mut effects: Vec<Effect> = check.into_iter().collect();
    effects.push(Effect::KeepJournal(unsaved));
    if matches!(changed.how, How::Outside) {
        effects.extend(ask_git(model));
    }
    effects.extend(review::ask(model));
    effects.extend(home::ask(model));
    effects
}

/// The files that are looked at one by one, before everything is; of many, none.
fn few(paths: &[Box<str>]) -> Vec<Box<str>> {
    const MOST: usize = 20;
    if paths.len() > MOST {
        return Vec::new();
    }
    paths.to_vec()
}

fn said(how: How) -> Option<Saying> {
    let said = match how {
        How::Edit | How::Outside => return None,
        How::Undo => words("已撤销", "undone"),
        How::Redo => words("已重做", "done again"),
        How::Recovery => words("已接上次的改动", "earlier changes taken up"),
    };
    Some(said.into())
}

/// Says what happened to which matters, and shows the first.
fn tell(model: &mut Model, said: &Saying, paths: &[Box<str>]) {
    let Some(path) = paths.first().cloned() else {
        return;
    };
    let files = words("共 {n} 个文件", "{n} files in all");
    let titles = match paths.len() {
        1 => Saying::same(&model.title_of(&path)),
        n => files.with(&[("n", &n.to_string())]),
    };
    model.notice = Some(Notice::done(Saying {
        zh: format!("{}：{}", said.zh, titles.zh),
        en: format!("{}: {}", said.en, titles.en),
    }));
    let is_matter = model.place_of(&path).is_some();
    if is_matter && model.sheet.path.as_deref() != Some(&*path) {
        look::show(model, path);
    }
}

fn saved(model: &mut Model, written: Result<usize, Fault>) -> Vec<Effect> {
    let after = std::mem::take(&mut model.after_save);
    look::rewrap_changes(model);
    let written = match written {
        Ok(written) => written,
        Err(_) if outside::has_disputes(model) => return outside::ask(model, after),
        Err(fault) => {
            model.notice = Some(Notice::fault(&fault));
            return Vec::new();
        }
    };
    model.awaits_git = written > 0;
    let said = words("已保存 {n} 个文件", "{n} files saved");
    model.notice = Some(Notice::done(said.with(&[("n", &written.to_string())])));
    match after {
        AfterSave::Stay => ask_git(model),
        AfterSave::Commit(message) => save::commit_now(model, message),
        AfterSave::Deed(deed) => deed::begin(model, deed),
        AfterSave::Stage(portion) => {
            let staged = changes::stage_now(model, portion, true);
            ask_git(model).into_iter().chain(staged).collect()
        }
        AfterSave::Quit => {
            model.quits = true;
            Vec::new()
        }
    }
}
