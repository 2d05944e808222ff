//! Which key is which command, by where the keys go. Data only. Keys with a space between are pressed one
//! after another.

/// 按键场合: where keys go. A screen has several, the narrowest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Context {
    /// No catalog to open.
    Nowhere,
    /// Places and departments.
    Tree,
    /// Matters.
    List,
    /// One matter.
    Sheet,
    /// Any pane of the desk.
    Desk,
    /// The findings screen.
    Findings,
    /// The changes screen.
    Changes,
    /// The home screen.
    Home,
    /// The guide preview.
    Guide,
    /// The review screen.
    Review,
    /// Where a cursor moves.
    Moves,
    /// Every screen but the review, which has uses of its own for these keys.
    Plain,
    /// Every screen without a dialog.
    App,
    /// An editor of one line.
    Line,
    /// The same, where a day is typed.
    Day,
    /// An editor of many lines.
    Text,
    /// The message of a commit.
    Commit,
    /// What became of a matter.
    Past,
    /// A list to pick from.
    Pick,
    /// A list to pick several from.
    PickSeveral,
    /// The filter.
    Filter,
    /// The box in which matters are looked for.
    Find,
    /// A menu.
    Menu,
    /// A menu to choose several from.
    MenuSeveral,
    /// The menu of views.
    Views,
    /// What a decision on several differences will touch.
    Preview,
    /// A decision being written.
    Ruling,
    /// Work on many matters that is going on.
    Waiting,
    /// What a change of many matters would do.
    Forecast,
    /// The page of a rule.
    Page,
    /// A few values asked for together.
    Card,
    /// The question before quitting.
    AskQuit,
    /// The question about unsaved work.
    AskRecover,
    /// The choice between two sides that changed the same.
    Dispute,
    /// The keys.
    Help,
    /// What was said so far.
    Messages,
    /// Commands or themes to choose from.
    Palette,
}

impl Context {
    /// Its name in the settings: `AskQuit` is `ask-quit`.
    pub(crate) fn name(self) -> String {
        let mut name = String::new();
        for letter in format!("{self:?}").chars() {
            if letter.is_ascii_uppercase() && !name.is_empty() {
                name.push('-');
            }
            name.push(letter.to_ascii_lowercase());
        }
        name
    }

    /// Whether letters are typed there, so that none of them can be a key.
    pub(crate) fn takes_text(self) -> bool {
        matches!(
            self,
            Context::Line
                | Context::Text
                | Context::Pick
                | Context::Filter
                | Context::Ruling
                | Context::Card
                | Context::Menu
                | Context::Palette
        )
    }
}

