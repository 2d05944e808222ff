//! P010: 一件事面向的人，没有一个成员服务。

use crate::catalog::standard::Group;
use crate::catalog::{Catalog, Field, File, FileKind};
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::public::bundle::{is_complete, members};
use crate::rules::public::serves;
use crate::rules::values::{Place, values};
use crate::rules::{Check, Report, Rule};
use crate::yaml::Value;

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "P010",
        slug: "bundle-for-others",
        severity: Severity::Note,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("p010_bundle_for_others.md"),
    },
    check: Check::File(check),
};

fn check(file: &File, report: &mut Report<'_>) {
    if let Some((audience, group)) = unserved(file, report.catalog) {
        report.at(
            audience.span(),
            "nobody",
            &[("group", &group.zh), ("group_en", &group.en)],
        );
    }
}

/// The audience of a bundle, if none of its members serves it.
pub(super) fn unserved<'c>(file: &'c File, catalog: &'c Catalog) -> Option<(Value<'c>, &'c Group)> {
    if file.kind != FileKind::Bundle || !is_complete(file, catalog) {
        return None;
    }
    let audience = values(file, Place::Key("audience")).next()?;
    let mut groups = catalog.standard.tables.guide.groups.iter();
    let group = groups.find(|group| audience.text() == Some(&group.audience))?;
    let mut served = members(file, catalog).map(|member| member.base.value(Field::Served));
    let is_odd = |served: Option<_>| {
        served
            .is_some_and(|served| !serves(served, &group.served) && !serves(served, &group.others))
    };
    let is_unserved = members(file, catalog).next().is_some() && served.all(is_odd);
    is_unserved.then_some((audience, group))
}
