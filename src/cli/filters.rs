//! The options that choose differences, the same for every command that takes them.

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ArgMatches};

use crate::catalog::standard::Named;
use crate::catalog::{Catalog, Field, Floor};
use crate::cli::arguments::option;
use crate::cli::call::Call;
use crate::cli::failure::Failure;
use crate::cli::{find, places};
use crate::levels::{Class, Filter, Stand};
use crate::store::Root;
use crate::text::{Lang, Words, words};

const CLASS: Words = words(
    "只看这几类：conflict、looser、extra、missing、wording、tighter",
    "Only these classes: conflict, looser, extra, missing, wording, tighter",
);
const FIELD: Words = words(
    "只看这几个字段，如 promised_limit 或 承诺办结时限",
    "Only these fields, such as promised_limit",
);
const DEPARTMENT: Words = words(
    "只看这几个部门，代码或名称",
    "Only these departments, by code or name",
);
const TYPE: Words = words(
    "只看这几类事项，代码或名称",
    "Only these types, by code or name",
);
const DIVISION: Words = words("只看这几个地区或层级", "Only these divisions or levels");
const STANDING: Words = words(
    "只看待处理 open、已处置 decided 或处置已失效 void 的",
    "Only open ones, decided ones, or those whose decision is void",
);
const NO_FIELD: Words = words("没有字段“{typed}”", "there is no field {typed}");
const NO_DEPARTMENT: Words = words("没有部门“{typed}”", "there is no department {typed}");
const NO_TYPE: Words = words("没有事项类型“{typed}”", "there is no type {typed}");
const NEAR: Words = words("相近的有 {near}", "near ones: {near}");

/// The options.
pub(super) fn options(lang: Lang) -> [Arg; 6] {
    let many = |name, value, help| {
        option(name, value, help, lang)
            .action(ArgAction::Append)
            .value_delimiter(',')
    };
    let classes = Class::all().map(Class::word);
    let stands = Stand::ALL.map(Stand::word);
    [
        many("class", "CLASS", CLASS).value_parser(PossibleValuesParser::new(classes)),
        many("field", "FIELD", FIELD),
        many("department", "CODE", DEPARTMENT),
        many("type", "CODE", TYPE),
        many("division", "PLACE", DIVISION),
        many("standing", "WORD", STANDING).value_parser(PossibleValuesParser::new(stands)),
    ]
}

/// What the options ask for.
pub(super) fn read(matches: &ArgMatches, catalog: &Catalog) -> Result<Filter, Failure> {
    let standard = &catalog.standard;
    let departments = &standard.tables.coding.departments;
    let kinds = &standard.tables.types;
    Ok(Filter {
        classes: typed(matches, "class")
            .filter_map(Class::from_word)
            .collect(),
        fields: typed(matches, "field")
            .map(|typed| field(catalog, typed))
            .collect::<Result<_, _>>()?,
        departments: typed(matches, "department")
            .map(|typed| named(departments, typed, NO_DEPARTMENT))
            .collect::<Result<_, _>>()?,
        kinds: typed(matches, "type")
            .map(|typed| named(kinds, typed, NO_TYPE))
            .collect::<Result<_, _>>()?,
        places: typed(matches, "division")
            .map(|typed| places::scope(catalog, typed))
            .collect::<Result<_, _>>()?,
        stands: typed(matches, "standing")
            .filter_map(Stand::from_word)
            .collect(),
        ..Filter::default()
    })
}

/// The code by which differences of a typed matter are asked for: its base code for a base matter, its own
/// for a local one.
pub(super) fn matter(
    catalog: &Catalog,
    root: &Root,
    call: &Call<'_>,
    typed: &str,
) -> Result<Box<str>, Failure> {
    let id = find::matter(catalog, root, call, typed)?;
    let matter = catalog.matter(id);
    let code = match matter.floor {
        Floor::Base => matter.base_code(),
        Floor::Local => matter.code(),
    };
    Ok(code.map_or(typed, |code| code.value).into())
}

fn typed<'m>(matches: &'m ArgMatches, name: &str) -> impl Iterator<Item = &'m str> {
    let values = matches.get_many::<String>(name);
    values.into_iter().flatten().map(String::as_str)
}

/// The field with this key, or this title.
pub(super) fn field(catalog: &Catalog, typed: &str) -> Result<Field, Failure> {
    let is_titled = |field: &Field| {
        let schema = catalog.standard.field(*field);
        schema.is_some_and(|schema| {
            schema.title.zh == typed || schema.title.en.eq_ignore_ascii_case(typed)
        })
    };
    Field::from_key(typed)
        .or_else(|| Field::all().find(is_titled))
        .ok_or_else(|| unknown(NO_FIELD, typed, Field::all().map(Field::key)))
}

fn named(table: &[Named], typed: &str, none: Words) -> Result<Box<str>, Failure> {
    let is_meant =
        |one: &&Named| one.code == typed || one.zh == typed || one.en.eq_ignore_ascii_case(typed);
    let found = table.iter().find(is_meant);
    let found = found.map(|one| one.code.as_str().into());
    found.ok_or_else(|| unknown(none, typed, table.iter().map(|one| one.zh.as_str())))
}

fn unknown<'n>(words: Words, typed: &str, names: impl Iterator<Item = &'n str>) -> Failure {
    let failure = Failure::new(words.with(&[("typed", typed)]));
    let names: Vec<&str> = names.collect();
    let holding = names.iter().copied().filter(|name| name.contains(typed));
    let mut near: Vec<&str> = holding.take(4).collect();
    if near.is_empty() {
        near = find::near(typed, names.into_iter(), 4);
    }
    if near.is_empty() {
        return failure;
    }
    failure.hint(NEAR.with(&[("near", &near.join(" "))]))
}
