//! Both values of a difference for a terminal: by elements, by words, or one after the other.

use crate::catalog::standard::Form;
use crate::catalog::{Field, MatterId, effective_value};
use crate::levels::{Compared, Difference, View};
use crate::report::levels::brief::{elements, full};
use crate::report::levels::place::place;
use crate::report::{Look, Paint};
use crate::text::{DiffLine, DiffPart, LineMark, Words, visible, words};

const INHERITED: Words = words("（沿用 {place}）", " (inherited from {place})");

/// Both values: the elements that only one side has, the words that differ, or one after the other.
pub(super) fn values(one: &Compared<'_>, look: &Look) -> Vec<String> {
    let difference = &one.departure.difference;
    let (catalog, field) = (one.lower.catalog, difference.field);
    if !difference.missing.is_empty() || !difference.extra.is_empty() {
        let gone = elements(catalog, field, &difference.missing, look.lang);
        let come = elements(catalog, field, &difference.extra, look.lang);
        return removed_and_added(&gone, &come, look);
    }
    if let Some((before, after)) = texts(one) {
        let lines = crate::text::diff(before, after);
        return lines.iter().map(|line| drawn(line, look)).collect();
    }
    let before = full(one.upper.catalog, field, difference.upper, look.lang);
    let mut after = full(catalog, field, difference.lower, look.lang);
    if let Some(last) = after.last_mut() {
        *last += &inherited(one.lower, one.departure.lower, field, look);
    }
    removed_and_added(&before, &after, look)
}

/// The two texts, if the value is nothing but text.
pub(super) fn texts<'c>(one: &Compared<'c>) -> Option<(&'c str, &'c str)> {
    let difference: &Difference<'c> = &one.departure.difference;
    let schema = one.lower.catalog.standard.field(difference.field)?;
    let (before, after) = (difference.upper.text()?, difference.lower.text()?);
    let is_text = matches!(&schema.form, Form::Text(form) if form.choices.is_empty());
    (is_text && !schema.is_code).then_some((before, after))
}

fn removed_and_added(before: &[String], after: &[String], look: &Look) -> Vec<String> {
    let gone = before
        .iter()
        .map(|line| look.paint(Paint::Red, &format!("- {line}")));
    let come = after
        .iter()
        .map(|line| look.paint(Paint::Green, &format!("+ {line}")));
    gone.chain(come).collect()
}

/// A line of a word-level difference. Without colours, what changed stands in brackets.
fn drawn(line: &DiffLine, look: &Look) -> String {
    let (mark, paint, brackets) = match line.mark {
        LineMark::Same => ("  ", Paint::Faint, ("", "")),
        LineMark::Removed => ("- ", Paint::Red, ("[-", "-]")),
        LineMark::Added => ("+ ", Paint::Green, ("{+", "+}")),
        LineMark::Gap => return look.paint(Paint::Faint, "…"),
    };
    let is_all_changed = line.parts.iter().all(|part| part.is_changed);
    let part = |part: &DiffPart| {
        let text = visible(&part.text);
        if !part.is_changed || is_all_changed {
            return look.paint(paint, &text);
        }
        let (open, close) = if look.colours { ("", "") } else { brackets };
        format!(
            "{open}{}{close}",
            look.paint(Paint::Strong, &look.paint(paint, &text))
        )
    };
    let parts = line.parts.iter().map(part);
    look.paint(paint, mark) + &parts.collect::<String>()
}

/// From where a value comes, if not from the matter itself.
pub(super) fn inherited(view: View<'_>, id: MatterId, field: Field, look: &Look) -> String {
    let source = effective_value(view.catalog, id, field).map(|value| value.source);
    match source.filter(|source| *source != id) {
        Some(source) => {
            let at = place(view, source, look.lang);
            INHERITED.with(&[("place", &at)]).of(look.lang).to_owned()
        }
        None => String::new(),
    }
}
