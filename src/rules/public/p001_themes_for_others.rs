//! P001: 主题与服务对象不合。

use crate::catalog::standard::Group;
use crate::catalog::{Field, MatterId};
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::public::{serves, themes};
use crate::rules::record::Record;
use crate::rules::{Check, Report, Rule};
use crate::yaml::Value;

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "P001",
        slug: "themes-for-others",
        severity: Severity::Warning,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("p001_themes_for_others.md"),
    },
    check: Check::Effective(check),
};

fn check(id: MatterId, report: &mut Report<'_>) {
    let fields = [Field::Served, Field::ThemesPerson, Field::ThemesCorporate];
    let Some(record) = Record::of(report.catalog, id) else {
        return;
    };
    let Some((own, served)) = record.first_own(&fields).zip(record.value(Field::Served)) else {
        return;
    };
    let groups = &report.catalog.standard.tables.guide.groups;
    if !is_known(served, groups) {
        return;
    }
    let has_themes = |group: &Group| themes(record, group).is_some();
    for group in groups {
        let names = [("group", &*group.zh), ("group_en", &*group.en)];
        let own_themes = Field::from_key(&group.themes).and_then(|field| record.own(field));
        let is_served = serves(served, &group.served);
        if is_served && !has_themes(group) && groups.iter().any(has_themes) {
            report.at(own.span(), "missing", &names);
        }
        let is_odd = served.items().len() > 0 && !is_served && !serves(served, &group.others);
        if let Some(themes) = own_themes.filter(|themes| is_odd && themes.items().len() > 0) {
            report.at(themes.span(), "superfluous", &names);
        }
    }
}

/// Whether every code of those served is one of the table: an unknown one is said elsewhere.
fn is_known(served: Value<'_>, groups: &[Group]) -> bool {
    let is_in = |code: &str| {
        let mut codes = groups
            .iter()
            .flat_map(|group| group.served.iter().chain(&group.others));
        codes.any(|known| known == code)
    };
    served.items().all(|code| code.text().is_some_and(is_in))
}
