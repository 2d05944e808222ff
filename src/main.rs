//! The program: asks the command line what to do, and opens the screen if that is what is wanted.

use std::process::ExitCode;

use mulu::cli::{self, Environment, Exit, Outcome, Screen};
use mulu::tui;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    match cli::run(&Environment::read()) {
        Outcome::Exit(exit) => exit.into(),
        Outcome::Screen(screen) => open(screen).into(),
    }
}

fn open(screen: Screen) -> Exit {
    let Screen {
        root,
        folder,
        lang,
        today,
        colours,
    } = screen;
    let start = root.map_or(tui::Start::Nowhere { folder }, tui::Start::Catalog);
    let options = tui::Options {
        start,
        lang,
        today,
        colours,
    };
    match tui::run(options) {
        Ok(()) => Exit::Clean,
        Err(_) => Exit::Failed,
    }
}
