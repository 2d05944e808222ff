//! An opened catalog: load it, check it, change it, save it, commit it. The one place where the rooms meet;
//! the command line and the screen both stand on it.

mod amendments;
mod baseline;
mod bulk;
mod called;
mod checker;
mod conflict;
mod create;
mod decide;
mod demo;
mod errand;
mod fix;
mod forge;
mod join;
mod journal;
mod kept;
mod large;
mod log;
mod manual;
mod moves;
mod outside;
mod pages;
mod past;
mod place;
mod propose;
mod remit;
mod request;
mod shelf;
mod since;
mod staging;
mod sync;
mod task;
mod trace;
mod views;

pub use amendments::{Amendments, amended, amendments, registers};
pub use baseline::{Compared, Renew, Renewed};
pub use bulk::{Prepared, Progress, Wish, prepare, prepare_fixes};
pub use called::called;
pub use checker::Checker;
pub use conflict::{settling, unsettled};
pub use create::create;
pub use decide::{Decided, Pick};
pub use demo::{has_demo, open_demo, unpack};
pub use errand::{Outside, Weighed, weigh};
pub use fix::{Foresight, foresee};
pub use join::{Joined, join_files};
pub use journal::{Draft, LeftWork, Recorder, forget, set_aside};
pub use kept::Check;
pub use log::{Change, recent};
pub use manual::{is_excusable, manual};
pub use outside::{Arrived, Dispute};
pub use pages::rule_info;
pub use past::{Chronicle, Deed, What, field_at};
pub use place::{Place, keep_place, place};
pub use propose::{Evidence, Proposal, proposals, upward};
pub use remit::{Target, judge_authors};
pub use request::{Request, request};
pub use since::{Broken, since};
pub use staging::{
    Portion, Staged, Uncommitted, amend, amendable, commit, commit_found, is_detached, schema_of,
    stage, staged, staged_changes, uncommitted, unstage,
};
pub use sync::{
    Clash, Join, Synced, Together, Wish as SyncWish, give_up, go_on, merge_driver, sync,
};
pub use task::{Switched, Task, names_in_pinyin, start_task, switch_task, task_name, tasks};
pub use trace::{Trace, last_change, signer, user_email, user_name};
pub use views::{SavedView, keep_views, views};

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use jiff::civil::Date;

use crate::catalog::standard::{SchemaFault, Standard};
use crate::catalog::{Catalog, File, FileKind};
use crate::change::{FileChange, History, Intent, Plan, Refused, plan};
use crate::findings::Finding;
use crate::rules::{Settings, check_catalog, check_file, rule};
use crate::session::baseline::compare;
use crate::session::shelf::Shelf;
use crate::store::{Content, Git, RawFile, Revision, Root, StoreError, Write};
use crate::text::{Message, Words};
use crate::yaml::{self, Document};

/// 会话: an opened catalog with what was changed and not yet saved.
pub struct Session {
    root: Root,
    catalog: Arc<Catalog>,
    history: History,
    /// What lay on disk for each file that was changed since; `None` for a new file.
    saved: BTreeMap<Box<str>, Option<Arc<str>>>,
    /// The files in which someone else changed the same.
    disputes: BTreeMap<Box<str>, Dispute>,
    /// How the matters of a large catalog lay on disk.
    shelf: Option<Shelf>,
}

/// Why a session could not do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum SessionError {
    /// Disk or git.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The catalog's own standard does not compile.
    #[error(transparent)]
    Standard(#[from] SchemaFault),
    /// The baseline cannot be brought up to date.
    #[error("{}", .0.en)]
    Baseline(Message),
    /// It does not go so; what goes.
    #[error("{}", .0.en)]
    Unfit(Message),
    /// A change was refused.
    #[error("{}: {}", .0.path, .0.reason.en)]
    Refused(Refused),
}

/// Reads a catalog from disk; `progress` is told how many files are done and how many there are.
pub fn load(
    root: &Root,
    progress: &(dyn Fn(usize, usize) + Sync),
) -> Result<Catalog, SessionError> {
    let done = AtomicUsize::new(0);
    let open = |raw: RawFile, total: usize| {
        let file = Arc::new(parse(raw));
        progress(done.fetch_add(1, Ordering::Relaxed) + 1, total);
        file
    };
    let (standard, files) = rayon::join(
        || Ok::<_, SessionError>(Standard::with_files(&root.read_schemas()?)?),
        || root.read_files(yaml::MAX_BYTES as u64, &open),
    );
    Ok(Catalog::new(Arc::new(standard?), files?))
}

