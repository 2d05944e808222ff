//! N009: 名称里的引号、书名号用得不对。

use crate::catalog::{Field, MatterId};
use crate::findings::{RuleInfo, Safety, Severity, Status};
use crate::rules::name::flaw::{Flaw, flaw};
use crate::rules::name::lone_name;
use crate::rules::name::marks::{Mark, mark};
use crate::rules::{Check, Report, Rule};
use crate::text::Spanned;
use crate::yaml::{Data, Op, Path};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "N009",
        slug: "wrong-marks",
        severity: Severity::Note,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("n009_wrong_marks.md"),
    },
    check: Check::Effective(check),
};

fn check(id: MatterId, report: &mut Report<'_>) {
    let naming = &report.standard().tables.naming;
    let has = |name: &Spanned<&str>| mark(name.value, naming).is_some();
    let Some(name) = lone_name(id, report).filter(has) else {
        return;
    };
    let Some(Flaw::Mark(mark)) = flaw(name.value, naming) else {
        return;
    };
    let seen = ("seen", name.value);
    match mark {
        Mark::Unwanted(mark) => {
            report.at(name.span, "unwanted", &[seen, ("mark", mark)]);
        }
        Mark::Unpaired(mark) => {
            report.at(name.span, "unpaired", &[seen, ("mark", &mark.to_string())]);
        }
        Mark::Certificate(title, mended) => {
            let values = [seen, ("title", title), ("mended", &*mended)];
            let op = Op::Set {
                path: Path::key(Field::Name.key()),
                value: Data::Text(mended.clone()),
            };
            report
                .at(name.span, "certificate", &values)
                .fix(Safety::Unsafe, op, "remove", &values);
        }
    }
}
