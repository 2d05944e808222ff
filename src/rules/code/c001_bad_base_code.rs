//! C001: 基本编码的写法不对，或其中一段查不到。

use crate::catalog::{Catalog, Field, Floor, Matter};
use crate::findings::{RuleInfo, Safety, Severity, Status};
use crate::rules::code::letters::{self, part};
use crate::rules::code::tidy::tidied;
use crate::rules::{Check, Report, Rule};
use crate::terms::{BaseCode, BaseCodeFault};
use crate::text::Spanned;
use crate::yaml::{Data, Op, Path};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "C001",
        slug: "bad-base-code",
        severity: Severity::Warning,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("c001_bad_base_code.md"),
    },
    check: Check::Matter(check),
};

fn check(matter: &Matter, report: &mut Report<'_>) {
    let Some(code) = matter.base_code() else {
        return;
    };
    match BaseCode::parse(code.value) {
        Err(fault) => malformed(matter, code, fault, report),
        // A local matter takes its code from the base catalog, where the segments are judged.
        Ok(base) if matter.floor == Floor::Base => segments(matter, code, &base, report),
        Ok(_) => {}
    }
}

fn malformed(matter: &Matter, code: Spanned<&str>, fault: BaseCodeFault, report: &mut Report<'_>) {
    let tidied = tidied(code.value);
    match fault {
        BaseCodeFault::NotADigit(..) => not_digits(matter, code, report),
        BaseCodeFault::Length(_) if BaseCode::parse(&tidied.text).is_ok() => {
            let slips = tidied.slips();
            let values = [
                ("seen", code.value),
                ("slips", &*slips.zh),
                ("slips_en", &*slips.en),
                ("right", &*tidied.text),
            ];
            let fix = confirmed(matter, &tidied.text, report.catalog);
            let said = report.at(code.span, "written", &values);
            if let Some(op) = fix {
                said.fix(Safety::Unsafe, op, "replace", &values);
            }
        }
        BaseCodeFault::Length(length) => {
            let length = length.to_string();
            let values = [("seen", code.value), ("length", &*length)];
            report.at(code.span, "length", &values);
        }
    }
}

fn not_digits(matter: &Matter, code: Spanned<&str>, report: &mut Report<'_>) {
    let letters = letters::all(code.value, |letter| !letter.is_ascii_digit());
    let named = letters::named(&letters);
    let meant = letters::in_digits(code.value, 0, &report.standard().tables.coding);
    let values = [
        ("letters", &*named.zh),
        ("letters_en", &*named.en),
        ("right", &*meant),
    ];
    let span = letters::span(report.file(), code, &letters);
    if BaseCode::parse(&meant).is_err() {
        report.at(span, "letter", &values);
        return;
    }
    let fix = confirmed(matter, &meant, report.catalog);
    let said = report.at(span, "look_alike", &values);
    if let Some(op) = fix {
        said.fix(Safety::Unsafe, op, "replace", &values);
    }
}

/// What writes the code that was meant, where something else in the catalog says the same: the name of the
/// file, or the base catalog and the matter's own code.
fn confirmed(matter: &Matter, meant: &str, catalog: &Catalog) -> Option<Op> {
    let own = matter.code().map_or("", |code| code.value);
    let (field, is_confirmed) = match matter.floor {
        Floor::Base => (Field::Code, matter.file.stem() == meant),
        Floor::Local => (
            Field::BaseCode,
            own.ends_with(meant) && catalog.base(meant).is_some(),
        ),
    };
    is_confirmed.then(|| Op::Set {
        path: Path::key(field.key()),
        value: Data::Text(meant.to_owned()),
    })
}

/// The type has rules of its own; a department other than the field's is another finding.
fn segments(matter: &Matter, code: Spanned<&str>, base: &BaseCode, report: &mut Report<'_>) {
    let standard = report.standard();
    if standard.tables.coding.region(base.region()).is_none() {
        let span = part(report.file(), code, 0..2);
        report.at(span, "region", &[("seen", base.region())]);
    }
    let stated = matter.text(Field::Department).map(|text| text.value);
    let is_stated = stated.is_none_or(|stated| stated == base.department());
    if is_stated && standard.department(base.department()).is_none() {
        let span = part(report.file(), code, 4..6);
        report.at(span, "department", &[("seen", base.department())]);
    }
}
