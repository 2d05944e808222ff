//! N002: 名称里有半角标点，或括号不成对。

use crate::catalog::{Field, MatterId};
use crate::findings::Safety;
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::name::flaw::{Flaw, flaw, has_paired_brackets};
use crate::rules::name::lone_name;
use crate::rules::{Check, Report, Rule};
use crate::text::Spanned;
use crate::yaml::{Data, Op, Path};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "N002",
        slug: "half-width-punctuation",
        severity: Severity::Note,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("n002_half_width_punctuation.md"),
    },
    check: Check::Effective(check),
};

fn check(id: MatterId, report: &mut Report<'_>) {
    let naming = &report.standard().tables.naming;
    let has = |name: &Spanned<&str>| {
        naming.full_width(name.value).is_some() || !has_paired_brackets(name.value)
    };
    let Some(name) = lone_name(id, report).filter(has) else {
        return;
    };
    match flaw(name.value, naming) {
        Some(Flaw::HalfWidth(mark, full)) => {
            let mark = mark.to_string();
            let values = [("seen", name.value), ("mark", &*mark), ("full", &*full)];
            let op = Op::Set {
                path: Path::key(Field::Name.key()),
                value: Data::Text(full.clone()),
            };
            report
                .at(name.span, "half", &values)
                .fix(Safety::Safe, op, "widen", &values);
        }
        Some(Flaw::Bracket) => {
            report.at(name.span, "bracket", &[("seen", name.value)]);
        }
        _ => {}
    }
}
