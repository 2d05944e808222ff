//! What git is at: begun, watched, stopped, and what came of it.

use crate::session::{Request, SyncWish, Task};
use crate::text::{Message as Saying, Words, words};
use crate::tui::deed::{AtWork, Deed, Did};
use crate::tui::dialogs::{Chosen, Dialog, Menu, MenuItem, Purpose, SaidPage};
use crate::tui::effect::Effect;
use crate::tui::many::Halt;
use crate::tui::message::{Fault, Outcome};
use crate::tui::model::{AfterSave, Model, Notice};
use crate::tui::update::done::ask_git;
use crate::tui::update::{outside, save};

const STOPPING: Words = words("正在停下…", "stopping…");
const BRANCHES: Words = words("任务分支", "Branches for tasks");
const BEGIN: Words = words("从主线另开“{name}”", "begin “{name}” from the main line");
const HINT: Words = words(
    "输入要做的事，可从主线另开一个分支",
    "type what is to be done to begin a branch from the main line",
);
const HERE: Words = words("{name}（当前）", "{name} (at hand)");
const IS_HERE: Words = words("已经在分支“{name}”上", "{name} is at hand already");
const NOT_PUSHED: Words = words(
    "还没有推送；先按 g s 同步",
    "it is not pushed yet; g s syncs",
);
const COPIED: Words = words("网址已复制", "the address is copied");
const REQUEST: Words = words("请求合并", "Open a request");
const SYNCED: Words = words("同步结果", "What came of the sync");
const UNDONE: Words = words("没有做成", "Not done");

/// Whether git may be given something to do.
pub(crate) fn can_begin(model: &Model) -> bool {
    model.opened.is_some() && model.at_work.is_none()
}

/// Has git do something; what is not saved is saved first.
fn order(model: &mut Model, deed: Deed) -> Vec<Effect> {
    if save::can_save(model) {
        model.after_save = AfterSave::Deed(deed);
        return save::save(model);
    }
    begin(model, deed)
}

/// Has git do something with what is on disk.
pub(super) fn begin(model: &mut Model, deed: Deed) -> Vec<Effect> {
    let Some(opened) = model.opened.as_ref().filter(|_| model.at_work.is_none()) else {
        return Vec::new();
    };
    let root = opened.root.clone();
    let halt = Halt::default();
    model.at_work = Some(AtWork {
        deed: deed.clone(),
        halt: halt.clone(),
        heard: Vec::new(),
    });
    model.dialog = Some(Dialog::AtWork);
    vec![Effect::Deed { root, deed, halt }]
}

/// Takes in what git says meanwhile.
pub(super) fn heard(model: &mut Model, line: String) {
    if let Some(work) = &mut model.at_work {
        work.hear(line);
    }
}

/// Asks git to stop; what comes of that is told when it has.
pub(crate) fn halt(model: &mut Model) -> Vec<Effect> {
    if let Some(work) = &model.at_work {
        work.halt.call();
        model.notice = Some(Notice::done(STOPPING));
    }
    Vec::new()
}

/// Nobody waits for git any more.
pub(super) fn end(model: &mut Model) -> Option<AtWork> {
    if matches!(model.dialog, Some(Dialog::AtWork)) {
        model.dialog = None;
    }
    model.at_work.take()
}

/// What became of it.
pub(super) fn ended(model: &mut Model, outcome: Outcome) -> Vec<Effect> {
    match outcome {
        Outcome::Did(done) => did(model, *done),
        Outcome::Undone(fault) => undone(model, &fault),
        _ => Vec::new(),
    }
}

/// git has done it.
fn did(model: &mut Model, did: Did) -> Vec<Effect> {
    end(model);
    model.notice = Some(Notice::done(joined(&did.said)));
    model.review.forget_traces();
    let moves_files = did.deed.moves_files();
    if did.is_open || did.address.is_some() {
        model.dialog = Some(Dialog::Said(SaidPage {
            address: did.address,
            ..SaidPage::new(SYNCED, did.said)
        }));
    }
    let mut effects = ask_git(model);
    if moves_files {
        model.safety.is_moved_here = true;
        effects.extend(outside::look(model, true));
    }
    effects
}

/// git has not done it: its words are shown, and no message of a commit is lost.
fn undone(model: &mut Model, fault: &Fault) -> Vec<Effect> {
    let work = end(model);
    let is_brief = !fault.reason.zh.contains('\n');
    let is_halted = work.as_ref().is_some_and(|work| work.halt.is_called());
    let deed = work.map(|work| work.deed);
    let typed = deed.clone().filter(|deed| deed.message().is_some());
    let moves_files = deed.is_some_and(|deed| deed.moves_files());
    if is_halted && is_brief {
        model.notice = Some(Notice::done(fault.reason.clone()));
        again(model, typed);
    } else if is_brief && typed.is_none() {
        model.notice = Some(Notice::fault(fault));
    } else {
        let said = std::iter::once(&fault.reason).chain(&fault.hint);
        model.dialog = Some(Dialog::Said(SaidPage {
            again: typed,
            ..SaidPage::new(UNDONE, said.cloned().collect())
        }));
    }
    let mut effects = ask_git(model);
    if moves_files {
        model.safety.is_moved_here = true;
        effects.extend(outside::look(model, true));
    }
    effects
}

