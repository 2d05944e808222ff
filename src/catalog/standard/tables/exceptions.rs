//! How long exceptions hold.

use serde::Deserialize;

/// 例外表.
#[derive(Clone, Debug, Deserialize)]
pub struct Exceptions {
    /// So many days before an exception ends, that is said.
    pub ends_soon_days: u16,
}
