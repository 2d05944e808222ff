//! What keys mean here and now: the table of keys, as it may be changed by the person's own file. A meaning
//! may take several keys one after another (`g f`); the ones already pressed are a prefix.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use crate::tui::form::half_width;
use crate::tui::keys::{Context, KEYS};

/// 键位: every key with its command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Keymap {
    /// In the order in which a person reads the keys of a command.
    pub(crate) bindings: Vec<Binding>,
}

/// One key, or several one after another, and what they mean somewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Binding {
    /// Where.
    pub(crate) context: Context,
    /// The names of the keys.
    pub(crate) keys: Vec<String>,
    /// The name of the command.
    pub(crate) command: &'static str,
}

/// What the keys pressed so far mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Meaning {
    /// A command.
    Command(&'static str),
    /// More keys must follow.
    Prefix,
    /// Nothing.
    Nothing,
}

impl Default for Keymap {
    fn default() -> Keymap {
        let binding = |(context, keys, command): &(Context, &str, &'static str)| Binding {
            context: *context,
            keys: sequence(keys),
            command,
        };
        Keymap {
            bindings: KEYS.iter().map(binding).collect(),
        }
    }
}

impl Keymap {
    fn in_contexts<'k>(
        &'k self,
        contexts: &'k [Context],
    ) -> impl Iterator<Item = &'k Binding> + use<'k> {
        contexts.iter().flat_map(|context| {
            let here = self.bindings.iter();
            here.filter(move |binding| binding.context == *context)
        })
    }

    /// What keys pressed one after another mean, the narrowest context first.
    pub(crate) fn meaning(&self, pressed: &[String], contexts: &[Context]) -> Meaning {
        let mut meaning = Meaning::Nothing;
        for binding in self.in_contexts(contexts) {
            if binding.keys == pressed {
                return Meaning::Command(binding.command);
            }
            if !pressed.is_empty() && binding.keys.starts_with(pressed) {
                meaning = Meaning::Prefix;
            }
        }
        meaning
    }

    /// What can follow the keys pressed so far: the key, and the command it comes to. A key that asks for
    /// more keys comes with each of its commands.
    pub(crate) fn following(
        &self,
        pressed: &[String],
        contexts: &[Context],
    ) -> Vec<(String, &'static str)> {
        let mut found: Vec<(String, &'static str)> = Vec::new();
        for binding in self.in_contexts(contexts) {
            let rest = binding.keys.strip_prefix(pressed).unwrap_or_default();
            let keys = label(rest);
            if !rest.is_empty() && found.iter().all(|(known, _)| *known != keys) {
                found.push((keys, binding.command));
            }
        }
        found
    }

    /// Whether a command has a key in one of some contexts.
    pub(crate) fn is_bound(&self, command: &str, contexts: &[Context]) -> bool {
        self.in_contexts(contexts)
            .any(|binding| binding.command == command)
    }

    /// The keys of a command as a person reads them; without those that mean something else here.
    pub(crate) fn labels(&self, command: &str, contexts: &[Context]) -> Vec<String> {
        self.in_contexts(contexts)
            .filter(|binding| binding.command == command)
            .filter(|binding| {
                let meaning = self.meaning(&binding.keys, contexts);
                matches!(meaning, Meaning::Command(name) if name == command)
            })
            .map(|binding| label(&binding.keys))
            .collect()
    }

    /// The first key of a command as a person reads it; nothing if it has none.
    pub(crate) fn first(&self, command: &str, contexts: &[Context]) -> String {
        let labels = self.labels(command, contexts);
        labels.into_iter().next().unwrap_or_default()
    }
}

/// The names of keys that are pressed one after another.
pub(crate) fn sequence(keys: &str) -> Vec<String> {
    keys.split_whitespace().map(str::to_owned).collect()
}

