//! Text with its cells parted by commas, tabs or semicolons, quoted as RFC 4180 has it.

use crate::exchange::formula::unguarded;
use crate::exchange::read::{OPEN_QUOTE, Unreadable};
use crate::exchange::{Cell, Table};

/// The table in such a text. An empty line is an empty row, so that rows keep their numbers.
pub(super) fn read(text: &str) -> Result<Table, Unreadable> {
    let delimiter = delimiter(text);
    let mut table = Table::default();
    let (mut row, mut rest) = (Vec::new(), text);
    while !rest.is_empty() {
        let (cell, after) = match rest.strip_prefix('"') {
            None => plain(rest, delimiter),
            Some(quoted) => {
                let (mut cell, after) = unquoted(quoted).ok_or_else(|| open(text, rest))?;
                let (tail, after) = plain(after, delimiter);
                cell += &tail;
                (cell, after)
            }
        };
        row.push(Cell::text(unguarded(&cell)));
        if let Some(next) = after.strip_prefix(delimiter) {
            rest = next;
        } else {
            let next = after.strip_prefix("\r\n");
            rest = next.or_else(|| after.get(1..)).unwrap_or("");
            table.rows.push(std::mem::take(&mut row));
        }
    }
    if !row.is_empty() {
        table.rows.push(row);
    }
    Ok(table)
}

/// The text up to the next delimiter or line end, and what begins with that.
fn plain(text: &str, delimiter: char) -> (String, &str) {
    let end = text.find([delimiter, '\n', '\r']).unwrap_or(text.len());
    let (cell, rest) = text.split_at(end);
    (cell.to_owned(), rest)
}

/// What stands in quotation marks, and what follows the closing one; `None` if there is none.
fn unquoted(text: &str) -> Option<(String, &str)> {
    let (mut cell, mut rest) = (String::new(), text);
    loop {
        let (before, after) = rest.split_once('"')?;
        cell += before;
        match after.strip_prefix('"') {
            None => return Some((cell, after)),
            Some(after) => {
                cell.push('"');
                rest = after;
            }
        }
    }
}

fn open(text: &str, rest: &str) -> Unreadable {
    let before = text.get(..text.len() - rest.len()).unwrap_or("");
    let line = before.matches('\n').count() + 1;
    Unreadable(OPEN_QUOTE.with(&[("line", &line.to_string())]))
}

/// What parts the cells: what stands most often outside of quotation marks in the first lines.
fn delimiter(text: &str) -> char {
    let mut counts = [(',', 0_usize), ('\t', 0), (';', 0)];
    let mut is_quoted = false;
    for byte in text.bytes().take(64 * 1024) {
        if byte == b'"' {
            is_quoted = !is_quoted;
        }
        for (delimiter, count) in &mut counts {
            *count += usize::from(!is_quoted && char::from(byte) == *delimiter);
        }
    }
    let [comma, tab, semicolon] = counts;
    let most =
        [tab, semicolon].into_iter().fold(
            comma,
            |best, other| {
                if other.1 > best.1 { other } else { best }
            },
        );
    most.0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Vec<Vec<String>> {
        let table = read(text).unwrap();
        let row = |row: &Vec<Cell>| row.iter().map(|cell| cell.shown().into_owned()).collect();
        table.rows.iter().map(row).collect()
    }

    #[test]
    fn cells_are_parted_by_what_the_file_uses() {
        assert_eq!(
            shown("甲,乙\n1,\"2,\n\"\"3\"\n"),
            [["甲", "乙"], ["1", "2,\n\"3"]]
        );
        assert_eq!(
            shown("甲\t乙\r\n1, 2\t3\r\n"),
            [["甲", "乙"], ["1, 2", "3"]]
        );
        assert_eq!(shown("甲;乙\n'=1;'二"), [["甲", "乙"], ["=1", "'二"]]);
    }

    #[test]
    fn rows_keep_their_numbers() {
        let empty: Vec<String> = vec![String::new()];
        assert_eq!(
            shown("甲\n\r\n乙\r\n"),
            [vec!["甲".to_owned()], empty, vec!["乙".to_owned()]]
        );
        assert_eq!(shown("a,\n,b"), [["a", ""], ["", "b"]]);
    }

    #[test]
    fn an_open_quotation_mark_swallows_nothing() {
        let error = read("甲,乙\n1,\"2\n3,4\n").unwrap_err();
        assert!(error.0.en.contains("line 2"), "{}", error.0.en);
    }
}
