//! S006: 此处不是 YAML。

use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::{Check, Report, Rule};
use crate::yaml::{Problem, SyntaxCause};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "S006",
        slug: "not-yaml",
        severity: Severity::Error,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("s006_not_yaml.md"),
    },
    check: Check::Problem(check),
};

fn check(problem: &Problem, report: &mut Report<'_>) {
    if let Some(cause) = problem.cause {
        report.at(problem.span, say(cause), &[("detail", &problem.detail)]);
    }
}

fn say(cause: SyntaxCause) -> &'static str {
    match cause {
        SyntaxCause::UnclosedQuote => "unclosed_quote",
        SyntaxCause::UnclosedBracket => "unclosed_bracket",
        SyntaxCause::StrayBracket => "stray_bracket",
        SyntaxCause::MissingComma => "missing_comma",
        SyntaxCause::Indentation => "indentation",
        SyntaxCause::MissingColon => "missing_colon",
        SyntaxCause::ColonInText => "colon_in_text",
        SyntaxCause::AfterQuote => "after_quote",
        SyntaxCause::BadEscape => "bad_escape",
        SyntaxCause::ReservedCharacter => "reserved",
        SyntaxCause::CommentInText => "comment",
        SyntaxCause::BlockHeader => "block_header",
        SyntaxCause::UnknownAnchor => "unknown_anchor",
        SyntaxCause::Nul => "nul",
        SyntaxCause::ConflictSigns => "conflict",
        SyntaxCause::Other => "other",
    }
}
