//! Our own signs and lines, and what stands for each on a terminal that has only ASCII. Nobody draws such a
//! sign by hand: it goes to the screen as `Piece::sign`, and its twin, which is as wide, takes its place
//! there if it must. Text of the catalog is never touched.

use ratatui::symbols::border;

use crate::tui::theme::Theme;

/// Between panes and columns.
pub(crate) const EDGE: &str = "│";
/// Across.
pub(crate) const RULE: &str = "─";
/// Before the title of what has the keys.
pub(crate) const FOCUS: &str = "▸";
/// Before what can be unfolded.
pub(crate) const FOLDED: &str = "▸ ";
/// Before what can be folded.
pub(crate) const UNFOLDED: &str = "▾ ";
/// Before what is neither.
pub(crate) const LEAF: &str = "· ";
/// Before what is chosen.
pub(crate) const PICKED: &str = "● ";
/// Before what could be chosen.
pub(crate) const UNPICKED: &str = "○ ";
/// Behind what a list can be opened for.
pub(crate) const LISTED: &str = " ▾";
/// Before and behind what others can be chosen for.
pub(crate) const TURNED: (&str, &str) = ("◂ ", " ▸");
/// Before the level that a value comes from.
pub(crate) const FROM: &str = "← ";
/// Between the steps of the way to where one stands.
pub(crate) const STEP: &str = " › ";
/// In place of a value that nobody states.
pub(crate) const EMPTY: &str = "—";
/// In place of what is left out.
pub(crate) const CUT: &str = "…";

/// Each sign with its twin.
const TWINS: [(char, char); 18] = [
    ('│', '|'),
    ('─', '-'),
    ('▸', '>'),
    ('◂', '<'),
    ('▾', 'v'),
    ('·', '.'),
    ('●', '*'),
    ('○', 'o'),
    ('✓', 'x'),
    ('›', '>'),
    ('←', '<'),
    ('→', '>'),
    ('↑', '^'),
    ('↓', 'v'),
    ('≠', '!'),
    ('×', 'x'),
    ('—', '-'),
    ('…', '~'),
];

/// A line across, so many cells long.
pub(crate) fn rule(cells: usize) -> String {
    RULE.repeat(cells)
}

/// A text of signs with the twin in place of each.
pub(crate) fn in_ascii(signs: &str) -> String {
    let twin = |sign: char| TWINS.iter().find(|(known, _)| *known == sign);
    let letters = signs.chars();
    letters
        .map(|sign| twin(sign).map_or(sign, |(_, twin)| *twin))
        .collect()
}

/// The frame of a dialog.
pub(crate) fn frame(theme: Theme) -> border::Set<'static> {
    const ASCII: border::Set<'static> = border::Set {
        top_left: "+",
        top_right: "+",
        bottom_left: "+",
        bottom_right: "+",
        vertical_left: "|",
        vertical_right: "|",
        horizontal_top: "-",
        horizontal_bottom: "-",
    };
    if theme.ascii { ASCII } else { border::PLAIN }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::width;

    #[test]
    fn a_twin_is_ascii_and_as_wide_as_its_sign() {
        for (sign, twin) in TWINS {
            assert!(twin.is_ascii_graphic());
            assert_eq!(width(&sign.to_string()), 1, "{sign}");
        }
        let all = [
            EDGE, RULE, FOCUS, FOLDED, UNFOLDED, LEAF, PICKED, FROM, EMPTY, CUT,
        ];
        for sign in all {
            assert!(in_ascii(sign).is_ascii(), "{sign} has no twin");
        }
    }
}
