//! X007: 处置的差异已经没有了。

use crate::catalog::{Field, MatterId, effective_value};
use crate::findings::{RuleInfo, Safety, Severity, Status};
use crate::levels::{Action, all_decisions, difference};
use crate::rules::{Check, Report, Rule};
use crate::yaml::{Op, Path};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "X007",
        slug: "idle-decision",
        severity: Severity::Note,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("x007_idle_decision.md"),
    },
    check: Check::Effective(check),
};

fn check(id: MatterId, report: &mut Report<'_>) {
    let catalog = report.catalog;
    let matter = catalog.matter(id);
    for (place, decision) in all_decisions(matter).enumerate() {
        let name = decision.text("field").unwrap_or("");
        let Some(field) = Field::from_key(name).filter(|_| decision.action != Action::Adopt) else {
            continue;
        };
        if differs(id, field, report) {
            continue;
        }
        let title = report.standard().title(field);
        let values = [("title", &*title.zh), ("title_en", &*title.en)];
        let path = Path::key(Field::Decisions.key()).then_index(place);
        report.at(decision.value.span(), "idle", &values).fix(
            Safety::Unsafe,
            Op::Remove { path },
            "remove",
            &values,
        );
    }
}

fn differs(id: MatterId, field: Field, report: &Report<'_>) -> bool {
    let catalog = report.catalog;
    let above = catalog
        .upper(id)
        .and_then(|upper| effective_value(catalog, upper, field));
    let own = catalog.matter(id).value(field);
    own.zip(above).is_some_and(|(own, above)| {
        difference(report.standard(), field, own, above.value).is_some()
    })
}
