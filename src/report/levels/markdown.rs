//! Differences for a page, such as the comment on a pull request. Catalog text is only text there: no
//! markup, no link, no mention, no picture.

use std::fmt::Write;

use crate::catalog::Catalog;
use crate::levels::{Compared, Comparison};
use crate::report::levels::brief::{elements, full};
use crate::report::levels::place::{base_code, line, path, place, raw_name, side};
use crate::report::levels::summary::{self, Part};
use crate::report::levels::{Listing, beside, field_title};
use crate::report::{class_name, standing_name};
use crate::text::{Lang, Words, visible, words};

const HEADING: Words = words("各级差异", "Differences between levels");
const COLUMNS: Words = words(
    "| 类别 | 状态 | 地区 | 事项 | 字段 | 对照 | 此处 | 同级 | 文件 |",
    "| Class | Standing | Division | Matter | Field | Compared with | Here | Siblings | File |",
);
const NONE: Words = words("没有要列出的差异。", "No differences to list.");
const MORE: Words = words("另有 {count} 个没有列出。", "{count} more are not listed.");
const ONLY: Words = words("仅 {place} 有：", "Only in {place}:");
const UNCLEAR: Words = words("对应不明：", "Unclear:");

/// The differences as Markdown.
pub fn levels_markdown(catalog: &Catalog, listing: &Listing<'_>, lang: Lang) -> String {
    let whole = summary::whole(&listing.tally);
    let mut text = format!("## {}\n\n{}\n", HEADING.of(lang), whole.of(lang));
    for line in summary::compared(&listing.comparisons, lang) {
        let _ = writeln!(text, "\n{}", inline(&line));
    }
    for part in summary::parts(catalog, &listing.tally, lang) {
        if !part.rows.is_empty() {
            text += &table(&part, lang);
        }
    }
    if listing.lists_unpaired {
        for comparison in &listing.comparisons {
            text += &unpaired(comparison, lang);
        }
    }
    if listing.listed.is_empty() {
        let _ = writeln!(text, "\n{}", NONE.of(lang));
    } else {
        let _ = writeln!(text, "\n{}\n|{}", COLUMNS.of(lang), " --- |".repeat(9));
    }
    for one in &listing.listed {
        text += &row(one, lang);
    }
    if listing.more > 0 {
        let more = MORE.with(&[("count", &listing.more.to_string())]);
        let _ = writeln!(text, "\n{}", more.of(lang));
    }
    text
}

fn table(part: &Part, lang: Lang) -> String {
    let [due, void, approved, allowed] = summary::headings(lang);
    let mut text = format!(
        "\n| {} | {due} | {void} | {approved} | {allowed} |\n| --- |{}\n",
        part.heading,
        " ---: |".repeat(4)
    );
    for row in &part.rows {
        let numbers = summary::numbers(row.count).map(|number| number.to_string());
        let _ = writeln!(text, "| {} | {} |", inline(&row.name), numbers.join(" | "));
    }
    text
}

fn unpaired(comparison: &Comparison<'_>, lang: Lang) -> String {
    let only = |at| ONLY.with(&[("place", &side(at, lang))]).of(lang).to_owned();
    let (from, to) = (&comparison.from, &comparison.to);
    let lists = [
        (only(from), from.view, &comparison.only_from),
        (only(to), to.view, &comparison.only_to),
        (UNCLEAR.of(lang).to_owned(), to.view, &comparison.unclear),
    ];
    let mut text = String::new();
    for (heading, view, ids) in lists {
        if !ids.is_empty() {
            let _ = writeln!(text, "\n{}\n", inline(&heading));
        }
        for id in ids {
            let line = format!("{} {}", base_code(view, *id), raw_name(view, *id));
            let _ = writeln!(text, "- {}", inline(line.trim()));
        }
    }
    text
}

fn row(one: &Compared<'_>, lang: Lang) -> String {
    let departure = &one.departure;
    let difference = &departure.difference;
    let file = match line(one) {
        Some(line) => format!("{}:{line}", path(one)),
        None => path(one),
    };
    let (there, here) = values(one, lang);
    let there = std::iter::once(place(one.upper, departure.upper, lang)).chain(there);
    let cells = [
        class_name(difference.class).of(lang).to_owned(),
        standing_name(&departure.standing).of(lang).to_owned(),
        inline(&place(one.lower, departure.lower, lang)),
        inline(raw_name(one.lower, departure.lower)),
        inline(&field_title(one.lower.catalog, difference.field, lang)),
        cell(there),
        cell(here.into_iter()),
        inline(&beside::sentence(one, lang).unwrap_or_default()),
        inline(&file),
    ];
    format!("| {} |\n", cells.join(" | "))
}

/// What stands there and here; of lists, only what the other side does not have.
fn values(one: &Compared<'_>, lang: Lang) -> (Vec<String>, Vec<String>) {
    let difference = &one.departure.difference;
    let (catalog, field) = (one.lower.catalog, difference.field);
    if difference.missing.is_empty() && difference.extra.is_empty() {
        return (
            full(one.upper.catalog, field, difference.upper, lang),
            full(catalog, field, difference.lower, lang),
        );
    }
    let signed = |sign: &str, list| -> Vec<String> {
        let lines = elements(catalog, field, list, lang);
        lines.iter().map(|line| format!("{sign} {line}")).collect()
    };
    (
        signed("−", &difference.missing),
        signed("+", &difference.extra),
    )
}

/// Several lines in one cell.
fn cell(lines: impl Iterator<Item = String>) -> String {
    let lines: Vec<String> = lines.map(|line| inline(&line)).collect();
    lines.join("<br>")
}

/// Catalog text inside a line: every sign that could be markup as an entity; after `@` and `#` a space of no
/// width, since a mention is looked for in the finished page.
pub(in crate::report) fn inline(text: &str) -> String {
    let text = visible(text);
    let mut shown = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '@' | '#' => {
                let _ = write!(shown, "&#{};&#8203;", letter as u32);
            }
            ' ' | ',' | '-' | '(' | ')' | '/' | '%' | '+' | '.' => shown.push(letter),
            _ if letter.is_ascii_punctuation() => {
                let _ = write!(shown, "&#{};", letter as u32);
            }
            _ => shown.push(letter),
        }
    }
    shown.replace("www.", "www&#46;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn catalog_text_is_only_text() {
        assert_eq!(inline("许可 (新办)"), "许可 (新办)");
        assert_eq!(
            inline("a|b<img src=x>\n[y](http://z) @u #1 `c` ![p]"),
            "a&#124;b&#60;img src&#61;x&#62;⟨U+000A⟩&#91;y&#93;(http&#58;//z) &#64;&#8203;u &#35;&#8203;1 \
             &#96;c&#96; &#33;&#91;p&#93;"
        );
        assert_eq!(inline("www.a.b"), "www&#46;a.b");
    }
}
