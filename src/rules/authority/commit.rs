//! What a commit changes, and how its author and those who may are told.

use std::sync::Arc;

use jiff::civil::Date;

use crate::catalog::{
    Area, Author, Belonging, Editor, File, Remit, Ruling, Signature, Touch, rulings, touches,
};
use crate::rules::Report;
use crate::text::Span;

/// 提交: a commit that is judged by the manifest of the branch it is to go to.
#[derive(Clone, Debug, Default)]
pub struct Commit {
    /// The start of its id; `None` for what is yet to be committed.
    pub id: Option<String>,
    /// Who made it.
    pub author: Author,
    /// What it changes itself.
    pub changes: Vec<Changed>,
}

/// 提交改动: one file that a commit changes.
#[derive(Clone, Debug)]
pub struct Changed {
    /// Path below the catalog's root: `catalog/…` or `schemas/…`.
    pub path: String,
    /// The file before, if it is one that the catalog reads.
    pub before: Option<Arc<File>>,
    /// The file after.
    pub after: Option<Arc<File>>,
}

/// So many names are told, and how many more there are.
const MOST_NAMES: usize = 3;

impl Commit {
    /// The entries whose lines count: those whose key signed, where that is asked, else also those with the mail
    /// address.
    pub(super) fn people<'r>(
        &self,
        is_signed: bool,
        remit: &'r Remit,
        today: Date,
    ) -> Vec<&'r Editor> {
        let sure = self.author.signers(remit, today);
        if is_signed && !sure.is_empty() {
            return sure;
        }
        self.author.editors(remit, today)
    }

    /// Whether it is not made yet, and so cannot be signed.
    pub(super) fn is_pending(&self) -> bool {
        self.id.is_none()
    }

    /// Whether it may yet be signed with the key of someone who has no mail address here.
    pub(super) fn may_be_anyone(&self, remit: &Remit) -> bool {
        let by_key_only = |editor: &Editor| editor.emails.is_empty() && !editor.keys.is_empty();
        self.is_pending()
            && self.author.signature == Signature::Unseen
            && remit.editors.iter().any(by_key_only)
    }

    /// The commit with its author, in both languages.
    pub(super) fn told(&self) -> (String, String) {
        let author = format!("{} <{}>", self.author.name, self.author.email);
        match &self.id {
            Some(id) if self.author.email.is_empty() && self.author.name.is_empty() => (
                format!("退回到 {id} 的推送"),
                format!("a push that goes back to {id}"),
            ),
            Some(id) => (
                format!("提交 {id}（{author}）"),
                format!("commit {id} by {author}"),
            ),
            None => (
                format!("将要提交的改动（{author}）"),
                format!("what is to be committed by {author}"),
            ),
        }
    }
}

impl Changed {
    /// What it touches. A file that the catalog does not read is touched as a whole.
    pub(super) fn touches(&self) -> Vec<Touch> {
        if self.before.is_some() || self.after.is_some() {
            return touches(self.before.as_ref(), self.after.as_ref());
        }
        let area = match self.path.split_once('/') {
            Some(("schemas", _)) => Area::Schemas,
            _ => Area::Other,
        };
        vec![Touch {
            belonging: Belonging::of_area(area),
            span: Span::at(0),
            is_ruling: false,
        }]
    }

    /// What is approved in it that was not before.
    pub(super) fn new_rulings(&self) -> Vec<Ruling<'_>> {
        let mut known = self.before.as_deref().map(rulings).unwrap_or_default();
        let mut new = self.after.as_deref().map(rulings).unwrap_or_default();
        new.retain(|ruling| {
            let place = known.iter().position(|known| known.data == ruling.data);
            place.map(|place| known.swap_remove(place)).is_none()
        });
        new
    }

    /// The file where it is told; the manifest for a file that the catalog does not read.
    pub(super) fn place(&self, report: &Report<'_>) -> Arc<File> {
        let own = self.after.as_ref().or(self.before.as_ref());
        Arc::clone(own.unwrap_or(report.file()))
    }

    /// Whether it is told at the manifest.
    pub(super) fn is_elsewhere(&self) -> bool {
        self.before.is_none() && self.after.is_none()
    }
}

/// The names of some entries, in both languages.
pub(super) fn named(editors: &[&Editor]) -> (String, String) {
    let names: Vec<&str> = editors
        .iter()
        .map(|editor| &*editor.name)
        .take(MOST_NAMES)
        .collect();
    match editors.len() {
        0 => ("没有人".to_owned(), "nobody".to_owned()),
        count if count > MOST_NAMES => (
            format!("{}等 {count} 个", names.join("、")),
            format!("{} and {} more", names.join(", "), count - MOST_NAMES),
        ),
        _ => (names.join("、"), names.join(", ")),
    }
}
