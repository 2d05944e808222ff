//! The program: asks the command line what to do, and opens the screen if that is what is wanted.

use mulu::cli::{self, Environment, Exit, Outcome, Screen};
use mulu::tui;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> Exit {
    match cli::run(&Environment::read()) {
        Outcome::Exit(exit) => exit,
        Outcome::Screen(screen) => show(screen),
        Outcome::Settings(asked) => {
            let settings = tui::Settings::read(Some(&asked.file));
            asked.answer(&settings.in_force(asked.lang), &settings.mistakes())
        }
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
        program,
        is_lang_asked,
        is_width_asked,
        colour_term,
        term,
        settings,
    } = screen;
    let start = root.map_or(tui::Start::Nowhere { folder }, tui::Start::Catalog);
    let options = tui::Options {
        start,
        lang: is_lang_asked.then_some(lang),
        locale: lang,
        today,
        settings: tui::Settings::read(settings.as_deref()),
        is_width_asked,
        colours,
        editor,
        program,
        depth: tui::Depth::of(colour_term.as_deref(), term.as_deref()),
    };
    match tui::run(&options) {
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
