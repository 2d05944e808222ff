//! What the columns of a table are called there.

use std::collections::HashMap;

use crate::exchange::{Head, Table};

/// The name of each column: what its head rows say, from top to bottom; its letters where they say nothing or
/// another column is called the same.
pub(super) fn labels(table: &Table, head: Head) -> Vec<String> {
    let mut labels: Vec<String> = (0..table.width())
        .map(|column| label(table, head, column))
        .collect();
    let mut seen: HashMap<String, usize> = HashMap::new();
    for (column, label) in labels.iter_mut().enumerate() {
        let count = seen.entry(label.clone()).or_default();
        *count += 1;
        if label.is_empty() {
            *label = format!("({})", table.letters(column));
        } else if *count > 1 {
            *label = format!("{label} ({})", table.letters(column));
        }
    }
    labels
}

fn label(table: &Table, head: Head, column: usize) -> String {
    let mut parts: Vec<String> = Vec::new();
    for row in rows(table, head) {
        let said = table.cell(row, column).shown();
        let said: String = said.split_whitespace().collect::<Vec<_>>().join(" ");
        if !said.is_empty() && parts.last() != Some(&said) {
            parts.push(said);
        }
    }
    parts.join("/")
}

/// The head rows, from 0.
pub(super) fn rows(table: &Table, head: Head) -> std::ops::Range<usize> {
    let from = head.first.saturating_sub(table.top + 1);
    from..head.last.saturating_sub(table.top).max(from)
}
