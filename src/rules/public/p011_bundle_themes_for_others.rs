//! P011: 一件事的主题与面向的人不合。

use crate::catalog::{File, FileKind};
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::public::p010_bundle_for_others::unserved;
use crate::rules::{Check, Report, Rule};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "P011",
        slug: "bundle-themes-for-others",
        severity: Severity::Note,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("p011_bundle_themes_for_others.md"),
    },
    check: Check::File(check),
};

fn check(file: &File, report: &mut Report<'_>) {
    let root = file
        .document()
        .root()
        .filter(|_| file.kind == FileKind::Bundle);
    let audience = root.and_then(|root| Some((root, root.get("audience")?.text()?)));
    let Some((root, audience)) = audience else {
        return;
    };
    // An audience that no member serves is likely the slip, and is said.
    if unserved(file, report.catalog).is_some() {
        return;
    }
    let groups = &report.catalog.standard.tables.guide.groups;
    let Some(own) = groups.iter().find(|group| group.audience == audience) else {
        return;
    };
    for group in groups.iter().filter(|group| group.themes != own.themes) {
        let themes = root
            .get(&group.themes)
            .filter(|themes| themes.items().len() > 0);
        if let Some(themes) = themes {
            let values = [
                ("own", &*own.zh),
                ("own_en", &*own.en),
                ("group", &*group.zh),
                ("group_en", &*group.en),
            ];
            report.at(themes.span(), "other", &values);
        }
    }
}
