//! The unified standard as data: the schemas and tables of `schemas/`. The program carries a copy; a
//! catalog with its own files wins, file by file.

mod bundled;
mod format;
mod pattern;
mod schema;
mod tables;

use std::collections::HashMap;
use std::sync::Arc;

pub use bundled::BUNDLED;
pub use format::Format;
pub(crate) use format::day;
pub use pattern::Pattern;
pub use schema::{Choice, Form, Schema, SchemaFault, TextForm};
pub use tables::{
    Authorisation, Barred, CityLaw, Clause, Coding, Columns, CreditCoding, Defaults, Delegation,
    Delivery, Direction, DivisionCoding, Exceptions, Exchange, FeeBasis, GeneralLimit, Group,
    Guide, Hours, Immediate, InstitutionClass, LegalBasis, LetterMap, Links, LocalCode, LookAlike,
    NameForm, Named, Naming, Need, NumberForm, Numbered, Numbering, OwnField, Phones, Place,
    Policy, PolicyKind, Procedure, Rank, Recoding, RecordKind, RegionNeed, Reserved, ResultForm,
    RulesAlone, Setting, SettingRank, StepPart, Tables, Titled, Titles, Translation, Truths, Vague,
    Width, Word, WordList, Words,
};

use crate::catalog::standard::schema::Sources;
use crate::catalog::{Field, FileKind};
use crate::text::Message;

/// 统一标准: schemas and tables, compiled.
#[derive(Clone, Debug)]
pub struct Standard {
    /// The schema of each kind of file, in the order of the kinds.
    schemas: Vec<Arc<Schema>>,
    /// The schema of each field, in the order of the fields.
    fields: Vec<Option<Arc<Schema>>>,
    /// The fields that may not differ freely.
    bound: Vec<Field>,
    /// The fields that the record in effect must have, of some types at least.
    required: Vec<Field>,
    /// The tables beside the schemas.
    pub tables: Tables,
}

/// The schema file for each kind of file, in the order of the kinds.
const SCHEMAS: [&str; 8] = [
    "manifest",
    "divisions",
    "bodies",
    "laws",
    "base-matter",
    "local-matter",
    "bundle",
    "baseline",
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
        // The schemas of the tables themselves are for those who edit tables.
        let is_schema = |name: &str| name.ends_with(".schema.json") && !name.contains('/');
        let sources = Sources::parse(files().filter(|(name, _)| is_schema(name)))?;
        let compile = |name: &&str| {
            sources
                .compile(&format!("{name}.schema.json"))
                .map(Arc::new)
        };
        let schemas: Vec<Arc<Schema>> = SCHEMAS.iter().map(compile).collect::<Result<_, _>>()?;
        let table = |wanted: &str| {
            files()
                .find(|(name, _)| *name == wanted)
                .map_or("", |(_, text)| text)
        };
        let tables = Tables::read(table)?;
        let of_policy = |is_so: fn(&Policy) -> bool| {
            let all = Field::all().zip(&tables.policies);
            all.filter(|(_, policy)| is_so(policy))
                .map(|(field, _)| field)
                .collect()
        };
        Ok(Standard {
            bound: of_policy(|policy| policy.kind != PolicyKind::Free),
            required: of_policy(|policy| policy.required),
            fields: Field::all()
                .map(|field| of_field(&schemas, field))
                .collect(),
            schemas,
            tables,
        })
    }

    /// The schema for a kind of file; `None` for a misplaced one.
    pub fn schema(&self, kind: FileKind) -> Option<&Arc<Schema>> {
        self.schemas.get(kind as usize)
    }

    /// The policy of a field.
    pub fn policy(&self, field: Field) -> &Policy {
        &self.tables.policies[field as usize]
    }

    /// The fields that may not differ freely, in their order.
    pub fn bound_fields(&self) -> impl Iterator<Item = Field> {
        self.bound.iter().copied()
    }

    /// The fields that the record in effect must have, of some types at least, in their order.
    pub fn required_fields(&self) -> impl Iterator<Item = Field> {
        self.required.iter().copied()
    }

    /// The schema of a field of a base or local matter; a field that only the other has counts too.
    pub fn field(&self, field: Field) -> Option<&Arc<Schema>> {
        self.fields.get(field as usize)?.as_ref()
    }

    /// What a field is called; its key, if the schemas do not have it.
    pub fn title(&self, field: Field) -> Message {
        let schema = self.field(field);
        schema.map_or_else(|| Message::same(field.key()), |schema| schema.title.clone())
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

fn of_field(schemas: &[Arc<Schema>], field: Field) -> Option<Arc<Schema>> {
    let of_matters = [FileKind::Local, FileKind::Base].into_iter();
    let mut found = of_matters.filter_map(|kind| schemas.get(kind as usize)?.property(field.key()));
    found.next().cloned()
}
