//! How the program ends: one enum, one number each.

use std::process::{ExitCode, Termination};

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// It was done, and nothing at or above the threshold was found.
    Clean,
    /// Something at or above the threshold was found.
    Findings,
    /// It could not be done.
    Failed,
}

impl Exit {
    /// The number that the program returns.
    pub fn code(self) -> u8 {
        match self {
            Exit::Clean => 0,
            Exit::Findings => 1,
            Exit::Failed => 2,
        }
    }
}

impl Termination for Exit {
    fn report(self) -> ExitCode {
        ExitCode::from(self.code())
    }
}
