//! The clock, asked in one place; everything below is handed the date.

use jiff::civil::Date;

/// Today's date where the machine stands.
pub fn today() -> Date {
    jiff::ZonedDateTime::now().date()
}
