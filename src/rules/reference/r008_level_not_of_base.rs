//! R008: 行使层级不在基本目录所列的层级里。

use crate::catalog::{Field, Floor, Matter};
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::reference::ground::{comes_from_above, is_doubted, lower_division};
use crate::rules::{Check, Report, Rule};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "R008",
        slug: "level-not-of-base",
        severity: Severity::Warning,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("r008_level_not_of_base.md"),
    },
    check: Check::Matter(check),
};

fn check(matter: &Matter, report: &mut Report<'_>) {
    let catalog = report.catalog;
    if matter.floor != Floor::Local || matter.is_cancelled() {
        return;
    }
    let base = matter.base_code().and_then(|code| catalog.base(code.value));
    let listed = base.and_then(|base| catalog.matter(base).value(Field::Levels));
    let Some((level, listed)) = matter.text(Field::Level).zip(listed) else {
        return;
    };
    // What level 6 means differs from system to system.
    let own = report
        .standard()
        .level(level.value)
        .filter(|own| own.code != "6");
    let levels = || listed.items().filter_map(|level| level.text());
    let Some(own) = own.filter(|_| levels().all(|listed| listed != level.value)) else {
        return;
    };
    let is_handed_down = comes_from_above(matter) && levels().any(|listed| listed < level.value);
    // What is no level may stand for this very one; another rule speaks of it.
    let is_garbled = levels().any(|listed| report.standard().level(listed).is_none());
    let is_said =
        is_garbled || is_doubted(matter, Field::Level) || lower_division(matter, catalog).is_some();
    if is_handed_down || is_said || levels().next().is_none() {
        return;
    }
    let named = levels().filter_map(|level| report.standard().level(level));
    let (zh, en): (Vec<&str>, Vec<&str>) = named.map(|level| (&*level.zh, &*level.en)).unzip();
    let values = [
        ("level", &*own.zh),
        ("level_en", &*own.en),
        ("listed", &*zh.join("、")),
        ("listed_en", &*en.join(", ")),
    ];
    let said = report.at(level.span, "unlisted", &values);
    if let Some(base) = base {
        said.beside(&catalog.matter(base).file, listed.span(), "list", &values);
    }
}
