//! Which key is which command, by where the keys go.

mod context;
mod table;

pub(crate) use context::{Context, SCREENS};
pub(crate) use table::KEYS;

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::tui::command::COMMANDS;

    #[test]
    fn no_key_stands_twice_on_a_screen_and_none_begins_another() {
        for screen in SCREENS {
            let keys = KEYS.iter().filter(|(place, _, _)| screen.contains(place));
            let mut seen = HashSet::new();
            for (place, key, _) in keys.clone() {
                assert!(
                    seen.insert(key),
                    "{key} stands twice, the second time in {place:?}"
                );
                let longer = keys.clone().find(|(_, other, _)| {
                    other
                        .strip_prefix(key)
                        .is_some_and(|rest| rest.starts_with(' '))
                });
                assert_eq!(longer, None, "{key} means something before more can follow");
            }
        }
    }

    #[test]
    fn every_command_has_a_key_or_stands_in_the_palette_and_every_key_has_a_command() {
        for (at, command) in COMMANDS.iter().enumerate() {
            let mut later = COMMANDS.iter().skip(at + 1);
            let is_twin = |other: &crate::tui::command::Command| other.name == command.name;
            assert!(!later.any(is_twin), "{} stands twice", command.name);
            let has_key = KEYS.iter().any(|(_, _, name)| *name == command.name);
            assert!(
                has_key || command.is_listed(),
                "{} has no key",
                command.name
            );
        }
        for (_, key, name) in KEYS {
            let is_known = COMMANDS.iter().any(|command| command.name == *name);
            assert!(is_known, "{key} means {name}, which is no command");
        }
    }

    #[test]
    fn a_place_for_keys_has_one_name() {
        assert_eq!(Context::AskQuit.name(), "ask-quit");
        assert_eq!(Context::Tree.name(), "tree");
    }
}
