//! What was put right, for a machine. The form is a promise: within version 1, keys are only added.
//!
//! ```json
//! {
//!   "version": 1,
//!   "lang": "zh",
//!   "written": true,
//!   "files": ["catalog/base/09/000109001000.yaml"],
//!   "applied": [{"rule": "N002", "severity": "warning", "path": "…", "message": "…",
//!                "fix": {"title": "…", "safety": "safe"}}],
//!   "refused": [{"rule": "…", …, "reason": "…", "brings": {"rule": "R002", "path": "…", "message": "…"}}],
//!   "more": 3,
//!   "remaining": {"errors": 0, "warnings": 1, "notes": 0, "findings": [{…}]},
//!   "patch": null
//! }
//! ```
//!
//! `files` are those that differ, `remaining` holds findings in the form of a check, `brings` is the finding
//! that a refused fix would have brought (or `null`), `more` counts the fixes that someone should look over,
//! `patch` is the patch where nothing was to be written.

use serde::Serialize;

use crate::findings::{Finding, Fixing, Unfixed, WhyNot};
use crate::report::fixes::{Told, why};
use crate::report::json::{JsonFinding, JsonFix, fix, one};
use crate::report::json_text::to_text;
use crate::report::places::Places;
use crate::report::{Summary, Titles};
use crate::text::Lang;

/// The fixing as JSON.
pub fn fixes_json(
    fixing: &Fixing,
    told: Told<'_>,
    patch: Option<&str>,
    (titles, lang): (&Titles, Lang),
) -> String {
    let places = Places::default();
    let count = Summary::default().count(told.left);
    let left = told.left.iter();
    let refused = fixing.refused.iter();
    to_text(&Report {
        version: 1,
        lang: lang.word(),
        written: told.is_written,
        files: fixing.files().into_iter().map(shown).collect(),
        applied: fixing.applied.iter().map(|one| brief(one, lang)).collect(),
        refused: refused.map(|unfixed| not_made(unfixed, lang)).collect(),
        more: told.more,
        remaining: Remaining {
            errors: count.errors,
            warnings: count.warnings,
            notes: count.notes,
            findings: left.map(|left| one(left, titles, &places, lang)).collect(),
        },
        patch,
    })
}

#[derive(Serialize)]
struct Report<'f> {
    version: u8,
    lang: &'static str,
    written: bool,
    files: Vec<String>,
    applied: Vec<Brief<'f>>,
    refused: Vec<Refused<'f>>,
    more: usize,
    remaining: Remaining<'f>,
    patch: Option<&'f str>,
}

#[derive(Serialize)]
struct Brief<'f> {
    rule: &'static str,
    severity: &'static str,
    path: String,
    message: &'f str,
    fix: Option<JsonFix<'f>>,
}

#[derive(Serialize)]
struct Refused<'f> {
    rule: &'static str,
    severity: &'static str,
    path: String,
    message: &'f str,
    fix: Option<JsonFix<'f>>,
    reason: String,
    brings: Option<Brief<'f>>,
}

#[derive(Serialize)]
struct Remaining<'f> {
    errors: usize,
    warnings: usize,
    notes: usize,
    findings: Vec<JsonFinding<'f>>,
}

fn shown(path: &str) -> String {
    format!("catalog/{path}")
}

fn brief(finding: &Finding, lang: Lang) -> Brief<'_> {
    Brief {
        rule: finding.rule,
        severity: finding.severity.word(),
        path: shown(&finding.file.path),
        message: finding.message.of(lang),
        fix: fix(finding, lang),
    }
}

fn not_made(unfixed: &Unfixed, lang: Lang) -> Refused<'_> {
    let Brief {
        rule,
        severity,
        path,
        message,
        fix,
    } = brief(&unfixed.finding, lang);
    Refused {
        rule,
        severity,
        path,
        message,
        fix,
        reason: why(&unfixed.reason).of(lang).to_owned(),
        brings: match &unfixed.reason {
            WhyNot::Brings(new) => Some(brief(new, lang)),
            _ => None,
        },
    }
}
