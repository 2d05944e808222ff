//! A new base matter: the next free code, and the file with what every base matter must say.

use crate::catalog::{Catalog, Floor, Law, MainItems};
use crate::change::Intent;
use crate::change::draft::{entry, new_file};
use crate::text::{Message, Words, words};
use crate::yaml::Data;

/// 新基本目录事项: what must be known of a new base matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NewBase<'t> {
    /// Its name.
    pub name: &'t str,
    /// Region, two digits: `00` for the nation.
    pub region: &'t str,
    /// Type, two digits.
    pub kind: &'t str,
    /// Central department, two digits.
    pub department: &'t str,
    /// The levels that exercise it; those of the divisions of the catalog if empty.
    pub levels: &'t [&'t str],
    /// Full title of the law that sets it.
    pub law: &'t str,
    /// Its article.
    pub article: u32,
}

/// The file of a new base matter, under the next free code.
pub fn new_base(catalog: &Catalog, new: &NewBase<'_>) -> Result<Intent, Message> {
    judge_base(catalog, new)?;
    let code = next_code(catalog, new)?;
    let levels = if new.levels.is_empty() {
        levels_of_divisions(catalog)
    } else {
        new.levels.to_vec()
    };
    let basis = Data::Map(vec![
        entry("law", new.law),
        ("article".to_owned(), Data::Int(new.article.into())),
        entry("role", "setting"),
    ]);
    let says = Data::Map(vec![
        entry("code", &code),
        entry("name", new.name),
        entry("type", new.kind),
        entry("department", new.department),
        (
            "levels".to_owned(),
            Data::List(levels.into_iter().map(Data::from).collect()),
        ),
        ("legal_basis".to_owned(), Data::List(vec![basis])),
        ("version".to_owned(), Data::Int(1)),
        entry("status", "1"),
    ]);
    new_file(
        &format!("base/{}/{code}.yaml", new.department),
        new.name,
        says,
    )
}

fn say(words: Words, value: &str) -> Message {
    words.with(&[("value", value)])
}

fn judge_base(catalog: &Catalog, new: &NewBase<'_>) -> Result<(), Message> {
    let standard = &catalog.standard;
    let regions = &standard.tables.coding.regions;
    if new.name.trim().is_empty() {
        return Err(words("名称不能为空", "the name is empty").into());
    }
    if !regions.iter().any(|region| region.code == new.region) {
        return Err(say(
            words(
                "编码表里没有地区“{value}”",
                "the coding table has no region {value}",
            ),
            new.region,
        ));
    }
    if standard.kind(new.kind).is_none() {
        return Err(say(
            words("没有事项类型“{value}”", "there is no type {value}"),
            new.kind,
        ));
    }
    if standard.department(new.department).is_none() {
        return Err(say(
            words(
                "编码表里没有中央部门“{value}”",
                "the coding table has no department {value}",
            ),
            new.department,
        ));
    }
    if let Some(level) = new
        .levels
        .iter()
        .find(|level| standard.level(level).is_none())
    {
        return Err(say(
            words("没有层级“{value}”", "there is no level {value}"),
            level,
        ));
    }
    judge_law(catalog, new)?;
    judge_name(catalog, new)
}

fn judge_law(catalog: &Catalog, new: &NewBase<'_>) -> Result<(), Message> {
    let law = catalog
        .registers
        .law(new.law)
        .ok_or_else(|| unknown_law(catalog, new.law))?;
    let articles = law.versions().next().and_then(|version| version.articles);
    match articles {
        Some(articles) if new.article == 0 || new.article > articles => Err(words(
            "《{law}》只有 {articles} 条，没有第 {article} 条",
            "{law} has {articles} articles, there is no article {article}",
        )
        .with(&[
            ("law", new.law),
            ("articles", &articles.to_string()),
            ("article", &new.article.to_string()),
        ])),
        _ => Ok(()),
    }
}

/// Says which titles hold what was given, since laws are mostly called by a part of their title.
fn unknown_law(catalog: &Catalog, title: &str) -> Message {
    let laws = catalog.registers.laws.iter().map(Law::title);
    let near: Vec<&str> = laws
        .filter(|known| !title.is_empty() && known.contains(title))
        .take(3)
        .collect();
    if near.is_empty() {
        return say(
            words(
                "法律登记簿里没有《{value}》",
                "the law register has no {value}",
            ),
            title,
        );
    }
    words(
        "法律登记簿里没有《{value}》，有《{near}》",
        "the law register has no {value}, but it has {near}",
    )
    .with(&[("value", title), ("near", &near.join("》《"))])
}

fn judge_name(catalog: &Catalog, new: &NewBase<'_>) -> Result<(), Message> {
    let same = catalog.matters().find(|(_, matter)| {
        let name = matter.name().map(|name| name.value);
        matter.floor == Floor::Base && name == Some(new.name)
    });
    match same.and_then(|(_, matter)| matter.code()) {
        Some(code) => Err(say(
            words("同名事项已有：{value}", "{value} has this name already"),
            code.value,
        )),
        None => Ok(()),
    }
}

fn next_code(catalog: &Catalog, new: &NewBase<'_>) -> Result<String, Message> {
    let group = format!("{}{}{}", new.region, new.kind, new.department);
    let next = MainItems::read(catalog).take(&group);
    next.ok_or_else(|| {
        say(
            words(
                "{value} 之下的主项号用完了",
                "{value} has no main item left",
            ),
            &group,
        )
    })
}

/// The levels that the divisions of the catalog have, the highest first.
fn levels_of_divisions(catalog: &Catalog) -> Vec<&str> {
    let divisions = catalog.registers.divisions.iter();
    let mut levels: Vec<&str> = divisions.map(|division| &*division.level).collect();
    levels.sort_unstable();
    levels.dedup();
    levels
}
