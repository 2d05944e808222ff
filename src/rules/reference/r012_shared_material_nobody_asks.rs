//! R012: 一件事的共用材料没有一个事项要。

use crate::catalog::{Catalog, Field, File, FileKind, MatterId, effective_value};
use crate::findings::Safety;
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::nearest::nearest;
use crate::rules::values::{Place, values};
use crate::rules::{Check, Report, Rule};
use crate::yaml::{Data, Op, Path, Value};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "R012",
        slug: "shared-material-nobody-asks",
        severity: Severity::Warning,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("r012_shared_material_nobody_asks.md"),
    },
    check: Check::File(check),
};

fn check(file: &File, report: &mut Report<'_>) {
    if file.kind != FileKind::Bundle {
        return;
    }
    let Some(list) = values(file, Place::Key("shared_materials")).next() else {
        return;
    };
    let Some(asked) = asked(file, report.catalog) else {
        return;
    };
    for (place, shared) in list.items().enumerate() {
        let unknown = shared.text().filter(|name| !asked.contains(name));
        if let Some(unknown) = unknown {
            let likely = nearest(unknown, asked.iter().copied());
            tell(list, (shared, unknown, likely), place, report);
        }
    }
}

/// Every material that a member asks for; `None` if a member is unknown or does not list any.
fn asked<'c>(file: &File, catalog: &'c Catalog) -> Option<Vec<&'c str>> {
    let mut asked = Vec::new();
    for member in values(file, Place::Each("members", "base_code")) {
        let base: MatterId = catalog.base(member.text()?)?;
        let before = asked.len();
        let materials = effective_value(catalog, base, Field::Materials)?;
        let names = materials.value.items();
        asked.extend(names.filter_map(|material| material.get("name")?.text()));
        if asked.len() == before {
            return None;
        }
    }
    Some(asked).filter(|asked| !asked.is_empty())
}

fn tell(
    list: Value<'_>,
    (shared, unknown, likely): (Value<'_>, &str, Option<&str>),
    place: usize,
    report: &mut Report<'_>,
) {
    let Some(likely) = likely else {
        report.at(shared.span(), "nobody", &[("seen", unknown)]);
        return;
    };
    let values = [("seen", unknown), ("likely", likely)];
    let is_there = list.items().any(|other| other.text() == Some(likely));
    let said = report.at(shared.span(), "near", &values);
    if !is_there {
        let op = Op::Set {
            path: Path::key("shared_materials").then_index(place),
            value: Data::Text(likely.to_owned()),
        };
        said.fix(Safety::Unsafe, op, "replace", &values);
    }
}
