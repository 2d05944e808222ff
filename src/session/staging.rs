//! What differs from the last commit, what the next one takes of it, and the commit itself. What is taken is
//! chosen file by file or field by field, and lies in the index of git for every other program to see.

use std::sync::Arc;

use crate::catalog::FileKind;
use crate::catalog::standard::{Schema, Standard};
use crate::change::FileChange;
use crate::change::compare::{Comparison, says_the_same};
use crate::change::compare::{FieldChange, FieldPath, Untaken, compare, take};
use crate::session::SessionError;
use crate::store::{
    Audience, Content, FileState, Git, Made, Program, Revision, Root, Staging, Take, read_text,
};
use crate::text::{Message, words};
use crate::yaml::{self, Data, Document};

/// 未提交: what differs from the last commit.
#[derive(Clone, Debug, Default)]
pub struct Uncommitted {
    /// The files on disk with their texts then and now: those of the catalog by their paths below it, those
    /// of the standard as `schemas/…`.
    pub changes: Vec<FileChange>,
    /// What the next commit takes.
    pub staged: Vec<Staged>,
    /// The branch; `None` if there is none.
    pub branch: Option<String>,
    /// What is under way in git: `merge`, `rebase` and the like.
    pub underway: Option<&'static str>,
    states: Vec<FileState>,
}

/// 暂存文件: a file of which the next commit takes something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Staged {
    /// The file.
    pub path: Box<str>,
    /// Its text in the next commit; `None` if it will be gone.
    pub text: Option<Arc<str>>,
}

/// 份额: what of the changes is meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Portion {
    /// Everything.
    All,
    /// One file as a whole.
    File(Box<str>),
    /// Some fields of a file.
    Fields(Box<str>, Vec<FieldPath>),
}

/// What differs from the last commit. Outside git that is nothing.
pub fn uncommitted(root: &Root) -> Result<Uncommitted, SessionError> {
    let git = Git::open(root)?;
    let mut found = Uncommitted {
        branch: git.branch().filter(|_| !git.is_detached()),
        underway: git.underway(),
        ..Uncommitted::default()
    };
    found.states = git.states()?;
    for state in &found.states {
        let path: Box<str> = inner(&state.path).into();
        if state.is_staged {
            found.staged.push(Staged {
                path: path.clone(),
                text: git.staged(&state.path).map(|bytes| lossy(&bytes)),
            });
        }
        found.changes.push(FileChange {
            after: on_disk(root, state, &path),
            before: git.committed(&state.path).map(|bytes| lossy(&bytes)),
            path,
        });
    }
    Ok(found)
}

impl Uncommitted {
    /// What the next commit takes: what is staged, or else everything.
    pub fn due(&self) -> Vec<FileChange> {
        if self.staged.is_empty() {
            return self.changes.clone();
        }
        staged_changes(&self.staged, &self.changes)
    }
}

/// The files from the last commit to what is staged of them; `changes` begin at the last commit.
pub fn staged_changes(staged: &[Staged], changes: &[FileChange]) -> Vec<FileChange> {
    let committed = |path: &str| {
        let known = changes.iter().find(|change| *change.path == *path);
        known.and_then(|change| change.before.clone())
    };
    let of = |staged: &Staged| FileChange {
        path: staged.path.clone(),
        before: committed(&staged.path),
        after: staged.text.clone(),
    };
    staged.iter().map(of).collect()
}

/// Lets the next commit take a portion of what lies on disk.
pub fn stage(root: &Root, standard: &Standard, portion: &Portion) -> Result<(), SessionError> {
    put(root, standard, portion, Way::In)
}

/// Lets the next commit leave a portion out; on disk it stays.
pub fn unstage(root: &Root, standard: &Standard, portion: &Portion) -> Result<(), SessionError> {
    put(root, standard, portion, Way::Out)
}

/// What the next commit takes of one file; `None` if that is nothing.
pub fn staged(root: &Root, path: &str) -> Result<Option<Staged>, SessionError> {
    let git = Git::open(root)?;
    let outer = outer(path);
    let staged = git.staged(&outer);
    let is_staged = staged != git.committed(&outer);
    Ok(is_staged.then(|| Staged {
        path: path.into(),
        text: staged.map(|bytes| lossy(&bytes)),
    }))
}

/// Commits what is staged; if nothing is, every saved file that differs: through git where it is installed.
pub fn commit(root: &Root, message: &str, audience: Audience<'_>) -> Result<Made, SessionError> {
    let git = Git::open(root)?;
    make((root, &git), (Take::Due, &git.states()?), message, audience)
}

/// The same, of what was found just now, so that the work tree is not looked at once more.
pub fn commit_found(
    root: &Root,
    found: &Uncommitted,
    message: &str,
    audience: Audience<'_>,
) -> Result<Made, SessionError> {
    let git = Git::open(root)?;
    make((root, &git), (Take::Due, &found.states), message, audience)
}

/// The last commit with its whole message, if it may be made anew.
pub fn amendable(root: &Root) -> Result<(Revision, String), SessionError> {
    Ok(Git::open(root)?.amendable()?)
}

