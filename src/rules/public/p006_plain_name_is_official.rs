//! P006: 俗称就是正式名称。

use crate::catalog::{Field, MatterId};
use crate::findings::{RuleInfo, Safety, Severity, Status};
use crate::rules::record::Record;
use crate::rules::wording::is_same_wording;
use crate::rules::{Check, Report, Rule};
use crate::yaml::{Op, Path};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "P006",
        slug: "plain-name-is-official",
        severity: Severity::Note,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("p006_plain_name_is_official.md"),
    },
    check: Check::Effective(check),
};

fn check(id: MatterId, report: &mut Report<'_>) {
    let Some(record) = Record::of(report.catalog, id) else {
        return;
    };
    let Some((names, official)) = record.own(Field::PlainNames).zip(record.text(Field::Name))
    else {
        return;
    };
    for (index, plain) in names.items().enumerate() {
        let text = plain.text().filter(|text| is_same_wording(text, official));
        if let Some(text) = text {
            let path = Path::key(Field::PlainNames.key()).then_index(index);
            report.at(plain.span(), "official", &[("name", text)]).fix(
                Safety::Unsafe,
                Op::Remove { path },
                "remove",
                &[("name", text)],
            );
        }
    }
}
