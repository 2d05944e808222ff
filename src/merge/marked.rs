//! A value that has both sides of a clash in it, signs around them: a text, whatever the two are.

use crate::merge::content::{Settling, Values};
use crate::merge::saying;
use crate::merge::strands::{Strands, join_lines};
use crate::text::{Marks, conflicts};
use crate::yaml::Data;

/// Both sides as one text. Of two texts only the lines that clash stand twice.
pub(super) fn marked(values: Values<'_>, marks: Marks<'_>) -> String {
    let [base, ours, theirs] = values;
    if let (Some(Data::Text(ours)), Some(Data::Text(theirs))) = (ours, theirs) {
        let base = match base {
            Some(Data::Text(base)) => base,
            _ => "",
        };
        return texts(Strands { base, ours, theirs }, marks);
    }
    let [_, ours, theirs] = values.map(|side| side.map(written).unwrap_or_default());
    around(&ours, &theirs, marks)
}

fn texts(sides: Strands<'_>, marks: Marks<'_>) -> String {
    let Strands { ours, theirs, .. } = sides;
    let marks = marks.fit(&[ours, theirs]);
    let (mut text, clashes) = join_lines(sides, Settling::Marked(marks));
    // Lines that join may still not say what either side meant: what clashed by words is told as a whole then.
    if clashes.is_empty() || conflicts(&text).is_empty() {
        return around(ours, theirs, marks);
    }
    if !ours.ends_with('\n') && !theirs.ends_with('\n') && text.ends_with('\n') {
        text.pop();
    }
    text
}

fn around(ours: &str, theirs: &str, marks: Marks<'_>) -> String {
    let mut text = marks.fit(&[ours, theirs]).around(ours, theirs);
    text.pop();
    text
}

/// A value as YAML; a text as it is.
fn written(data: &Data) -> String {
    match data {
        Data::Text(text) => text.clone(),
        data => saying("", data).unwrap_or_else(|| format!("{data:?}")),
    }
}
