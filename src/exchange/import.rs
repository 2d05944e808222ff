//! Tables in: every row becomes part of a change, says what is so already, or is rejected with its reason.

use std::collections::{HashMap, HashSet};

use rayon::prelude::*;

use crate::catalog::Catalog;
use crate::change::{FileChange, Intent, Plan, plan};
use crate::exchange::head::{labels, rows};
use crate::exchange::intents::intents;
use crate::exchange::known::Known;
use crate::exchange::merge::{Merged, merge};
use crate::exchange::names::Names;
use crate::exchange::parse::{Codes, Parser};
use crate::exchange::reason::Reason;
use crate::exchange::record::{Bound, Row, Rows};
use crate::exchange::{Mapping, Progress, Table, TableMapping};
use crate::text::{Message, Words, words};
use crate::yaml::Data;

/// 导入: what the tables would change, and which rows cannot be taken.
#[derive(Clone, Debug, Default)]
pub struct Import {
    /// The files before and after.
    pub plan: Plan,
    /// The rows that are not taken, in the order of the tables.
    pub rejects: Vec<Reject>,
    /// What becomes of the rows.
    pub tally: Tally,
}

/// 去向: how many rows became what; together they are all rows that say anything.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Rows that say anything.
    pub rows: usize,
    /// Rows of new records.
    pub new: usize,
    /// Rows that change a record.
    pub changed: usize,
    /// Rows that say what is so already.
    pub same: usize,
    /// Rows that say what a row above says.
    pub repeated: usize,
    /// Rows that are rejected.
    pub rejected: usize,
    /// New local matters that are filed under a local code.
    pub unlinked: usize,
}

/// 拒收: a row that is not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reject {
    /// Its table, by its place in the file.
    pub table: usize,
    /// The mapping of that table, by its place.
    pub mapping: usize,
    /// The row, from 0 in the table.
    pub row: usize,
    /// Why.
    pub reason: Message,
}

const NO_SHEET: Words = words("没有工作表“{name}”", "there is no sheet {name}");
const NO_COLUMN: Words = words("表中没有“{name}”这一列", "the table has no column {name}");
const NO_FIELD: Words = words("没有字段“{name}”", "there is no field {name}");
const NO_CODES: Words = words("没有换算表“{name}”", "there is no table of codes {name}");

const TWICE: Words = words(
    "另一张表已改动这个文件，请分两次导入",
    "another table changes this file already; import them one after the other",
);

/// So many rows are worked on between two looks at whether to go on.
const AT_A_TIME: usize = 2048;

/// Works out what the tables would do to a catalog; `None` if it was stopped. Tables that refer to each
/// other's records are taken in one go: what is new in one is not yet known by the other.
pub fn import(
    catalog: &Catalog,
    tables: &[Table],
    mapping: &Mapping,
    progress: Progress<'_>,
) -> Result<Option<Import>, Message> {
    let (mut import, mut taken) = (Import::default(), HashSet::new());
    for (number, of) in mapping.tables.iter().enumerate() {
        let (place, table) = find(tables, of)?;
        let columns = bind(catalog, table, of)?;
        let known = Known::of(catalog, of.kind);
        let parser = Parser { catalog };
        let rows = Rows {
            parser,
            defaults: &defaults(parser, of)?,
            known: &known,
            table,
            mapping: of,
            columns: &columns,
        };
        let mut taking = Taking {
            import: &mut import,
            taken: &mut taken,
            rows: &rows,
            at: (place, number),
        };
        if taking.take(progress).is_none() {
            return Ok(None);
        }
    }
    import
        .rejects
        .sort_by_key(|reject| (reject.mapping, reject.row));
    import.tally.rejected = import.rejects.len();
    Ok(Some(import))
}

fn find<'t>(tables: &'t [Table], of: &TableMapping) -> Result<(usize, &'t Table), Message> {
    let mut numbered = tables.iter().enumerate();
    let found = match &of.sheet {
        None => numbered.next(),
        Some(name) => numbered.find(|(_, table)| table.name == *name),
    };
    let name = of.sheet.as_deref().unwrap_or_default();
    found.ok_or_else(|| NO_SHEET.with(&[("name", name)]))
}

fn bind(catalog: &Catalog, table: &Table, of: &TableMapping) -> Result<Vec<Bound>, Message> {
    let names = Names::of(&catalog.standard, of.kind);
    let labels = labels(table, of.head);
    let say = |words: Words, name: &str| words.with(&[("name", name)]);
    let mut bound = Vec::new();
    for assigned in &of.columns {
        let Some(field) = assigned.field.as_deref().filter(|field| !field.is_empty()) else {
            continue;
        };
        let place = labels.iter().position(|label| *label == assigned.column);
        let column = names
            .place(field)
            .and_then(|place| names.columns.get(place));
        let codes = assigned
            .codes
            .as_deref()
            .map(|id| Codes::of(&catalog.standard, id).ok_or_else(|| say(NO_CODES, id)));
        bound.push(Bound {
            place: place.ok_or_else(|| say(NO_COLUMN, &assigned.column))?,
            name: assigned.column.clone(),
            column: column.ok_or_else(|| say(NO_FIELD, field))?.clone(),
            codes: codes.transpose()?,
        });
    }
    Ok(bound)
}

/// The values that new records get.
fn defaults(parser: Parser<'_>, of: &TableMapping) -> Result<Vec<(String, Data)>, Message> {
    let names = Names::of(parser.standard(), of.kind);
    let value = |(key, value): (&String, &String)| {
        let column = names.place(key).and_then(|place| names.columns.get(place));
        let column = column.ok_or_else(|| NO_FIELD.with(&[("name", key)]))?;
        Ok((key.clone(), parser.text(value, column, None)?))
    };
    of.defaults.iter().map(value).collect()
}

