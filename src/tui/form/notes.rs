//! Findings beside the rows they speak of.

use std::sync::Arc;

use crate::findings::Finding;
use crate::tui::form::Row;

/// Puts each finding of the matter's file at the deepest row it lies in; the first row takes the rest.
pub(crate) fn note_findings(rows: &mut [Row], findings: impl Iterator<Item = Arc<Finding>>) {
    for finding in findings {
        let at = finding.span.start;
        let holds = |row: &Row| {
            row.span
                .is_some_and(|span| span.start <= at && at < span.end)
        };
        let place = rows.iter().rposition(holds).unwrap_or(0);
        if let Some(row) = rows.get_mut(place) {
            row.notes.push(finding);
        }
    }
}
