//! Who changed a value last, and the name that a decision is signed with.

use crate::catalog::Field;
use crate::session::Session;
use crate::store::{Git, Revision, Root};
use crate::yaml::{Data, read_bytes};

/// 最近改动: where a value as it stands now comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trace {
    /// From this commit.
    Commit(Revision),
    /// From a change that is not committed yet.
    Uncommitted,
}

/// What last changed the value of a field in the file at a path, whose text is `now`; `None` without git.
pub fn last_change(root: &Root, path: &str, field: Field, now: &str) -> Option<Trace> {
    let git = Git::open(root).ok()?;
    let now = value(now.as_bytes(), field);
    let committed = git.committed(&format!("catalog/{path}"));
    if committed.and_then(|text| value(&text, field)) != now {
        return Some(Trace::Uncommitted);
    }
    let same = |one: &[u8], other: &[u8]| value(one, field) == value(other, field);
    git.last_change(path, &same).map(Trace::Commit)
}

/// The value of a field, however it is written down.
fn value(text: &[u8], field: Field) -> Option<Data> {
    let document = read_bytes(text);
    Some(Data::of(document.root()?.get(field.key())?))
}

/// The name that decisions are signed with: where there are editors, that of the one whose mail address git
/// commits under, and who may approve; else the name that git commits under.
pub fn signer(session: &Session) -> Option<String> {
    let remit = &session.catalog().registers.manifest.remit;
    let email = user_email(session.root()).unwrap_or_default();
    let own = remit.of_email(&email);
    let able = own.iter().find(|editor| !editor.approves.is_empty());
    let editor = able.or(own.first()).map(|editor| editor.name.clone());
    editor.or_else(|| user_name(session.root()))
}

/// The mail address that git commits under in a catalog.
pub fn user_email(root: &Root) -> Option<String> {
    let person = Git::open(root).ok()?.person()?;
    Some(person.email)
}

/// The name that git commits under in a catalog.
pub fn user_name(root: &Root) -> Option<String> {
    Git::open(root).ok()?.user_name()
}
