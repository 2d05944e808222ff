//! A007: 改动超出职责。

use crate::catalog::{Belonging, Editor, Touch};
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::authority::commit::named;
use crate::rules::{Changed, Check, Commit, Report, Rule};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "A007",
        slug: "outside-remit",
        severity: Severity::Error,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("a007_outside_remit.md"),
    },
    check: Check::Commit(check),
};

fn check(commit: &Commit, report: &mut Report<'_>) {
    let remit = &report.registers().manifest.remit;
    for change in &commit.changes {
        for touch in change.touches() {
            let is_signed = remit.is_signed(touch.belonging.area);
            let people = commit.people(is_signed, remit, report.today);
            let is_unknown = people.is_empty();
            if is_unknown && commit.may_be_anyone(remit) || may(&people, &touch, report) {
                continue;
            }
            tell(commit, change, (&touch, is_unknown), report);
            // One place in a file will do for whoever has no business there.
            if is_unknown {
                break;
            }
        }
    }
}

/// Who may approve may change decisions and exceptions for it.
fn may(people: &[&Editor], touch: &Touch, report: &Report<'_>) -> bool {
    let registers = report.registers();
    people.iter().any(|editor| {
        let belonging = &touch.belonging;
        editor.may_edit(belonging, registers)
            || touch.is_ruling && editor.may_approve(belonging, registers)
    })
}

fn tell(
    commit: &Commit,
    change: &Changed,
    (touch, is_unknown): (&Touch, bool),
    report: &mut Report<'_>,
) {
    let (what, what_en) = commit.told();
    let (who, who_en) = who(&touch.belonging, report);
    let values = [
        ("what", &*what),
        ("what_en", &*what_en),
        ("path", &*change.path),
        ("who", &*who),
        ("who_en", &*who_en),
    ];
    let say = match (change.is_elsewhere(), is_unknown) {
        (false, false) => "outside",
        (false, true) => "unknown",
        (true, false) => "outside_file",
        (true, true) => "unknown_file",
    };
    report.at_file(&change.place(report), touch.span, say, &values);
}

fn who(belonging: &Belonging, report: &Report<'_>) -> (String, String) {
    let registers = report.registers();
    named(&registers.manifest.remit.who_edits(belonging, registers))
}
