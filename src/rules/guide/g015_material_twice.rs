//! G015: 同一份材料用两种写法列了两次。

use crate::catalog::{Field, Matter};
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::wording::is_same_wording;
use crate::rules::{Check, Report, Rule};
use crate::yaml::Value;

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "G015",
        slug: "material-twice",
        severity: Severity::Warning,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("g015_material_twice.md"),
    },
    check: Check::Matter(check),
};

fn check(matter: &Matter, report: &mut Report<'_>) {
    let Some(materials) = matter
        .value(Field::Materials)
        .filter(|_| !matter.is_cancelled())
    else {
        return;
    };
    let names: Vec<_> = materials.items().filter_map(name).collect();
    for (place, &(value, text)) in names.iter().enumerate() {
        // Letter for letter the same is said by the list's own rule.
        let is_twin =
            |(_, earlier): &(Value<'_>, &str)| *earlier != text && is_same_wording(earlier, text);
        if let Some((first, earlier)) = names.iter().copied().take(place).find(is_twin) {
            let values = [("name", text), ("first", earlier)];
            report.at(value.span(), "twice", &values).beside(
                &matter.file,
                first.span(),
                "first",
                &values,
            );
        }
    }
}

fn name(material: Value<'_>) -> Option<(Value<'_>, &str)> {
    let name = material.get("name")?;
    Some((name, name.text()?))
}
