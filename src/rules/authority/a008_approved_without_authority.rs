//! A008: 提交人无权批准。

use crate::catalog::{Belonging, Editor, Ruling};
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::authority::commit::named;
use crate::rules::{Changed, Check, Commit, Report, Rule};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "A008",
        slug: "approved-without-authority",
        severity: Severity::Error,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("a008_approved_without_authority.md"),
    },
    check: Check::Commit(check),
};

fn check(commit: &Commit, report: &mut Report<'_>) {
    let registers = report.registers();
    let remit = &registers.manifest.remit;
    let people = commit.people(remit.are_approvals_signed(), remit, report.today);
    if people.is_empty() && commit.may_be_anyone(remit) {
        return;
    }
    for change in &commit.changes {
        let Some(file) = &change.after else { continue };
        let belonging = Belonging::of_file(file);
        let mut able = people.clone();
        able.retain(|editor| editor.may_approve(&belonging, registers));
        for ruling in change.new_rulings() {
            let own = |editor: &&Editor| editor.name == ruling.by.trim();
            if !able.iter().any(own) {
                tell(commit, change, (&ruling, &belonging, &able), report);
            }
        }
    }
}

/// Either the author may approve nothing here, or signs with a name that is not the author's.
fn tell(
    commit: &Commit,
    change: &Changed,
    (ruling, belonging, able): (&Ruling<'_>, &Belonging, &[&Editor]),
    report: &mut Report<'_>,
) {
    let registers = report.registers();
    let (what, what_en) = commit.told();
    let remit = &registers.manifest.remit;
    let (who, who_en) = named(&remit.who_approves(belonging, registers));
    let (own, own_en) = named(able);
    let values = [
        ("what", &*what),
        ("what_en", &*what_en),
        ("by", ruling.by),
        ("own", &*own),
        ("own_en", &*own_en),
        ("who", &*who),
        ("who_en", &*who_en),
    ];
    let say = if able.is_empty() { "may_not" } else { "other" };
    report.at_file(&change.place(report), ruling.span, say, &values);
}
