//! What is wrong with a command line, in both languages; then the usage line.

use std::error::Error as _;

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::cli::failure::Failure;
use crate::cli::output::Output;
use crate::cli::{Exit, complain};
use crate::text::{Lang, Message, words};

/// Says what clap has to say: help and version on the output, anything else on the error output.
pub(super) fn say(error: &Error, lang: Lang) -> Exit {
    if matches!(
        error.kind(),
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion
    ) {
        let mut output = Output::new(std::io::stdout().lock());
        output.write(&error.render().to_string());
        return output.finish(Exit::Clean);
    }
    complain(&failure(error), lang)
}

fn failure(error: &Error) -> Failure {
    let mut failure = Failure::new(message(error));
    failure.hint = hint(error);
    failure.usage = text(error, ContextKind::Usage)
        .map(|usage| usage.trim_start_matches("Usage:").trim().to_owned());
    failure
}

fn message(error: &Error) -> Message {
    let named = |kind| names(error, kind).join(" ");
    let (argument, other) = (named(ContextKind::InvalidArg), named(ContextKind::PriorArg));
    let value = text(error, ContextKind::InvalidValue).unwrap_or_default();
    let command = text(error, ContextKind::InvalidSubcommand).unwrap_or_default();
    let reason = error.source().map(ToString::to_string).unwrap_or_default();
    let words = match error.kind() {
        ErrorKind::UnknownArgument => words(
            "没有“{argument}”这个参数",
            "there is no argument {argument}",
        ),
        ErrorKind::InvalidSubcommand => {
            words("没有“{command}”这个命令", "there is no command {command}")
        }
        ErrorKind::MissingSubcommand => words("还缺一个子命令", "a subcommand is missing"),
        ErrorKind::MissingRequiredArgument => words("缺少 {argument}", "{argument} is missing"),
        ErrorKind::InvalidValue if value.is_empty() => {
            words("{argument} 后面缺一个值", "{argument} needs a value")
        }
        ErrorKind::InvalidValue => {
            words("{argument} 不能是“{value}”", "{argument} cannot be {value}")
        }
        ErrorKind::ValueValidation => words(
            "{argument} 不能是“{value}”：{reason}",
            "{argument} cannot be {value}: {reason}",
        ),
        ErrorKind::ArgumentConflict if argument == other => {
            words("{argument} 只能写一次", "{argument} can be given only once")
        }
        ErrorKind::ArgumentConflict => words(
            "{argument} 不能和 {other} 一起用",
            "{argument} cannot be used with {other}",
        ),
        ErrorKind::TooManyValues | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            words(
                "{argument} 的值个数不对",
                "{argument} has the wrong number of values",
            )
        }
        ErrorKind::InvalidUtf8 => words("参数不是 UTF-8 文字", "an argument is not UTF-8 text"),
        _ => words("命令行有误", "the command line is wrong"),
    };
    words.with(&[
        ("argument", &argument),
        ("other", &other),
        ("value", &value),
        ("command", &command),
        ("reason", &reason),
    ])
}

fn hint(error: &Error) -> Option<Message> {
    let suggested = [
        ContextKind::SuggestedSubcommand,
        ContextKind::SuggestedArg,
        ContextKind::SuggestedValue,
    ];
    if let Some(meant) = suggested.into_iter().find_map(|kind| text(error, kind)) {
        return Some(words("是不是 {meant}？", "did you mean {meant}?").with(&[("meant", &meant)]));
    }
    let allowed = names(error, ContextKind::ValidValue);
    let listed = (!allowed.is_empty()).then(|| {
        let list = allowed.join(" | ");
        words("可以写 {list}", "it can be {list}").with(&[("list", &list)])
    });
    let unknown = matches!(
        error.kind(),
        ErrorKind::InvalidSubcommand | ErrorKind::MissingSubcommand
    );
    listed.or_else(|| {
        unknown.then(|| words("mulu help 列出所有命令", "mulu help lists every command").into())
    })
}

/// What clap names, without its signs for "needed", "may be left out" and "takes a value".
fn names(error: &Error, kind: ContextKind) -> Vec<String> {
    let names = match error.get(kind) {
        Some(ContextValue::String(name)) => std::slice::from_ref(name),
        Some(ContextValue::Strings(names)) => names,
        _ => &[],
    };
    let bare = |name: &String| {
        let first = name.split(' ').next().unwrap_or(name);
        first.trim_matches(['<', '>', '[', ']', '.']).to_owned()
    };
    names.iter().map(bare).collect()
}

fn text(error: &Error, kind: ContextKind) -> Option<String> {
    match error.get(kind)? {
        ContextValue::None => None,
        value => Some(value.to_string()),
    }
}
