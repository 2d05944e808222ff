//! The clock, asked in one place; everything below is handed the date and the time.

use jiff::civil::Date;

/// Today's date where the machine stands.
pub fn today() -> Date {
    jiff::ZonedDateTime::now().date()
}

/// The time of day where the machine stands, as `09:05:03`.
pub fn time_of_day() -> String {
    jiff::ZonedDateTime::now().strftime("%H:%M:%S").to_string()
}

/// The time, in nanoseconds since 1970, as a file system tells when a file was changed.
pub fn now() -> i64 {
    let since = std::time::UNIX_EPOCH.elapsed().unwrap_or_default();
    i64::try_from(since.as_nanos()).unwrap_or(i64::MAX)
}
