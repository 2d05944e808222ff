//! Comments of both sides: what either wrote into a comment stays, also where its place was written anew.

use crate::merge::strands::Strands;
use crate::yaml::{Data, Shape, Style, Value, read};

/// A comment and where it belongs.
#[derive(Clone, Debug)]
struct Comment<'t> {
    /// From its `#` on.
    text: &'t str,
    /// What its line says, or the next line that says something.
    anchor: &'t str,
}

/// The text with every comment that a side wrote or kept; `None` if one finds no place.
pub(super) fn with_comments(sides: Strands<'_>, text: String) -> Option<String> {
    let [base, ours, theirs] = [sides.base, sides.ours, sides.theirs].map(comments);
    let mut joined = text;
    for side in [&ours, &theirs] {
        for comment in side {
            let count = |all: &[Comment<'_>]| {
                all.iter()
                    .filter(|other| other.text == comment.text)
                    .count()
            };
            let counts = [count(&base), count(&ours), count(&theirs)];
            while count(&comments(&joined)) < wanted(counts) {
                joined = put(&joined, comment)?;
            }
        }
    }
    Some(joined)
}

fn wanted([base, ours, theirs]: [usize; 3]) -> usize {
    if base == ours {
        theirs
    } else if base == theirs {
        ours
    } else {
        ours.max(theirs)
    }
}

/// The comments of a text that can be read to its end.
fn comments(text: &str) -> Vec<Comment<'_>> {
    let document = read(text);
    let mut spans = Vec::new();
    if let Some(root) = document.root() {
        scalars(root, &mut spans);
    }
    let is_said = |at: usize| {
        spans
            .iter()
            .any(|(start, end)| (*start..*end).contains(&at))
    };
    let mut found: Vec<Comment<'_>> = Vec::new();
    let mut waiting = 0;
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let sign = line.char_indices().find(|(at, letter)| {
            let before = line
                .get(..*at)
                .and_then(|before| before.chars().next_back());
            let opens = before.is_none_or(char::is_whitespace);
            *letter == '#' && opens && !is_said(start + at)
        });
        let end = sign.map_or(line.len(), |(at, _)| at);
        let said = line.get(..end).unwrap_or_default().trim();
        if let Some(text) = sign.and_then(|(at, _)| line.get(at..)) {
            let text = text.trim_end();
            found.push(Comment { text, anchor: "" });
        }
        if !said.is_empty() {
            for comment in found.iter_mut().skip(waiting) {
                comment.anchor = said;
            }
            waiting = found.len();
        }
        start += line.len();
    }
    found
}

fn scalars(value: Value<'_>, spans: &mut Vec<(usize, usize)>) {
    if matches!(value.shape(), Shape::Scalar | Shape::Empty | Shape::Alias) {
        let range = value.span().range();
        let head = match value.style() {
            // Behind its `|` a block may have a comment.
            Some(Style::Literal | Style::Folded) => {
                let source = value.span().of(value.document().text());
                source.find('\n').unwrap_or(source.len())
            }
            _ => 0,
        };
        spans.push((range.start + head, range.end));
        return;
    }
    for item in value.items() {
        scalars(item, spans);
    }
    for entry in value.entries() {
        scalars(entry.key, spans);
        scalars(entry.value, spans);
    }
}

/// Puts a comment on a line of its own above the line it belongs to, or at the end.
fn put(text: &str, comment: &Comment<'_>) -> Option<String> {
    let said = |text: &str| read(text).root().map(Data::of);
    let before = said(text);
    let holds = |candidate: &String| {
        said(candidate) == before && comments(candidate).len() == comments(text).len() + 1
    };
    let mut candidates = places(text, comment.anchor);
    candidates.push(text.len());
    candidates.into_iter().find_map(|place| {
        let (head, tail) = text.split_at_checked(place)?;
        let indent: String = tail.chars().take_while(|letter| *letter == ' ').collect();
        let gap = if head.is_empty() || head.ends_with('\n') {
            ""
        } else {
            "\n"
        };
        Some(format!("{head}{gap}{indent}{}\n{tail}", comment.text)).filter(holds)
    })
}

/// The starts of the lines that say the same, then of those with the same key.
fn places(text: &str, anchor: &str) -> Vec<usize> {
    let key = anchor.split_once(':').map_or(anchor, |(key, _)| key);
    let mut same = Vec::new();
    let mut alike = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let said = line.trim();
        if !anchor.is_empty() && said.starts_with(anchor) {
            same.push(start);
        } else if !key.is_empty()
            && said
                .strip_prefix(key)
                .is_some_and(|rest| rest.starts_with(':'))
        {
            alike.push(start);
        }
        start += line.len();
    }
    same.extend(alike);
    same
}
