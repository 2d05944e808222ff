//! Which matters are selected. A selection belongs to files: when the catalog changes, it goes along with
//! them.

/// 选中: a set of places in the outline, one bit each, so that hundreds of thousands are selected at once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Selection {
    words: Vec<u64>,
    len: usize,
}

impl Selection {
    /// Only one matter.
    pub(crate) fn of(place: usize) -> Selection {
        let mut selection = Selection::default();
        selection.put(place, true);
        selection
    }

    /// How many are selected.
    pub(crate) fn len(&self) -> usize {
        self.len
    }

    /// Whether none is.
    pub(crate) fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// Whether this one is.
    pub(crate) fn has(&self, place: usize) -> bool {
        let word = self.words.get(place / 64).copied().unwrap_or(0);
        word & (1 << (place % 64)) != 0
    }

    /// Selects a matter, or no longer.
    pub(crate) fn put(&mut self, place: usize, is_on: bool) {
        if self.has(place) == is_on {
            return;
        }
        let word = place / 64;
        if word >= self.words.len() {
            self.words.resize(word + 1, 0);
        }
        if let Some(word) = self.words.get_mut(word) {
            *word ^= 1 << (place % 64);
        }
        self.len = if is_on { self.len + 1 } else { self.len - 1 };
    }

    /// Selects none.
    pub(crate) fn clear(&mut self) {
        *self = Selection::default();
    }

    /// The places that are selected, in their order.
    pub(crate) fn places(&self) -> impl Iterator<Item = usize> {
        let words = self
            .words
            .iter()
            .enumerate()
            .filter(|(_, word)| **word != 0);
        words.flat_map(|(at, word)| {
            let bits = (0..64).filter(move |bit| word & (1 << bit) != 0);
            bits.map(move |bit| at * 64 + bit)
        })
    }

    /// The last place that is selected.
    pub(crate) fn last(&self) -> Option<usize> {
        let at = self.words.iter().rposition(|word| *word != 0)?;
        let word = self.words.get(at)?;
        Some(at * 64 + 63 - word.leading_zeros() as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_selected_is_counted_and_listed_in_order() {
        let mut selection = Selection::default();
        for place in [700, 3, 64, 3] {
            selection.put(place, true);
        }
        selection.put(64, false);
        selection.put(5, false);
        assert_eq!(selection.places().collect::<Vec<_>>(), [3, 700]);
        assert_eq!((selection.len(), selection.last()), (2, Some(700)));
    }
}
