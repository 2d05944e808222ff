//! What changed, for a page such as the comment on a pull request. Catalog text is only text there.

use std::fmt::Write;

use crate::levels::{Amended, Amendment, Judged, Shift};
use crate::report::amendments::Changes;
use crate::report::amendments::spot::spot;
use crate::report::amendments::words::{RENAMED, fate_name, fault, note, shift_name, summary};
use crate::report::levels::inline;
use crate::text::{DiffLine, Lang, LineMark, Words, diff, words};

const HEADING: Words = words("目录改动", "Changes in the catalog");
const COLUMNS: Words = words(
    "| 字段 | 性质 | 原来 | 现在 |\n| --- | --- | --- | --- |\n",
    "| Field | Class | Before | After |\n| --- | --- | --- | --- |\n",
);
const BETWEEN: Words = words("{old} 与 {new} 之间。", "Between {old} and {new}.");

/// The changes as Markdown.
pub fn amendments_markdown(changes: &Changes<'_>, lang: Lang) -> String {
    let between = BETWEEN.with(&[("old", &inline(changes.old)), ("new", &inline(changes.new))]);
    let mut text = format!(
        "## {}\n\n{} {}\n",
        HEADING.of(lang),
        between.of(lang),
        inline(&summary(changes, lang))
    );
    for file in changes.files {
        text += &one(changes, file, lang);
    }
    text
}

fn one(changes: &Changes<'_>, file: &Amendment, lang: Lang) -> String {
    let name = file.subject.name.as_deref().unwrap_or_default();
    let head = [fate_name(file).of(lang), &inline(name), &inline(&file.path)];
    let head: Vec<&str> = head.into_iter().filter(|part| !part.is_empty()).collect();
    let mut text = format!("\n### {}\n", head.join(" · "));
    if let Some(was) = &file.was {
        let was = RENAMED.with(&[("was", &inline(was))]);
        let _ = writeln!(text, "\n{}", was.of(lang));
    }
    if let Some(note) = note(file) {
        let _ = writeln!(text, "\n{}", note.of(lang));
    }
    if let Some(fault) = fault(file, lang) {
        let _ = writeln!(text, "\n{}", inline(&fault));
    }
    if !file.fields().is_empty() {
        let _ = write!(text, "\n{}", COLUMNS.of(lang));
    }
    for judged in file.fields() {
        text += &row(changes, file, judged, lang);
    }
    if let Amended::Text(sides) = &file.what {
        let lines = diff(&sides[0], &sides[1]);
        let [before, after] = cells(&lines);
        let _ = write!(text, "\n{}| | | {before} | {after} |\n", COLUMNS.of(lang));
    }
    text
}

fn row(changes: &Changes<'_>, file: &Amendment, judged: &Judged, lang: Lang) -> String {
    let spot = spot(changes.catalog, file, judged, lang);
    let class = match judged.shift {
        Shift::Other => spot.kind,
        shift => shift_name(shift).of(lang),
    };
    let [before, after] = cells(&spot.lines());
    format!(
        "| {} | {class} | {before} | {after} |\n",
        inline(&spot.title)
    )
}

/// Both sides as cells: what changed is bold, lines are parted.
fn cells(lines: &[DiffLine]) -> [String; 2] {
    let cell = |mark: LineMark| {
        let lines = lines
            .iter()
            .filter(|line| line.mark == mark || line.mark == LineMark::Same);
        let lines: Vec<String> = lines.map(text).collect();
        lines.join("<br>")
    };
    [cell(LineMark::Removed), cell(LineMark::Added)]
}

fn text(line: &DiffLine) -> String {
    let is_all = line.parts.iter().all(|part| part.is_changed);
    let parts = line.parts.iter().map(|part| {
        let text = inline(&part.text);
        if part.is_changed && !is_all {
            format!("<b>{text}</b>")
        } else {
            text
        }
    });
    parts.collect()
}