/// Reads a catalog as a commit has it, without a checkout.
pub fn load_revision(git: &Git, revision: &Revision) -> Result<Catalog, SessionError> {
    let standard = Standard::with_files(&git.read_schemas(revision)?)?;
    let open = |raw: RawFile| Arc::new(parse(raw));
    let files = git.read_files(revision, yaml::MAX_BYTES as u64, &open)?;
    Ok(Catalog::new(Arc::new(standard), files))
}

fn parse(raw: RawFile) -> File {
    File::new(&raw.path, document(raw.content))
}

fn document(content: Content) -> Document {
    match content {
        Content::Bytes(bytes) => yaml::read_bytes(&bytes),
        Content::TooLarge(size) => yaml::too_large(size),
    }
}

/// Whether a matter should lie at a path.
fn is_matter(path: &str) -> bool {
    matches!(FileKind::of(path), FileKind::Base | FileKind::Local)
}

/// What a file says on disk now; `None` if it is not there.
fn on_disk(root: &Root, path: &str) -> Result<Option<Document>, StoreError> {
    let content = root.read_file(path, yaml::MAX_BYTES as u64)?;
    Ok(content.map(document))
}

/// Every finding in a catalog, those apart that its baseline records.
pub fn check(catalog: &Catalog, today: Date) -> Compared {
    compare(catalog, check_catalog(catalog, Settings { today }))
}

/// The findings of one file of a catalog, without those that the baseline records.
pub fn check_one(catalog: &Catalog, path: &str, today: Date) -> Vec<Finding> {
    compare(catalog, check_file(catalog, path, Settings { today })).new
}

/// What a rule is called; its code, if there is no such rule.
pub fn rule_title(code: &str) -> Message {
    let title = rule(code).map(|rule| rule.info.read_page().title);
    title.unwrap_or_else(|| Message::same(code))
}

impl Session {
    /// Opens the catalog at a root.
    pub fn open(
        root: Root,
        progress: &(dyn Fn(usize, usize) + Sync),
    ) -> Result<Session, SessionError> {
        let catalog = load(&root, progress)?;
        Ok(Session::whole(root, catalog))
    }

    /// A catalog that was read from a root.
    fn whole(root: Root, catalog: Catalog) -> Session {
        Session {
            root,
            catalog: Arc::new(catalog),
            history: History::default(),
            saved: BTreeMap::new(),
            disputes: BTreeMap::new(),
            shelf: None,
        }
    }

    /// The catalog as it stands now, unsaved changes included.
    pub fn catalog(&self) -> &Arc<Catalog> {
        &self.catalog
    }

    /// The folder it was opened from.
    pub fn root(&self) -> &Root {
        &self.root
    }

    /// Every finding in the catalog as it stands now, those apart that its baseline records.
    pub fn check(&self, today: Date) -> Compared {
        check(&self.catalog, today)
    }

    /// The findings of one file as it stands now, without those that the baseline records.
    pub fn check_file(&self, path: &str, today: Date) -> Vec<Finding> {
        check_one(&self.catalog, path, today)
    }

    /// Carries out intents, all or none, in memory; says which files changed.
    pub fn apply(&mut self, intents: &[Intent]) -> Result<Plan, SessionError> {
        let plan = plan(&self.catalog, intents).map_err(SessionError::Refused)?;
        if !plan.is_empty() {
            self.carry_out(&plan);
            self.history.remember(plan.clone());
        }
        Ok(plan)
    }

    /// Carries out a plan that was worked out on the catalog as it stands now, in memory.
    pub fn carry_plan(&mut self, plan: Plan) {
        if !plan.is_empty() {
            self.carry_out(&plan);
            self.history.remember(plan);
        }
    }

