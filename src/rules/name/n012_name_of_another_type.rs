//! N012: 名称像是另一类事项。

use crate::catalog::standard::{NameForm, Named, Need};
use crate::catalog::{Field, MatterId, effective_value};
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::kind::system;
use crate::rules::name::lone_name;
use crate::rules::{Check, Report, Rule};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "N012",
        slug: "name-of-another-type",
        severity: Severity::Note,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("n012_name_of_another_type.md"),
    },
    check: Check::Effective(check),
};

fn check(id: MatterId, report: &mut Report<'_>) {
    let Some(name) = lone_name(id, report) else {
        return;
    };
    let catalog = report.catalog;
    let kind = effective_value(catalog, id, Field::Type).and_then(|kind| kind.value.text());
    let code = catalog.matter(id).base_code();
    // A type that is not the one in the code is said elsewhere.
    let is_sure = |kind: &&str| code.and_then(|code| code.value.get(2..4)) == Some(*kind);
    let Some(kind) = kind.filter(is_sure) else {
        return;
    };
    let forms = &report.standard().tables.naming.forms;
    let bare = without_brackets(name.value);
    let Some(own) = forms.iter().find(|form| form.kind == kind) else {
        return;
    };
    if fits(own, bare) || telling(own, bare).is_some() {
        return;
    }
    let Some((ending, other)) = forms
        .iter()
        .filter(|form| matches!(form.need, Need::Any) || fits(form, bare))
        .find_map(|form| Some((telling(form, bare)?, form)))
    else {
        return;
    };
    // A code that another system gives to that type was brought in from there, which is said elsewhere.
    if system(kind, &other.kind, report.standard()).is_some() {
        return;
    }
    let called = |code: &str| report.standard().kind(code).map(Named::name);
    let (kind, other) = (
        called(kind).unwrap_or_default(),
        called(&other.kind).unwrap_or_default(),
    );
    let values = [
        ("seen", name.value),
        ("ending", ending),
        ("kind", &*kind.zh),
        ("other", &*other.zh),
        ("kind_en", &*kind.en),
        ("other_en", &*other.en),
    ];
    report.at(name.span, "other", &values);
}

/// The name without what stands in brackets at its end.
fn without_brackets(name: &str) -> &str {
    let mut bare = name;
    while let Some((before, _)) = bare
        .strip_suffix('）')
        .and_then(|name| name.rsplit_once('（'))
    {
        bare = before;
    }
    bare
}

fn fits(form: &NameForm, name: &str) -> bool {
    let starts = form.starts.iter().any(|start| name.starts_with(&**start));
    let ends = form.ends.iter().any(|end| name.ends_with(&**end));
    match form.need {
        Need::Any => starts || ends,
        Need::All => starts && ends,
    }
}

/// The ending of a name that only this type has.
fn telling<'f>(form: &'f NameForm, name: &str) -> Option<&'f str> {
    let mut endings = form.telling.iter();
    endings
        .find(|end| name.ends_with(&***end))
        .map(String::as_str)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::standard::Standard;

    #[test]
    fn every_telling_ending_is_one_of_its_own_type_alone() {
        let standard = Standard::bundled().unwrap();
        let forms = &standard.tables.naming.forms;
        for form in forms {
            for ending in &form.telling {
                let name = format!("样例{ending}");
                let owners = forms.iter().filter(|form| telling(form, &name).is_some());
                let owners: Vec<&str> = owners.map(|form| &*form.kind).collect();
                assert_eq!(owners, [&*form.kind], "{name}");
            }
        }
    }

    #[test]
    fn brackets_at_the_end_tell_no_type() {
        assert_eq!(without_brackets("船舶登记（备案）（新办）"), "船舶登记");
        assert_eq!(without_brackets("船舶（新办）登记"), "船舶（新办）登记");
        assert_eq!(without_brackets("）"), "）");
    }
}
