//! What an import does, for a machine.

use serde_json::{Value as Json, json};

use crate::cli::import::Done;

/// The outcome as one JSON document.
pub(super) fn text(done: &Done) -> String {
    let tally = &done.import.tally;
    let files = done.import.plan.changes.iter();
    let files: Vec<String> = files
        .map(|change| format!("catalog/{}", change.path))
        .collect();
    let reject = |reject: &crate::exchange::Reject| -> Json {
        let table = done.tables.get(reject.table);
        json!({
            "sheet": table.map(|table| &table.name),
            "row": table.map(|table| table.number(reject.row)),
            "reason": {"zh": reject.reason.zh, "en": reject.reason.en},
        })
    };
    let rejects: Vec<Json> = done.import.rejects.iter().map(reject).collect();
    let document = json!({
        "version": 1,
        "written": done.is_written,
        "rows": tally.rows,
        "new": tally.new,
        "changed": tally.changed,
        "same": tally.same,
        "repeated": tally.repeated,
        "rejected": tally.rejected,
        "unlinked": tally.unlinked,
        "files": files,
        "rejects": rejects,
        "mapping": done.proposed.mapping,
        "left": done.proposed.left,
    });
    format!("{document:#}\n")
}
