//! Where keys go: the places, and which of them are active together.

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
    /// Looking for words in a text.
    Seek,
    /// Every editor, with what it has of its own.
    Typing,
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
    /// A file that comes back from the editor outside.
    Returned,
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
    /// git is at work.
    AtWork,
    /// What was said, in several lines.
    Said,
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
                | Context::Day
                | Context::Text
                | Context::Seek
                | Context::Commit
                | Context::Pick
                | Context::PickSeveral
                | Context::Filter
                | Context::Find
                | Context::Ruling
                | Context::Card
                | Context::Menu
                | Context::MenuSeveral
                | Context::Views
                | Context::Palette
                | Context::Typing
        )
    }
}

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
    &[Context::Line, Context::Typing],
    &[Context::Day, Context::Line, Context::Typing],
    &[Context::Text, Context::Typing],
    &[Context::Commit, Context::Text, Context::Typing],
    &[Context::Past],
    &[Context::Seek, Context::Typing],
    &[Context::Pick, Context::Typing],
    &[Context::PickSeveral, Context::Pick, Context::Typing],
    &[Context::Filter, Context::Typing],
    &[Context::Find, Context::Filter, Context::Typing],
    &[Context::Menu, Context::Typing],
    &[Context::MenuSeveral, Context::Menu, Context::Typing],
    &[Context::Views, Context::Menu, Context::Typing],
    &[Context::Returned],
    &[Context::Preview],
    &[Context::Ruling, Context::Typing],
    &[Context::Card, Context::Typing],
    &[Context::Waiting],
    &[Context::AtWork],
    &[Context::Said, Context::Moves],
    &[Context::Forecast],
    &[Context::Page],
    &[Context::AskQuit],
    &[Context::AskRecover],
    &[Context::Dispute],
    &[Context::Help, Context::Moves],
    &[Context::Messages, Context::Moves],
    &[Context::Palette, Context::Typing],
];
