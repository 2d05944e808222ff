//! S015: 键后面没有值。

use crate::catalog::{Field, effective_value};
use crate::findings::{RuleInfo, Safety, Severity, Status};
use crate::rules::shape::is_optional;
use crate::rules::{Check, Fault, Report, Rule, Wrong};
use crate::yaml::{Op, Path, Step};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "S015",
        slug: "empty-value",
        severity: Severity::Error,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("s015_empty_value.md"),
    },
    check: Check::Fault(check),
};

fn check(fault: &Fault<'_>, report: &mut Report<'_>) {
    if !matches!(fault.wrong, Wrong::Empty) {
        return;
    }
    let path = fault.way.path();
    let may_go = is_left_out(&path, report);
    let values = fault.with(&[]);
    let said = report.at(fault.span, "empty", &values);
    if may_go {
        said.fix(Safety::Unsafe, Op::Remove { path }, "remove", &values);
    }
}

/// Whether the file would be complete without what stands at a path: its record can do without it, and if
/// it is a field that every matter needs, the matter above has it.
fn is_left_out(path: &Path, report: &Report<'_>) -> bool {
    let file = report.file();
    let root = report.standard().schema(file.kind);
    if !root.is_some_and(|root| is_optional(root, path)) {
        return false;
    }
    let field = match path.0.as_slice() {
        [Step::Key(key)] => Field::from_key(key),
        _ => None,
    };
    let catalog = report.catalog;
    let Some((field, id)) = field.zip(catalog.matter_at(&file.path)) else {
        return true;
    };
    let policy = catalog.standard.policy(field);
    let upper = catalog.upper(id).filter(|_| policy.inherits);
    !policy.required || upper.is_some_and(|upper| effective_value(catalog, upper, field).is_some())
}
