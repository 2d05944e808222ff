//! What is changed, as the changes screen lists it: files, and below each its fields with what the next
//! commit takes of them. Made of texts that are at hand; asks neither disk nor git.

mod detail;
mod file;
mod taken;

pub(crate) use detail::{detail, field_rows};
pub(crate) use file::{ChangedField, ChangedFile, Taken, Told};
pub(crate) use taken::proposed;

use std::collections::{BTreeMap, HashSet};

use crate::catalog::standard::Standard;
use crate::change::FileChange;
use crate::change::compare::FieldPath;
use crate::session::Staged;
use crate::text::Message as Saying;
use crate::tui::widgets::{Cursor, Piece};

/// So many files at most are shown with their fields from the start.
const UNFOLDED: usize = 8;

/// 改动: the changes screen.
#[derive(Clone, Debug, Default)]
pub(crate) struct Changes {
    /// What the next commit takes, as git has it.
    pub(crate) staged: Vec<Staged>,
    /// Why git cannot be asked.
    pub(crate) fault: Option<Saying>,
    /// The changed files: those not saved first, then by path.
    pub(crate) files: Vec<ChangedFile>,
    /// The rows that can be seen.
    pub(crate) rows: Vec<ChangeRow>,
    /// The files that are unfolded though they would not be, or folded.
    pub(crate) turned: HashSet<Box<str>>,
    /// Where the cursor is among the rows.
    pub(crate) cursor: Cursor,
    /// The selected row in full, wrapped.
    pub(crate) lines: Vec<Vec<Piece>>,
    /// The first of these lines shown.
    pub(crate) top: usize,
}

/// One row of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ChangeRow {
    /// A file, by its place.
    File(usize),
    /// A field of a file, by the places of both.
    Field(usize, usize),
}

/// What a row stands for, whatever its place.
pub(crate) type RowKey = (Box<str>, Option<FieldPath>);

impl Changes {
    /// Lists anew; what is compared already is not compared again.
    pub(crate) fn refresh(
        &mut self,
        (uncommitted, unsaved): (&[FileChange], &[FileChange]),
        standard: Option<&Standard>,
    ) {
        let here = self.selected();
        let mut known: BTreeMap<Box<str>, ChangedFile> = std::mem::take(&mut self.files)
            .into_iter()
            .map(|file| (file.path.clone(), file))
            .collect();
        let mut files: BTreeMap<Box<str>, ChangedFile> = uncommitted
            .iter()
            .map(|change| (change.path.clone(), ChangedFile::saved(change)))
            .collect();
        for change in unsaved {
            match files.get_mut(&change.path) {
                Some(file) => file.now.clone_from(&change.after),
                None => drop(files.insert(change.path.clone(), ChangedFile::unsaved(change))),
            }
        }
        for staged in &self.staged {
            if let Some(file) = files.get_mut(&staged.path) {
                file.staged = Some(staged.text.clone());
            }
        }
        let old = |file: ChangedFile| match known.remove(&file.path) {
            Some(old) if old.has_texts_of(&file) => old,
            _ => file,
        };
        self.files = files
            .into_values()
            .filter(ChangedFile::is_any)
            .map(old)
            .collect();
        self.files.sort_by_key(|file| !file.is_unsaved());
        self.list(standard);
        self.go_to(here);
    }

    /// The rows, after files or folds have changed.
    pub(crate) fn list(&mut self, standard: Option<&Standard>) {
        let mut rows = Vec::new();
        for place in 0..self.files.len() {
            rows.push(ChangeRow::File(place));
            let is_open = self.is_open(place);
            if let Some(file) = self.files.get_mut(place).filter(|_| is_open) {
                let count = file.fields(standard).len();
                rows.extend((0..count).map(|field| ChangeRow::Field(place, field)));
            }
        }
        self.rows = rows;
    }

    /// Whether a file is shown with its fields.
    pub(crate) fn is_open(&self, place: usize) -> bool {
        let path = self.files.get(place).map(|file| &file.path);
        let is_turned = path.is_some_and(|path| self.turned.contains(path));
        (self.files.len() <= UNFOLDED) != is_turned
    }

    /// The file and the field that a row is of.
    pub(crate) fn at(&self, row: usize) -> Option<(&ChangedFile, Option<&ChangedField>)> {
        match self.rows.get(row)? {
            ChangeRow::File(file) => Some((self.files.get(*file)?, None)),
            ChangeRow::Field(file, field) => {
                let file = self.files.get(*file)?;
                Some((file, file.compared().get(*field)))
            }
        }
    }

    /// The file and the field that the cursor is on.
    pub(crate) fn current(&self) -> Option<(&ChangedFile, Option<&ChangedField>)> {
        self.at(self.cursor.at)
    }

    fn key_at(&self, row: usize) -> Option<RowKey> {
        let (file, field) = self.at(row)?;
        Some((
            file.path.clone(),
            field.map(|field| field.change.path.clone()),
        ))
    }

    /// What the cursor is on.
    pub(crate) fn selected(&self) -> Option<RowKey> {
        self.key_at(self.cursor.at)
    }

    /// Puts the cursor back on what it was on, or near it.
    pub(crate) fn go_to(&mut self, wanted: Option<RowKey>) {
        let Some(wanted) = wanted else { return };
        let rows = 0..self.rows.len();
        let exact = rows
            .clone()
            .find(|row| self.key_at(*row).as_ref() == Some(&wanted));
        // Only where nothing else is left of it, the cursor falls back to the file.
        let file = || {
            let is_file =
                |row: &usize| self.at(*row).is_some_and(|(file, _)| file.path == wanted.0);
            rows.clone().find(is_file)
        };
        if let Some(row) = exact.or_else(file) {
            self.cursor.at = row;
        }
    }

    /// How many files the next commit takes something of.
    pub(crate) fn count_staged(&self) -> usize {
        self.staged.len()
    }
}