/// Closes what git said; the message of a commit that was refused is typed on.
pub(crate) fn close(model: &mut Model) -> Vec<Effect> {
    let Some(Dialog::Said(page)) = model.dialog.take() else {
        return Vec::new();
    };
    again(model, page.again);
    Vec::new()
}

/// The message of a commit that was not made is typed on.
fn again(model: &mut Model, deed: Option<Deed>) {
    match deed {
        Some(Deed::Commit(message)) => save::ask_again(model, &message),
        Some(Deed::Amend(message)) => save::ask_amended(model, &message),
        _ => {}
    }
}

/// Whether there is an address to copy.
pub(crate) fn has_address(model: &Model) -> bool {
    matches!(&model.dialog, Some(Dialog::Said(page)) if page.address.is_some())
}

/// Hands the address to the person's own clipboard.
pub(crate) fn copy_address(model: &mut Model) -> Vec<Effect> {
    let Some(Dialog::Said(SaidPage {
        address: Some(address),
        ..
    })) = &model.dialog
    else {
        return Vec::new();
    };
    model.notice = Some(Notice::done(COPIED));
    vec![Effect::Copy(address.clone())]
}

fn wish(model: &Model) -> SyncWish {
    SyncWish {
        program: model.program.clone(),
        ..SyncWish::default()
    }
}

/// Fetches, joins and pushes.
pub(crate) fn sync(model: &mut Model) -> Vec<Effect> {
    let wish = wish(model);
    order(model, Deed::Sync(wish))
}

/// Whether a sync waits for a choice.
pub(crate) fn is_waiting(model: &Model) -> bool {
    can_begin(model) && matches!(model.underway, Some("merge" | "rebase"))
}

/// Goes on with a sync that waits.
pub(crate) fn go_on(model: &mut Model) -> Vec<Effect> {
    let wish = wish(model);
    order(model, Deed::GoOn(wish))
}

/// Gives up a sync that waits.
pub(crate) fn give_up(model: &mut Model) -> Vec<Effect> {
    order(model, Deed::GiveUp)
}

/// Asks git for the branches.
pub(crate) fn ask_tasks(model: &mut Model) -> Vec<Effect> {
    let root = model.opened.as_ref().map(|opened| opened.root.clone());
    root.map(Effect::AskTasks).into_iter().collect()
}

/// Lists the branches, if nothing else was begun meanwhile.
pub(super) fn tasks(model: &mut Model, tasks: &[Task]) {
    if model.dialog.is_some() {
        return;
    }
    let item = |task: &Task| {
        let name = &task.branch.name;
        let here = HERE.with(&[("name", name)]);
        MenuItem {
            value: name.as_str().into(),
            label: if task.branch.is_current {
                here
            } else {
                Saying::same(name)
            },
            right: task.standing(),
            is_on: None,
        }
    };
    let items = tasks.iter().map(item).collect();
    let mut menu = Menu::new(Purpose::Tasks, BRANCHES, items).with_typed(BEGIN, "");
    menu.hint = Some(HINT);
    model.dialog = Some(Dialog::Menu(menu));
}

/// Takes what was chosen: a branch to switch to, or what is to be done.
pub(super) fn choose(model: &mut Model, chosen: &Chosen<'_>) -> Vec<Effect> {
    match chosen {
        Chosen::Item(item) if model.branch.as_deref() == Some(&*item.value) => {
            let said = IS_HERE.with(&[("name", &item.value)]);
            model.notice = Some(Notice::done(said));
            Vec::new()
        }
        Chosen::Item(item) => order(model, Deed::Switch(item.value.to_string())),
        Chosen::Typed(what) => order(model, Deed::Start(what.clone())),
    }
}

/// Asks where the branch at hand is put up for review.
pub(crate) fn ask_request(model: &mut Model) -> Vec<Effect> {
    let root = model.opened.as_ref().map(|opened| opened.root.clone());
    root.map(Effect::AskRequest).into_iter().collect()
}

/// Shows the address.
pub(super) fn request(model: &mut Model, request: Request) {
    if model.dialog.is_some() {
        return;
    }
    let mut said = vec![Saying::same(&request.url)];
    said.extend((!request.is_pushed).then(|| NOT_PUSHED.into()));
    model.dialog = Some(Dialog::Said(SaidPage {
        address: Some(request.url),
        ..SaidPage::new(REQUEST, said)
    }));
}

/// Several things said, in a row.
fn joined(said: &[Saying]) -> Saying {
    let trimmed = said.iter().map(|one| Saying {
        zh: one.zh.trim().to_owned(),
        en: one.en.trim().to_owned(),
    });
    words("；", "; ").join(&trimmed.collect::<Vec<_>>())
}
