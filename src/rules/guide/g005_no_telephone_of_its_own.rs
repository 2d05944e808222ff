//! G005: 咨询、投诉没有电话，或者两处是同一个电话。

use crate::catalog::{Field, Matter};
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::guide::phone::is_among;
use crate::rules::{Check, Report, Rule};
use crate::yaml::Shape;

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "G005",
        slug: "no-telephone-of-its-own",
        severity: Severity::Warning,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("g005_no_telephone_of_its_own.md"),
    },
    check: Check::Matter(check),
};

fn check(matter: &Matter, report: &mut Report<'_>) {
    if matter.is_cancelled() {
        return;
    }
    let phone = |field| matter.value(field).and_then(|way| way.get("phone"));
    let (ask, complain) = (phone(Field::Consultation), phone(Field::Complaint));
    let ways = [
        (Field::Consultation, "no_consultation"),
        (Field::Complaint, "no_complaint"),
    ];
    for (field, say) in ways {
        let way = matter
            .value(field)
            .filter(|way| way.shape() == Shape::Mapping);
        if let Some(way) = way.filter(|way| way.get("phone").is_none()) {
            report.at(way.span(), say, &[]);
        }
    }
    let Some((ask, complain)) = ask.zip(complain) else {
        return;
    };
    let phones = &report.catalog.standard.tables.guide.phones;
    let Some((questions, complaints)) = ask.text().zip(complain.text()) else {
        return;
    };
    if is_among(complaints, questions, phones) {
        let values = [("phone", complaints)];
        report.at(complain.span(), "same", &values).beside(
            &matter.file,
            ask.span(),
            "other",
            &values,
        );
    }
}
