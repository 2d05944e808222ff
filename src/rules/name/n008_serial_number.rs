//! N008: 名称以序号开头。

use crate::catalog::{Field, MatterId};
use crate::findings::{RuleInfo, Safety, Severity, Status};
use crate::rules::name::flaw::{Flaw, flaw};
use crate::rules::name::lone_name;
use crate::rules::name::serial::without_serial;
use crate::rules::{Check, Report, Rule};
use crate::text::Spanned;
use crate::yaml::{Data, Op, Path};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "N008",
        slug: "serial-number",
        severity: Severity::Note,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("n008_serial_number.md"),
    },
    check: Check::Effective(check),
};

fn check(id: MatterId, report: &mut Report<'_>) {
    let naming = &report.standard().tables.naming;
    let has = |name: &Spanned<&str>| without_serial(name.value, &naming.serial_marks).is_some();
    let Some(name) = lone_name(id, report).filter(has) else {
        return;
    };
    let Some(Flaw::Serial(serial, bare)) = flaw(name.value, naming) else {
        return;
    };
    let values = [("seen", name.value), ("serial", serial), ("bare", bare)];
    let op = Op::Set {
        path: Path::key(Field::Name.key()),
        value: Data::Text(bare.to_owned()),
    };
    report
        .at(name.span, "serial", &values)
        .fix(Safety::Unsafe, op, "remove", &values);
}
