//! R013: 联办机构、委托部门写的是代码而不是名称。

use crate::catalog::{Field, Matter};
use crate::findings::Safety;
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::{Check, Report, Rule};
use crate::terms::CreditCode;
use crate::yaml::{Data, Op, Path, Value};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "R013",
        slug: "code-for-a-name",
        severity: Severity::Warning,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("r013_code_for_a_name.md"),
    },
    check: Check::Matter(check),
};

fn check(matter: &Matter, report: &mut Report<'_>) {
    if let Some(value) = matter.value(Field::EntrustedBody) {
        judge(value, Path::key(Field::EntrustedBody.key()), report);
    }
    let joint = matter.value(Field::JointBodies);
    let joint = joint.into_iter().flat_map(|list| list.items());
    for (place, value) in joint.enumerate() {
        let path = || Path::key(Field::JointBodies.key()).then_index(place);
        judge(value, path(), report);
    }
}

fn judge(value: Value<'_>, path: Path, report: &mut Report<'_>) {
    let code = value.text().filter(|text| CreditCode::parse(text).is_ok());
    let Some(code) = code else { return };
    let Some(body) = report
        .registers()
        .body(code)
        .filter(|body| !body.name.is_empty())
    else {
        report.at(value.span(), "unknown", &[("code", code)]);
        return;
    };
    let values = [("code", code), ("name", &*body.name)];
    let op = Op::Set {
        path,
        value: Data::Text((*body.name).to_owned()),
    };
    report
        .at(value.span(), "known", &values)
        .fix(Safety::Unsafe, op, "replace", &values);
}
