//! S025: 合并冲突还没有取舍。

use crate::catalog::File;
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::{Check, Report, Rule};
use crate::text::{Span, conflicts};
use crate::yaml::Value;

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "S025",
        slug: "unsettled-conflict",
        severity: Severity::Error,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("s025_unsettled_conflict.md"),
    },
    check: Check::File(check),
};

/// What every conflict begins with.
const SIGN: &str = "<<<<<<<";

fn check(file: &File, report: &mut Report<'_>) {
    let document = file.document();
    if let Some(root) = document.root().filter(|_| document.text().contains(SIGN)) {
        values(root, report);
    }
}

fn values(value: Value<'_>, report: &mut Report<'_>) {
    value.items().for_each(|item| values(item, report));
    value
        .entries()
        .for_each(|entry| values(entry.value, report));
    let source = value.span().of(value.document().text());
    let signs = source.match_indices(SIGN);
    let found = conflicts(value.text().unwrap_or_default());
    for (conflict, (at, sign)) in found.into_iter().zip(signs) {
        let start = value.span().range().start + at;
        let sides = (brief(conflict.ours), brief(conflict.theirs));
        let values = [("ours", &*sides.0), ("theirs", &*sides.1)];
        report.at(Span::new(start, start + sign.len()), "value", &values);
    }
}

/// The first line of a side; a sign for a side that has none.
fn brief(side: &str) -> String {
    const MOST: usize = 20;
    let mut lines = side.lines();
    let first = lines.next().unwrap_or("—");
    let mut text: String = first.chars().take(MOST).collect();
    if first.chars().count() > MOST || lines.next().is_some() {
        text.push('…');
    }
    text
}
