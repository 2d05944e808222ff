//! Differences for a spreadsheet, one a row: UTF-8 with its mark, lines as RFC 4180 has them, and no cell
//! that a spreadsheet would take for a formula, or for a number that it is not.

use crate::levels::{Compared, Decision, Standing};
use crate::report::levels::brief::elements;
use crate::report::levels::place::{base_code, line, path, place, raw_name};
use crate::report::levels::{Listing, beside, brief, field_title};
use crate::report::{class_name, standing_name};
use crate::text::{Lang, Words, visible, words};

const HEADINGS: [Words; 18] = [
    words("类别", "Class"),
    words("状态", "Standing"),
    words("地区", "Division"),
    words("基本目录事项", "Base matter"),
    words("事项名称", "Name"),
    words("字段", "Field"),
    words("对照", "Compared with"),
    words("对照的值", "Value there"),
    words("此处的值", "Value here"),
    words("缺少", "Missing"),
    words("多出", "Extra"),
    words("同级", "Siblings"),
    words("沿用此值的事项", "Matters with this value"),
    words("文件", "File"),
    words("行", "Line"),
    words("处置人", "Decided by"),
    words("处置理由", "Reason"),
    words("期限", "Until"),
];

/// The differences as CSV.
pub fn levels_csv(listing: &Listing<'_>, lang: Lang) -> String {
    let headings = HEADINGS.map(|heading| heading.of(lang).to_owned());
    let rows = listing.listed.iter().map(|one| row(one, lang));
    csv(std::iter::once(headings.to_vec()).chain(rows))
}

/// Rows as CSV.
pub(super) fn csv(rows: impl Iterator<Item = Vec<String>>) -> String {
    let mut text = "\u{FEFF}".to_owned();
    for row in rows {
        let cells: Vec<String> = row.iter().map(|text| cell(text)).collect();
        text += &cells.join(",");
        text += "\r\n";
    }
    text
}

fn row(one: &Compared<'_>, lang: Lang) -> Vec<String> {
    let (departure, catalog) = (&one.departure, one.lower.catalog);
    let difference = &departure.difference;
    let field = difference.field;
    let list = |list| elements(catalog, field, list, lang).join("\n");
    let base = catalog.base(base_code(one.lower, departure.lower));
    let base_name = base.map_or("", |base| raw_name(one.lower, base));
    let base = format!("{} {base_name}", base_code(one.lower, departure.lower));
    vec![
        class_name(difference.class).of(lang).to_owned(),
        standing_name(&departure.standing).of(lang).to_owned(),
        place(one.lower, departure.lower, lang),
        visible(base.trim()).into_owned(),
        visible(raw_name(one.lower, departure.lower)).into_owned(),
        field_title(catalog, field, lang).into_owned(),
        place(one.upper, departure.upper, lang),
        brief(one.upper.catalog, field, difference.upper, lang),
        brief(catalog, field, difference.lower, lang),
        list(&difference.missing),
        list(&difference.extra),
        beside::sentence(one, lang).unwrap_or_default(),
        departure.reach.to_string(),
        visible(&path(one)).into_owned(),
        line(one).map(|line| line.to_string()).unwrap_or_default(),
        decided(&departure.standing, &["by"]),
        decided(&departure.standing, &["reason", "legal_reason"]),
        decided(&departure.standing, &["until"]),
    ]
}

fn decided(standing: &Standing<'_>, keys: &[&str]) -> String {
    let last: &Decision<'_> = match standing {
        Standing::Open => return String::new(),
        Standing::Decided(last) | Standing::Changed(last) | Standing::Lapsed(last) => last,
    };
    let parts = keys.iter().filter_map(|key| last.text(key));
    let parts: Vec<_> = parts.map(visible).collect();
    parts.join("\n")
}

/// One cell: an apostrophe before what a spreadsheet would work out or round, quotes where they are needed.
fn cell(text: &str) -> String {
    let guard = if is_live(text) || is_mangled(text) {
        "'"
    } else {
        ""
    };
    if text.contains([',', '"', '\n', '\r']) {
        return format!("\"{guard}{}\"", text.replace('"', "\"\""));
    }
    format!("{guard}{text}")
}

/// Whether a spreadsheet would take the text for a formula; the full-width signs count in East Asian ones.
fn is_live(text: &str) -> bool {
    let first = text.trim_start().chars().next();
    first.is_some_and(|first| "=+-@＝＋－＠|%".contains(first))
        || text.starts_with(['\t', '\r', '\n'])
}

/// Whether a spreadsheet would show another number: without its zeros, or rounded after the 15th digit.
fn is_mangled(text: &str) -> bool {
    let is_number = text.bytes().all(|byte| byte.is_ascii_digit());
    is_number && text.len() > 1 && (text.starts_with('0') || text.len() > 15)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula_or_a_spoilt_number() {
        let shown = |text| cell(text);
        assert_eq!(shown("=HYPERLINK(\"x\")"), "\"'=HYPERLINK(\"\"x\"\")\"");
        assert_eq!(shown(" +1"), "' +1");
        assert_eq!(shown("＝1"), "'＝1");
        assert_eq!(shown("000123001000"), "'000123001000");
        assert_eq!(shown("330106"), "330106");
        assert_eq!(shown("甲,乙"), "\"甲,乙\"");
        assert_eq!(shown("-"), "'-");
        assert_eq!(shown("公共场所"), "公共场所");
    }
}
