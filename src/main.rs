//! The program: asks the command line what to do, and opens the screen if that is what is wanted.

use mulu::cli::{self, Environment, Exit, Outcome};

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> Exit {
    match cli::run(&Environment::read()) {
        Outcome::Exit(exit) => exit,
        // The screen is joined here when its room is built.
        Outcome::Screen(_) => Exit::Clean,
    }
}
