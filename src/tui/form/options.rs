//! What there is to choose from for a value.

use crate::catalog::standard::{Form, Named, Schema};
use crate::catalog::{Body, Catalog, Division, Floor, MatterId};
use crate::text::{Message as Saying, Words, words};
use crate::tui::form::law;
use crate::tui::form::meaning::{Register, coded, register, scalar};
use crate::yaml::Path;

/// 可选值: the values to choose from.
#[derive(Clone, Debug, Default)]
pub(crate) struct Choices {
    /// The values, those that may no longer be used at the end.
    pub(crate) options: Vec<Offer>,
    /// Whether another value may be typed in.
    pub(crate) is_open: bool,
    /// What to do if the wanted value is not among them.
    pub(crate) otherwise: Option<Words>,
}

/// 备选: one value to choose.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Offer {
    /// The value.
    pub(crate) value: String,
    /// What a person reads.
    pub(crate) label: Saying,
    /// What tells it from others, in a few words.
    pub(crate) note: Saying,
    /// What else is known of it, in a line.
    pub(crate) detail: Saying,
}

impl Offer {
    /// A value of which there is nothing to say but its name.
    pub(crate) fn plain(value: &str, label: Saying) -> Offer {
        Offer {
            value: value.to_owned(),
            label,
            ..Offer::default()
        }
    }
}

/// What there is to choose from for the value at a path; `None` if it is typed in.
pub(crate) fn choices(catalog: &Catalog, path: &Path, schema: &Schema) -> Option<Choices> {
    match &schema.form {
        Form::Text(form) if !form.choices.is_empty() => {
            let option = |value: &str| Offer::plain(value, scalar(catalog, path, schema, value));
            let choices = form.choices.iter();
            Some(Choices {
                options: choices.map(|choice| option(&choice.value)).collect(),
                ..Choices::default()
            })
        }
        Form::Boolean => Some(Choices {
            options: ["true", "false"]
                .map(|value| Offer::plain(value, scalar(catalog, path, schema, value)))
                .into(),
            ..Choices::default()
        }),
        Form::List { items, .. } => choices(catalog, path, items),
        _ => register(path).map(|register| listed(catalog, register)),
    }
}

/// What a register lists.
fn listed(catalog: &Catalog, register: Register) -> Choices {
    let registers = &catalog.registers;
    let tables = &catalog.standard.tables;
    let options = match register {
        Register::Types => named(&tables.types),
        Register::Departments => named(&tables.coding.departments),
        Register::Divisions => {
            let divisions = registers.divisions.iter();
            divisions.map(|one| division(catalog, one)).collect()
        }
        Register::Bodies => registers
            .bodies
            .iter()
            .map(|one| body(catalog, one))
            .collect(),
        Register::BodyNames => {
            let named = |one| {
                let Offer { label, detail, .. } = body(catalog, one);
                Offer {
                    detail: label,
                    note: detail,
                    ..Offer::plain(&one.name, Saying::same(&one.name))
                }
            };
            registers.bodies.iter().map(named).collect()
        }
        Register::Laws => law::offers(catalog),
        Register::BaseMatters => base_matters(catalog),
    };
    let otherwise = match register {
        Register::Laws => Some(law::HOW_TO_ADD),
        Register::Bodies | Register::BodyNames => Some(words(
            "没有这个实施主体：先登记到 bodies.yaml",
            "no such body: put it into bodies.yaml first",
        )),
        _ => None,
    };
    Choices {
        options,
        is_open: true,
        otherwise,
    }
}

fn named(table: &[Named]) -> Vec<Offer> {
    let offer = |named: &Named| Offer::plain(&named.code, coded(&named.code, &named.name()));
    table.iter().map(offer).collect()
}

fn division(catalog: &Catalog, division: &Division) -> Offer {
    let level = catalog.standard.level(&division.level).map(Named::name);
    Offer {
        note: level.unwrap_or_default(),
        ..Offer::plain(
            &division.code,
            coded(&division.code, &Saying::same(&division.name)),
        )
    }
}

fn body(catalog: &Catalog, body: &Body) -> Offer {
    let division = catalog.registers.division(&body.division);
    let place = division.map_or(&*body.division, |division| &division.name);
    let department = catalog
        .standard
        .department(&body.department)
        .map(Named::name);
    Offer {
        note: Saying::same(place),
        detail: department.unwrap_or_default(),
        ..Offer::plain(&body.code, coded(&body.code, &Saying::same(&body.name)))
    }
}

/// Base matters that are in use, then those that are not.
fn base_matters(catalog: &Catalog) -> Vec<Offer> {
    // By path, base matters come before local ones, of which there may be hundreds of thousands.
    let bases = catalog
        .matters()
        .take_while(|(_, matter)| matter.floor == Floor::Base);
    let (gone, used): (Vec<_>, Vec<_>) = bases
        .map(|(id, _)| id)
        .partition(|id| catalog.matter(*id).is_cancelled());
    let ids = used.into_iter().chain(gone);
    ids.filter_map(|id| base_matter(catalog, id)).collect()
}

fn base_matter(catalog: &Catalog, id: MatterId) -> Option<Offer> {
    let matter = catalog.matter(id);
    let code = matter.code()?.value;
    let name = matter.name().map_or("", |name| name.value);
    let gone = words("已取消", "cancelled");
    let kind = matter
        .text(crate::catalog::Field::Type)
        .and_then(|kind| catalog.standard.kind(kind.value));
    Some(Offer {
        note: match kind {
            _ if matter.is_cancelled() => gone.into(),
            Some(kind) => kind.name(),
            None => Saying::default(),
        },
        ..Offer::plain(code, coded(code, &Saying::same(name)))
    })
}
