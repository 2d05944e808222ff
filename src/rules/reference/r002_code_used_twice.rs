//! R002: 同一个编码用于两个文件。

use crate::catalog::{Catalog, Floor, MainItems, Matter, MatterId};
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::code::is_of_other_fields;
use crate::rules::{Check, Report, Rule, TieKind};
use crate::terms::BaseCode;

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "R002",
        slug: "code-used-twice",
        severity: Severity::Error,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("r002_code_used_twice.md"),
    },
    check: Check::Catalog(TieKind::Code, check),
};

fn check(catalog: &Catalog, report: &mut Report<'_>) {
    // Read only once a base code stands twice.
    let mut numbers = None;
    for id in catalog.of_shared_codes() {
        let matter = catalog.matter(id);
        let Some(code) = matter.code().filter(|_| matter.file.is_whole()) else {
            continue;
        };
        let uses = catalog.by_code(code.value);
        if is_of_other_fields(matter, &catalog.registers) {
            continue;
        }
        let Some(first) = rightful(catalog, uses).filter(|first| *first != id) else {
            continue;
        };
        let other = catalog.matter(first);
        let next = next_free(matter, || {
            numbers.get_or_insert_with(|| MainItems::read(catalog))
        });
        let values = [
            ("code", code.value),
            ("path", &*other.file.path),
            ("next", next.as_deref().unwrap_or("")),
        ];
        let say = if next.is_some() {
            "twice_free"
        } else {
            "twice"
        };
        let span = other.code().map_or(code.span, |code| code.span);
        report
            .at_file(&matter.file, code.span, say, &values)
            .beside(&other.file, span, "other", &values);
    }
}

/// The code that a base matter could have instead. That of a local matter follows from its fields.
fn next_free<'n, 'c: 'n>(
    matter: &Matter,
    numbers: impl FnOnce() -> &'n mut MainItems<'c>,
) -> Option<String> {
    let code = matter.code().filter(|_| matter.floor == Floor::Base)?;
    numbers().take(BaseCode::parse(code.value).ok()?.group())
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
