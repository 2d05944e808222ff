//! T003: 写了别的类型才有的要素。

use crate::catalog::{Field, MatterId};
use crate::findings::{RuleInfo, Safety, Severity, Status};
use crate::rules::kind::settled;
use crate::rules::{Check, Report, Rule};
use crate::yaml::{Op, Path, Shape, Value};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "T003",
        slug: "field-of-another-type",
        severity: Severity::Warning,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("t003_field_of_another_type.md"),
    },
    check: Check::Effective(check),
};

fn check(id: MatterId, report: &mut Report<'_>) {
    let catalog = report.catalog;
    let matter = catalog.matter(id);
    for own in &catalog.standard.tables.own_fields {
        let stated = matter.value(own.field);
        let Some(value) = stated.filter(|value| value.shape() != Shape::Empty) else {
            continue;
        };
        let Some(kind) = settled(id, report) else {
            return;
        };
        if !own.families.contains(&kind.family) {
            tell(own.field, value, (&kind.zh, &kind.en), report);
        }
    }
}

fn tell(field: Field, value: Value<'_>, kind: (&str, &str), report: &mut Report<'_>) {
    let schema = report.catalog.standard.field(field);
    let title = schema.map_or((field.key(), field.key()), |schema| {
        (&*schema.title.zh, &*schema.title.en)
    });
    let values = [
        ("field", title.0),
        ("field_en", title.1),
        ("name", kind.0),
        ("name_en", kind.1),
    ];
    let path = Path::key(field.key());
    report.at(value.span(), "other", &values).fix(
        Safety::Unsafe,
        Op::Remove { path },
        "without",
        &values,
    );
}
