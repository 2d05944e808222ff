//! N004: 名称里有不该有的字词、空格或末尾标点。

use crate::catalog::MatterId;
use crate::catalog::standard::Naming;
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::name::flaw::{Flaw, ending, flaw, has_stray_space, word};
use crate::rules::name::lone_name;
use crate::rules::{Check, Report, Rule};
use crate::text::Spanned;

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "N004",
        slug: "unwanted-in-name",
        severity: Severity::Note,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("n004_unwanted_in_name.md"),
    },
    check: Check::Effective(check),
};

fn check(id: MatterId, report: &mut Report<'_>) {
    let naming = &report.standard().tables.naming;
    let has = |name: &Spanned<&str>| is_untidy(name.value, naming);
    let Some(name) = lone_name(id, report).filter(has) else {
        return;
    };
    let seen = ("seen", name.value);
    match flaw(name.value, naming) {
        Some(Flaw::Ending(mark)) => {
            report.at(name.span, "ending", &[seen, ("mark", mark)]);
        }
        Some(Flaw::Space) => {
            report.at(name.span, "space", &[seen]);
        }
        Some(Flaw::Word(banned)) => {
            let (why, why_en) = (("why", &*banned.why), ("why_en", &*banned.why_en));
            report.at(
                name.span,
                "word",
                &[seen, ("word", &banned.word), why, why_en],
            );
        }
        _ => {}
    }
}

fn is_untidy(name: &str, naming: &Naming) -> bool {
    ending(name, naming).is_some() || has_stray_space(name) || word(name, naming).is_some()
}