    /// Takes the last change back; `None` if there was none. Refuses where someone else changed the same since.
    pub fn undo(&mut self) -> Result<Option<Plan>, SessionError> {
        let Some(step) = self.history.last_done() else {
            return Ok(None);
        };
        let plan = self.fitted(&step.inverse())?;
        self.history.was_undone(&plan);
        self.carry_out(&plan);
        Ok(Some(plan))
    }

    /// Does again what was taken back last; `None` if nothing was. Refuses as [`Session::undo`] does.
    pub fn redo(&mut self) -> Result<Option<Plan>, SessionError> {
        let Some(step) = self.history.last_undone() else {
            return Ok(None);
        };
        let plan = self.fitted(step)?;
        self.history.was_redone(&plan);
        self.carry_out(&plan);
        Ok(Some(plan))
    }

    fn carry_out(&mut self, plan: &Plan) {
        for change in &plan.changes {
            self.saved
                .entry(change.path.clone())
                .or_insert_with(|| change.before.clone());
        }
        self.put(Arc::new(fix::with(&self.catalog, plan)));
    }

    /// Puts another state of the catalog in place.
    fn put(&mut self, catalog: Arc<Catalog>) {
        self.catalog = catalog;
        self.forget_what_is_settled();
    }

    /// What is changed and not saved, by path.
    pub fn unsaved(&self) -> Vec<FileChange> {
        let saved = self.saved.iter();
        let changes = saved.map(|(path, before)| FileChange {
            path: path.clone(),
            before: before.clone(),
            after: text_of(&self.catalog, path),
        });
        changes.collect()
    }

    /// Refuses if what is unsaved could not all be saved: if someone else changed one of its files.
    pub fn ensure_savable(&self) -> Result<(), SessionError> {
        self.refuse_disputed()?;
        for change in self.unsaved() {
            let (before, after) = (change.before.as_deref(), change.after.as_deref());
            self.root.is_due(&change.path, before, after)?;
        }
        Ok(())
    }

    /// Writes what is unsaved to disk; a file that someone else changed stops it, and what comes before it is
    /// written; one that is disputed is left out, and refused in the end. Files go last, since one may go because
    /// another took its place. Returns how many files were written.
    pub fn save(&mut self) -> Result<usize, SessionError> {
        self.save_while(&|| true)
    }

    /// The same, as long as it shall go on; stopped before every new text is on disk, nothing is written.
    pub fn save_while(
        &mut self,
        goes_on: &(dyn Fn() -> bool + Sync),
    ) -> Result<usize, SessionError> {
        let mut changes = self.unsaved();
        changes.retain(|change| !self.disputes.contains_key(&change.path));
        changes.sort_by_key(|change| change.after.is_none());
        let writes: Vec<Write<'_>> = changes.iter().map(write_of).collect();
        let (done, stopped) = self.root.write_files_while(&writes, goes_on);
        changes.truncate(done);
        for change in &changes {
            self.saved.remove(&change.path);
        }
        stopped?;
        self.refuse_disputed()?;
        Ok(done)
    }
}

fn write_of(change: &FileChange) -> Write<'_> {
    Write {
        path: &change.path,
        before: change.before.as_deref(),
        after: change.after.as_deref(),
    }
}

fn text_of(catalog: &Catalog, path: &str) -> Option<Arc<str>> {
    catalog
        .file(path)
        .map(|file| Arc::clone(file.document().text()))
}

/// Why something does not go so, in words with their places filled.
fn unfit(say: Words, values: &[(&str, &str)]) -> SessionError {
    SessionError::Unfit(say.with(values))
}

impl SessionError {
    /// What went wrong, for a person.
    pub fn message(&self) -> Message {
        match self {
            SessionError::Store(error) => error.message(),
            SessionError::Standard(fault) => Message {
                zh: format!("标准文件有误：{fault}"),
                en: format!("the standard is broken: {fault}"),
            },
            SessionError::Baseline(message) | SessionError::Unfit(message) => message.clone(),
            SessionError::Refused(refused) => Message {
                zh: format!("{}：{}", refused.path, refused.reason.zh),
                en: format!("{}: {}", refused.path, refused.reason.en),
            },
        }
    }

    /// What to do next, if that is known.
    pub fn hint(&self) -> Option<Message> {
        match self {
            SessionError::Store(error) => error.hint(),
            _ => None,
        }
    }
}
