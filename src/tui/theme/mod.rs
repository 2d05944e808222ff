//! What each part of the screen looks like. No colour carries a meaning by itself: a sign or the kind of type
//! always says it too, and without colours those remain.

mod depth;
mod palette;
#[cfg(test)]
mod tests;

use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier, Style};

pub use depth::Depth;
pub(crate) use depth::{NAMES, parsed};
pub(crate) use palette::{PALETTES, Palette, TERMINAL};

use crate::tui::theme::palette::Ink;

/// 样式: what a piece of text is, not how it looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Role {
    /// Ordinary text.
    Plain,
    /// Text of less weight: inherited, empty, a hint.
    Dim,
    /// Text of more weight.
    Strong,
    /// The bar at the top.
    Bar,
    /// The title of a pane.
    Title,
    /// The title of the pane that has the keys.
    Focus,
    /// A heading between rows.
    Section,
    /// The row that the keys act on.
    Selected,
    /// The chosen row of a pane without the keys.
    Chosen,
    /// What a search meant in a text.
    Match,
    /// A key in the footer.
    Key,
    /// An error.
    Error,
    /// A warning.
    Warning,
    /// A note.
    Note,
    /// A line that is new.
    Added,
    /// A line that is gone.
    Removed,
    /// A word that is new.
    AddedWord,
    /// A word that is gone.
    RemovedWord,
}

impl Role {
    /// Every role.
    pub(crate) const ALL: [Role; 18] = [
        Role::Plain,
        Role::Dim,
        Role::Strong,
        Role::Bar,
        Role::Title,
        Role::Focus,
        Role::Section,
        Role::Selected,
        Role::Chosen,
        Role::Match,
        Role::Key,
        Role::Error,
        Role::Warning,
        Role::Note,
        Role::Added,
        Role::Removed,
        Role::AddedWord,
        Role::RemovedWord,
    ];

    /// Its name in the settings.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Role::Plain => "plain",
            Role::Dim => "dim",
            Role::Strong => "strong",
            Role::Bar => "bar",
            Role::Title => "title",
            Role::Focus => "focus",
            Role::Section => "section",
            Role::Selected => "selected",
            Role::Chosen => "chosen",
            Role::Match => "match",
            Role::Key => "key",
            Role::Error => "error",
            Role::Warning => "warning",
            Role::Note => "note",
            Role::Added => "added",
            Role::Removed => "removed",
            Role::AddedWord => "added-word",
            Role::RemovedWord => "removed-word",
        }
    }
}

/// 主题: colours, and whether signs are drawn with ASCII alone.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Theme {
    /// Whether colours may be used.
    pub(crate) colours: bool,
    /// How many colours the terminal knows.
    pub(crate) depth: Depth,
    /// Which colours.
    pub(crate) palette: &'static Palette,
    /// Colours of the person's own, by role.
    pub(crate) own: &'static [(Role, Own)],
    /// Whether our own signs and lines are drawn with ASCII alone.
    pub(crate) ascii: bool,
}

/// Colours of the person's own for a role.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Own {
    /// Of the text.
    pub(crate) ink: Option<Color>,
    /// Below the text.
    pub(crate) paper: Option<Color>,
}

impl Theme {
    /// The terminal's own colours.
    pub(crate) fn terminal() -> Theme {
        Theme {
            colours: true,
            depth: Depth::Sixteen,
            palette: &TERMINAL,
            own: &[],
            ascii: false,
        }
    }

    /// No colours.
    #[cfg(test)]
    pub(crate) fn colourless() -> Theme {
        Theme {
            colours: false,
            ..Theme::terminal()
        }
    }

    /// The look of a role.
    pub(crate) fn style(self, role: Role) -> Style {
        let (ink, modifier) = look(role);
        if !self.colours {
            let style = TERMINAL.style(ink, modifier);
            return Style::new().add_modifier(style.add_modifier);
        }
        let palette = self.palette();
        let style = palette.style(ink, modifier);
        let own = self.own.iter().find(|(known, _)| *known == role);
        let own = own.map(|(_, own)| *own).unwrap_or_default();
        let colour = |colour: Option<Color>| colour.map(|colour| self.depth.nearest(colour));
        // Who chooses both colours of a row means them as they are.
        let is_whole = own.ink.is_some() && own.paper.is_some();
        Style {
            fg: colour(own.ink.or(style.fg)),
            bg: colour(own.paper.or(style.bg)),
            add_modifier: if is_whole {
                style.add_modifier.difference(Modifier::REVERSED)
            } else {
                style.add_modifier
            },
            ..style
        }
    }

    /// The palette, if the terminal has enough colours for it.
    fn palette(self) -> &'static Palette {
        if self.depth == Depth::Sixteen {
            return &TERMINAL;
        }
        self.palette
    }

    /// Lays the paper of the theme below everything, and gives its ink to what has none.
    pub(crate) fn lay_paper(self, buffer: &mut Buffer) {
        let Some(ground) = self.palette().ground.filter(|_| self.colours) else {
            return;
        };
        let (ink, paper) = (
            self.depth.nearest(ground.ink),
            self.depth.nearest(ground.paper),
        );
        for cell in &mut buffer.content {
            if cell.bg == Color::Reset {
                cell.bg = paper;
            }
            if cell.fg == Color::Reset {
                cell.fg = ink;
            }
        }
    }
}

/// Which ink of the palette a role is written with, and how.
fn look(role: Role) -> (Ink, Modifier) {
    let none = Modifier::empty();
    let word = Modifier::BOLD.union(Modifier::UNDERLINED);
    match role {
        Role::Plain => (Ink::Plain, none),
        Role::Dim => (Ink::Dim, none),
        Role::Strong | Role::Chosen => (Ink::Plain, Modifier::BOLD),
        Role::Bar => (Ink::Bar, none),
        Role::Selected => (Ink::Selected, none),
        Role::Title => (Ink::Plain, Modifier::UNDERLINED),
        Role::Focus => (Ink::Accent, word),
        Role::Section => (Ink::Accent, none),
        Role::Key => (Ink::Accent, Modifier::BOLD),
        Role::Error => (Ink::Red, Modifier::BOLD),
        Role::Warning => (Ink::Yellow, none),
        Role::Note => (Ink::Blue, none),
        Role::Added => (Ink::Green, none),
        Role::Removed => (Ink::Red, none),
        Role::AddedWord | Role::Match => (Ink::Green, word),
        Role::RemovedWord => (Ink::Red, word),
    }
}
