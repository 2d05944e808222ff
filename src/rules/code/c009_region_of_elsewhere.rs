//! C009: 基本编码的地区段是外省。

use crate::catalog::{Floor, Matter};
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::code::letters::part;
use crate::rules::code::mismatch::is_named_by_code;
use crate::rules::{Check, Report, Rule};
use crate::terms::BaseCode;

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "C009",
        slug: "region-of-elsewhere",
        severity: Severity::Warning,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("c009_region_of_elsewhere.md"),
    },
    check: Check::Matter(check),
};

fn check(matter: &Matter, report: &mut Report<'_>) {
    if matter.floor != Floor::Base || !is_named_by_code(matter) {
        return;
    }
    let Some(code) = matter.code() else { return };
    let coding = &report.standard().tables.coding;
    let home = report.registers().manifest.home.as_deref().unwrap_or("");
    // A home that is no province, such as that of a national catalog, holds codes of all.
    let home = home.get(..2).and_then(|home| coding.region(home));
    let there = BaseCode::parse(code.value).ok();
    let there = there.and_then(|base| coding.region(base.region()));
    let Some((here, there)) = home.filter(|home| home.code != NATION).zip(there) else {
        return;
    };
    if there.code != here.code && there.code != NATION {
        let values = [
            ("seen", &*there.code),
            ("there", &*there.zh),
            ("there_en", &*there.en),
            ("here", &*here.zh),
            ("here_en", &*here.en),
        ];
        let span = part(report.file(), code, 0..2);
        report.at(span, "elsewhere", &values);
    }
}

/// The region of codes that hold everywhere.
const NATION: &str = "00";
