//! How many colours a terminal knows, and which of them comes nearest to a wanted one.

use ratatui::style::Color;

/// 色深: how many colours the terminal knows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Depth {
    /// The sixteen that the person has set in the terminal.
    #[default]
    Sixteen,
    /// 256, in a cube of six steps and a row of greys.
    Cube,
    /// All.
    True,
}

/// The steps of the cube of 256 colours.
const STEPS: [u8; 6] = [0, 95, 135, 175, 215, 255];

impl Depth {
    /// What the terminal says of itself in `COLORTERM` and `TERM`.
    pub fn of(colour_term: Option<&str>, term: Option<&str>) -> Depth {
        let term = term.unwrap_or_default();
        if matches!(colour_term, Some("truecolor" | "24bit")) || term.ends_with("-direct") {
            return Depth::True;
        }
        if term.contains("256color") {
            return Depth::Cube;
        }
        Depth::Sixteen
    }

    /// The colour that is sent for a wanted one.
    pub(super) fn nearest(self, colour: Color) -> Color {
        match (self, colour) {
            (Depth::True, _) => colour,
            (_, Color::Rgb(red, green, blue)) => in_cube([red, green, blue]),
            _ => colour,
        }
    }
}

fn in_cube(wanted: [u8; 3]) -> Color {
    let step = |value: u8| {
        let steps = (0u8..).zip(STEPS);
        steps
            .min_by_key(|(_, step)| step.abs_diff(value))
            .unwrap_or_default()
    };
    let [(r, red), (g, green), (b, blue)] = wanted.map(step);
    let sum: u16 = wanted.iter().map(|value| u16::from(*value)).sum();
    // The greys run from 8 to 238 in steps of 10.
    let grey = u8::try_from((sum / 3).saturating_sub(3) / 10)
        .unwrap_or(23)
        .min(23);
    let shade = 8 + 10 * grey;
    if far(wanted, [shade; 3]) < far(wanted, [red, green, blue]) {
        return Color::Indexed(232 + grey);
    }
    Color::Indexed(16 + 36 * r + 6 * g + b)
}

fn far(one: [u8; 3], other: [u8; 3]) -> u32 {
    let squares = one.into_iter().zip(other);
    squares
        .map(|(one, other)| u32::from(one.abs_diff(other)).pow(2))
        .sum()
}

/// A colour as a person writes it: one of sixteen names, a number up to 255, or `#rrggbb`.
pub(crate) fn parsed(text: &str) -> Option<Color> {
    if let Some(hex) = text.strip_prefix('#') {
        let value = u32::from_str_radix(hex, 16)
            .ok()
            .filter(|_| hex.len() == 6)?;
        let [_, red, green, blue] = value.to_be_bytes();
        return Some(Color::Rgb(red, green, blue));
    }
    let named = NAMES.iter().find(|(name, _)| *name == text);
    let indexed = || text.parse().ok().map(Color::Indexed);
    named.map(|(_, colour)| *colour).or_else(indexed)
}

/// The names of the sixteen.
pub(crate) const NAMES: [(&str, Color); 16] = [
    ("black", Color::Black),
    ("red", Color::Red),
    ("green", Color::Green),
    ("yellow", Color::Yellow),
    ("blue", Color::Blue),
    ("magenta", Color::Magenta),
    ("cyan", Color::Cyan),
    ("gray", Color::Gray),
    ("dark-gray", Color::DarkGray),
    ("light-red", Color::LightRed),
    ("light-green", Color::LightGreen),
    ("light-yellow", Color::LightYellow),
    ("light-blue", Color::LightBlue),
    ("light-magenta", Color::LightMagenta),
    ("light-cyan", Color::LightCyan),
    ("white", Color::White),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_terminal_says_how_many_colours_it_knows() {
        let of = |colour_term, term| Depth::of(colour_term, Some(term));
        assert_eq!(of(Some("truecolor"), "xterm-256color"), Depth::True);
        assert_eq!(of(None, "screen-256color"), Depth::Cube);
        assert_eq!(of(None, "linux"), Depth::Sixteen);
    }

    #[test]
    fn a_colour_of_the_cube_is_near_the_wanted_one() {
        let sent = |text| Depth::Cube.nearest(parsed(text).unwrap());
        assert_eq!(sent("#ff0000"), Color::Indexed(196));
        assert_eq!(sent("#000000"), Color::Indexed(16));
        assert_eq!(sent("#1c1c1c"), Color::Indexed(234));
        assert_eq!(sent("red"), Color::Red);
        assert_eq!(parsed("#12345"), None);
        assert_eq!(parsed("256"), None);
    }
}
