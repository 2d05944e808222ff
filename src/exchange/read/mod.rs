//! From the bytes of a file to tables. What a file is, is told by its bytes and not by its name.

mod csv;
mod json;
mod letters;
mod workbook;

use crate::exchange::Table;
use crate::text::{Message, Words, words};

const NOT_TEXT: Words = words(
    "不是表格，也不是 UTF-8、UTF-16 或 GB18030 的文本",
    "neither a spreadsheet nor text in UTF-8, UTF-16 or GB18030",
);
const PAGE: Words = words(
    "这是一个网页，只是名字像表格；请用表格软件打开，另存为 .xlsx",
    "this is a web page with the name of a spreadsheet; open it and save it as .xlsx",
);
const BROKEN: Words = words(
    "表格文件打不开：{error}",
    "the spreadsheet cannot be opened: {error}",
);
const LOCKED: Words = words(
    "表格文件加了密码，请去掉密码另存",
    "the spreadsheet has a password; save it without one",
);
const NOT_JSON: Words = words(
    "第 {line} 行起不是 JSON：{error}",
    "not JSON from line {line} on: {error}",
);
const OPEN_QUOTE: Words = words(
    "第 {line} 行起的引号没有合上，后面的行会混成一格",
    "the quotation mark of line {line} is never closed; the lines behind it would become one cell",
);

/// 读不成: why a file cannot be read as tables.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable(pub Message);

/// The tables in a file, those without a cell left out.
pub fn read(bytes: &[u8]) -> Result<Vec<Table>, Unreadable> {
    let mut tables = if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xD0\xCF\x11\xE0") {
        workbook::read(bytes)?
    } else {
        let text = letters::decode(bytes).ok_or_else(|| Unreadable(NOT_TEXT.into()))?;
        let start = text.trim_start();
        if start.starts_with(['[', '{']) {
            json::read(&text)?
        } else if is_page(start) {
            return Err(Unreadable(PAGE.into()));
        } else {
            vec![csv::read(&text)?]
        }
    };
    tables.retain(|table| !table.rows.is_empty());
    Ok(tables)
}

fn is_page(start: &str) -> bool {
    let head: String = start.chars().take(20).collect();
    let head = head.to_ascii_lowercase();
    ["<html", "<!doctype", "<table", "<?xml", "<meta"]
        .iter()
        .any(|tag| head.starts_with(tag))
}
