//! `mulu remit`: what someone may change, and who may change something.

use clap::{Arg, ArgMatches, Command};

use crate::catalog::{Area, Belonging, Catalog, Editor, Field, effective_text};
use crate::cli::call::Call;
use crate::cli::failure::Failure;
use crate::cli::{Exit, arguments, find, places};
use crate::levels::Scope;
use crate::report::{self, area_title};
use crate::session::Session;
use crate::store::{Git, StoreError};
use crate::text::{Lang, Words, visible, words};

const ABOUT: Words = words(
    "谁可以改什么：自己、某人，或某个事项、文件、地区",
    "Tell who may change what: you, someone, or a matter, a file or a division",
);
const USAGE: Words = words("mulu remit [选项] [WHAT]", "mulu remit [OPTIONS] [WHAT]");
const WHAT: Words = words(
    "邮箱或编目员名称；事项编码或文件路径；区划代码或地区名称；base、laws 等一类文件；all 列出所有编目员。默认为 git 里自己的邮箱",
    "A mail address or an editor's name; a matter's code or a path; a division's code or name; base, laws or another \
     kind of files; all for every editor. By default your own address in git",
);
const AFTER: Words = words(
    "职责写在 mulu.yaml 的 editors 里，各条相加，只要有一条写到就可以改；没有写编目员则人人都可以改。
拦截在 mulu git hook 和 mulu check --since，以目标分支上的写法为准。
json 的格式在版本 1 内只增不改：open（人人都可以改）；问人时为 editors，问事时为 place、edits、approves。",
    "Remits stand under editors in mulu.yaml. Lines add up: one that fits is enough; without editors everyone may
change everything. mulu git hook and mulu check --since refuse what is outside, by what the branch itself says.
Within version 1 of the json form keys are only added: open (everyone may change everything), and editors where
people are asked for, or place, edits and approves.",
);
const UNKNOWN: Words = words(
    "{who} 不在编目员名单里，什么也不能改",
    "{who} is no editor and may change nothing",
);
const EVERYONE: &str = "all";

pub(super) fn command(lang: Lang) -> Command {
    Command::new("remit")
        .about(ABOUT.of(lang))
        .override_usage(USAGE.of(lang))
        .after_help(AFTER.of(lang))
        .arg(Arg::new("what").value_name("WHAT").help(WHAT.of(lang)))
        .arg(arguments::format(lang))
}

pub(super) fn run(matches: &ArgMatches, call: &mut Call<'_>) -> Result<Exit, Failure> {
    let session = call.open()?;
    let catalog = session.catalog();
    let typed = matches.get_one::<String>("what").map(|typed| typed.trim());
    let (is_json, look) = (arguments::is_json(matches), call.look);
    let text = if let Some((who, editors)) = people(catalog, typed, &session)? {
        let is_nobody = editors.is_empty() && !catalog.registers.manifest.remit.is_open();
        match is_json {
            true => report::remit_of_json(catalog, &editors, look.lang),
            false if is_nobody => {
                let said = UNKNOWN.with(&[("who", &visible(&who))]);
                format!("{}\n", said.of(look.lang))
            }
            false => report::remit_of(catalog, &editors, &look),
        }
    } else {
        let (title, belonging) = place(&session, typed.unwrap_or_default(), call)?;
        let place = (&*title, &belonging);
        if is_json {
            report::remit_at_json(catalog, place, look.lang)
        } else {
            report::remit_at(catalog, place, &look)
        }
    };
    call.out.write(&text);
    Ok(Exit::Clean)
}

/// The editors that are asked for, if people are.
fn people<'c>(
    catalog: &'c Catalog,
    typed: Option<&str>,
    session: &Session,
) -> Result<Option<(String, Vec<&'c Editor>)>, Failure> {
    let remit = &catalog.registers.manifest.remit;
    let found = match typed {
        None => {
            let own = Git::open(session.root())?.person();
            let own = own.ok_or(StoreError::NoIdentity)?;
            let editors = remit.of_email(&own.email);
            (own.email, editors)
        }
        Some(EVERYONE) => (String::new(), remit.editors.iter().collect()),
        Some(email) if email.contains('@') => (email.to_owned(), remit.of_email(email)),
        Some(name) => match remit.named(name) {
            Some(editor) => (name.to_owned(), vec![editor]),
            None => return Ok(None),
        },
    };
    Ok(Some(found))
}

/// The place that is meant, with its title.
fn place(session: &Session, typed: &str, call: &Call<'_>) -> Result<(String, Belonging), Failure> {
    let catalog = session.catalog();
    let lang = call.look.lang;
    if let Some(area) = Area::from_word(typed) {
        return Ok((area_title(catalog, area, lang), Belonging::of_area(area)));
    }
    if let Ok(Scope::Division(code)) = places::scope(catalog, typed) {
        let division = catalog.registers.division(&code);
        let name = division.map_or("", |division| &*division.name);
        return Ok((format!("{name} {code}"), Belonging::of_division(&code)));
    }
    let path = call.full(typed.as_ref());
    let below = path
        .strip_prefix(session.root().path().join("catalog"))
        .ok();
    let below = below.and_then(|below| below.to_str()).unwrap_or(typed);
    let path = below.strip_prefix("catalog/").unwrap_or(below);
    if let Some(file) = catalog.file(path) {
        return Ok((format!("catalog/{path}"), Belonging::of_file(file)));
    }
    let id = find::matter(catalog, session.root(), call, typed)?;
    let matter = catalog.matter(id);
    let name = effective_text(catalog, id, Field::Name);
    let name = name.map_or("", |(name, _)| name);
    Ok((format!("{name} {typed}"), Belonging::of_file(&matter.file)))
}
