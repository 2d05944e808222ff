//! What lies where on the screen, for the mouse. Drawing says it where it knows it; it is kept only while someone
//! asks, and who asks draws the screen once more. So there is no second reckoning of where things stand.

use std::cell::RefCell;

use ratatui::layout::{Position, Rect};

use crate::tui::model::Pane;

/// 落点: a thing that the mouse can meet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Spot {
    /// A command, by its name.
    Command(&'static str),
    /// A pane of the desk.
    Pane(Pane),
    /// A row of the list of a screen or a pane.
    Row(usize),
    /// The text about the selected row.
    Detail,
    /// A row of the list of a dialog, or one of its fields.
    Choice(usize),
    /// A letter of the text being typed, by its place in bytes.
    Letter(usize),
    /// A dialog: what is below it cannot be met.
    Cover,
}

/// 落点图: where everything is, in the order in which it was drawn.
#[derive(Clone, Debug, Default)]
pub(crate) struct Spots(Vec<(Rect, Spot)>);

thread_local! {
    /// Handed to nobody, so that drawing has no second thing to hand down; empty but while [`Spots::of`] draws.
    static NOTED: RefCell<Option<Spots>> = const { RefCell::new(None) };
}

impl Spots {
    /// What a drawing says.
    pub(crate) fn of(draw: impl FnOnce()) -> Spots {
        NOTED.set(Some(Spots::default()));
        draw();
        NOTED.take().unwrap_or_default()
    }

    /// What lies at a column and row, the uppermost first, down to the first cover.
    pub(crate) fn at(&self, (x, y): (u16, u16)) -> impl Iterator<Item = Spot> {
        let there = move |(area, _): &&(Rect, Spot)| area.contains(Position { x, y });
        let spots = self.0.iter().rev().filter(there).map(|(_, spot)| *spot);
        spots.take_while(|spot| *spot != Spot::Cover)
    }
}

/// Says what lies in an area.
pub(crate) fn spot(area: Rect, spot: Spot) {
    NOTED.with_borrow_mut(|noted| {
        if let Some(Spots(spots)) = noted {
            spots.push((area, spot));
        }
    });
}

/// Says what lies in the rows of an area from its top.
pub(crate) fn spot_rows(
    area: Rect,
    places: impl IntoIterator<Item = usize>,
    of: impl Fn(usize) -> Spot,
) {
    for (y, place) in (area.y..area.bottom()).zip(places) {
        let row = Rect {
            y,
            height: 1,
            ..area
        };
        spot(row, of(place));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_uppermost_is_met_first_and_nothing_below_a_cover() {
        let whole = Rect::new(0, 0, 10, 10);
        let spots = Spots::of(|| {
            spot(whole, Spot::Pane(Pane::List));
            spot_rows(whole, 5..8, Spot::Row);
            spot(Rect::new(0, 0, 2, 2), Spot::Cover);
        });
        let at = |x, y| spots.at((x, y)).collect::<Vec<_>>();
        assert_eq!(at(4, 2), [Spot::Row(7), Spot::Pane(Pane::List)]);
        assert_eq!(at(4, 3), [Spot::Pane(Pane::List)]);
        assert_eq!(at(1, 1), []);
        spot(whole, Spot::Detail);
        assert!(NOTED.with_borrow(Option::is_none));
    }
}
