//! S011: 文件是空的，或不是键值形式。

use crate::catalog::{File, FileKind};
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::{Check, Report, Rule};
use crate::text::Span;
use crate::yaml::Shape;

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "S011",
        slug: "no-mapping",
        severity: Severity::Error,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("s011_no_mapping.md"),
    },
    check: Check::File(check),
};

fn check(file: &File, report: &mut Report<'_>) {
    if file.kind == FileKind::Misplaced {
        return;
    }
    let root = file.document().root();
    match root.map(|root| (root.shape(), root.span())) {
        None => {
            report.at(Span::at(0), "empty", &[]);
        }
        Some((Shape::Empty, span)) => {
            report.at(span, "empty", &[]);
        }
        Some((Shape::Mapping, _)) => {}
        Some((_, span)) => {
            report.at(
                Span {
                    end: span.start,
                    ..span
                },
                "other",
                &[],
            );
        }
    }
}