/// The name of a key in the table. An input method may be on: its full-width letters and marks count as
/// the plain ones.
pub(crate) fn name(key: KeyEvent) -> Option<String> {
    let name = match key.code {
        KeyCode::Char(' ' | '\u{3000}') => "space".to_owned(),
        KeyCode::Char('、') => "/".to_owned(),
        KeyCode::Char('【') => "[".to_owned(),
        KeyCode::Char('】') => "]".to_owned(),
        KeyCode::Char(letter) => half_width(&letter.to_string()),
        KeyCode::F(number) => format!("f{number}"),
        code => NAMED.iter().find(|(known, _)| *known == code)?.1.to_owned(),
    };
    let with = |modifier, name| {
        if key.modifiers.contains(modifier) {
            name
        } else {
            ""
        }
    };
    let (ctrl, alt) = (
        with(KeyModifiers::CONTROL, "ctrl-"),
        with(KeyModifiers::ALT, "alt-"),
    );
    Some(format!("{ctrl}{alt}{name}"))
}

/// Keys that are no letters.
pub(crate) const NAMED: [(KeyCode, &str); 15] = [
    (KeyCode::Enter, "enter"),
    (KeyCode::Esc, "esc"),
    (KeyCode::Tab, "tab"),
    (KeyCode::BackTab, "backtab"),
    (KeyCode::Up, "up"),
    (KeyCode::Down, "down"),
    (KeyCode::Left, "left"),
    (KeyCode::Right, "right"),
    (KeyCode::PageUp, "pgup"),
    (KeyCode::PageDown, "pgdn"),
    (KeyCode::Home, "home"),
    (KeyCode::End, "end"),
    (KeyCode::Delete, "delete"),
    (KeyCode::Insert, "insert"),
    (KeyCode::Backspace, "backspace"),
];

/// Keys as a person reads them: letters stand together, anything longer apart.
pub(crate) fn label(keys: &[String]) -> String {
    let labels: Vec<String> = keys.iter().map(|key| label_of(key)).collect();
    let is_short = labels.iter().all(|label| label.chars().count() == 1);
    labels.join(if is_short { "" } else { " " })
}

fn label_of(key: &str) -> String {
    match key {
        "space" => "Space",
        "enter" => "Enter",
        "esc" => "Esc",
        "tab" => "Tab",
        "backtab" => "Shift-Tab",
        "up" => "↑",
        "down" => "↓",
        "left" => "←",
        "right" => "→",
        "pgup" => "PgUp",
        "pgdn" => "PgDn",
        "home" => "Home",
        "end" => "End",
        "delete" => "Del",
        "insert" => "Ins",
        "backspace" => "Backspace",
        function if function.len() > 1 && function.starts_with('f') => {
            return function.to_uppercase();
        }
        plain => return plain.replace("ctrl-", "Ctrl-").replace("alt-", "Alt-"),
    }
    .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meaning(keys: &str, contexts: &[Context]) -> Meaning {
        Keymap::default().meaning(&sequence(keys), contexts)
    }

    #[test]
    fn several_keys_come_to_one_command() {
        let here = [Context::Desk, Context::Moves, Context::App];
        assert_eq!(meaning("g", &here), Meaning::Prefix);
        assert_eq!(meaning("g g", &here), Meaning::Command("first"));
        assert_eq!(meaning("g f", &here), Meaning::Command("findings"));
        assert_eq!(meaning("g y", &here), Meaning::Nothing);
        assert_eq!(meaning("g", &[Context::Line]), Meaning::Nothing);
    }

    #[test]
    fn keys_are_spelled_as_a_person_reads_them() {
        let spelled = |keys: &str| label(&sequence(keys));
        assert_eq!(spelled("g f"), "gf");
        assert_eq!(spelled("ctrl-x s"), "Ctrl-x s");
        assert_eq!(spelled("pgdn"), "PgDn");
    }

    #[test]
    fn an_input_method_does_not_get_in_the_way() {
        let command = |letter| {
            let key = KeyEvent::from(KeyCode::Char(letter));
            meaning(&name(key).unwrap(), &[Context::Desk, Context::App])
        };
        assert_eq!(command('？'), Meaning::Command("help"));
        assert_eq!(command('、'), Meaning::Command("filter"));
        assert_eq!(command('【'), Meaning::Command("go-back"));
        assert_eq!(command('ｑ'), Meaning::Command("quit"));
    }

    #[test]
    fn modifiers_are_part_of_the_name() {
        let key = |modifiers| name(KeyEvent::new(KeyCode::Left, modifiers)).unwrap();
        assert_eq!(key(KeyModifiers::ALT), "alt-left");
        assert_eq!(
            key(KeyModifiers::CONTROL | KeyModifiers::ALT),
            "ctrl-alt-left"
        );
    }
}
