//! Tables for a terminal: columns as wide as what stands in them, by the cells it takes.

use crate::report::{Look, Paint};
use crate::text::{clip, pad, width};

/// A table with a line of headings: the first column to the left, numbers to the right. The first column
/// is clipped where the line would be too long.
pub(super) fn table(headings: &[&str], rows: &[Vec<String>], look: &Look) -> String {
    let head: Vec<String> = headings.iter().map(|text| (*text).to_owned()).collect();
    let all = || std::iter::once(&head).chain(rows);
    let widest = |place: usize| {
        let cells = all().filter_map(|row| row.get(place));
        cells.map(|cell| width(cell)).max().unwrap_or(0)
    };
    let mut widths: Vec<usize> = (0..headings.len()).map(widest).collect();
    let numbers: usize = widths.iter().skip(1).map(|width| width + 2).sum();
    if let Some(first) = widths.first_mut() {
        *first = (*first).min(look.width.saturating_sub(numbers).max(8));
    }
    let mut text = String::new();
    for (place, row) in all().enumerate() {
        let line = line(row, &widths);
        text += &match place {
            0 => look.paint(Paint::Faint, &line),
            _ => line,
        };
        text.push('\n');
    }
    text
}

fn line(row: &[String], widths: &[usize]) -> String {
    let cells = row.iter().zip(widths).enumerate();
    let cells = cells.map(|(place, (cell, cells))| match place {
        0 => pad(cell, *cells),
        _ => right(cell, *cells),
    });
    let line: Vec<String> = cells.collect();
    line.join("  ").trim_end().to_owned()
}

fn right(text: &str, cells: usize) -> String {
    let text = clip(text, cells);
    let space = " ".repeat(cells.saturating_sub(width(&text)));
    space + &text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;

    #[test]
    fn columns_stand_under_each_other_whatever_the_script() {
        let look = Look {
            lang: Lang::Zh,
            colours: false,
            width: 24,
        };
        let rows = [
            vec!["公共场所卫生许可".to_owned(), "7".to_owned()],
            vec!["name".to_owned(), "12".to_owned()],
        ];
        assert_eq!(
            table(&["事项", "差异"], &rows, &look),
            "事项              差异\n公共场所卫生许可     7\nname                12\n"
        );
    }
}
