//! R002: 同一个编码用于两个文件。

use crate::catalog::{Catalog, Floor, MatterId};
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::{Check, Report, Rule};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "R002",
        slug: "code-used-twice",
        severity: Severity::Error,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("r002_code_used_twice.md"),
    },
    check: Check::Catalog(check),
};

fn check(catalog: &Catalog, report: &mut Report<'_>) {
    for (id, matter) in catalog.matters() {
        let Some(code) = matter.code().filter(|_| matter.file.document.is_whole()) else {
            continue;
        };
        let uses = catalog.by_code(code.value);
        let Some(first) = rightful(catalog, uses).filter(|first| *first != id) else {
            continue;
        };
        let other = catalog.matter(first);
        let values = [("code", code.value), ("path", &*other.file.path)];
        let span = other.code().map_or(code.span, |code| code.span);
        report
            .at_file(&matter.file, code.span, "twice", &values)
            .beside(&other.file, span, "other", &values);
    }
}

/// Of the matters with one code, the one that lies where its code says; else the first by path.
fn rightful(catalog: &Catalog, uses: &[MatterId]) -> Option<MatterId> {
    let is_in_place = |id: &&MatterId| {
        let matter = catalog.matter(**id);
        let folder = match matter.floor {
            Floor::Base => matter.code().and_then(|code| code.value.get(4..6)),
            Floor::Local => matter.division().and_then(|division| division.get(..6)),
        };
        let is_named = matter
            .code()
            .is_some_and(|code| code.value == matter.file.stem());
        is_named && folder == Some(matter.file.folder())
    };
    uses.iter().find(is_in_place).or(uses.first()).copied()
}
