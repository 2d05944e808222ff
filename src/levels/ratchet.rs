//! The ratchet: differences that are there today, so that tomorrow there are no more. It only ever loses
//! entries by itself.

use std::collections::BTreeSet;
use std::fmt::Write;

use serde::Deserialize;

use crate::catalog::Catalog;
use crate::levels::{Departure, counts};

/// 棘轮: the differences that are known, each by its file and field.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ratchet {
    known: BTreeSet<Known>,
}

/// 已知差异: a file below the catalog folder and a field of it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Known {
    /// The file.
    pub path: String,
    /// Key of the field.
    pub field: String,
}

/// 比较结果: what the ratchet sees in a catalog.
#[derive(Debug)]
pub struct Turn<'d, 'c> {
    /// Differences that were not there before.
    pub grown: Vec<&'d Departure<'c>>,
    /// What is known and is not there any more.
    pub gone: Vec<Known>,
    /// The ratchet without what is gone.
    pub next: Ratchet,
}

const HEAD: &str = "# 已知的差异，由 mulu score --ratchet 维护：有新的差异即报错，消失的差异即从此处删去。
# Known differences, kept by mulu score --ratchet: new ones fail, those that are gone are taken out here.
";

impl Ratchet {
    /// The ratchet that knows these differences.
    pub fn of(catalog: &Catalog, departures: &[Departure<'_>]) -> Ratchet {
        let held = departures.iter().filter(|one| is_held(catalog, one));
        Ratchet {
            known: held.map(|one| known(catalog, one)).collect(),
        }
    }

    /// Reads the written form; says what is wrong with it.
    pub fn read(text: &str) -> Result<Ratchet, String> {
        let known: Option<BTreeSet<Known>> =
            serde_yaml::from_str(text).map_err(|error| error.to_string())?;
        Ok(Ratchet {
            known: known.unwrap_or_default(),
        })
    }

    /// The written form: one line for each difference, sorted.
    pub fn text(&self) -> String {
        let mut text = HEAD.to_owned();
        if self.known.is_empty() {
            text += "[]\n";
        }
        for known in &self.known {
            // Paths of the layout and keys of fields need no quotes; anything else gets them.
            let _ = writeln!(text, "- {{path: {:?}, field: {}}}", known.path, known.field);
        }
        text
    }

    /// How many differences it knows.
    pub fn len(&self) -> usize {
        self.known.len()
    }

    /// Whether it knows none.
    pub fn is_empty(&self) -> bool {
        self.known.is_empty()
    }

    /// Compares what is known with what is there.
    pub fn turn<'d, 'c>(&self, catalog: &Catalog, departures: &'d [Departure<'c>]) -> Turn<'d, 'c> {
        let there = Ratchet::of(catalog, departures).known;
        let is_new = |one: &&Departure<'_>| {
            is_held(catalog, one) && !self.known.contains(&known(catalog, one))
        };
        Turn {
            grown: departures.iter().filter(is_new).collect(),
            gone: self.known.difference(&there).cloned().collect(),
            next: Ratchet {
                known: self.known.intersection(&there).cloned().collect(),
            },
        }
    }
}

/// What the standard does not allow and nobody has approved.
fn is_held(catalog: &Catalog, departure: &Departure<'_>) -> bool {
    counts(catalog, departure) && !departure.standing.is_approved()
}

fn known(catalog: &Catalog, departure: &Departure<'_>) -> Known {
    Known {
        path: catalog.matter(departure.lower).file.path.to_string(),
        field: departure.difference.field.key().to_owned(),
    }
}
