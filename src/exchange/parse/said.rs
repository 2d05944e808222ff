//! What a cell says, unless a spreadsheet has spoilt it.

use crate::catalog::standard::{Exchange, Form, Format, Schema};
use crate::exchange::Cell;
use crate::exchange::cell::UNSURE;
use crate::exchange::reason::{FAULT, MADE_A_DAY, ROUNDED, Reason, SCIENTIFIC, SERIAL, of};
use crate::exchange::render::are_codes;
use crate::terms::CreditCode;

/// The text of a cell for a field; `None` if it says nothing.
pub(in crate::exchange) fn said(
    cell: &Cell,
    schema: &Schema,
    exchange: &Exchange,
) -> Result<Option<String>, Reason> {
    match cell {
        Cell::Empty => Ok(None),
        Cell::Fault(text) => Err(of(FAULT, text)),
        Cell::Truth(truth) => Ok(Some(truth.to_string())),
        Cell::Day(day) if is_day(schema) => Ok(Some(day.to_string())),
        Cell::Day(day) => Err(of(MADE_A_DAY, day)),
        Cell::Number(number) => number_said(*number, schema).map(Some),
        Cell::Text(text) if exchange.blank.iter().any(|blank| **blank == **text) => Ok(None),
        Cell::Text(text) => {
            refuse_spoilt(text, schema)?;
            Ok(Some(text.to_string()))
        }
    }
}

fn is_day(schema: &Schema) -> bool {
    matches!(&schema.form, Form::Text(form) if form.format == Some(Format::Date))
}

fn is_code(schema: &Schema) -> bool {
    let is_chosen = matches!(&schema.form, Form::Text(form) if !form.choices.is_empty());
    schema.is_code || is_chosen || are_codes(schema)
}

fn number_said(number: f64, schema: &Schema) -> Result<String, Reason> {
    let text = number.to_string();
    if is_day(schema) {
        return Err(of(SERIAL, &text));
    }
    if is_code(schema) && (number.fract() != 0.0 || number.abs() >= UNSURE) {
        return Err(of(ROUNDED, &text));
    }
    Ok(text)
}

/// A code in scientific notation, or with nothing but zeros from the sixteenth digit on. A credit code that
/// is whole by its check character may well end in zeros.
fn refuse_spoilt(text: &str, schema: &Schema) -> Result<(), Reason> {
    if !is_code(schema) {
        return Ok(());
    }
    if is_scientific(text) {
        return Err(of(SCIENTIFIC, text));
    }
    let is_number = text.bytes().all(|byte| byte.is_ascii_digit());
    let tail = text.get(15..).unwrap_or("");
    let is_rounded = is_number && !tail.is_empty() && tail.bytes().all(|byte| byte == b'0');
    if is_rounded && CreditCode::parse(text).is_err() {
        return Err(of(ROUNDED, text));
    }
    Ok(())
}

/// `1.23E+17`: a point or a sign tells it from a code that has an E among its digits.
fn is_scientific(text: &str) -> bool {
    let Some((digits, power)) = text.split_once(['E', 'e']) else {
        return false;
    };
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let (whole, part) = digits.split_once('.').unwrap_or((digits, "0"));
    let unsigned = power.trim_start_matches(['+', '-']);
    let is_marked = digits.contains('.') || unsigned.len() < power.len();
    is_marked && is_number(whole.trim_start_matches('-')) && is_number(part) && is_number(unsigned)
}
