//! D008: 不收费，却列了收费项目或者支持网上支付。

use crate::catalog::{Field, MatterId};
use crate::findings::{RuleInfo, Safety, Severity, Status};
use crate::rules::record::Record;
use crate::rules::{Check, Report, Rule};
use crate::yaml::{Data, Op, Path};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "D008",
        slug: "free-yet-charging",
        severity: Severity::Warning,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("d008_free_yet_charging.md"),
    },
    check: Check::Effective(check),
};

fn check(id: MatterId, report: &mut Report<'_>) {
    let record = Record::of(report.catalog, id);
    let Some(record) = record.filter(|record| record.flag(Field::Charged) == Some(false)) else {
        return;
    };
    // What is inherited cannot be taken back, so only what the matter states itself is judged.
    let fees = record
        .own(Field::Fees)
        .filter(|fees| fees.items().len() > 0);
    let pays = record
        .own(Field::PayOnline)
        .filter(|pays| pays.text() == Some("true"));
    if let Some(fees) = fees {
        report.at(fees.span(), "fees", &[]);
    } else if let Some(pays) = pays {
        let path = Path::key(Field::PayOnline.key());
        let value = Data::Bool(false);
        report
            .at(pays.span(), "pays", &[])
            .fix(Safety::Unsafe, Op::Set { path, value }, "no", &[]);
    }
}
