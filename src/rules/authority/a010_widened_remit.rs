//! A010: 给自己加职责。

use crate::catalog::{Editor, FileKind, Line, Manifest, Registers, Remit};
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::{Changed, Check, Commit, Report, Rule};
use crate::text::Span;

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "A010",
        slug: "widened-remit",
        severity: Severity::Error,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("a010_widened_remit.md"),
    },
    check: Check::Commit(check),
};

fn check(commit: &Commit, report: &mut Report<'_>) {
    let is_manifest = |change: &&Changed| {
        let file = change.after.as_ref().or(change.before.as_ref());
        file.is_some_and(|file| file.kind == FileKind::Manifest)
    };
    for change in commit.changes.iter().filter(is_manifest) {
        let root = change
            .after
            .as_ref()
            .and_then(|file| file.document().root());
        let after = root.map(Manifest::read).unwrap_or_default().remit;
        let Some((span, name)) = widened(commit, &after, report) else {
            continue;
        };
        let (what, what_en) = commit.told();
        let values = [("what", &*what), ("what_en", &*what_en), ("name", &*name)];
        let say = if name.is_empty() { "open" } else { "widened" };
        report.at_file(&change.place(report), span, say, &values);
    }
}

/// The entry with which the author may do what they may not do now; without a name where nobody is left, so that
/// everyone may do everything.
fn widened(commit: &Commit, after: &Remit, report: &Report<'_>) -> Option<(Span, String)> {
    let registers = report.registers();
    let remit = &registers.manifest.remit;
    let own = commit.author.editors(remit, report.today);
    let everything = Line::default();
    if after.is_open() {
        let is_whole = holds(&own, |editor| &editor.edits, &everything, registers)
            && holds(&own, |editor| &editor.approves, &everything, registers);
        return (!is_whole).then(|| (Span::at(0), String::new()));
    }
    let next = commit.author.editors(after, report.today);
    let wider = next.into_iter().find(|editor| {
        let edits = editor.edits.iter();
        let approves = editor.approves.iter();
        edits
            .into_iter()
            .any(|line| !holds(&own, |editor| &editor.edits, line, registers))
            || approves
                .into_iter()
                .any(|line| !holds(&own, |editor| &editor.approves, line, registers))
    })?;
    Some((wider.span, wider.name.clone()))
}

/// Whether one line of some entries fits all that a line fits.
fn holds(
    own: &[&Editor],
    lines: impl Fn(&Editor) -> &Vec<Line>,
    line: &Line,
    registers: &Registers,
) -> bool {
    let mut all = own.iter().flat_map(|editor| lines(editor));
    all.any(|known| known.covers(line, registers))
}
