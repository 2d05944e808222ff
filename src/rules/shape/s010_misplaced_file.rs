//! S010: 文件不在目录规定的位置。

use crate::catalog::{File, FileKind};
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::{Check, Report, Rule};
use crate::text::Span;

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "S010",
        slug: "misplaced-file",
        severity: Severity::Error,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("s010_misplaced_file.md"),
    },
    check: Check::File(check),
};

fn check(file: &File, report: &mut Report<'_>) {
    if file.path.ends_with(".yml") {
        report.at(Span::at(0), "ending", &[("path", &file.path)]);
    } else if file.kind == FileKind::Misplaced {
        report.at(Span::at(0), "place", &[("path", &file.path)]);
    }
}
