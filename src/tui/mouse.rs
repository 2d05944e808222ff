//! The mouse: what the terminal says of it, and what the screen makes of that.

use std::time::{Duration, Instant};

use crossterm::event::{KeyModifiers, MouseButton, MouseEvent, MouseEventKind};

/// Two clicks at one place within this time are one double click.
const DOUBLE: Duration = Duration::from_millis(400);

/// 鼠标: what was done, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Mouse {
    /// What was done.
    pub(crate) act: MouseAct,
    /// Column and row.
    pub(crate) at: (u16, u16),
}

/// What was done with the mouse.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum MouseAct {
    /// One click.
    Click,
    /// The second of two clicks at one place.
    DoubleClick,
    /// The wheel was turned up.
    WheelUp,
    /// The wheel was turned down.
    WheelDown,
}

/// 鼠标归属: whose the mouse is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Owner {
    /// The screen's: clicks and the wheel are told to it.
    Screen,
    /// The terminal's, which selects text with it.
    Terminal,
}

/// 点击: the click before, for telling a double click.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Clicks {
    last: Option<(Instant, (u16, u16))>,
}

impl Clicks {
    /// What an event of the terminal is; `None` for one that means nothing here. A click with a modifier is
    /// the terminal's own business.
    pub(crate) fn read(&mut self, event: MouseEvent, now: Instant) -> Option<Mouse> {
        let at = (event.column, event.row);
        let act = match event.kind {
            _ if event.modifiers != KeyModifiers::NONE => return None,
            MouseEventKind::Down(MouseButton::Left) => self.click(at, now),
            MouseEventKind::ScrollUp => MouseAct::WheelUp,
            MouseEventKind::ScrollDown => MouseAct::WheelDown,
            _ => return None,
        };
        Some(Mouse { act, at })
    }

    fn click(&mut self, at: (u16, u16), now: Instant) -> MouseAct {
        let is_second = self
            .last
            .is_some_and(|(then, there)| there == at && now.duration_since(then) < DOUBLE);
        self.last = (!is_second).then_some((now, at));
        if is_second {
            MouseAct::DoubleClick
        } else {
            MouseAct::Click
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_quick_clicks_at_one_place_are_one_double_click() {
        let (mut clicks, now) = (Clicks::default(), Instant::now());
        let mut click = |column, millis| {
            let event = MouseEvent {
                kind: MouseEventKind::Down(MouseButton::Left),
                column,
                row: 3,
                modifiers: KeyModifiers::NONE,
            };
            let read = clicks.read(event, now + Duration::from_millis(millis));
            read.map(|mouse| mouse.act)
        };
        assert_eq!(click(7, 0), Some(MouseAct::Click));
        assert_eq!(click(7, 100), Some(MouseAct::DoubleClick));
        assert_eq!(click(7, 200), Some(MouseAct::Click));
        assert_eq!(click(8, 300), Some(MouseAct::Click));
        assert_eq!(click(8, 900), Some(MouseAct::Click));
    }
}
