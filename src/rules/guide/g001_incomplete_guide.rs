//! G001: 沿用上级之后，仍缺必有的要素。

use crate::catalog::standard::{Form, Policy, Standard};
use crate::catalog::{Catalog, Field, FileKind, Floor, MatterId, effective_value};
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::{Check, Report, Rule};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "G001",
        slug: "incomplete-guide",
        severity: Severity::Warning,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("g001_incomplete_guide.md"),
    },
    check: Check::Effective(check),
};

fn check(id: MatterId, report: &mut Report<'_>) {
    let catalog = report.catalog;
    let matter = catalog.matter(id);
    let is_cancelled = matter
        .text(Field::Status)
        .is_some_and(|status| status.value == "3");
    // Without an upper matter everything would be missing, and that is another finding.
    if matter.floor != Floor::Local || is_cancelled || catalog.upper(id).is_none() {
        return;
    }
    let family = family(catalog, id);
    let missing: Vec<Field> = Field::all()
        .filter(|field| is_needed(catalog, *field, family))
        // An empty value is said where it stands.
        .filter(|field| matter.value(*field).is_none())
        .filter(|field| effective_value(catalog, id, *field).is_none())
        .filter(|field| !is_required_by_schema(&catalog.standard, *field))
        .collect();
    if missing.is_empty() {
        return;
    }
    let titles = missing
        .iter()
        .filter_map(|field| catalog.standard.field(*field));
    let (zh, en): (Vec<&str>, Vec<&str>) = titles
        .map(|schema| (&*schema.title.zh, &*schema.title.en))
        .unzip();
    let values = [("fields", &*zh.join("、")), ("fields_en", &*en.join(", "))];
    let first = matter
        .file
        .document
        .root()
        .and_then(|root| root.entries().next());
    let span = first.map_or(matter.span(Field::Code), |entry| entry.key.span());
    report.at(span, "missing", &values);
}

/// The family of the type in effect; empty if the type is unknown.
fn family(catalog: &Catalog, id: MatterId) -> &str {
    effective_value(catalog, id, Field::Type)
        .and_then(|kind| catalog.standard.kind(kind.value.text()?))
        .map_or("", |kind| &*kind.family)
}

/// Whether the effective record must have a field.
fn is_needed(catalog: &Catalog, field: Field, family: &str) -> bool {
    let policy: &Policy = catalog.standard.policy(field);
    policy.required
        && (policy.families.is_empty() || policy.families.iter().any(|known| known == family))
}

/// Whether the file must state a field itself; that is said by its schema.
fn is_required_by_schema(standard: &Standard, field: Field) -> bool {
    let form = standard.schema(FileKind::Local).map(|schema| &schema.form);
    match form {
        Some(Form::Record { required, .. }) => required.iter().any(|key| &**key == field.key()),
        _ => false,
    }
}
