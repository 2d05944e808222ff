//! `mulu new`: a new matter under the next free code.

use clap::{Arg, ArgMatches, Command};

use crate::catalog::{Catalog, Field};
use crate::change::{Intent, NewBase, NewLocal, new_base, new_local};
use crate::cli::arguments::{option, text, whole};
use crate::cli::call::Call;
use crate::cli::failure::Failure;
use crate::cli::{Exit, afterwards};
use crate::session::Session;
use crate::text::{Lang, Words, words};

const ABOUT: Words = words("新增一个事项", "Add a matter");
const BASE: Words = words(
    "在基本目录新增一个事项，编码顺次取下一个",
    "Add a base matter under the next free code",
);
const LOCAL: Words = words(
    "让一个实施主体认领基本目录里的一个事项",
    "Let a body take up a base matter",
);
const NAME: Words = words("事项名称", "Name");
const TYPE: Words = words(
    "事项类型，两位，如 01（见 schemas/types.yaml）",
    "Type, two digits, such as 01 (see schemas/types.yaml)",
);
const DEPARTMENT: Words = words(
    "中央业务指导部门，两位（见 schemas/coding.yaml）",
    "Central department, two digits (see schemas/coding.yaml)",
);
const REGION: Words = words(
    "地区，两位；默认 00，全国通用",
    "Region, two digits; by default 00, the nation",
);
const LEVELS: Words = words(
    "行使层级，如 3,4；默认为目录里的各级",
    "Levels, such as 3,4; by default those of the divisions",
);
const LAW: Words = words(
    "设定依据的全称，不加书名号",
    "Full title of the law that sets it",
);
const ARTICLE: Words = words("第几条", "Number of the article");
const CODE: Words = words("要认领的基本编码", "Base code of the matter taken up");
const DIVISION: Words = words("在哪里办，区划代码", "Where it is offered: a division code");
const BODY: Words = words(
    "实施主体的信用代码；该地区只有一个对口部门时可以不写",
    "Credit code of the body; not needed if the division has one body of the department",
);
const LEVEL: Words = words(
    "行使层级，一位；默认为该地区的层级",
    "Level, one digit; by default that of the division",
);

const DRAFT: Words = words(
    "状态是暂停，还不对外。补齐办事指南后改为在用，再检查缺什么：mulu set {code} status 1",
    "It is suspended, not on offer yet. Once its guide is written, put it in use and see what is missing: mulu set {code} status 1",
);

pub(super) fn command(lang: Lang) -> Command {
    let usage = |what: &'static str| match lang {
        Lang::Zh => format!("mulu new {what} [选项]"),
        Lang::En => format!("mulu new {what} [OPTIONS]"),
    };
    let needed = |name, value, help| option(name, value, help, lang).required(true);
    let base = Command::new("base")
        .about(BASE.of(lang))
        .override_usage(usage(
            "base --name NAME --type NN --department NN --law TITLE --article N",
        ))
        .args([
            needed("name", "NAME", NAME),
            needed("type", "NN", TYPE),
            needed("department", "NN", DEPARTMENT),
            needed("law", "TITLE", LAW),
            article(lang),
            option("levels", "LIST", LEVELS, lang).value_delimiter(','),
            option("region", "NN", REGION, lang),
        ]);
    let local = Command::new("local")
        .about(LOCAL.of(lang))
        .override_usage(usage("local --base CODE --division CODE"))
        .args([
            needed("base", "CODE", CODE),
            needed("division", "CODE", DIVISION),
            option("body", "CODE", BODY, lang),
            option("level", "N", LEVEL, lang),
        ]);
    Command::new("new")
        .about(ABOUT.of(lang))
        .override_usage(
            words(
                "mulu new <base|local> [选项]",
                "mulu new <base|local> [OPTIONS]",
            )
            .of(lang),
        )
        .subcommand_required(true)
        .subcommands([base, local])
}

fn article(lang: Lang) -> Arg {
    option("article", "N", ARTICLE, lang)
        .required(true)
        .value_parser(whole::<u32>(lang))
}

pub(super) fn run(matches: &ArgMatches, call: &mut Call<'_>) -> Result<Exit, Failure> {
    let mut session = afterwards::open(call)?;
    let intent = match matches.subcommand() {
        Some(("base", matches)) => base(session.catalog(), matches)?,
        Some((_, matches)) => local(session.catalog(), matches)?,
        None => return Ok(Exit::Failed),
    };
    let path = intent.path().to_owned();
    let plan = session.apply(&[intent])?;
    afterwards::settle(call, &mut session, &plan, false)?;
    afterwards::findings(call, &session, &path);
    if let Some(code) = draft(&session, &path) {
        call.out.write("\n");
        let line = DRAFT.with(&[("code", &code)]);
        call.out.line(line.of(call.look.lang));
    }
    Ok(Exit::Clean)
}

/// The code of a matter that is not on offer yet.
fn draft(session: &Session, path: &str) -> Option<String> {
    let catalog = session.catalog();
    let matter = catalog.matter(catalog.matter_at(path)?);
    let is_draft = matter.text(Field::Status)?.value == "2";
    let code = matter.code().filter(|_| is_draft)?;
    Some(code.value.to_owned())
}

fn base(catalog: &Catalog, matches: &ArgMatches) -> Result<Intent, Failure> {
    let levels: Vec<&str> = matches
        .get_many::<String>("levels")
        .into_iter()
        .flatten()
        .map(String::as_str)
        .collect();
    let new = NewBase {
        name: text(matches, "name"),
        region: given(matches, "region").unwrap_or("00"),
        kind: text(matches, "type"),
        department: text(matches, "department"),
        levels: &levels,
        law: text(matches, "law"),
        article: matches.get_one::<u32>("article").copied().unwrap_or(0),
    };
    new_base(catalog, &new).map_err(Failure::new)
}

fn local(catalog: &Catalog, matches: &ArgMatches) -> Result<Intent, Failure> {
    let new = NewLocal {
        base: text(matches, "base"),
        division: text(matches, "division"),
        body: given(matches, "body"),
        level: given(matches, "level"),
    };
    new_local(catalog, &new).map_err(Failure::new)
}

fn given<'m>(matches: &'m ArgMatches, name: &str) -> Option<&'m str> {
    matches.get_one::<String>(name).map(String::as_str)
}
