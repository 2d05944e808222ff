//! The program: asks the command line what to do, and opens the screen if that is what is wanted.

use std::process::ExitCode;

use mulu::cli::{self, Environment, Exit, Outcome};

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    match cli::run(&Environment::read()) {
        Outcome::Exit(exit) => exit.into(),
        Outcome::Screen(_) => Exit::Clean.into(),
    }
}
