//! Both values of a difference beside each other: by words, by elements, or each as a whole.

use crate::levels::{Compared, Element};
use crate::report::levels::brief::{elements, full};
use crate::report::levels::values::texts;
use crate::text::{DiffLine, Lang, LineMark, diff, visible};

/// 两侧: what stands there and here.
#[derive(Default)]
pub(super) struct Sides {
    pub(super) before: Vec<Line>,
    pub(super) after: Vec<Line>,
    /// Elements that both lists have.
    pub(super) common: usize,
}

/// One line of a value.
#[derive(Clone)]
pub(super) struct Line {
    /// A sign before an element that the other side does not have; empty for any other line.
    pub(super) sign: &'static str,
    pub(super) parts: Vec<Part>,
}

/// A stretch of a line.
#[derive(Clone)]
pub(super) struct Part {
    pub(super) text: String,
    pub(super) is_changed: bool,
}

/// Both values.
pub(super) fn sides(one: &Compared<'_>, lang: Lang) -> Sides {
    let difference = &one.departure.difference;
    let (catalog, field) = (one.lower.catalog, difference.field);
    if !difference.missing.is_empty() || !difference.extra.is_empty() {
        let list = |sign, list: &[Element<'_>]| {
            let list = elements(catalog, field, list, lang);
            list.iter().map(|text| line(sign, text, true)).collect()
        };
        let upper = difference.upper.items().count();
        return Sides {
            before: list("−", &difference.missing),
            after: list("+", &difference.extra),
            common: upper.saturating_sub(difference.missing.len()),
        };
    }
    if let Some((before, after)) = texts(one) {
        return compared(&diff(before, after));
    }
    let whole = |lines: Vec<String>| lines.iter().map(|text| line("", text, true)).collect();
    Sides {
        before: whole(full(one.upper.catalog, field, difference.upper, lang)),
        after: whole(full(catalog, field, difference.lower, lang)),
        common: 0,
    }
}

fn line(sign: &'static str, text: &str, is_changed: bool) -> Line {
    let text = visible(text).into_owned();
    let parts = vec![Part { text, is_changed }];
    Line { sign, parts }
}

/// The lines of two texts: what both have stands on both sides.
fn compared(lines: &[DiffLine]) -> Sides {
    let is_change = |line: &DiffLine| matches!(line.mark, LineMark::Removed | LineMark::Added);
    let mut sides = Sides::default();
    for group in lines.chunk_by(|one, next| is_change(one) == is_change(next)) {
        // Where nothing stands for them on the other side, the whole lines are what changed.
        let is_alone = group.iter().all(|one| one.mark == LineMark::Removed)
            || group.iter().all(|one| one.mark == LineMark::Added);
        for one in group {
            sides.push(one, is_alone);
        }
    }
    sides
}

impl Sides {
    fn push(&mut self, one: &DiffLine, is_alone: bool) {
        let drawn = drawn(one, is_alone);
        match one.mark {
            LineMark::Removed => self.before.push(drawn),
            LineMark::Added => self.after.push(drawn),
            LineMark::Same => {
                self.before.push(drawn.clone());
                self.after.push(drawn);
            }
            LineMark::Gap => {
                self.before.push(line("", "…", false));
                self.after.push(line("", "…", false));
            }
        }
    }
}

fn drawn(one: &DiffLine, is_alone: bool) -> Line {
    let parts = one.parts.iter().map(|part| Part {
        text: visible(&part.text).into_owned(),
        is_changed: part.is_changed || is_alone,
    });
    Line {
        sign: "",
        parts: parts.collect(),
    }
}
