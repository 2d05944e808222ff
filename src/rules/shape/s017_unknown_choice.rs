//! S017: 值不在可选的范围内。

use crate::catalog::standard::{Choice, Form, Schema};
use crate::findings::{RuleInfo, Safety, Severity, Status};
use crate::rules::{Check, Fault, Report, Rule, Wrong};
use crate::text::Message;
use crate::yaml::{Data, Op};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "S017",
        slug: "unknown-choice",
        severity: Severity::Error,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("s017_unknown_choice.md"),
    },
    check: Check::Fault(check),
};

/// More choices than this are not listed.
const SHOWN: usize = 8;

fn check(fault: &Fault<'_>, report: &mut Report<'_>) {
    if !matches!(fault.wrong, Wrong::Choice) {
        return;
    }
    let choices = choices(fault.schema);
    let (shown, count) = (listed(choices), choices.len().to_string());
    let more = [
        ("choices", &*shown.zh),
        ("choices_en", &*shown.en),
        ("count", &*count),
    ];
    let say = if choices.len() > SHOWN { "many" } else { "few" };
    let said = report.at(fault.span, say, &fault.with(&more));
    if let Some(choice) = meant(choices, fault.seen()) {
        let op = Op::Set {
            path: fault.way.path(),
            value: Data::Text(choice.value.to_string()),
        };
        let values = fault.with(&[("value", &*choice.value)]);
        said.fix(Safety::Unsafe, op, "choose", &values);
    }
}

/// The one choice that means what was written.
fn meant<'c>(choices: &'c [Choice], seen: &str) -> Option<&'c Choice> {
    let means = |choice: &&Choice| choice.title.zh == seen || choice.title.en == seen;
    let mut found = choices.iter().filter(means);
    found.next().filter(|_| found.next().is_none())
}

fn choices(schema: &Schema) -> &[Choice] {
    match &schema.form {
        Form::Text(form) => &form.choices,
        _ => &[],
    }
}

/// The first choices, each with its meaning if it has one.
fn listed(choices: &[Choice]) -> Message {
    let list = |meaning: fn(&Choice) -> &str, between: &str| {
        let one = |choice: &Choice| match meaning(choice) {
            "" => choice.value.to_string(),
            meaning => format!("{} {meaning}", choice.value),
        };
        let shown: Vec<String> = choices.iter().take(SHOWN).map(one).collect();
        shown.join(between)
    };
    Message {
        zh: list(|choice| &choice.title.zh, "、"),
        en: list(|choice| &choice.title.en, ", "),
    }
}
