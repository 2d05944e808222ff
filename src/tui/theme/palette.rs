//! The colours there are to choose from.

use ratatui::style::{Color, Modifier, Style};

use crate::text::{Words, words};

/// 配色: the colours of a theme.
#[derive(Debug)]
pub(crate) struct Palette {
    /// Its name in the configuration.
    pub(crate) name: &'static str,
    /// Its name for a person.
    pub(crate) title: Words,
    /// What ordinary text is written on and with; `None` leaves that to the terminal.
    pub(crate) ground: Option<Pair>,
    dim: Option<Color>,
    accent: Color,
    red: Color,
    yellow: Color,
    blue: Color,
    green: Color,
    bar: Option<Pair>,
    selected: Option<Pair>,
}

/// A colour on a colour.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Pair {
    /// Of the text.
    pub(crate) ink: Color,
    /// Below it.
    pub(crate) paper: Color,
}

/// 墨色: what a palette has a colour for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ink {
    Plain,
    Dim,
    Accent,
    Red,
    Yellow,
    Blue,
    Green,
    Bar,
    Selected,
}

impl Palette {
    /// The look of an ink; where there is no colour for it, its modifier says it.
    pub(super) fn style(&self, ink: Ink, modifier: Modifier) -> Style {
        let style = Style::new().add_modifier(modifier);
        let pair = |pair: Option<Pair>| match pair {
            Some(Pair { ink, paper }) => style.fg(ink).bg(paper),
            None => style.add_modifier(Modifier::REVERSED),
        };
        match ink {
            Ink::Plain => style,
            Ink::Dim => match self.dim {
                Some(dim) => style.fg(dim),
                None => style.add_modifier(Modifier::DIM),
            },
            Ink::Accent => style.fg(self.accent),
            Ink::Red => style.fg(self.red),
            Ink::Yellow => style.fg(self.yellow),
            Ink::Blue => style.fg(self.blue),
            Ink::Green => style.fg(self.green),
            Ink::Bar => pair(self.bar),
            Ink::Selected => pair(self.selected),
        }
    }
}

/// The sixteen colours of the terminal, as the person has set them there.
pub(crate) static TERMINAL: Palette = Palette {
    name: "terminal",
    title: words("终端本来的颜色", "The terminal's own colours"),
    ground: None,
    dim: None,
    accent: Color::Cyan,
    red: Color::Red,
    yellow: Color::Yellow,
    blue: Color::Blue,
    green: Color::Green,
    bar: None,
    selected: None,
};

const fn rgb(hex: u32) -> Color {
    let [_, red, green, blue] = hex.to_be_bytes();
    Color::Rgb(red, green, blue)
}

const fn pair(ink: u32, paper: u32) -> Pair {
    Pair {
        ink: rgb(ink),
        paper: rgb(paper),
    }
}

static DARK: Palette = Palette {
    name: "dark",
    title: words("深色", "Dark"),
    ground: Some(pair(0x00d6_dae3, 0x001b_1d23)),
    dim: Some(rgb(0x00a0_a8b7)),
    accent: rgb(0x006c_c7d8),
    red: rgb(0x00ff_8b8b),
    yellow: rgb(0x00e8_c872),
    blue: rgb(0x008a_b8ff),
    green: rgb(0x009b_d48a),
    bar: Some(pair(0x00ff_ffff, 0x003a_4152)),
    selected: Some(pair(0x00ff_ffff, 0x0034_507a)),
};

static LIGHT: Palette = Palette {
    name: "light",
    title: words("浅色", "Light"),
    ground: Some(pair(0x0022_252b, 0x00fa_f9f6)),
    dim: Some(rgb(0x005a_606b)),
    accent: rgb(0x000b_6272),
    red: rgb(0x00b0_1f1a),
    yellow: rgb(0x0078_5000),
    blue: rgb(0x001f_52ab),
    green: rgb(0x0028_6428),
    bar: Some(pair(0x00ff_ffff, 0x003b_4354)),
    selected: Some(pair(0x0010_2240, 0x00c4_d8f6)),
};

static CONTRAST: Palette = Palette {
    name: "contrast",
    title: words("高对比", "High contrast"),
    ground: Some(pair(0x00ff_ffff, 0x0000_0000)),
    dim: Some(rgb(0x00d0_d0d0)),
    accent: rgb(0x0000_ffff),
    red: rgb(0x00ff_8787),
    yellow: rgb(0x00ff_ff5f),
    blue: rgb(0x00af_d7ff),
    green: rgb(0x0087_ff87),
    bar: Some(pair(0x0000_0000, 0x00ff_ffff)),
    selected: Some(pair(0x0000_0000, 0x00ff_ff5f)),
};

/// Every theme to choose from.
pub(crate) static PALETTES: [&Palette; 4] = [&TERMINAL, &DARK, &LIGHT, &CONTRAST];
