//! What there is to choose from for a value.

use crate::catalog::standard::{Form, Named, Schema};
use crate::catalog::{Catalog, Floor};
use crate::text::Message as Saying;
use crate::tui::form::meaning::{Register, coded, register, scalar};
use crate::yaml::Path;

/// 可选值: the values to choose from.
#[derive(Clone, Debug, Default)]
pub(crate) struct Choices {
    /// Each value, and what a person reads.
    pub(crate) options: Vec<(String, Saying)>,
    /// Whether another value may be typed in.
    pub(crate) is_open: bool,
}

/// What there is to choose from for the value at a path; `None` if it is typed in.
pub(crate) fn choices(catalog: &Catalog, path: &Path, schema: &Schema) -> Option<Choices> {
    match &schema.form {
        Form::Text(form) if !form.choices.is_empty() => {
            let option = |value: &str| (value.to_owned(), scalar(catalog, path, schema, value));
            Some(Choices {
                options: form
                    .choices
                    .iter()
                    .map(|choice| option(&choice.value))
                    .collect(),
                is_open: false,
            })
        }
        Form::List { items, .. } => choices(catalog, path, items),
        _ => register(path).map(|register| listed(catalog, register)),
    }
}

fn listed(catalog: &Catalog, register: Register) -> Choices {
    let registers = &catalog.registers;
    let tables = &catalog.standard.tables;
    let entry = |code: &str, name: &str| (code.to_owned(), coded(code, &Saying::same(name)));
    let options = match register {
        Register::Types => named(&tables.types),
        Register::Departments => named(&tables.coding.departments),
        Register::Divisions => registers
            .divisions
            .iter()
            .map(|division| entry(&division.code, &division.name))
            .collect(),
        Register::Bodies => registers
            .bodies
            .iter()
            .map(|body| entry(&body.code, &body.name))
            .collect(),
        Register::Laws => registers
            .laws
            .iter()
            .map(|law| (law.title().to_owned(), Saying::same(law.title())))
            .collect(),
        Register::BaseMatters => base_matters(catalog),
    };
    Choices {
        options,
        is_open: true,
    }
}

fn named(table: &[Named]) -> Vec<(String, Saying)> {
    table
        .iter()
        .map(|named| (named.code.clone(), coded(&named.code, &named.name())))
        .collect()
}

fn base_matters(catalog: &Catalog) -> Vec<(String, Saying)> {
    let bases = catalog
        .matters()
        .filter(|(_, matter)| matter.floor == Floor::Base);
    bases
        .filter_map(|(_, matter)| {
            let code = matter.code()?.value;
            let name = matter.name().map_or("", |name| name.value);
            Some((code.to_owned(), coded(code, &Saying::same(name))))
        })
        .collect()
}
