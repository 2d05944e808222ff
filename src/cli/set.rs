//! `mulu set`: one field of one matter, changed without touching anything else in the file.

use clap::{Arg, ArgAction, ArgMatches, Command};

use crate::catalog::standard::Form;
use crate::catalog::{Catalog, MatterId};
use crate::change::{Intent, remove_field, set_field};
use crate::cli::arguments::text;
use crate::cli::call::Call;
use crate::cli::failure::Failure;
use crate::cli::{Exit, afterwards, find, value};
use crate::findings::Finding;
use crate::session::Session;
use crate::text::{Lang, Message, Words, words};
use crate::yaml::{Data, Path};

const ABOUT: Words = words(
    "改一个事项的一个字段，文件里其他内容一字不动",
    "Change one field of a matter and nothing else in its file",
);
const USAGE: Words = words(
    "mulu set [选项] CODE FIELD VALUE...
       mulu set [选项] CODE FIELD --remove",
    "mulu set [OPTIONS] CODE FIELD VALUE...
       mulu set [OPTIONS] CODE FIELD --remove",
);
const CODE: Words = words(
    "基本编码、实施编码，或文件路径",
    "A base code, an implementation code, or a path",
);
const FIELD: Words = words(
    "字段，如 name、promised_limit.days、legal_basis[0].article",
    "The field, such as name, promised_limit.days, legal_basis[0].article",
);
const VALUE: Words = words(
    "新的值；列表每项写一个，复杂的写成 YAML，如 '{days: 5, unit: working}'",
    "The new value; one word for each element of a list, YAML for more, such as '{days: 5, unit: working}'",
);
const REMOVE: Words = words(
    "去掉这个字段，恢复沿用上级",
    "Take the field out, so that it is inherited again",
);
const DRY: Words = words("只显示会怎样改，不写入", "Only show what would change");
const FORCE: Words = words("不合规定也写入", "Write even what the schema forbids");
const NO_FIELD: Words = words("没有字段“{field}”", "there is no field {field}");
const NEAR: Words = words("相近的有 {near}", "near ones: {near}");
const NOT_STATED: Words = words(
    "本文件没有写 {field}，不用去掉",
    "the file does not state {field}, so there is nothing to take out",
);
const TOO_FAR: Words = words(
    "{field} 超出了列表的末尾",
    "{field} is beyond the end of the list",
);
const SAME: Words = words("没有变化", "nothing changes");
const USE_FORCE: Words = words(
    "确要写入就加 --force",
    "add --force to write it all the same",
);

pub(super) fn command(lang: Lang) -> Command {
    let flag = |name: &'static str, help: Words| {
        Arg::new(name)
            .long(name)
            .action(ArgAction::SetTrue)
            .help(help.of(lang))
    };
    let positional = |name: &'static str, value: &'static str, help: Words| {
        Arg::new(name)
            .value_name(value)
            .required(true)
            .help(help.of(lang))
    };
    Command::new("set")
        .about(ABOUT.of(lang))
        .override_usage(USAGE.of(lang))
        .arg(positional("code", "CODE", CODE))
        .arg(positional("field", "FIELD", FIELD))
        .arg(
            positional("value", "VALUE", VALUE)
                .required(false)
                .required_unless_present("remove")
                .conflicts_with("remove")
                .allow_negative_numbers(true)
                .num_args(1..),
        )
        .arg(flag("remove", REMOVE))
        .arg(flag("dry-run", DRY))
        .arg(flag("force", FORCE))
}

pub(super) fn run(matches: &ArgMatches, call: &mut Call<'_>) -> Result<Exit, Failure> {
    let mut session = afterwards::open(call)?;
    let id = find::matter(
        session.catalog(),
        session.root(),
        call,
        text(matches, "code"),
    )?;
    let file = session.catalog().matter(id).file.path.clone();
    let before = session.check_file(&file, call.today);
    let intent = intent(session.catalog(), id, matches)?;
    let plan = session.apply(&[intent])?;
    if plan.is_empty() {
        call.out.line(SAME.of(call.look.lang));
        return Ok(Exit::Clean);
    }
    if !matches.get_flag("force") {
        refuse_forbidden(&before, &session, &file, call)?;
    }
    afterwards::settle(call, &mut session, &plan, matches.get_flag("dry-run"))?;
    afterwards::findings(call, &session, &file);
    Ok(Exit::Clean)
}

fn intent(catalog: &Catalog, id: MatterId, matches: &ArgMatches) -> Result<Intent, Failure> {
    let field = text(matches, "field");
    let say = |words: Words| Failure::new(words.with(&[("field", field)]));
    let path = Path::parse(field).ok_or_else(|| say(NO_FIELD))?;
    if matches.get_flag("remove") {
        return remove_field(catalog, id, &path).ok_or_else(|| say(NOT_STATED));
    }
    let value = data(catalog, id, &path, matches)?;
    set_field(catalog, id, &path, value).ok_or_else(|| say(TOO_FAR))
}

fn data(
    catalog: &Catalog,
    id: MatterId,
    path: &Path,
    matches: &ArgMatches,
) -> Result<Data, Failure> {
    let words: Vec<&str> = matches
        .get_many::<String>("value")
        .into_iter()
        .flatten()
        .map(String::as_str)
        .collect();
    let record = catalog.standard.schema(catalog.matter(id).file.kind);
    let schema = record.and_then(|record| record.at(path));
    let parsed = match schema {
        Some(schema) => value::parse(schema, &words).map_err(Failure::new),
        None => Err(no_field(catalog, id, path)),
    };
    // What is no list and no record can still be written, as text.
    let is_scalar =
        schema.is_none_or(|schema| !matches!(schema.form, Form::List { .. } | Form::Record { .. }));
    match parsed {
        Err(_) if is_scalar && matches.get_flag("force") => Ok(value::as_text(&words)),
        Err(failure) if is_scalar && failure.hint.is_none() => Err(failure.hint(USE_FORCE)),
        parsed => parsed,
    }
}

fn no_field(catalog: &Catalog, id: MatterId, path: &Path) -> Failure {
    let field = path.to_string();
    let failure = Failure::new(NO_FIELD.with(&[("field", &field)]));
    let record = catalog.standard.schema(catalog.matter(id).file.kind);
    let keys: Vec<&str> = match record.map(|record| &record.form) {
        Some(Form::Record { properties, .. }) => properties.iter().map(|(key, _)| &**key).collect(),
        _ => Vec::new(),
    };
    let near = find::near(&field, keys.into_iter(), 4).join(" ");
    if near.is_empty() {
        return failure;
    }
    failure.hint(NEAR.with(&[("near", &near)]))
}

/// What the schema forbids shows as a new finding of the family of shape.
fn refuse_forbidden(
    before: &[Finding],
    session: &Session,
    file: &str,
    call: &Call<'_>,
) -> Result<(), Failure> {
    let known: Vec<(&str, &Message)> = before
        .iter()
        .map(|finding| (finding.rule, &finding.message))
        .collect();
    let now = session.check_file(file, call.today);
    let forbidden = now.iter().find(|finding| {
        finding.rule.starts_with('S') && !known.contains(&(finding.rule, &finding.message))
    });
    match forbidden {
        Some(finding) => {
            let tagged = |text: &str| format!("{text} [{}]", finding.rule);
            let message = Message {
                zh: tagged(&finding.message.zh),
                en: tagged(&finding.message.en),
            };
            Err(Failure::new(message).hint(USE_FORCE))
        }
        None => Ok(()),
    }
}
