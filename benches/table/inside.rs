//! The same work step by step inside one process, without what a process takes to start and to tell.

use std::path::Path;
use std::time::Instant;

use jiff::civil::date;
use mulu::levels::{scores, survey};
use mulu::search::{Finder, Index};
use mulu::session::Session;
use mulu::store::Root;

/// Prints a line for each step: its name, and milliseconds.
pub(crate) fn all(folder: &Path) {
    let today = date(2026, 11, 24);
    let root = Root::at(folder).expect("a catalog");
    let session = timed("load", || {
        Session::resume(root, &|_, _| ()).expect("it opens")
    });
    let catalog = session.catalog();
    timed("check", || session.check(today).new.len());
    timed("levels", || survey(catalog, today).len());
    timed("score", || scores(catalog, today));
    let index = timed("search index", || Index::of(catalog));
    timed("a key of a search", || {
        Finder::default().find(&index, "公共场所", |_| true).len()
    });
}

fn timed<T>(name: &str, work: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let done = work();
    println!("{name} {:.1}", start.elapsed().as_secs_f64() * 1e3);
    done
}