/// Every key: where, which, and the command's name.
pub(crate) static KEYS: &[(Context, &str, &str)] = &[
    (Context::Nowhere, "c", "create"),
    (Context::Nowhere, "d", "demo"),
    (Context::Nowhere, "t", "first-steps"),
    (Context::Tree, "enter", "open"),
    (Context::List, "enter", "open"),
    (Context::List, "space", "select"),
    (Context::List, "V", "select-range"),
    (Context::List, "*", "select-all"),
    (Context::List, "m", "many"),
    (Context::Sheet, "enter", "edit"),
    (Context::Sheet, "space", "unfold"),
    (Context::Sheet, "a", "add"),
    (Context::Sheet, "d", "delete"),
    (Context::Sheet, "delete", "delete"),
    (Context::Sheet, "D", "duplicate"),
    (Context::Sheet, "J", "move-down"),
    (Context::Sheet, "K", "move-up"),
    (Context::Sheet, "x", "clear"),
    (Context::Sheet, "o", "turn-over"),
    (Context::Sheet, "F", "fix"),
    (Context::Sheet, "i", "guidance"),
    (Context::Sheet, "n", "next-finding"),
    (Context::Sheet, "e", "hide-empty"),
    (Context::Desk, "/", "filter"),
    (Context::Desk, "v", "guide"),
    (Context::Desk, "z", "filters"),
    (Context::Desk, "Z", "drop-filters"),
    (Context::Desk, "w", "views"),
    (Context::Desk, "f", "findings"),
    (Context::Desk, "r", "review"),
    (Context::Desk, "c", "changes"),
    (Context::Desk, "y", "history"),
    (Context::Desk, "N", "new-matter"),
    (Context::Desk, "b", "to-base"),
    (Context::Desk, "B", "to-locals"),
    (Context::Desk, "tab", "next-pane"),
    (Context::Desk, "backtab", "previous-pane"),
    (Context::Desk, "l", "right"),
    (Context::Desk, "right", "right"),
    (Context::Desk, "h", "left"),
    (Context::Desk, "left", "left"),
    (Context::Desk, "esc", "back"),
    (Context::Findings, "enter", "to-finding"),
    (Context::Findings, "F", "fix"),
    (Context::Findings, "A", "fix-all"),
    (Context::Findings, "x", "except"),
    (Context::Findings, "i", "rule-page"),
    (Context::Findings, "n", "finding-after"),
    (Context::Findings, "N", "finding-before"),
    (Context::Findings, "t", "next-grouping"),
    (Context::Findings, "space", "fold-group"),
    (Context::Findings, "l", "open-group"),
    (Context::Findings, "right", "open-group"),
    (Context::Findings, "h", "close-group"),
    (Context::Findings, "left", "close-group"),
    (Context::Findings, "/", "filter"),
    (Context::Findings, "e", "next-severity"),
    (Context::Findings, "B", "show-known"),
    (Context::Findings, "J", "finding-down"),
    (Context::Findings, "K", "finding-up"),
    (Context::Findings, "c", "changes"),
    (Context::Findings, "r", "review"),
    (Context::Findings, "f", "desk"),
    (Context::Findings, "esc", "leave-findings"),
    (Context::Changes, "enter", "jump"),
    (Context::Changes, "space", "stage"),
    (Context::Changes, "a", "stage-all"),
    (Context::Changes, "x", "revert"),
    (Context::Changes, "M", "amend"),
    (Context::Changes, "y", "history"),
    (Context::Changes, "l", "right"),
    (Context::Changes, "right", "right"),
    (Context::Changes, "h", "left"),
    (Context::Changes, "left", "left"),
    (Context::Changes, "J", "scroll-down"),
    (Context::Changes, "K", "scroll-up"),
    (Context::Changes, "f", "findings"),
    (Context::Changes, "r", "review"),
    (Context::Changes, "c", "desk"),
    (Context::Changes, "esc", "desk"),
    (Context::Home, "enter", "enter-home"),
    (Context::Home, "l", "enter-home"),
    (Context::Home, "right", "enter-home"),
    (Context::Home, "f", "findings"),
    (Context::Home, "r", "review"),
    (Context::Home, "c", "changes"),
    (Context::Home, "/", "search"),
    (Context::Home, "esc", "desk"),
    (Context::Guide, "e", "show-sources"),
    (Context::Guide, "space", "page-down"),
    (Context::Guide, "b", "page-up"),
    (Context::Guide, "v", "desk"),
    (Context::Guide, "esc", "desk"),
    (Context::Review, "a", "adopt"),
    (Context::Review, "o", "adopt-other"),
    (Context::Review, "u", "propose"),
    (Context::Review, "p", "approve"),
    (Context::Review, "s", "skip"),
    (Context::Review, "n", "next-open"),
    (Context::Review, "N", "previous-open"),
    (Context::Review, "space", "choose"),
    (Context::Review, "A", "choose-all"),
    (Context::Review, "/", "filter"),
    (Context::Review, "t", "next-class"),
    (Context::Review, "i", "next-field"),
    (Context::Review, "d", "show-decided"),
    (Context::Review, "J", "detail-down"),
    (Context::Review, "K", "detail-up"),
    (Context::Review, "enter", "jump"),
    (Context::Review, "f", "findings"),
    (Context::Review, "c", "changes"),
    (Context::Review, "r", "desk"),
    (Context::Review, "esc", "leave"),
    (Context::Moves, "j", "down"),
    (Context::Moves, "down", "down"),
    (Context::Moves, "k", "up"),
    (Context::Moves, "up", "up"),
    (Context::Moves, "pgdn", "page-down"),
    (Context::Moves, "ctrl-f", "page-down"),
    (Context::Moves, "pgup", "page-up"),
    (Context::Moves, "ctrl-b", "page-up"),
    (Context::Moves, "g g", "first"),
    (Context::Moves, "home", "first"),
    (Context::Moves, "G", "last"),
    (Context::Moves, "g e", "last"),
    (Context::Moves, "end", "last"),
    (Context::Plain, "u", "undo"),
    (Context::App, "ctrl-z", "undo"),
    (Context::App, "ctrl-r", "redo"),
    (Context::Plain, "s", "save"),
    (Context::App, "ctrl-s", "save"),
    (Context::App, "C", "commit"),
    (Context::App, "H", "home"),
    (Context::App, "g h", "home"),
    (Context::App, "g d", "desk"),
    (Context::App, "g f", "findings"),
    (Context::App, "g c", "changes"),
    (Context::App, "g r", "review"),
    (Context::App, "[", "go-back"),
    (Context::App, "alt-left", "go-back"),
    (Context::App, "]", "go-forward"),
    (Context::App, "alt-right", "go-forward"),
    (Context::App, "L", "language"),
    (Context::App, ":", "palette"),
    (Context::App, "ctrl-p", "palette"),
    (Context::App, "?", "help"),
    (Context::App, "f1", "help"),
    (Context::App, "g ?", "first-steps"),
    (Context::App, "g m", "messages"),
    (Context::App, "q", "quit"),
    (Context::App, "ctrl-c", "quit"),
    (Context::Line, "enter", "accept"),
    (Context::Line, "esc", "cancel"),
    (Context::Day, "up", "day-later"),
    (Context::Day, "down", "day-earlier"),
    (Context::Day, "pgup", "month-later"),
    (Context::Day, "pgdn", "month-earlier"),
    (Context::Text, "ctrl-s", "accept"),
    (Context::Text, "esc", "cancel"),
    (Context::Commit, "tab", "take-up"),
    (Context::Past, "j", "past-down"),
    (Context::Past, "down", "past-down"),
    (Context::Past, "k", "past-up"),
    (Context::Past, "up", "past-up"),
    (Context::Past, "pgdn", "past-page-down"),
    (Context::Past, "pgup", "past-page-up"),
    (Context::Past, "J", "past-scroll-down"),
    (Context::Past, "K", "past-scroll-up"),
    (Context::Past, "y", "whole-matter"),
    (Context::Past, "esc", "close"),
    (Context::Past, "q", "close"),
    (Context::Pick, "enter", "accept"),
    (Context::Pick, "esc", "cancel"),
    (Context::Pick, "down", "pick-down"),
    (Context::Pick, "up", "pick-up"),
    (Context::Pick, "pgdn", "pick-page-down"),
    (Context::Pick, "pgup", "pick-page-up"),
    (Context::PickSeveral, "space", "toggle"),
    (Context::Filter, "enter", "accept"),
    (Context::Filter, "esc", "cancel"),
    (Context::Waiting, "esc", "halt"),
    (Context::Forecast, "enter", "carry"),
    (Context::Forecast, "esc", "cancel"),
    (Context::Forecast, "j", "pick-down"),
    (Context::Forecast, "down", "pick-down"),
    (Context::Forecast, "k", "pick-up"),
    (Context::Forecast, "up", "pick-up"),
    (Context::Forecast, "pgdn", "pick-page-down"),
    (Context::Forecast, "pgup", "pick-page-up"),
    (Context::Forecast, "home", "pick-first"),
    (Context::Forecast, "end", "pick-last"),
    (Context::Filter, "down", "pick-down"),
    (Context::Filter, "up", "pick-up"),
    (Context::Filter, "pgdn", "pick-page-down"),
    (Context::Filter, "pgup", "pick-page-up"),
    (Context::Find, "tab", "widen"),
    (Context::Find, "backspace", "drop-filter"),
    (Context::Menu, "enter", "accept"),
    (Context::Menu, "esc", "cancel"),
    (Context::Menu, "down", "pick-down"),
    (Context::Menu, "up", "pick-up"),
    (Context::Menu, "pgdn", "pick-page-down"),
    (Context::Menu, "pgup", "pick-page-up"),
    (Context::MenuSeveral, "space", "toggle"),
    (Context::Views, "ctrl-r", "rename-view"),
    (Context::Views, "delete", "delete-view"),
    (Context::Preview, "enter", "proceed"),
    (Context::Preview, "esc", "cancel"),
    (Context::Preview, "j", "pick-down"),
    (Context::Preview, "down", "pick-down"),
    (Context::Preview, "k", "pick-up"),
    (Context::Preview, "up", "pick-up"),
    (Context::Preview, "pgdn", "pick-page-down"),
    (Context::Preview, "pgup", "pick-page-up"),
    (Context::Ruling, "enter", "accept"),
    (Context::Ruling, "ctrl-s", "accept"),
    (Context::Ruling, "tab", "next-part"),
    (Context::Ruling, "down", "next-part"),
    (Context::Ruling, "backtab", "previous-part"),
    (Context::Ruling, "up", "previous-part"),
    (Context::Ruling, "esc", "cancel"),
    (Context::Page, "esc", "close"),
    (Context::Page, "i", "close"),
    (Context::Page, "q", "close"),
    (Context::Page, "j", "pick-down"),
    (Context::Page, "down", "pick-down"),
    (Context::Page, "k", "pick-up"),
    (Context::Page, "up", "pick-up"),
    (Context::Page, "space", "pick-page-down"),
    (Context::Page, "pgdn", "pick-page-down"),
    (Context::Page, "pgup", "pick-page-up"),
    (Context::Card, "enter", "accept"),
    (Context::Card, "ctrl-s", "accept"),
    (Context::Card, "tab", "next-part"),
    (Context::Card, "down", "next-part"),
    (Context::Card, "backtab", "previous-part"),
    (Context::Card, "up", "previous-part"),
    (Context::Card, "space", "other-value"),
    (Context::Card, "right", "other-value"),
    (Context::Card, "left", "previous-value"),
    (Context::Card, "esc", "cancel"),
    (Context::AskQuit, "s", "save-and-quit"),
    (Context::AskQuit, "d", "quit-unsaved"),
    (Context::AskQuit, "esc", "cancel"),
    (Context::AskRecover, "y", "recover"),
    (Context::AskRecover, "enter", "recover"),
    (Context::AskRecover, "d", "discard"),
    (Context::AskRecover, "esc", "cancel"),
    (Context::Dispute, "o", "take-ours"),
    (Context::Dispute, "t", "take-theirs"),
    (Context::Dispute, "enter", "settle"),
    (Context::Dispute, "j", "pick-down"),
    (Context::Dispute, "down", "pick-down"),
    (Context::Dispute, "k", "pick-up"),
    (Context::Dispute, "up", "pick-up"),
    (Context::Dispute, "esc", "cancel"),
    (Context::Help, "esc", "close"),
    (Context::Help, "?", "close"),
    (Context::Help, "q", "close"),
    (Context::Help, "t", "first-steps"),
    (Context::Messages, "esc", "close"),
    (Context::Messages, "enter", "close"),
    (Context::Messages, "q", "close"),
    (Context::Palette, "enter", "run"),
    (Context::Palette, "esc", "drop"),
    (Context::Palette, "down", "pick-down"),
    (Context::Palette, "up", "pick-up"),
    (Context::Palette, "ctrl-n", "pick-down"),
    (Context::Palette, "ctrl-p", "pick-up"),
    (Context::Palette, "pgdn", "pick-page-down"),
    (Context::Palette, "pgup", "pick-page-up"),
];

