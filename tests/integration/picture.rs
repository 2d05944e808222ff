//! The picture in the README is the program's own: drawn from the sample catalog, and held to it here.

use std::path::Path;

use mulu::session::{Session, unpack};
use mulu::store::write_atomically;
use mulu::text::Lang;
use mulu::tui::{Picture, picture};

use crate::sandbox::Sandbox;

/// A local matter whose promised limit breaks a rule.
const MATTER: &str = "local/330226/11330226MU096401X04000164001000.yaml";

#[test]
fn the_picture_shows_the_screen_as_it_is() {
    let sandbox = Sandbox::new();
    let root = unpack(&sandbox.path()).unwrap();
    let session = Session::open(root, &|_, _| {}).unwrap();
    let wanted = Picture {
        lang: Lang::Zh,
        today: jiff::civil::date(2026, 11, 24),
        size: (100, 30),
        path: Some((MATTER.to_owned(), "promised_limit".to_owned())),
    };
    let now = picture(&session, &wanted);
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/screen.svg");
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    let new = path.with_extension("svg.new");
    if now != kept {
        write_atomically(&new, now.as_bytes()).unwrap();
    }
    assert!(
        now == kept,
        "the screen looks different: look at {} and put it in place of {}",
        new.display(),
        path.display()
    );
    // A picture that was put in place leaves nothing behind.
    let _ = std::fs::remove_file(new);
}
