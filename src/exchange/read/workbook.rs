//! Workbooks of spreadsheets: `.xlsx`, `.xls`, `.xlsb`, `.ods`.

use std::io::Cursor;

use calamine::{
    Data, Dimensions, ExcelDateTime, Range, Reader, Sheets, open_workbook_auto_from_rs,
};

use crate::exchange::read::{BROKEN, LOCKED, Unreadable};
use crate::exchange::{Cell, Table};

type Book<'b> = Sheets<Cursor<&'b [u8]>>;

/// The sheets of a workbook that hold anything, in their order.
pub(super) fn read(bytes: &[u8]) -> Result<Vec<Table>, Unreadable> {
    let mut book =
        open_workbook_auto_from_rs(Cursor::new(bytes)).map_err(|error| broken(&error))?;
    let names = book.sheet_names();
    let mut tables = Vec::new();
    for name in names {
        let range = book
            .worksheet_range(&name)
            .map_err(|error| broken(&error))?;
        let merged = merged(&mut book, &name);
        tables.push(table(name, &range, &merged));
    }
    Ok(tables)
}

fn broken(error: &calamine::Error) -> Unreadable {
    let error = error.to_string();
    let is_locked = error.to_lowercase().contains("password");
    Unreadable(if is_locked {
        LOCKED.into()
    } else {
        BROKEN.with(&[("error", &error)])
    })
}

fn merged(book: &mut Book<'_>, name: &str) -> Vec<Dimensions> {
    match book {
        Sheets::Xlsx(book) => book.merge_cells_by_sheet_name(name).unwrap_or_default(),
        Sheets::Xls(book) => book.merge_cells_by_sheet_name(name).unwrap_or_default(),
        _ => Vec::new(),
    }
}

fn table(name: String, range: &Range<Data>, merged: &[Dimensions]) -> Table {
    let (top, left) = range.start().unwrap_or((0, 0));
    let rows = range.rows().map(|row| row.iter().map(cell).collect());
    let mut table = Table {
        name,
        rows: rows.collect(),
        top: top as usize,
        left: left as usize,
    };
    for area in merged {
        let inside = |at: u32, from: u32| at.checked_sub(from).map(|at| at as usize);
        let (Some(first), Some(last)) = (inside(area.start.0, top), inside(area.end.0, top)) else {
            continue;
        };
        let columns = (inside(area.start.1, left), inside(area.end.1, left));
        if let (Some(from), Some(to)) = columns {
            table.fill((first, last), (from, to));
        }
    }
    table
}

#[expect(
    clippy::cast_precision_loss,
    reason = "what does not fit is refused as unsure"
)]
fn cell(data: &Data) -> Cell {
    match data {
        Data::Empty => Cell::Empty,
        Data::String(text) | Data::DurationIso(text) => Cell::text(text),
        Data::Float(number) => Cell::Number(*number),
        Data::Int(number) => Cell::Number(*number as f64),
        Data::Bool(truth) => Cell::Truth(*truth),
        Data::DateTime(day) => moment(day),
        Data::DateTimeIso(text) => match text.split_once('T') {
            Some((day, "00:00:00")) => Cell::Day(day.into()),
            None if text.len() == 10 => Cell::Day(text.as_str().into()),
            _ => Cell::text(text),
        },
        Data::Error(error) => Cell::Fault(error.to_string().into()),
    }
}

/// A day is a day; a moment, or a stretch of time, is its text, which no field takes for a day.
fn moment(moment: &ExcelDateTime) -> Cell {
    if !moment.is_datetime() || moment.as_f64() < 1.0 {
        return Cell::Number(moment.as_f64());
    }
    let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
    let date = format!("{year:04}-{month:02}-{day:02}");
    if (hour, minute, second) == (0, 0, 0) {
        Cell::Day(date.into())
    } else {
        Cell::Text(format!("{date} {hour:02}:{minute:02}:{second:02}").into())
    }
}

#[cfg(test)]
mod tests {
    use rust_xlsxwriter::{ExcelDateTime as Moment, Format, Workbook};

    use super::*;

    #[test]
    fn merged_cells_are_filled_and_numbers_and_days_stay_what_they_are() {
        let mut book = Workbook::new();
        let plain = Format::new();
        let sheet = book.add_worksheet().set_name("清单").unwrap();
        sheet
            .merge_range(2, 1, 2, 2, "承诺办结时限", &plain)
            .unwrap();
        sheet.merge_range(4, 1, 5, 1, "甲", &plain).unwrap();
        sheet.write(3, 2, "天数").unwrap();
        sheet.write(4, 2, 1.133e30).unwrap();
        let day = Moment::from_ymd(2024, 3, 5).unwrap();
        let as_day = Format::new().set_num_format("yyyy-mm-dd");
        sheet.write_with_format(5, 2, &day, &as_day).unwrap();
        let tables = read(&book.save_to_buffer().unwrap()).unwrap();
        let table = &tables[0];
        assert_eq!((&*table.name, table.top, table.left), ("清单", 2, 1));
        let text = Cell::text;
        assert_eq!(table.rows[0], [text("承诺办结时限"), text("承诺办结时限")]);
        assert_eq!(table.rows[2], [text("甲"), Cell::Number(1.133e30)]);
        assert_eq!(table.rows[3], [text("甲"), Cell::Day("2024-03-05".into())]);
        assert_eq!((table.number(3), table.letters(1)), (6, "C".to_owned()));
    }
}
