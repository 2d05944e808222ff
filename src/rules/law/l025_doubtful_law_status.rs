//! L025: 版本的效力自相矛盾。

use crate::catalog::{File, Law, LawStatus, LawVersion};
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::law::register::{first_inversion, laws};
use crate::rules::law::standing::in_force;
use crate::rules::{Check, Report, Rule};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "L025",
        slug: "doubtful-law-status",
        severity: Severity::Warning,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("l025_doubtful_law_status.md"),
    },
    check: Check::File(check),
};

fn check(file: &File, report: &mut Report<'_>) {
    for law in laws(file, report) {
        // In the wrong order nobody can tell which version is the newest.
        if first_inversion(law.versions()).is_some() {
            continue;
        }
        let Some(newest) = in_force(law, report.today) else {
            continue;
        };
        let is_gone = law.successor().is_some() || law.repealed_on().is_some();
        if newest.status == LawStatus::Superseded && !is_gone {
            tell("no_newer", law, &newest, report);
        } else if let Some(old) = old_in_force(law, &newest) {
            tell("old", law, &old, report);
        }
    }
}

fn tell(say: &str, law: &Law, version: &LawVersion<'_>, report: &mut Report<'_>) {
    let date = version.published_on.unwrap_or("—");
    let values = [("law", law.title()), ("date", date)];
    report.at(version.span, say, &values);
}

/// A version that is said to be in force though a newer one is.
fn old_in_force<'l>(law: &'l Law, newest: &LawVersion<'_>) -> Option<LawVersion<'l>> {
    let mut older = law
        .versions()
        .skip_while(|version| version.span != newest.span)
        .skip(1);
    older.find(|version| version.status == LawStatus::InForce)
}
