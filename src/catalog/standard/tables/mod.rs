//! The tables beside the schemas, read with serde. A key that no rule reads yet is passed over here and
//! held to its schema by a test.

mod coding;
mod exceptions;
mod exchange;
mod fields;
mod guide;
mod legal_basis;
mod naming;
mod types;
mod widen;
mod word_list;

use serde::Deserialize;

pub use coding::{Coding, CreditCoding, DivisionCoding, InstitutionClass, LookAlike};
pub use exceptions::Exceptions;
pub use exchange::{
    Columns, Defaults, Exchange, Recoding, RecordKind, Titled, Translation, Truths,
};
pub use fields::{Direction, Policy, PolicyKind};
pub use guide::{
    Delivery, FeeBasis, GeneralLimit, Group, Guide, Hours, Immediate, Links, NumberForm, Phones,
    Place, Procedure, ResultForm, StepPart, Vague, Words,
};
pub use legal_basis::{
    Authorisation, Barred, CityLaw, Clause, Delegation, LegalBasis, Rank, RegionNeed, Reserved,
    RulesAlone, Setting, SettingRank, Titles,
};
pub use naming::{LetterMap, NameForm, Naming, Need, Width, Word};
pub use types::{LocalCode, Numbered, Numbering, OwnField};
pub use word_list::WordList;

use crate::catalog::Field;
use crate::catalog::standard::SchemaFault;
use crate::catalog::standard::tables::fields::{FieldsTable, policy};
use crate::catalog::standard::tables::types::TypesTable;
use crate::text::Message;

/// The tables, read.
#[derive(Clone, Debug)]
pub struct Tables {
    /// Policy of each field, in the order of [`Field::all`].
    pub policies: Vec<Policy>,
    /// Types of matter.
    pub types: Vec<Named>,
    /// How other systems number the types.
    pub legacy: Vec<Numbering>,
    /// Fields that only some families of types have.
    pub own_fields: Vec<OwnField>,
    /// Segments of codes and their values.
    pub coding: Coding,
    /// How tables from elsewhere name and write things.
    pub exchange: Exchange,
    /// What a guide must say, and in which words.
    pub guide: Guide,
    /// How long exceptions hold.
    pub exceptions: Exceptions,
    /// Forms and words of names.
    pub naming: Naming,
    /// Ranks of law, and which may set what.
    pub legal_basis: LegalBasis,
}

/// A code with its name in both languages.
#[derive(Clone, Debug, Deserialize)]
pub struct Named {
    /// The code.
    pub code: String,
    /// Name in Chinese.
    pub zh: String,
    /// Name in English.
    pub en: String,
    /// Family of a type: which fields it has; empty for anything else.
    #[serde(default)]
    pub family: String,
    /// Endings of a name that tell a type; empty for anything else.
    #[serde(default)]
    pub telling: Vec<String>,
}

impl Named {
    /// The name in both languages.
    pub fn name(&self) -> Message {
        Message {
            zh: self.zh.clone(),
            en: self.en.clone(),
        }
    }
}

impl Tables {
    /// Reads the tables; `text` gives the text of each by file name.
    pub(super) fn read<'t>(text: impl Fn(&str) -> &'t str) -> Result<Tables, SchemaFault> {
        let fields: FieldsTable = parse("fields.yaml", &text)?;
        let types: TypesTable = parse("types.yaml", &text)?;
        Ok(Tables {
            policies: Field::all().map(|field| policy(&fields, field)).collect(),
            types: types.types,
            legacy: types.legacy,
            own_fields: types.own_fields,
            coding: parse("coding.yaml", &text)?,
            exchange: parse("exchange.yaml", &text)?,
            guide: parse("guide.yaml", &text)?,
            exceptions: parse("exceptions.yaml", &text)?,
            naming: parse("naming.yaml", &text)?,
            legal_basis: parse("legal-basis.yaml", &text)?,
        })
    }
}

fn parse<'t, T: for<'de> Deserialize<'de>>(
    file: &str,
    text: &impl Fn(&str) -> &'t str,
) -> Result<T, SchemaFault> {
    serde_yaml::from_str(text(file)).map_err(|error| SchemaFault {
        file: file.to_owned(),
        reason: error.to_string(),
    })
}
