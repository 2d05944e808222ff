//! Three sequences joined: where only one side changed something, its change; where both did, a clash.

use std::hash::Hash;
use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

/// Longer sequences are not compared inside: the time for that grows with the square.
const LARGE: usize = 20_000;

/// A stretch of the joined sequence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Chunk {
    /// As all have it; places in the base.
    Same(Range<usize>),
    /// As we have it, and perhaps they too; places in ours.
    Ours(Range<usize>),
    /// As they have it; places in theirs.
    Theirs(Range<usize>),
    /// Both changed it; places in the base, in ours and in theirs.
    Clash([Range<usize>; 3]),
}

/// A stretch of the base that one side put something else in the place of.
struct Change {
    from: Range<usize>,
    is_ours: bool,
    /// By how much longer the sequence is after it.
    growth: isize,
}

/// Joins changes made to a base. Changes of different sides with so little between them that `apart` denies it
/// are taken as one place.
pub(super) fn three_way<T: Hash + Ord>(
    [base, ours, theirs]: [&[T]; 3],
    apart: &dyn Fn(Range<usize>) -> bool,
) -> Vec<Chunk> {
    if base.len() + ours.len() + theirs.len() > LARGE {
        return vec![Chunk::Clash([
            0..base.len(),
            0..ours.len(),
            0..theirs.len(),
        ])];
    }
    let mut changes = changes(base, ours, true);
    changes.extend(changes_of_theirs(base, theirs));
    changes.sort_by_key(|change| (change.from.start, change.from.end));
    let mut chunks = Vec::new();
    let mut done = 0;
    let mut shift = [0_isize; 2];
    let mut rest = changes.into_iter().peekable();
    while let Some(first) = rest.next() {
        let mut place = first.from.clone();
        let mut grown = [0_isize; 2];
        let mut has = [false; 2];
        let mut take = |change: &Change| {
            let side = usize::from(!change.is_ours);
            grown[side] += change.growth;
            has[side] = true;
            has
        };
        let mut sides = take(&first);
        while let Some(next) = rest.next_if(|next| {
            let meets_other = sides[usize::from(next.is_ours)];
            let between = place.end..next.from.start;
            between.start >= between.end || (meets_other && !apart(between))
        }) {
            place.end = place.end.max(next.from.end);
            sides = take(&next);
        }
        if done < place.start {
            chunks.push(Chunk::Same(done..place.start));
        }
        done = place.end;
        let mapped = |side: usize| {
            let start = place.start.saturating_add_signed(shift[side]);
            start..place.end.saturating_add_signed(shift[side] + grown[side])
        };
        let (mine, other) = (mapped(0), mapped(1));
        chunks.push(match sides {
            [true, true] if ours.get(mine.clone()) == theirs.get(other.clone()) => {
                Chunk::Ours(mine)
            }
            [true, true] => Chunk::Clash([place, mine, other]),
            [true, false] => Chunk::Ours(mine),
            _ => Chunk::Theirs(other),
        });
        shift = [shift[0] + grown[0], shift[1] + grown[1]];
    }
    if done < base.len() {
        chunks.push(Chunk::Same(done..base.len()));
    }
    chunks
}

fn changes_of_theirs<T: Hash + Ord>(base: &[T], theirs: &[T]) -> Vec<Change> {
    changes(base, theirs, false)
}

fn changes<T: Hash + Ord>(base: &[T], side: &[T], is_ours: bool) -> Vec<Change> {
    let length = |range: &Range<usize>| isize::try_from(range.len()).unwrap_or(isize::MAX);
    capture_diff_slices(Algorithm::Myers, base, side)
        .into_iter()
        .filter(|op| !matches!(op, DiffOp::Equal { .. }))
        .map(|op| Change {
            from: op.old_range(),
            is_ours,
            growth: length(&op.new_range()) - length(&op.old_range()),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(base: &str, ours: &str, theirs: &str) -> String {
        let [base, ours, theirs] =
            [base, ours, theirs].map(|text| text.chars().collect::<Vec<_>>());
        let mut text = String::new();
        for chunk in three_way([&base, &ours, &theirs], &|_| true) {
            match chunk {
                Chunk::Same(range) => text.extend(&base[range]),
                Chunk::Ours(range) => text.extend(&ours[range]),
                Chunk::Theirs(range) => text.extend(&theirs[range]),
                Chunk::Clash([_, mine, other]) => {
                    text.push('(');
                    text.extend(&ours[mine]);
                    text.push('|');
                    text.extend(&theirs[other]);
                    text.push(')');
                }
            }
        }
        text
    }

    #[test]
    fn changes_in_different_places_join() {
        assert_eq!(joined("abcdef", "aXcdef", "abcdeY"), "aXcdeY");
        assert_eq!(joined("abcdef", "acdef", "abcde"), "acde");
        assert_eq!(joined("abc", "abc1", "0abc"), "0abc1");
    }

    #[test]
    fn changes_in_one_place_clash_unless_they_are_the_same() {
        assert_eq!(joined("abc", "aXc", "aYc"), "a(X|Y)c");
        assert_eq!(joined("abc", "aXc", "aXc"), "aXc");
        assert_eq!(joined("abc", "abc1", "abc2"), "abc(1|2)");
        assert_eq!(joined("abcd", "aXcd", "abYd"), "a(Xc|bY)d");
        assert_eq!(joined("", "1", "2"), "(1|2)");
    }
}
