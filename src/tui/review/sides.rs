//! One field at every level that has a say in it, from the base catalog down to the matter that departs,
//! with what differs between the last two marked.

use std::collections::HashSet;

use crate::catalog::{Catalog, MatterId, effective_value};
use crate::levels::{Departure, Element};
use crate::text::{DiffLine, DiffPart, Lang, LineMark, Message as Saying, diff};
use crate::tui::form::{ValueLine, value_lines};
use crate::tui::review::level_title;
use crate::yaml::NodeId;

/// 一级: what one level has in the field.
#[derive(Clone, Debug)]
pub(crate) struct Side {
    /// The matter's file.
    pub(crate) path: Box<str>,
    /// The level.
    pub(crate) title: Saying,
    /// The level that states the value, if it is another one.
    pub(crate) source: Option<Saying>,
    /// The value, line by line.
    pub(crate) lines: Vec<SideLine>,
}

/// One line of a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SideLine {
    /// Whether the other side has it.
    pub(crate) mark: Mark,
    /// Its text, in stretches.
    pub(crate) parts: Vec<DiffPart>,
}

/// Whether the other side has a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mark {
    /// It has, or nobody asks.
    Same,
    /// Only the level above has it.
    Above,
    /// Only the departing level has it.
    Below,
}

/// The levels of a difference, the highest first; the last two are the one above and the departing one.
pub(crate) fn sides(catalog: &Catalog, departure: &Departure<'_>, lang: Lang) -> Vec<Side> {
    let mut chain: Vec<MatterId> = catalog.uppers(departure.lower).collect();
    chain.reverse();
    chain.push(departure.lower);
    let (above, below) = marked(catalog, departure, lang);
    let mut sides: Vec<Side> = chain
        .into_iter()
        .map(|id| side(catalog, id, departure, lang))
        .collect();
    if let [.., upper, lower] = sides.as_mut_slice() {
        upper.lines = above;
        lower.lines = below;
    }
    sides
}

fn side(catalog: &Catalog, id: MatterId, departure: &Departure<'_>, lang: Lang) -> Side {
    let field = departure.difference.field;
    let value = effective_value(catalog, id, field);
    let lines = value.map(|value| value_lines(catalog, field, value.value));
    let source = value.filter(|value| value.source != id);
    Side {
        path: catalog.matter(id).file.path.clone(),
        title: level_title(catalog, id),
        source: source.map(|value| level_title(catalog, value.source)),
        lines: plain(&lines.unwrap_or_default(), lang),
    }
}

fn plain(lines: &[ValueLine], lang: Lang) -> Vec<SideLine> {
    let line = |line: &ValueLine| whole(line.text.of(lang), Mark::Same);
    lines.iter().map(line).collect()
}

fn whole(text: &str, mark: Mark) -> SideLine {
    SideLine {
        mark,
        parts: vec![DiffPart {
            text: text.to_owned(),
            is_changed: false,
        }],
    }
}

/// The two values that differ, as lines with marks.
fn marked(
    catalog: &Catalog,
    departure: &Departure<'_>,
    lang: Lang,
) -> (Vec<SideLine>, Vec<SideLine>) {
    let difference = &departure.difference;
    let above = value_lines(catalog, difference.field, difference.upper);
    let below = value_lines(catalog, difference.field, difference.lower);
    if difference.missing.is_empty() && difference.extra.is_empty() {
        return texts(&above, &below, lang);
    }
    let gone = Only::of(&above, &difference.missing, lang);
    let come = Only::of(&below, &difference.extra, lang);
    let lines = diff(&gone.text, &come.text);
    (
        gone.laid_out(&above, &lines, (LineMark::Removed, Mark::Above), lang),
        come.laid_out(&below, &lines, (LineMark::Added, Mark::Below), lang),
    )
}

/// Two values, compared line by line.
fn texts(above: &[ValueLine], below: &[ValueLine], lang: Lang) -> (Vec<SideLine>, Vec<SideLine>) {
    let joined = |lines: &[ValueLine]| {
        let texts: Vec<&str> = lines.iter().map(|line| line.text.of(lang)).collect();
        texts.join("\n") + "\n"
    };
    compared(&joined(above), &joined(below))
}

/// The lines of a text that nothing is compared with, or that only one side has.
pub(crate) fn lines_of(text: &str, mark: Mark) -> Vec<SideLine> {
    text.lines().map(|line| whole(line, mark)).collect()
}

/// Two texts, compared line by line; lines far from any change are left out.
pub(crate) fn compared(above: &str, below: &str) -> (Vec<SideLine>, Vec<SideLine>) {
    let lines = diff(above, below);
    if lines.is_empty() {
        return (lines_of(above, Mark::Same), lines_of(below, Mark::Same));
    }
    let side = |own: LineMark, mark: Mark| {
        let line = |line: &DiffLine| match line.mark {
            LineMark::Same => Some(line_of(line, Mark::Same)),
            LineMark::Gap => Some(whole("…", Mark::Same)),
            of if of == own => Some(line_of(line, mark)),
            _ => None,
        };
        lines.iter().filter_map(line).collect()
    };
    (
        side(LineMark::Removed, Mark::Above),
        side(LineMark::Added, Mark::Below),
    )
}

fn line_of(line: &DiffLine, mark: Mark) -> SideLine {
    SideLine {
        mark,
        parts: line.parts.clone(),
    }
}

/// The elements that only one list has.
struct Only {
    elements: HashSet<NodeId>,
    text: String,
}

impl Only {
    fn of(lines: &[ValueLine], elements: &[Element<'_>], lang: Lang) -> Only {
        let elements: HashSet<NodeId> = elements.iter().map(|one| one.value.id()).collect();
        let own = lines.iter().filter(|line| is_in(line, &elements));
        let text = own.map(|line| format!("{}\n", line.text.of(lang)));
        Only {
            text: text.collect(),
            elements,
        }
    }

    /// The lines of the list, those elements with what differs in them.
    fn laid_out(
        &self,
        lines: &[ValueLine],
        compared: &[DiffLine],
        (own, mark): (LineMark, Mark),
        lang: Lang,
    ) -> Vec<SideLine> {
        let mut compared = compared.iter().filter(|line| line.mark == own);
        let line = |line: &ValueLine| {
            if !is_in(line, &self.elements) {
                return whole(line.text.of(lang), Mark::Same);
            }
            match compared.next() {
                Some(found) => line_of(found, mark),
                None => whole(line.text.of(lang), mark),
            }
        };
        lines.iter().map(line).collect()
    }
}

fn is_in(line: &ValueLine, elements: &HashSet<NodeId>) -> bool {
    line.element
        .is_some_and(|element| elements.contains(&element))
}
