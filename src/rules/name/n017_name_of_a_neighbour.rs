//! N017: 与本地另一事项同名。

use crate::catalog::Catalog;
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::name::neighbours::neighbours;
use crate::rules::{Check, Report, Rule};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "N017",
        slug: "name-of-a-neighbour",
        severity: Severity::Warning,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("n017_name_of_a_neighbour.md"),
    },
    check: Check::Catalog(check),
};

fn check(catalog: &Catalog, report: &mut Report<'_>) {
    for (id, other) in neighbours(catalog) {
        let (matter, other) = (catalog.matter(id), catalog.matter(other));
        let (Some(name), Some(theirs)) = (matter.name(), other.name()) else {
            continue;
        };
        let code = other.base_code().map_or("", |code| code.value);
        let values = [
            ("seen", name.value),
            ("theirs", theirs.value),
            ("code", code),
        ];
        report
            .at_file(&matter.file, name.span, "neighbour", &values)
            .beside(&other.file, theirs.span, "other", &values);
    }
}