/// Makes the last commit anew, with what is staged and this message.
pub fn amend(root: &Root, message: &str, audience: Audience<'_>) -> Result<Made, SessionError> {
    let git = Git::open(root)?;
    make(
        (root, &git),
        (Take::Again, &git.states()?),
        message,
        audience,
    )
}

fn make(
    (root, git): (&Root, &Git),
    take: (Take, &[FileState]),
    message: &str,
    audience: Audience<'_>,
) -> Result<Made, SessionError> {
    let program = Program::find(root, audience);
    Ok(git.make(take, message, program.as_ref())?)
}

/// Whether commits go to no branch, and would be lost by leaving them.
pub fn is_detached(root: &Root) -> bool {
    Git::open(root).is_ok_and(|git| git.is_detached())
}

/// The schema for a file by its path.
pub fn schema_of<'s>(standard: &'s Standard, path: &str) -> Option<&'s Schema> {
    standard.schema(FileKind::of(path)).map(AsRef::as_ref)
}

/// Into the next commit or out of it.
#[derive(Clone, Copy)]
enum Way {
    In,
    Out,
}

fn put(root: &Root, standard: &Standard, portion: &Portion, way: Way) -> Result<(), SessionError> {
    let git = Git::open(root)?;
    let whole = match way {
        Way::In => Staging::AsOnDisk,
        Way::Out => Staging::AsCommitted,
    };
    match portion {
        Portion::File(path) => Ok(git.stage(&[(&outer(path), whole)])?),
        Portion::All => {
            let states = git.states()?;
            let files = states.iter().map(|state| (&*state.path, whole.clone()));
            Ok(git.stage(&files.collect::<Vec<_>>())?)
        }
        Portion::Fields(path, fields) => {
            let path = outer(path);
            let schema = schema_of(standard, inner(&path));
            let now = git.staged(&path).map(|bytes| yaml::read_bytes(&bytes));
            let wanted = match way {
                Way::In => disk(root, inner(&path)),
                Way::Out => git.committed(&path).map(|bytes| yaml::read_bytes(&bytes)),
            };
            let (Some(now), Some(wanted)) = (now, wanted) else {
                return Ok(git.stage(&[(&path, whole)])?);
            };
            let text = nearer(&now, &wanted, fields, schema).map_err(|why| refused(&path, &why))?;
            let staging = text.as_deref().map_or(whole, Staging::Text);
            Ok(git.stage(&[(&path, staging)])?)
        }
    }
}

/// The text with some fields as another one has them; `None` if it then says all that the other says, so
/// that the other's comments and layout come along with the last field.
fn nearer(
    now: &Document,
    wanted: &Document,
    fields: &[FieldPath],
    schema: Option<&Schema>,
) -> Result<Option<Arc<str>>, Untaken> {
    let Comparison::Fields(changes) = compare(now, wanted, schema) else {
        return Ok(None);
    };
    let is_meant = |change: &&FieldChange| fields.iter().any(|field| field.touches(&change.path));
    let chosen: Vec<&FieldChange> = changes.iter().filter(is_meant).collect();
    let text = take(now, &chosen, schema)?;
    let said = |document: &Document| document.root().map_or(Data::Empty, Data::of);
    let is_all = says_the_same(&said(&yaml::read(Arc::clone(&text))), &said(wanted));
    Ok((!is_all).then_some(text))
}

fn refused(path: &str, why: &Untaken) -> SessionError {
    let why = why.message();
    let say = words(
        "{path} 的这一项不能单独列入：{why}；可列入整个文件",
        "this field of {path} cannot be staged alone: {why}; stage the whole file",
    );
    let in_lang = |why: &str| say.with(&[("path", path), ("why", why)]);
    SessionError::Unfit(Message {
        zh: in_lang(&why.zh).zh,
        en: in_lang(&why.en).en,
    })
}

/// The path below the root of a file that is called by its path below the catalog.
fn outer(path: &str) -> String {
    if path.starts_with("schemas/") {
        return path.to_owned();
    }
    format!("catalog/{path}")
}

fn inner(path: &str) -> &str {
    path.strip_prefix("catalog/").unwrap_or(path)
}

fn disk(root: &Root, path: &str) -> Option<Document> {
    match root.read_file(path, yaml::MAX_BYTES as u64) {
        Ok(Some(Content::Bytes(bytes))) => Some(yaml::read_bytes(&bytes)),
        _ => None,
    }
}

fn on_disk(root: &Root, state: &FileState, path: &str) -> Option<Arc<str>> {
    if state.path.starts_with("schemas/") {
        let text = read_text(&root.path().join(&state.path)).ok()??;
        return Some(text.unwrap_or_default().into());
    }
    match root.read_file(path, yaml::MAX_BYTES as u64) {
        Ok(Some(Content::Bytes(bytes))) => Some(lossy(&bytes)),
        _ => None,
    }
}

fn lossy(bytes: &[u8]) -> Arc<str> {
    String::from_utf8_lossy(bytes).into()
}
