//! The unified standard as data: the schemas and tables of `schemas/`. The program carries a copy; a
//! catalog with its own files wins, file by file.

mod bundled;
mod schema;
mod tables;

use std::collections::HashMap;
use std::sync::Arc;

pub use bundled::BUNDLED;
pub use schema::{Choice, Form, Format, Schema, SchemaFault, TextForm};
pub use tables::{
    Clause, Coding, Direction, LegalBasis, NameForm, Named, Naming, Need, Numbered, Numbering,
    Policy, PolicyKind, Rank, Setting, SettingRank, Tables, Width, Word,
};

use crate::catalog::standard::schema::Sources;
use crate::catalog::{Field, FileKind};

/// 统一标准: schemas and tables, compiled.
#[derive(Clone, Debug)]
pub struct Standard {
    schemas: HashMap<&'static str, Arc<Schema>>,
    /// The tables beside the schemas.
    pub tables: Tables,
}

/// The schema file for each kind of file.
const SCHEMAS: [&str; 7] = [
    "manifest",
    "divisions",
    "bodies",
    "laws",
    "base-matter",
    "local-matter",
    "bundle",
];

impl Standard {
    /// The copy that the program carries.
    pub fn bundled() -> Result<Standard, SchemaFault> {
        Standard::with_files(&HashMap::new())
    }

    /// The standard with a catalog's own files, by name below `schemas/`, in place of the carried ones.
    pub fn with_files(own: &HashMap<String, String>) -> Result<Standard, SchemaFault> {
        let files = || {
            BUNDLED
                .iter()
                .map(|(name, text)| (*name, own.get(*name).map_or(*text, String::as_str)))
        };
        let sources = Sources::parse(files().filter(|(name, _)| name.ends_with(".schema.json")))?;
        let compile = |name: &&'static str| {
            Ok((
                *name,
                Arc::new(sources.compile(&format!("{name}.schema.json"))?),
            ))
        };
        let table = |wanted: &str| {
            files()
                .find(|(name, _)| *name == wanted)
                .map_or("", |(_, text)| text)
        };
        Ok(Standard {
            schemas: SCHEMAS
                .iter()
                .map(compile)
                .collect::<Result<_, SchemaFault>>()?,
            tables: Tables::read(table)?,
        })
    }

    /// The schema for a kind of file; `None` for a misplaced one.
    pub fn schema(&self, kind: &FileKind) -> Option<&Arc<Schema>> {
        let name = match kind {
            FileKind::Manifest => "manifest",
            FileKind::Divisions => "divisions",
            FileKind::Bodies => "bodies",
            FileKind::Laws => "laws",
            FileKind::Base => "base-matter",
            FileKind::Local => "local-matter",
            FileKind::Bundle => "bundle",
            FileKind::Misplaced => return None,
        };
        self.schemas.get(name)
    }

    /// The policy of a field.
    pub fn policy(&self, field: Field) -> &Policy {
        &self.tables.policies[field as usize]
    }

    /// The schema of a field of a base or local matter; a field that only the other has counts too.
    pub fn field(&self, field: Field) -> Option<&Arc<Schema>> {
        ["local-matter", "base-matter"]
            .iter()
            .find_map(|name| self.schemas.get(name)?.property(field.key()))
    }

    /// The type with this code.
    pub fn kind(&self, code: &str) -> Option<&Named> {
        self.tables.types.iter().find(|named| named.code == code)
    }

    /// The central department with this code.
    pub fn department(&self, code: &str) -> Option<&Named> {
        self.tables
            .coding
            .departments
            .iter()
            .find(|named| named.code == code)
    }

    /// The level with this digit.
    pub fn level(&self, code: &str) -> Option<&Named> {
        self.tables
            .coding
            .levels
            .iter()
            .find(|named| named.code == code)
    }
}