/// One table being taken in.
struct Taking<'i, 'c, 't> {
    import: &'i mut Import,
    /// The files that change already.
    taken: &'i mut HashSet<Box<str>>,
    rows: &'i Rows<'c, 't>,
    /// The table, and its mapping.
    at: (usize, usize),
}

impl<'c> Taking<'_, 'c, '_> {
    fn take(&mut self, progress: Progress<'_>) -> Option<()> {
        let table = self.rows.table;
        let first = rows(table, self.rows.mapping.head).end;
        let said: Vec<usize> = (first..table.rows.len())
            .filter(|row| !table.is_blank(*row))
            .collect();
        self.import.tally.rows += said.len();
        let read = self.read(&said, progress)?;
        let (merged, refused, repeated) = merge(self.rows, read);
        self.import.tally.repeated += repeated;
        self.reject(refused);
        let works = self.works(&merged);
        self.plan(&works, progress)
    }

    fn read(&mut self, said: &[usize], progress: Progress<'_>) -> Option<Vec<Row<'c>>> {
        let mut read = Vec::with_capacity(said.len());
        for (chunk, some) in said.chunks(AT_A_TIME).enumerate() {
            if !progress(chunk * AT_A_TIME, said.len() * 2) {
                return None;
            }
            let judged: Vec<_> = some
                .par_iter()
                .map(|row| self.rows.read(*row).map_err(|reason| (*row, reason)))
                .collect();
            let mut refused = Vec::new();
            for row in judged {
                match row {
                    Ok(row) => read.push(row),
                    Err(why) => refused.push(why),
                }
            }
            self.reject(refused);
        }
        Some(read)
    }

    fn reject(&mut self, refused: Vec<(usize, Reason)>) {
        let (table, mapping) = self.at;
        let reject = |(row, reason)| Reject {
            table,
            mapping,
            row,
            reason,
        };
        self.import.rejects.extend(refused.into_iter().map(reject));
    }

    /// What is to be done, file by file; several records may stand in one.
    fn works(&mut self, merged: &[Merged<'c>]) -> Vec<Work> {
        let catalog = self.rows.parser.catalog;
        let planned: Vec<_> = merged
            .par_iter()
            .map(|merged| {
                let wanted = merged.wanted(self.rows)?;
                intents(catalog, self.rows.known, &wanted)
            })
            .collect();
        let mut works: Vec<Work> = Vec::new();
        let mut by_path = HashMap::new();
        for (merged, intents) in merged.iter().zip(planned) {
            let intents = match intents {
                Ok(intents) => intents,
                Err(reason) => {
                    self.reject(
                        merged
                            .rows
                            .iter()
                            .map(|row| (*row, reason.clone()))
                            .collect(),
                    );
                    continue;
                }
            };
            let Some(path) = intents
                .first()
                .map(|intent| Box::<str>::from(intent.path()))
            else {
                self.import.tally.same += merged.rows.len();
                continue;
            };
            let place = *by_path.entry(path).or_insert_with(|| {
                works.push(Work::default());
                works.len() - 1
            });
            if let Some(work) = works.get_mut(place) {
                work.add(merged, intents);
            }
        }
        works
    }

    fn plan(&mut self, works: &[Work], progress: Progress<'_>) -> Option<()> {
        let (all, mut done) = (works.len(), 0);
        for some in works.chunks(AT_A_TIME) {
            if !progress(all + done, all * 2) {
                return None;
            }
            done += some.len();
            let catalog = self.rows.parser.catalog;
            let planned: Vec<_> = some
                .par_iter()
                .map(|work| plan(catalog, &work.intents))
                .collect();
            for (work, planned) in some.iter().zip(planned) {
                match planned {
                    Ok(plan) => self.count(work, plan.changes),
                    Err(refused) => {
                        let rows = work.new.iter().chain(&work.changed);
                        let refused = rows.map(|row| (*row, refused.reason.clone()));
                        self.reject(refused.collect());
                    }
                }
            }
        }
        Some(())
    }

    fn count(&mut self, work: &Work, changes: Vec<FileChange>) {
        let tally = &mut self.import.tally;
        if changes.is_empty() {
            tally.same += work.new.len() + work.changed.len();
            return;
        }
        if changes
            .iter()
            .any(|change| self.taken.contains(&change.path))
        {
            let rows = work.new.iter().chain(&work.changed);
            return self.reject(rows.map(|row| (*row, TWICE.into())).collect());
        }
        self.taken
            .extend(changes.iter().map(|change| change.path.clone()));
        tally.new += work.new.len();
        tally.changed += work.changed.len();
        tally.unlinked += work.unlinked;
        self.import.plan.changes.extend(changes);
    }
}

/// What is to be done to one file.
#[derive(Default)]
struct Work {
    intents: Vec<Intent>,
    /// The rows of new records.
    new: Vec<usize>,
    /// The rows of records that change.
    changed: Vec<usize>,
    unlinked: usize,
}

impl Work {
    fn add(&mut self, merged: &Merged<'_>, intents: Vec<Intent>) {
        let rows = if merged.place.is_some() {
            &mut self.changed
        } else {
            self.unlinked += usize::from(merged.is_unlinked);
            &mut self.new
        };
        rows.extend(&merged.rows);
        self.intents.extend(intents);
    }
}
