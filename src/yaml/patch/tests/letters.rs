//! The letters of a file change and nothing that it says.

use crate::yaml::patch::tests::after;
use crate::yaml::patch::{Op, Refusal, patch};
use crate::yaml::read;

#[test]
fn the_mark_goes_and_the_line_ends_stay() {
    assert_eq!(
        after("\u{FEFF}a: 1\r\n# b\r\n", &Op::Unmark),
        "a: 1\r\n# b\r\n"
    );
    assert_eq!(after("a: 1\n", &Op::Unmark), "a: 1\n");
}

#[test]
fn every_line_ends_in_lf() {
    let text = "\u{FEFF}a: |\r\n  x\r\n\r\n  y\r\n# c\rb: \"p\r\n  q\"\nz: &n 1\r\n";
    assert_eq!(
        after(text, &Op::EndLines),
        "\u{FEFF}a: |\n  x\n\n  y\n# c\nb: \"p\n  q\"\nz: &n 1\n"
    );
    assert_eq!(after("a: 1\n", &Op::EndLines), "a: 1\n");
}

#[test]
fn a_broken_file_is_left_as_it_is() {
    let document = read("a: [1\r\n");
    assert_eq!(patch(&document, &Op::EndLines), Err(Refusal::Broken));
}
