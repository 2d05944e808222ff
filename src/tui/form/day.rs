//! Days as people type them: eight digits, with points or strokes, in Chinese, or counted from today.

use jiff::civil::Date;
use jiff::{Span, ToSpan};

use crate::catalog::standard::{Form, Format, Schema};
use crate::text::{Message as Saying, words};
use crate::tui::form::half_width;

/// Whether a value is a day.
pub(crate) fn is_day(schema: &Schema) -> bool {
    matches!(&schema.form, Form::Text(form) if form.format == Some(Format::Date))
}

/// A typed text as the schema wants it: a day in full, anything else as it is.
pub(crate) fn spelled_out(schema: &Schema, typed: &str, today: Date) -> String {
    let day = is_day(schema).then(|| day(typed, today)).flatten();
    day.map_or_else(|| typed.to_owned(), |day| day.to_string())
}

/// The day that a text means.
pub(crate) fn day(typed: &str, today: Date) -> Option<Date> {
    let text = half_width(typed).to_lowercase();
    let text = text.trim();
    match text {
        "今天" | "今日" | "today" => return Some(today),
        "明天" | "tomorrow" => return today.tomorrow().ok(),
        "昨天" | "yesterday" => return today.yesterday().ok(),
        _ => {}
    }
    if let Some(counted) = text.strip_prefix('+') {
        return today.checked_add(stretch(counted)?).ok();
    }
    if let Some(counted) = text.strip_prefix('-') {
        return today.checked_sub(stretch(counted)?).ok();
    }
    if text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        let number = |from: usize, to: usize| text.get(from..to)?.parse::<i16>().ok();
        return date(number(0, 4)?, number(4, 6)?, number(6, 8)?);
    }
    let numbers: Option<Vec<i16>> = text
        .split(|letter: char| !letter.is_ascii_digit())
        .filter(|part| !part.is_empty())
        .map(|part| part.parse().ok())
        .collect();
    match *numbers?.as_slice() {
        [year, month, day] if year >= 1000 => date(year, month, day),
        [month, day] => date(today.year(), month, day),
        _ => None,
    }
}

fn date(year: i16, month: i16, day: i16) -> Option<Date> {
    let small = |number: i16| i8::try_from(number).ok();
    Date::new(year, small(month)?, small(day)?).ok()
}

/// A number of days, weeks, months or years.
fn stretch(text: &str) -> Option<Span> {
    let text = text.trim();
    let end = text
        .find(|letter: char| !letter.is_ascii_digit())
        .unwrap_or(text.len());
    let number: i32 = text.get(..end)?.parse().ok().filter(|n| *n <= 9999)?;
    match text.get(end..)?.trim().trim_start_matches('个') {
        "" | "d" | "day" | "days" | "天" | "日" => Some(number.days()),
        "w" | "week" | "weeks" | "周" | "星期" => Some(number.weeks()),
        "m" | "month" | "months" | "月" => Some(number.months()),
        "y" | "year" | "years" | "年" => Some(number.years()),
        _ => None,
    }
}

/// The day that a typed text means, with its weekday, to be read while it is typed; `None` where the text
/// says as much itself.
pub(crate) fn said(typed: &str, today: Date) -> Option<Saying> {
    let day = day(typed, today)?;
    let (zh, en) = match day.weekday() {
        jiff::civil::Weekday::Monday => ("一", "Monday"),
        jiff::civil::Weekday::Tuesday => ("二", "Tuesday"),
        jiff::civil::Weekday::Wednesday => ("三", "Wednesday"),
        jiff::civil::Weekday::Thursday => ("四", "Thursday"),
        jiff::civil::Weekday::Friday => ("五", "Friday"),
        jiff::civil::Weekday::Saturday => ("六", "Saturday"),
        jiff::civil::Weekday::Sunday => ("日", "Sunday"),
    };
    let said = words("= {day} 星期{zh}", "= {day} {en}");
    Some(said.with(&[("day", &day.to_string()), ("zh", zh), ("en", en)]))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date as on;

    use super::*;

    fn typed(text: &str) -> Option<String> {
        day(text, on(2026, 3, 1)).map(|day| day.to_string())
    }

    #[test]
    fn a_day_is_typed_in_many_ways() {
        for text in [
            "20260301",
            "2026-03-01",
            "2026.3.1",
            "2026年3月1日",
            "２０２６／３／１",
            "3月1日",
            "今天",
            "today",
        ] {
            assert_eq!(typed(text).as_deref(), Some("2026-03-01"), "{text}");
        }
    }

    #[test]
    fn a_day_is_counted_from_today() {
        assert_eq!(typed("+1 year").as_deref(), Some("2027-03-01"));
        assert_eq!(typed("+1年").as_deref(), Some("2027-03-01"));
        assert_eq!(typed("+2个月").as_deref(), Some("2026-05-01"));
        assert_eq!(typed("+30").as_deref(), Some("2026-03-31"));
        assert_eq!(typed("-1周").as_deref(), Some("2026-02-22"));
    }

    #[test]
    fn what_is_no_day_is_none() {
        for text in ["", "20260230", "2026-13-01", "三月一日", "+1世纪", "5", "+"] {
            assert_eq!(typed(text), None, "{text}");
        }
    }
}
