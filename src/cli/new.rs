//! `mulu new` (being built).
use clap::{ArgMatches, Command};

use crate::cli::Exit;
use crate::cli::call::Call;
use crate::cli::failure::Failure;
use crate::text::Lang;

pub(super) fn command(_: Lang) -> Command {
    Command::new("new")
}

pub(super) fn run(_: &ArgMatches, _: &mut Call<'_>) -> Result<Exit, Failure> {
    Ok(Exit::Failed)
}
