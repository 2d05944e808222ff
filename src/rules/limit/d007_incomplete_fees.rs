//! D007: 收费却没有写全：收费项目、收费依据、是否网上支付。

use crate::catalog::{Field, MatterId};
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::record::Record;
use crate::rules::{Check, Report, Rule};
use crate::yaml::{Shape, Value};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "D007",
        slug: "incomplete-fees",
        severity: Severity::Warning,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("d007_incomplete_fees.md"),
    },
    check: Check::Effective(check),
};

fn check(id: MatterId, report: &mut Report<'_>) {
    let Some(record) = Record::of(report.catalog, id) else {
        return;
    };
    let own = record.first_own(&[Field::Charged, Field::Fees]);
    let Some(own) = own.filter(|_| record.flag(Field::Charged) == Some(true)) else {
        return;
    };
    let fees = record.value(Field::Fees);
    if fees.is_none_or(|fees| fees.shape() == Shape::Sequence && fees.items().len() == 0) {
        report.at(own.span(), "none", &[]);
        return;
    }
    for fee in record
        .own(Field::Fees)
        .into_iter()
        .flat_map(|fees| fees.items())
    {
        say_basis(fee, report);
    }
    let charged = record.own(Field::Charged);
    let is_open = record.is_for_visitors() && record.value(Field::PayOnline).is_none();
    if let Some(charged) = charged.filter(|_| is_open) {
        report.at(charged.span(), "online", &[]);
    }
}

fn say_basis(fee: Value<'_>, report: &mut Report<'_>) {
    let name = fee.get("name").and_then(|name| Some((name, name.text()?)));
    if let Some((name, text)) = name.filter(|_| fee.get("basis").is_none()) {
        report.at(name.span(), "basis", &[("name", text)]);
    }
}
