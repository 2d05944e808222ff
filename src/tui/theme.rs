//! What each part of the screen looks like: sixteen colours at most, and none that carries a meaning by
//! itself. Without colours the modifiers alone remain.

use ratatui::style::{Color, Modifier, Style};

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

/// 主题: with or without colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Theme {
    /// Whether colours may be used.
    pub(crate) colours: bool,
}

impl Theme {
    /// The look of a role.
    pub(crate) fn style(self, role: Role) -> Style {
        let (colour, modifier) = look(role);
        let style = Style::new().add_modifier(modifier);
        match colour.filter(|_| self.colours) {
            Some(colour) => style.fg(colour),
            None => style,
        }
    }
}

/// Colour and modifiers of each role.
fn look(role: Role) -> (Option<Color>, Modifier) {
    let none = Modifier::empty();
    let word = Modifier::BOLD.union(Modifier::UNDERLINED);
    match role {
        Role::Plain => (None, none),
        Role::Dim => (None, Modifier::DIM),
        Role::Strong | Role::Chosen => (None, Modifier::BOLD),
        Role::Bar | Role::Selected => (None, Modifier::REVERSED),
        Role::Title => (None, Modifier::UNDERLINED),
        Role::Focus => (Some(Color::Cyan), word),
        Role::Section => (Some(Color::Cyan), none),
        Role::Match => (Some(Color::Green), word),
        Role::Key => (Some(Color::Cyan), Modifier::BOLD),
        Role::Error => (Some(Color::Red), Modifier::BOLD),
        Role::Warning => (Some(Color::Yellow), none),
        Role::Note => (Some(Color::Blue), none),
        Role::Added => (Some(Color::Green), none),
        Role::Removed => (Some(Color::Red), none),
        Role::AddedWord => (Some(Color::Green), word),
        Role::RemovedWord => (Some(Color::Red), word),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_colours_only_modifiers_remain() {
        let plain = Theme { colours: false };
        assert_eq!(plain.style(Role::Error).fg, None);
        assert_ne!(plain.style(Role::Error), plain.style(Role::Plain));
    }
}
