//! `Ctrl-C` while files are written: it is heard between two files, not in the midst of one.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// 中断: whether the person wants it to stop. Before this is made, `Ctrl-C` ends the program as ever.
pub(super) struct Interrupt(Arc<AtomicBool>);

impl Interrupt {
    /// From now on `Ctrl-C` is heard here.
    pub(super) fn heard() -> Interrupt {
        let stop = Arc::new(AtomicBool::new(false));
        // Where the signal cannot be caught, it does what it did before.
        #[cfg(unix)]
        let _ = signal_hook::flag::register(signal_hook::consts::SIGINT, Arc::clone(&stop));
        Interrupt(stop)
    }

    /// Whether to go on.
    pub(super) fn goes_on(&self) -> bool {
        !self.0.load(Ordering::Relaxed)
    }
}
