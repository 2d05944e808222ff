//! What changed, for a machine. The form is a promise: within version 1, keys are only added.
//!
//! ```json
//! {
//!   "version": 1, "lang": "zh", "from": "HEAD~1", "to": "HEAD",
//!   "summary": {"files": 1, "new": 0, "gone": 0, "renamed": 0, "changed": 1, "fields": 1,
//!     "classes": {"locked": 0, "widens": 1, "tightens": 0, "aligns": 0, "other": 0, "wording": 0}},
//!   "files": [
//!     {"path": "catalog/base/…", "was": null, "change": "changed", "told_by": "fields", "code": "…",
//!      "base_code": "…", "name": "…", "division": null,
//!      "fields": [{"field": "promised_limit", "title": "…", "change": "changed", "class": "widens",
//!        "before": {"days": 5}, "after": {"days": 9},
//!        "lines": [{"mark": "-", "parts": [{"text": "5", "changed": true}]}]}],
//!      "lines": [], "fault": null}
//!   ]
//! }
//! ```
//!
//! `change` is `new`, `gone`, `renamed`, `changed` or, of an element, `moved`; `told_by` is `fields`, `layout` or
//! `text`; a file told by its text has its `lines` and a `fault` with `line` and
//! `message`. A `mark` is `-`, `+`, a space or `…` where lines are left out.

use serde_json::{Map, Value as Json, json};

use crate::catalog::Catalog;
use crate::change::compare::ChangeKind;
use crate::levels::{Amended, Amendment, Judged, Shift};
use crate::report::amendments::Changes;
use crate::report::amendments::spot::spot;
use crate::report::amendments::words::fate_word;
use crate::report::json_text::to_text;
use crate::text::{DiffLine, Lang, LineMark, diff};
use crate::yaml::Data;

/// The changes as JSON.
pub fn amendments_json(changes: &Changes<'_>, lang: Lang) -> String {
    let files = changes.files.iter().map(|file| one(changes, file, lang));
    to_text(&json!({
        "version": 1,
        "lang": lang.word(),
        "from": changes.old,
        "to": changes.new,
        "summary": summary(changes),
        "files": files.collect::<Vec<_>>(),
    }))
}

fn summary(changes: &Changes<'_>) -> Json {
    let count = |word: &str| {
        let files = changes.files.iter();
        files.filter(|file| fate_word(file) == word).count()
    };
    let classes = Shift::ALL.map(|shift| (shift.word().to_owned(), changes.count(shift).into()));
    let fields: usize = changes.files.iter().map(|file| file.fields().len()).sum();
    json!({
        "files": changes.files.len(),
        "new": count("new"),
        "gone": count("gone"),
        "renamed": count("renamed"),
        "changed": count("changed"),
        "fields": fields,
        "classes": Map::from_iter(classes),
    })
}

fn one(changes: &Changes<'_>, file: &Amendment, lang: Lang) -> Json {
    let (told_by, lines) = match &file.what {
        Amended::Fields(_) => ("fields", Vec::new()),
        Amended::Layout => ("layout", Vec::new()),
        Amended::Text(sides) => ("text", diff(&sides[0], &sides[1])),
    };
    let fields = file.fields().iter();
    json!({
        "path": file.path,
        "was": file.was,
        "change": fate_word(file),
        "told_by": told_by,
        "code": file.subject.code,
        "base_code": file.subject.base_code,
        "name": file.subject.name,
        "division": file.subject.division,
        "fields": fields.map(|judged| field(changes.catalog, file, judged, lang)).collect::<Vec<_>>(),
        "lines": lines.iter().map(line).collect::<Vec<_>>(),
        "fault": file.fault.as_ref().map(|(line, said)| json!({"line": line, "message": said.of(lang)})),
    })
}

pub(super) fn field(catalog: &Catalog, file: &Amendment, judged: &Judged, lang: Lang) -> Json {
    let spot = spot(catalog, file, judged, lang);
    let change = &judged.change;
    let kind = match change.kind {
        ChangeKind::New(_) => "new",
        ChangeKind::Gone => "gone",
        ChangeKind::Changed => "changed",
        ChangeKind::Moved(_) => "moved",
    };
    json!({
        "field": change.path.top(),
        "title": spot.title,
        "change": kind,
        "class": judged.shift.word(),
        "before": change.before.as_ref().map(value),
        "after": change.after.as_ref().map(value),
        "lines": spot.lines().iter().map(line).collect::<Vec<_>>(),
    })
}

fn line(line: &DiffLine) -> Json {
    let mark = match line.mark {
        LineMark::Same => " ",
        LineMark::Removed => "-",
        LineMark::Added => "+",
        LineMark::Gap => "…",
    };
    let parts = line.parts.iter();
    let parts = parts.map(|part| json!({"text": part.text, "changed": part.is_changed}));
    json!({"mark": mark, "parts": parts.collect::<Vec<_>>()})
}

/// A value as the file has it.
pub(in crate::report) fn value(data: &Data) -> Json {
    match data {
        Data::Empty => Json::Null,
        Data::Bool(truth) => (*truth).into(),
        Data::Int(number) => (*number).into(),
        Data::Text(text) => text.as_str().into(),
        Data::List(items) => items.iter().map(value).collect(),
        Data::Map(entries) => {
            let entries = entries.iter().map(|(key, data)| (key.clone(), value(data)));
            Json::Object(entries.collect())
        }
    }
}
