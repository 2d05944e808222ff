//! Three texts joined line by line, without knowing what they say.

use crate::merge::content::{Clash, ClashPlace, Settling, Side};
use crate::merge::sequence::{Chunk, three_way};
use crate::yaml::Data;

/// Three texts of one file.
#[derive(Clone, Copy, Debug)]
pub(super) struct Strands<'t> {
    pub(super) base: &'t str,
    pub(super) ours: &'t str,
    pub(super) theirs: &'t str,
}

/// The lines of both sides; where they touch, those that are chosen, or else ours, or both with signs around them.
pub(super) fn join_lines(sides: Strands<'_>, settling: Settling<'_>) -> (String, Vec<Clash>) {
    let [base, ours, theirs] = [sides.base, sides.ours, sides.theirs]
        .map(|text| text.split_inclusive('\n').collect::<Vec<_>>());
    let mut text = String::new();
    let mut clashes = Vec::new();
    for chunk in three_way([&base, &ours, &theirs], &|_| true) {
        match chunk {
            Chunk::Same(range) => push(&mut text, base.get(range)),
            Chunk::Ours(range) => push(&mut text, ours.get(range)),
            Chunk::Theirs(range) => push(&mut text, theirs.get(range)),
            Chunk::Clash([from, mine, other]) => {
                let stretch = |lines: &[&str]| Some(Data::Text(lines.concat()));
                let place = clashes.len();
                clashes.push(Clash {
                    place: ClashPlace::Lines(mine.start + 1),
                    base: base.get(from).and_then(stretch),
                    ours: ours.get(mine.clone()).and_then(stretch),
                    theirs: theirs.get(other.clone()).and_then(stretch),
                });
                let (mine, other) = (ours.get(mine), theirs.get(other));
                match settling {
                    Settling::Chosen(choices) => {
                        let side = choices.get(place).copied().unwrap_or(Side::Ours);
                        push(&mut text, mine.filter(|_| side != Side::Theirs));
                        push(&mut text, other.filter(|_| side != Side::Ours));
                    }
                    Settling::Marked(marks) => {
                        let lines = |lines: Option<&[&str]>| lines.unwrap_or_default().concat();
                        let (mine, other) = (lines(mine), lines(other));
                        let both = marks.fit(&[&mine, &other]).around(&mine, &other);
                        push(&mut text, Some(&[&both]));
                    }
                }
            }
        }
    }
    (text, clashes)
}

/// A last line may lack its line break; lines that come behind it must not run into it.
fn push(text: &mut String, lines: Option<&[&str]>) {
    for line in lines.unwrap_or_default() {
        if !text.is_empty() && !text.ends_with('\n') {
            text.push('\n');
        }
        text.push_str(line);
    }
}
