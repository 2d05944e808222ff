//! L024: 版本没有由新到旧排列。

use crate::catalog::{File, Law, LawVersion};
use crate::findings::{RuleInfo, Safety, Severity, Status};
use crate::rules::law::register::{first_inversion, laws, published};
use crate::rules::{Check, Report, Rule};
use crate::yaml::{Op, Path};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "L024",
        slug: "versions-out-of-order",
        severity: Severity::Error,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("l024_versions_out_of_order.md"),
    },
    check: Check::File(check),
};

fn check(file: &File, report: &mut Report<'_>) {
    for law in laws(file, report) {
        let inverted = first_inversion(law.versions());
        if let Some(at) = inverted {
            tell(law, at, report);
        }
    }
}

fn tell(law: &Law, at: usize, report: &mut Report<'_>) {
    let (Some(newer), Some(older)) = (law.versions().nth(at), law.versions().nth(at - 1)) else {
        return;
    };
    let values = [
        ("law", law.title()),
        ("newer", published(&newer)),
        ("older", published(&older)),
    ];
    let place = place(law);
    let said = report.at(newer.span, "order", &values);
    let mut moved: Vec<LawVersion<'_>> = law.versions().collect();
    let version = moved.remove(at);
    let to = moved
        .iter()
        .position(|other| published(other) < published(&version));
    let (Some(to), Some(place)) = (to, place) else {
        return;
    };
    moved.insert(to, version);
    if first_inversion(moved.into_iter()).is_none() {
        let path = Path::key("laws").then_index(place).then_key("versions");
        let path = path.then_index(at);
        said.fix(Safety::Safe, Op::Move { path, to }, "shift", &values);
    }
}

/// The place of a law in the list of its file.
fn place(law: &Law) -> Option<usize> {
    let list = law.file.document().root()?.get("laws")?;
    list.items().position(|item| item.span() == law.span())
}
