//! A way to stop work that is going on elsewhere.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// 叫停: held by the screen and by the work; once called, the work ends at its next step.
#[derive(Clone, Debug, Default)]
pub(crate) struct Halt(Arc<AtomicBool>);

impl Halt {
    /// Calls the work to a halt.
    pub(crate) fn call(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// The one for the next work: the same as long as nobody has called it.
    pub(crate) fn renewed(&self) -> Halt {
        if self.is_called() {
            Halt::default()
        } else {
            self.clone()
        }
    }

    /// Whether the work is to end.
    pub(crate) fn is_called(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}
