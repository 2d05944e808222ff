//! L003: 所列依据的位阶都无权设定这一类事项。

use crate::catalog::{Field, MatterId};
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::law::footing::{closed, footing};
use crate::rules::{Check, Report, Rule};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "L003",
        slug: "rank-too-low",
        severity: Severity::Error,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("l003_rank_too_low.md"),
    },
    check: Check::Effective(check),
};

fn check(id: MatterId, report: &mut Report<'_>) {
    let standard = &report.catalog.standard;
    let made_of = [Field::Type, Field::LegalBasis];
    let is_closed = |kind: &str| closed(kind, standard).is_some();
    let Some(footing) = footing(id, &made_of, is_closed, report) else {
        return;
    };
    let closed = closed(footing.kind, standard);
    let Some((setting, clause)) = closed.filter(|_| !footing.is_settable(standard)) else {
        return;
    };
    // Said once, where the wrong combination is made.
    let Some(span) = footing.made_at(id) else {
        return;
    };
    let kind = standard.kind(&setting.kind);
    let ranks = footing.ranks.names(report);
    let values = [
        ("kind", &*setting.zh),
        ("kind_en", kind.map_or("", |kind| &*kind.en)),
        ("ranks", &*ranks.zh),
        ("ranks_en", &*ranks.en),
        ("statute", &*clause.statute),
        ("article", &*clause.article.to_string()),
    ];
    report.at(span, "rank", &values);
}
