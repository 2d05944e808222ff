//! A005: 编目员的职责不起作用。

use crate::catalog::{Area, Editor, File, FileKind, Line};
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::{Check, Report, Rule};
use crate::yaml::Value;

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "A005",
        slug: "idle-editor",
        severity: Severity::Warning,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("a005_idle_editor.md"),
    },
    check: Check::File(check),
};

fn check(file: &File, report: &mut Report<'_>) {
    if file.kind != FileKind::Manifest {
        return;
    }
    let remit = &report.registers().manifest.remit;
    let list = file.document().root().and_then(|root| root.get("editors"));
    let entries = list.into_iter().flat_map(|list| list.items());
    for (place, (editor, entry)) in remit.editors.iter().zip(entries).enumerate() {
        let earlier = remit.editors.get(..place).unwrap_or_default();
        idle(editor, entry, report);
        repeated(entry, earlier, report);
        late_keys(editor, entry, report);
        for key in ["edits", "approves"] {
            for line in items(entry, key) {
                names(line, report);
            }
        }
        for line in editor.edits.iter().chain(&editor.approves) {
            nowhere(line, report);
        }
    }
}

/// An entry that nobody goes by, or that lets nobody do anything.
fn idle(editor: &Editor, entry: Value<'_>, report: &mut Report<'_>) {
    let values = [("name", &*editor.name)];
    let span = entry.get("name").unwrap_or(entry).span();
    if editor.emails.is_empty() && editor.keys.is_empty() {
        report.at(span, "nobody", &values);
    }
    if editor.edits.is_empty() && editor.approves.is_empty() {
        report.at(span, "nothing", &values);
    }
}

/// A mail address or a key that an earlier entry has.
fn repeated(entry: Value<'_>, earlier: &[Editor], report: &mut Report<'_>) {
    for email in items(entry, "emails") {
        let text = email.text().unwrap_or("");
        let has = |editor: &&Editor| {
            let mut known = editor.emails.iter();
            known.any(|known| known.eq_ignore_ascii_case(text))
        };
        if let Some(other) = earlier.iter().find(has) {
            report.at(
                email.span(),
                "email",
                &[("email", text), ("name", &other.name)],
            );
        }
    }
    for key in items(entry, "keys").filter_map(|key| key.get("key")) {
        let text = key.text().unwrap_or("");
        let has = |editor: &&Editor| editor.keys.iter().any(|known| known.text == text.trim());
        if let Some(other) = earlier.iter().find(has) {
            report.at(key.span(), "key", &[("name", &other.name)]);
        }
    }
}

fn late_keys(editor: &Editor, entry: Value<'_>, report: &mut Report<'_>) {
    let untils = items(entry, "keys").filter(|key| key.get("key").is_some());
    for (key, value) in editor.keys.iter().zip(untils) {
        let until = value.get("until").filter(|_| !key.holds_on(report.today));
        let day = until.and_then(|until| until.text());
        if let Some((until, day)) = until.zip(day) {
            report.at(until.span(), "late", &[("until", day)]);
        }
    }
}

/// Divisions, departments and types that there are not. A code of another form is what S018 speaks of.
fn names(line: Value<'_>, report: &mut Report<'_>) {
    for code in items(line, "divisions") {
        let is_known = |text: &str| report.registers().division(text).is_some();
        unknown(
            code,
            (&[6, 9, 12], is_known(code.text().unwrap_or(""))),
            "division",
            report,
        );
    }
    for code in items(line, "departments") {
        let is_known = report
            .standard()
            .department(code.text().unwrap_or(""))
            .is_some();
        unknown(code, (&[2], is_known), "department", report);
    }
    for code in items(line, "types") {
        let is_known = report.standard().kind(code.text().unwrap_or("")).is_some();
        unknown(code, (&[2], is_known), "type", report);
    }
}

fn unknown(
    code: Value<'_>,
    (lengths, is_known): (&[usize], bool),
    say: &str,
    report: &mut Report<'_>,
) {
    let Some(text) = code.text() else { return };
    let has_form = lengths.contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    if has_form && !is_known {
        report.at(code.span(), say, &[("code", text)]);
    }
}

/// A line that limits files to divisions though none of them lies at one.
fn nowhere(line: &Line, report: &mut Report<'_>) {
    const PLACED: [Area; 4] = [Area::Local, Area::Bodies, Area::Divisions, Area::Laws];
    let files = line.files.as_deref().unwrap_or(&PLACED);
    let is_limited = line.divisions.is_some() || line.levels.is_some();
    if is_limited && !files.is_empty() && !files.iter().any(|file| PLACED.contains(file)) {
        report.at(line.span, "nowhere", &[]);
    }
}

fn items<'d>(record: Value<'d>, key: &'static str) -> impl Iterator<Item = Value<'d>> + use<'d> {
    record.get(key).into_iter().flat_map(|list| list.items())
}
