//! R017: 登记簿里同一处两条同名。

use foldhash::HashMap;

use crate::catalog::{File, FileKind};
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::{Check, Report, Rule};
use crate::yaml::Value;

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "R017",
        slug: "one-name-two-entries",
        severity: Severity::Warning,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("r017_one_name_two_entries.md"),
    },
    check: Check::File(check),
};

fn check(file: &File, report: &mut Report<'_>) {
    let (list, place, say) = match file.kind {
        FileKind::Divisions => ("divisions", "parent", "division"),
        FileKind::Bodies => ("bodies", "division", "body"),
        _ => return,
    };
    let root = file.document().root().and_then(|root| root.get(list));
    let mut first: HashMap<(&str, &str, &str), Value<'_>> = HashMap::default();
    for entry in root.into_iter().flat_map(|list| list.items()) {
        let text = |key| entry.get(key).and_then(|value| value.text());
        let Some((name, code)) = entry.get("name").zip(text("code")) else {
            continue;
        };
        let Some(called) = name.text().filter(|name| !name.trim().is_empty()) else {
            continue;
        };
        // An institution may be entered under the name of the organ above it; their codes differ in class.
        let class = code.get(..2).filter(|_| file.kind == FileKind::Bodies);
        let key = (text(place).unwrap_or(""), class.unwrap_or(""), called);
        let other = *first.entry(key).or_insert(entry);
        let other_code = other.get("code").and_then(|code| code.text()).unwrap_or("");
        // The same code twice is said by another rule.
        if other_code != code {
            let values = [("name", called), ("code", code), ("other", other_code)];
            let file = report.file();
            report
                .at(name.span(), say, &values)
                .beside(file, other.span(), "first", &values);
        }
    }
}
