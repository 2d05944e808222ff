//! A value in which a merge has left both sides: each conflict as a difference, word by word.

use crate::text::{Conflict, Lang, Words, conflicts, diff, words};
use crate::tui::screens::diff_rows;
use crate::tui::theme::Role;
use crate::tui::widgets::{Piece, wrap};

const HEAD: Words = words("冲突：", "conflict: ");
const OURS: Words = words("我方", "ours");
const THEIRS: Words = words("对方", "theirs");
const GONE: Words = words("（删去了）", "(taken away)");

/// The lines of a value with conflicts in it, in so many cells; none if it has none.
pub(super) fn clash_lines(text: &str, cells: usize, lang: Lang) -> Vec<Vec<Piece>> {
    let mut lines = Vec::new();
    let mut done = 0;
    for conflict in conflicts(text) {
        plain(text.get(done..conflict.range.start), cells, &mut lines);
        done = conflict.range.end;
        lines.push(head(&conflict, lang));
        let side = |side: &str| match side {
            "" => format!("{}\n", GONE.of(lang)),
            side => side.to_owned(),
        };
        lines.extend(diff_rows(
            &diff(&side(conflict.ours), &side(conflict.theirs)),
            cells,
        ));
    }
    if !lines.is_empty() {
        plain(text.get(done..), cells, &mut lines);
    }
    lines
}

fn plain(text: Option<&str>, cells: usize, lines: &mut Vec<Vec<Piece>>) {
    let text = text.unwrap_or_default().trim_end_matches('\n');
    if !text.is_empty() {
        lines.extend(
            wrap(text, cells)
                .into_iter()
                .map(|line| vec![Piece::plain(line)]),
        );
    }
}

/// Which side the lines with each sign are from.
fn head(conflict: &Conflict<'_>, lang: Lang) -> Vec<Piece> {
    let [ours, theirs] = conflict.names;
    let called = |name: &'_ str, usual: Words| match name {
        "" => usual.of(lang).to_owned(),
        name => name.to_owned(),
    };
    vec![
        Piece::new(Role::Error, HEAD.of(lang)),
        Piece::new(Role::RemovedWord, format!("- {}", called(ours, OURS))),
        Piece::plain("  "),
        Piece::new(Role::AddedWord, format!("+ {}", called(theirs, THEIRS))),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Marks;

    fn shown(text: &str) -> String {
        let line = |pieces: Vec<Piece>| -> String {
            pieces
                .iter()
                .map(|piece| piece.text.clone() + "|")
                .collect()
        };
        let lines = clash_lines(text, 40, Lang::Zh).into_iter().map(line);
        lines.collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn both_sides_stand_below_each_other_and_what_differs_stands_out() {
        let marks = Marks {
            ours: "HEAD",
            theirs: "",
            size: 7,
        };
        let clash = marks.around("样例路 2 号\n", "样例路 8 号\n");
        insta::assert_snapshot!(shown(&format!("先看\n{clash}周末休息\n")), @"
        先看|
        冲突：|- HEAD|  |+ 对方|
         - |样例路 |2| 号|
         + |样例路 |8| 号|
        周末休息|
        ");
        insta::assert_snapshot!(shown(&marks.around("", "甲\n")), @"
        冲突：|- HEAD|  |+ 对方|
         - |（删去了）|
         + |甲|
        ");
        assert_eq!(shown("没有\n=======\n"), "");
    }
}
