//! G001: 沿用上级之后，仍缺必有的要素。

use crate::catalog::standard::{Form, Policy, Standard};
use crate::catalog::{Catalog, Field, FileKind, Floor, Matter, MatterId, effective_value};
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::nearest::nearest;
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
    if matter.floor != Floor::Local || !is_in_use(matter) || !has_base(catalog, id) {
        return;
    }
    let family = family(catalog, id);
    let missing: Vec<Field> = catalog
        .standard
        .required_fields()
        // An empty value is said where it stands.
        .filter(|field| matter.value(*field).is_none())
        .filter(|field| is_needed(catalog, *field, family))
        .filter(|field| effective_value(catalog, id, *field).is_none())
        .filter(|field| !is_said_by_schema(catalog, *field))
        .filter(|field| !is_misspelt(catalog, id, *field))
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
        .document()
        .root()
        .and_then(|root| root.entries().next());
    let span = first.map_or(matter.span(Field::Code), |entry| entry.key.span());
    report.at(span, "missing", &values);
}

/// Nobody comes for a matter that is suspended or cancelled.
fn is_in_use(matter: &Matter) -> bool {
    let status = matter.text(Field::Status).map(|status| status.value);
    !matches!(status, Some("2" | "3"))
}

/// Whether the base matter is there, and all that lies above is read to its end. If not, much would be missing
/// that is only out of reach, and that is another finding.
fn has_base(catalog: &Catalog, id: MatterId) -> bool {
    let mut uppers = catalog.uppers(id).map(|upper| catalog.matter(upper));
    let is_whole = uppers.all(|upper| upper.file.is_whole());
    let base = catalog.uppers(id).last().map(|upper| catalog.matter(upper));
    is_whole && base.is_some_and(|base| base.floor == Floor::Base)
}

/// Whether a key that is no field, here or above, was likely meant for this one: that is said of the key.
fn is_misspelt(catalog: &Catalog, id: MatterId, field: Field) -> bool {
    let chain = std::iter::once(id).chain(catalog.uppers(id));
    let mut roots = chain.filter_map(|id| catalog.matter(id).file.document().root());
    roots.any(|root| {
        let keys = root.entries().filter_map(|entry| entry.key.text());
        let mut unknown = keys.filter(|key| Field::from_key(key).is_none());
        unknown.any(|key| nearest(key, std::iter::once(field.key())).is_some())
    })
}

/// The family of the type in effect; empty if the type is unknown.
fn family(catalog: &Catalog, id: MatterId) -> &str {
    effective_value(catalog, id, Field::Type)
        .and_then(|kind| catalog.standard.kind(kind.value.text()?))
        .map_or("", |kind| &*kind.family)
}

/// Whether the effective record of this family must have a field.
fn is_needed(catalog: &Catalog, field: Field, family: &str) -> bool {
    let policy: &Policy = catalog.standard.policy(field);
    policy.families.is_empty() || policy.families.iter().any(|known| known == family)
}

/// Whether a file must state a field by its schema, which then says that it is missing: the local file, or the
/// base one from which it would be inherited.
fn is_said_by_schema(catalog: &Catalog, field: Field) -> bool {
    let standard = &catalog.standard;
    is_required_by_schema(standard, FileKind::Local, field)
        || (standard.policy(field).inherits
            && is_required_by_schema(standard, FileKind::Base, field))
}

fn is_required_by_schema(standard: &Standard, kind: FileKind, field: Field) -> bool {
    let form = standard.schema(kind).map(|schema| &schema.form);
    match form {
        Some(Form::Record { required, .. }) => required.iter().any(|key| &**key == field.key()),
        _ => false,
    }
}
