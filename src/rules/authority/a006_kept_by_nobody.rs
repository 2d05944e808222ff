//! A006: 地区或基本目录无人负责。

use crate::catalog::{Area, Editor, File, FileKind, Line};
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::{Check, Report, Rule};
use crate::text::Span;

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "A006",
        slug: "kept-by-nobody",
        severity: Severity::Note,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("a006_kept_by_nobody.md"),
    },
    check: Check::File(check),
};

fn check(file: &File, report: &mut Report<'_>) {
    let remit = &report.registers().manifest.remit;
    let root = file.document().root();
    let entry = root.and_then(|root| root.entry("editors"));
    let Some(entry) = entry.filter(|_| file.kind == FileKind::Manifest && !remit.is_open()) else {
        return;
    };
    let span = entry.key.span();
    if !lines(&remit.editors).any(|line| line.is_for(Area::Base)) {
        report.at(span, "base", &[]);
    }
    divisions(&remit.editors, span, report);
}

/// Of divisions that nobody keeps, those whose upper division is kept, or that have none: one above speaks for
/// all below it.
fn divisions(editors: &[Editor], span: Span, report: &mut Report<'_>) {
    let registers = report.registers();
    let kept = |code: &str| lines(editors).any(|line| line.reaches(code, registers));
    for division in &registers.divisions {
        let upper = registers.above(&division.code).next();
        if !kept(&division.code) && upper.is_none_or(|upper| kept(&upper.code)) {
            let values = [("name", &*division.name), ("code", &*division.code)];
            report.at(span, "division", &values);
        }
    }
}

fn lines(editors: &[Editor]) -> impl Iterator<Item = &Line> {
    editors.iter().flat_map(|editor| &editor.edits)
}
