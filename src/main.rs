//! The program: asks the command line what to do, and opens the screen if that is what is wanted.

use mulu::store::{Root, today};
use mulu::text::Lang;
use mulu::tui::{Options, Start, run};

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> Result<(), mulu::tui::Error> {
    let folder = std::path::PathBuf::from(".")
        .canonicalize()
        .unwrap_or_default();
    run(Options {
        start: match Root::find(&folder) {
            Some(root) => Start::Catalog(root),
            None => Start::Nowhere { folder },
        },
        lang: Lang::Zh,
        today: today(),
        colours: true,
    })
}
