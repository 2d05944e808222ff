//! Long work makes room for the screen: a key is answered at once, also while the whole catalog is looked at.

/// How far threads that work for long step back; a Linux thread has a priority of its own.
#[cfg(target_os = "linux")]
const BACK: i32 = 19;

/// The calling thread goes on only as far as the screen leaves room.
pub(super) fn step_back() {
    // Where that is refused, keys are answered a little later.
    #[cfg(target_os = "linux")]
    let _ = rustix::process::nice(BACK);
}

/// All threads that share out long work step back.
pub(super) fn share_out_behind() {
    let pool = rayon::ThreadPoolBuilder::new().start_handler(|_| step_back());
    // There is one already where the screen is only tried out.
    let _ = pool.build_global();
}
