//! A new local matter: a body takes up a base matter, and inherits all that it need not say itself.

use crate::catalog::{Body, Catalog, Field, MatterId};
use crate::change::Intent;
use crate::change::draft::{entry, new_file};
use crate::text::{Message, Words, words};
use crate::yaml::Data;

/// 新实施清单事项: what must be known of a new local matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NewLocal<'t> {
    /// The base matter it takes up.
    pub base: &'t str,
    /// Where it is offered.
    pub division: &'t str,
    /// Credit code of the body; the only body of the department there if not given.
    pub body: Option<&'t str>,
    /// Level; that of the division if not given.
    pub level: Option<&'t str>,
}

/// The file of a new local matter; it inherits all that it need not say itself.
pub fn new_local(catalog: &Catalog, new: &NewLocal<'_>) -> Result<Intent, Message> {
    let base = catalog.base(new.base).ok_or_else(|| {
        say(
            words("基本目录里没有 {value}", "the base catalog has no {value}"),
            new.base,
        )
    })?;
    judge_base(catalog, base, new.base)?;
    let division = catalog.registers.division(new.division).ok_or_else(|| {
        say(
            words(
                "divisions.yaml 里没有地区 {value}",
                "divisions.yaml has no division {value}",
            ),
            new.division,
        )
    })?;
    let level = new.level.unwrap_or(&division.level);
    if catalog.standard.level(level).is_none() {
        return Err(say(
            words("没有层级“{value}”", "there is no level {value}"),
            level,
        ));
    }
    let body = body(catalog, base, new)?;
    let code = format!("{}{level}{}", body.code, new.base);
    if !catalog.by_code(&code).is_empty() {
        return Err(say(
            words("已有实施编码 {value}", "{value} exists already"),
            &code,
        ));
    }
    let says = Data::Map(vec![
        entry("code", &code),
        entry("base_code", new.base),
        entry("level", level),
        entry("division", new.division),
        entry("body", &body.code),
        ("version".to_owned(), Data::Int(1)),
        // Not on offer until its guide is whole.
        entry("status", "2"),
    ]);
    let folder = new.division.get(..6).unwrap_or(new.division);
    let name = catalog.matter(base).name().map_or("", |name| name.value);
    let comment = format!("{} · {name}", division.name);
    new_file(&format!("local/{folder}/{code}.yaml"), &comment, says)
}

/// Nothing new takes up a retired code or a cancelled matter.
fn judge_base(catalog: &Catalog, base: MatterId, code: &str) -> Result<(), Message> {
    let retired = catalog.registers.codes.retired(code);
    match retired.map(|retired| retired.successor.as_deref()) {
        Some(Some(successor)) => Err(words(
            "{value} 已停用，由 {next} 接替",
            "{value} is retired; {next} takes its place",
        )
        .with(&[("value", code), ("next", successor)])),
        Some(None) => Err(say(words("{value} 已停用", "{value} is retired"), code)),
        None if catalog.matter(base).is_cancelled() => {
            Err(say(words("{value} 已取消", "{value} is cancelled"), code))
        }
        None => Ok(()),
    }
}

fn say(words: Words, value: &str) -> Message {
    words.with(&[("value", value)])
}

fn body<'c>(catalog: &'c Catalog, base: MatterId, new: &NewLocal<'_>) -> Result<&'c Body, Message> {
    if let Some(code) = new.body {
        return catalog.registers.body(code).ok_or_else(|| {
            say(
                words(
                    "bodies.yaml 里没有实施主体 {value}",
                    "bodies.yaml has no body {value}",
                ),
                code,
            )
        });
    }
    let department = catalog.matter(base).text(Field::Department);
    let department = department.map_or("", |department| department.value);
    let mut fitting = catalog
        .registers
        .bodies
        .iter()
        .filter(|body| &*body.division == new.division && &*body.department == department);
    match (fitting.next(), fitting.next()) {
        (Some(only), None) => Ok(only),
        (None, _) => Err(say(
            words(
                "该地区没有部门 {value} 的实施主体",
                "the division has no body of department {value}",
            ),
            department,
        )),
        (Some(_), Some(_)) => Err(say(
            words(
                "该地区部门 {value} 的实施主体不止一个，请指明",
                "the division has several bodies of department {value}; name one",
            ),
            department,
        )),
    }
}
