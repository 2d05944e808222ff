//! 闸: between the terminal's keys and the screen. Closed while another program has the terminal, so that what is
//! typed there is not taken away from it.

use std::io::Result;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use crossterm::event::{Event, poll, read};

/// How often the reader looks whether it is to stop.
const STEP: Duration = Duration::from_millis(100);
/// After so long a reader that has not stopped is gone.
const PATIENCE: Duration = Duration::from_secs(1);

/// The gate; its copies are one gate.
#[derive(Clone, Default)]
pub(crate) struct Gate(Arc<(Mutex<State>, Condvar)>);

#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum State {
    #[default]
    Open,
    /// Someone waits for the reader to stop.
    Closing,
    Closed,
}

impl Gate {
    fn state(&self) -> MutexGuard<'_, State> {
        self.0.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn set(&self, state: State) {
        *self.state() = state;
        self.0.1.notify_all();
    }

    /// Waits for the next thing that happens in the terminal, and while the gate is closed.
    pub(crate) fn read(&self) -> Result<Event> {
        loop {
            if *self.state() == State::Closing {
                self.set(State::Closed);
            }
            let is_closed = |state: &mut State| *state == State::Closed;
            let waited = self.0.1.wait_while(self.state(), is_closed);
            drop(waited.unwrap_or_else(PoisonError::into_inner));
            if poll(STEP)? {
                return read();
            }
        }
    }

    /// Closes the gate; nothing is read any more when this returns.
    pub(crate) fn close(&self) {
        self.set(State::Closing);
        let is_closing = |state: &mut State| *state == State::Closing;
        let waited = self
            .0
            .1
            .wait_timeout_while(self.state(), PATIENCE, is_closing);
        drop(waited.unwrap_or_else(PoisonError::into_inner));
    }

    /// Opens it again.
    pub(crate) fn open(&self) {
        self.set(State::Open);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_gate_without_a_reader_closes_all_the_same() {
        let gate = Gate::default();
        gate.close();
        gate.open();
        assert!(*gate.state() == State::Open);
    }
}
