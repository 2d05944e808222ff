//! X005: 处置之后内容有变，处置已失效。

use crate::findings::{RuleInfo, Severity, Status};
use crate::levels::{Action, Difference, Standing, standing};
use crate::rules::{Check, Pair, Report, Rule};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "X005",
        slug: "void-decision",
        severity: Severity::Warning,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("x005_void_decision.md"),
    },
    check: Check::Difference(check),
};

fn check(difference: &Difference<'_>, pair: Pair, report: &mut Report<'_>) {
    let (standard, today) = (report.standard(), report.today);
    let matter = report.catalog.matter(pair.lower);
    let Standing::Changed(decision) = standing(standard, matter, difference, today) else {
        return;
    };
    let say = match decision.action {
        Action::Approve => "approved",
        Action::Propose => "proposed",
        Action::Adopt => "adopted",
        // What was only put off is simply open again.
        Action::Skip => return,
    };
    let title = standard.title(difference.field);
    let values = [
        ("title", &*title.zh),
        ("title_en", &*title.en),
        ("by", decision.text("by").unwrap_or("")),
        ("date", decision.text("on").unwrap_or("")),
    ];
    let file = report.file();
    report.at(decision.value.span(), say, &values).beside(
        file,
        difference.lower.span(),
        "value",
        &[],
    );
}
