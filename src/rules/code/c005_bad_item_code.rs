//! C005: 业务办理项编码不是实施编码加序号。

use crate::catalog::{Field, Matter};
use crate::findings::{RuleInfo, Safety, Severity, Status};
use crate::rules::code::letters;
use crate::rules::code::mismatch::sound_code;
use crate::rules::{Check, Report, Rule};
use crate::terms::{ItemCode, MatterCode};
use crate::yaml::{Data, Op, Path, Value};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "C005",
        slug: "bad-item-code",
        severity: Severity::Warning,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("c005_bad_item_code.md"),
    },
    check: Check::Matter(check),
};

fn check(matter: &Matter, report: &mut Report<'_>) {
    let Some(code) = sound_code(matter, report.registers()) else {
        return;
    };
    let items = matter.value(Field::HandlingItems);
    let items = items.into_iter().flat_map(|list| list.items());
    for (place, item) in items.enumerate() {
        let Some((value, seen)) = item
            .get("code")
            .and_then(|value| Some((value, value.text()?)))
        else {
            continue;
        };
        if !is_of(seen, &code) {
            let path = || Path::key(Field::HandlingItems.key()).then_index(place);
            tell((value, seen), &code, &path(), report);
        }
    }
}

fn is_of(item: &str, code: &MatterCode) -> bool {
    ItemCode::parse(item).is_some_and(|item| item.matter == *code)
}

fn tell((value, seen): (Value<'_>, &str), code: &MatterCode, item: &Path, report: &mut Report<'_>) {
    // Behind the level there are only digits.
    let meant = letters::in_digits(seen, 18, &report.standard().tables.coding);
    let values = [("seen", seen), ("code", code.as_str()), ("right", &*meant)];
    if !is_of(&meant, code) {
        report.at(value.span(), "form", &values);
        return;
    }
    let op = Op::Set {
        path: item.then_key("code"),
        value: Data::Text(meant.clone()),
    };
    report
        .at(value.span(), "look_alike", &values)
        .fix(Safety::Unsafe, op, "replace", &values);
}
