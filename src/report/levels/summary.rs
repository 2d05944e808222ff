//! The summary of differences in tables: by class, field, department, type and division.

use crate::catalog::Catalog;
use crate::catalog::standard::Named;
use crate::levels::{Class, Comparison, Count, Tally, View};
use crate::report::levels::field_title;
use crate::report::levels::place::{division, side};
use crate::report::table::table;
use crate::report::{Look, Paint, class_name};
use crate::text::{Lang, Message, Words, visible, words};

const WHOLE: Words = words(
    "{due} 个差异须处理；另有已准予 {approved} 个，标准允许 {allowed} 个",
    "{due} to decide; {approved} approved, {allowed} allowed by the standard",
);
const WITH_VOID: Words = words(
    "{due} 个差异须处理，其中 {void} 个处置已失效；另有已准予 {approved} 个，标准允许 {allowed} 个",
    "{due} to decide, {void} of them decided before and now void; {approved} approved, {allowed} allowed by the \
     standard",
);
const BY_CLASS: Words = words("类别", "Class");
const BY_FIELD: Words = words("字段", "Field");
const BY_DEPARTMENT: Words = words("部门", "Department");
const BY_TYPE: Words = words("类型", "Type");
const BY_DIVISION: Words = words("地区", "Division");
const DUE: Words = words("须处理", "to decide");
const VOID: Words = words("失效", "void");
const APPROVED: Words = words("已准予", "approved");
const ALLOWED: Words = words("允许", "allowed");
const OTHERS: Words = words("其余 {count} 项", "{count} others");
const COMPARED: Words = words(
    "{from} ↔ {to}：{pairs} 个事项对应，仅前者有 {only_from} 个，仅后者有 {only_to} 个，对应不明 {unclear} 个",
    "{from} ↔ {to}: {pairs} pairs, {only_from} only in the first, {only_to} only in the second, {unclear} unclear",
);

/// A longer table is cut; the rest is summed up in its last line.
const MOST_ROWS: usize = 12;

/// One part of the summary: its heading, and each row with its name and count.
pub(super) struct Part {
    pub(super) key: &'static str,
    pub(super) heading: &'static str,
    pub(super) rows: Vec<Row>,
}

/// One row: its code for a machine, its name for a person.
pub(super) struct Row {
    pub(super) code: String,
    pub(super) name: String,
    pub(super) count: Count,
}

/// The tally in one sentence.
pub(super) fn whole(tally: &Tally) -> Message {
    let count = tally.whole;
    let words = if count.void > 0 { WITH_VOID } else { WHOLE };
    words.with(&[
        ("due", &count.due.to_string()),
        ("void", &count.void.to_string()),
        ("approved", &count.approved.to_string()),
        ("allowed", &count.allowed.to_string()),
    ])
}

/// The headings of the counts.
pub(super) fn headings(lang: Lang) -> [&'static str; 4] {
    [DUE, VOID, APPROVED, ALLOWED].map(|words| words.of(lang))
}

/// The counts of a row, in the order of the headings.
pub(super) fn numbers(count: Count) -> [usize; 4] {
    [count.due, count.void, count.approved, count.allowed]
}

/// What was set side by side, a line each.
pub(super) fn compared(comparisons: &[Comparison<'_>], lang: Lang) -> Vec<String> {
    let line = |one: &Comparison<'_>| {
        let said = COMPARED.with(&[
            ("from", &side(&one.from, lang)),
            ("to", &side(&one.to, lang)),
            ("pairs", &one.pairs.to_string()),
            ("only_from", &one.only_from.len().to_string()),
            ("only_to", &one.only_to.len().to_string()),
            ("unclear", &one.unclear.len().to_string()),
        ]);
        said.of(lang).to_owned()
    };
    comparisons.iter().map(line).collect()
}

/// Every part of the summary.
pub(super) fn parts(catalog: &Catalog, tally: &Tally, lang: Lang) -> Vec<Part> {
    let view = View {
        catalog,
        revision: None,
    };
    let standard = &catalog.standard;
    let classes = Class::all().into_iter().filter_map(|class| {
        let count = *tally.classes.get(&class)?;
        Some(row(class.word(), class_name(class).of(lang), count))
    });
    let fields = tally.fields.iter();
    let fields =
        fields.map(|(field, count)| row(field.key(), &field_title(catalog, *field, lang), *count));
    let departments = tally.departments.iter().map(|(code, count)| {
        let name = standard.department(code).map(Named::name);
        row(code, &coded(code, name.as_ref(), lang), *count)
    });
    let kinds = tally.kinds.iter().map(|(code, count)| {
        let name = standard.kind(code).map(Named::name);
        row(code, &coded(code, name.as_ref(), lang), *count)
    });
    let divisions = tally.divisions.iter();
    let divisions = divisions.map(|(code, count)| row(code, &division(view, code, lang), *count));
    let part = |key, heading: Words, rows| Part {
        key,
        heading: heading.of(lang),
        rows,
    };
    vec![
        part("classes", BY_CLASS, classes.collect()),
        part("fields", BY_FIELD, fields.collect()),
        part("departments", BY_DEPARTMENT, departments.collect()),
        part("types", BY_TYPE, kinds.collect()),
        part("divisions", BY_DIVISION, divisions.collect()),
    ]
}

fn row(code: &str, name: &str, count: Count) -> Row {
    Row {
        code: code.to_owned(),
        name: name.to_owned(),
        count,
    }
}

fn coded(code: &str, name: Option<&Message>, lang: Lang) -> String {
    let name = name.map_or("", |name| name.of(lang));
    visible(format!("{code} {name}").trim()).into_owned()
}

/// The whole summary for a terminal.
pub(super) fn summary(
    catalog: &Catalog,
    tally: &Tally,
    comparisons: &[Comparison<'_>],
    look: &Look,
) -> String {
    let mut text = String::new();
    for line in compared(comparisons, look.lang) {
        text += &line;
        text.push('\n');
    }
    text += &look.paint(Paint::Strong, whole(tally).of(look.lang));
    text.push('\n');
    for part in parts(catalog, tally, look.lang) {
        if !part.rows.is_empty() {
            text.push('\n');
            text += &drawn(&part, look);
        }
    }
    text
}

fn drawn(part: &Part, look: &Look) -> String {
    let mut rows: Vec<&Row> = part.rows.iter().collect();
    if part.key != "classes" {
        rows.sort_by_key(|row| std::cmp::Reverse((row.count.due, row.count.approved)));
    }
    // One row more is no longer than the line that would stand for it.
    let most = if rows.len() > MOST_ROWS + 1 {
        MOST_ROWS
    } else {
        rows.len()
    };
    let (shown, others) = rows.split_at(most);
    let line = |name: &str, count: Count| -> Vec<String> {
        let numbers = numbers(count).map(|number| number.to_string());
        std::iter::once(name.to_owned()).chain(numbers).collect()
    };
    let mut lines: Vec<Vec<String>> = shown.iter().map(|row| line(&row.name, row.count)).collect();
    if !others.is_empty() {
        let mut sum = Count::default();
        for row in others {
            sum.add(row.count);
        }
        let name = OTHERS.with(&[("count", &others.len().to_string())]);
        lines.push(line(name.of(look.lang), sum));
    }
    let [due, void, approved, allowed] = headings(look.lang);
    table(&[part.heading, due, void, approved, allowed], &lines, look)
}
