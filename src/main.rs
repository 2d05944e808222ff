//! The program: asks the command line what to do, and opens the screen if that is what is wanted.

use mulu::cli::{self, Environment, Exit, Outcome, Screen};
use mulu::tui;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> Exit {
    match cli::run(&Environment::read()) {
        Outcome::Exit(exit) => exit,
        Outcome::Screen(screen) => show(screen),
    }
}

/// The joint between the command line and the screen, which do not know each other.
fn show(screen: Screen) -> Exit {
    let Screen {
        root,
        folder,
        lang,
        today,
        colours,
        editor,
        is_lang_asked: _,
        colour_term,
        term,
        settings: _,
    } = screen;
    let start = root.map_or(tui::Start::Nowhere { folder }, tui::Start::Catalog);
    let options = tui::Options {
        start,
        lang,
        today,
        colours,
        editor,
        depth: tui::Depth::of(colour_term.as_deref(), term.as_deref()),
    };
    match tui::run(options) {
        Ok(()) => Exit::Clean,
        Err(error) => {
            complain(error.message().of(lang));
            Exit::Failed
        }
    }
}

#[expect(
    clippy::print_stderr,
    reason = "the screen is gone; this is all that is left to speak with"
)]
fn complain(said: &str) {
    eprintln!("mulu: {said}");
}