/// The contexts that can be active together.
pub(crate) static SCREENS: &[&[Context]] = &[
    &[Context::Nowhere, Context::Plain, Context::App],
    &[
        Context::Tree,
        Context::Desk,
        Context::Moves,
        Context::Plain,
        Context::App,
    ],
    &[
        Context::List,
        Context::Desk,
        Context::Moves,
        Context::Plain,
        Context::App,
    ],
    &[
        Context::Sheet,
        Context::Desk,
        Context::Moves,
        Context::Plain,
        Context::App,
    ],
    &[Context::Home, Context::Moves, Context::Plain, Context::App],
    &[Context::Guide, Context::Moves, Context::Plain, Context::App],
    &[
        Context::Findings,
        Context::Moves,
        Context::Plain,
        Context::App,
    ],
    &[
        Context::Changes,
        Context::Moves,
        Context::Plain,
        Context::App,
    ],
    &[Context::Review, Context::Moves, Context::App],
    &[Context::Line],
    &[Context::Day, Context::Line],
    &[Context::Text],
    &[Context::Commit, Context::Text],
    &[Context::Past],
    &[Context::Pick],
    &[Context::PickSeveral, Context::Pick],
    &[Context::Filter],
    &[Context::Preview],
    &[Context::Waiting],
    &[Context::Forecast],
    &[Context::Ruling],
    &[Context::Page],
    &[Context::Card],
    &[Context::AskQuit],
    &[Context::AskRecover],
    &[Context::Dispute],
    &[Context::Help, Context::Moves],
    &[Context::Messages, Context::Moves],
    &[Context::Palette],
];

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
        for command in COMMANDS {
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
