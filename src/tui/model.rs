//! All that the screen remembers.

use std::collections::{HashSet, VecDeque};
use std::path::PathBuf;
use std::sync::Arc;

use jiff::civil::Date;

use crate::catalog::{Catalog, MatterId};
use crate::change::FileChange;
use crate::session::Portion;
use crate::store::Root;
use crate::text::{Lang, Message as Saying};
use crate::tui::beside::Beside;
use crate::tui::changes::Changes;
use crate::tui::deed::{AtWork, Deed};
use crate::tui::dialogs::Dialog;
use crate::tui::find::Find;
use crate::tui::findings::Findings;
use crate::tui::form;
use crate::tui::home::Home;
use crate::tui::keymap::Keymap;
use crate::tui::log::Log;
use crate::tui::many::Many;
use crate::tui::message::{Fault, How, Message};
use crate::tui::mouse::Owner;
use crate::tui::outline::{Entry, NodeKey, Outline};
use crate::tui::panel::Panel;
use crate::tui::preview::Preview;
use crate::tui::review::Review;
use crate::tui::safety::Safety;
use crate::tui::screens::{Panes, SheetLine, heads_height};
use crate::tui::theme::Theme;
use crate::tui::trail::Trail;
use crate::tui::widgets::Cursor;
use crate::yaml::Path;

/// 模型: the state of the screen. Drawing reads it, `update` alone changes it.
#[derive(Debug)]
pub(crate) struct Model {
    /// The language of the screen.
    pub(crate) lang: Lang,
    /// How roles look.
    pub(crate) theme: Theme,
    /// What keys mean.
    pub(crate) keymap: Arc<Keymap>,
    /// The names of the commands called last, the last one first.
    pub(crate) recent: Vec<&'static str>,
    /// What git is at.
    pub(crate) at_work: Option<AtWork>,
    /// What is begun in git and not ended: `merge`, `rebase` and the like.
    pub(crate) underway: Option<&'static str>,
    /// The branch at hand.
    pub(crate) branch: Option<String>,
    /// How git calls this program.
    pub(crate) program: String,
    /// What was said so far.
    pub(crate) log: Log,
    /// The keys pressed so far of several that mean something together.
    pub(crate) prefix: Vec<String>,
    /// Today's date.
    pub(crate) today: Date,
    /// Columns and rows of the terminal.
    pub(crate) size: (u16, u16),
    /// Which screen is shown.
    pub(crate) screen: Screen,
    /// What lies over the screen and has the keys.
    pub(crate) dialog: Option<Dialog>,
    /// The person's own editor, with its arguments.
    pub(crate) editor: Option<String>,
    /// What was copied last, for pasting.
    pub(crate) clipboard: String,
    /// What was last said at the bottom.
    pub(crate) notice: Option<Notice>,
    /// The open catalog.
    pub(crate) opened: Option<OpenCatalog>,
    /// Counts the states of the catalog; an answer for an older one is dropped.
    pub(crate) generation: u64,
    /// Files read and files in all, while a catalog is being opened.
    pub(crate) loading: Option<(usize, usize)>,
    /// What the rules say.
    pub(crate) findings: Findings,
    /// What can be undone and done again.
    pub(crate) steps: Steps,
    /// What is changed and not saved.
    pub(crate) unsaved: Vec<FileChange>,
    /// What differs from the last commit on disk.
    pub(crate) uncommitted: Vec<FileChange>,
    /// Which pane of the desk has the keys.
    pub(crate) focus: Pane,
    /// Places and departments.
    pub(crate) tree: Tree,
    /// Matters.
    pub(crate) list: List,
    /// Work on many matters.
    pub(crate) many: Many,
    /// What is looked for in the list.
    pub(crate) find: Find,
    /// One matter.
    pub(crate) sheet: Sheet,
    /// The matter beside it.
    pub(crate) beside: Beside,
    /// The findings screen.
    pub(crate) panel: Panel,
    /// The changes screen.
    pub(crate) changes: Changes,
    /// The home screen.
    pub(crate) home: Home,
    /// The guide preview.
    pub(crate) guide: Preview,
    /// The review screen.
    pub(crate) review: Review,
    /// Where someone has been.
    pub(crate) trail: Trail,
    /// What was typed while a change was being carried out; it waits, so that it meets the new state.
    pub(crate) held: VecDeque<Message>,
    /// Whether a change is being carried out.
    pub(crate) is_changing: bool,
    /// Whether something was saved that git has not been asked about yet.
    pub(crate) awaits_git: bool,
    /// Where the cursor goes when it has been.
    pub(crate) after_change: AfterChange,
    /// What follows when saving has succeeded.
    pub(crate) after_save: AfterSave,
    /// What others do, what is disputed, what is being typed.
    pub(crate) safety: Safety,
    /// Whose the mouse is.
    pub(crate) mouse: Owner,
    /// Whether the program is to end.
    pub(crate) quits: bool,
}

/// The screens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Screen {
    /// 没有目录: nothing to open in this folder.
    Nowhere(PathBuf),
    /// 首页.
    Home,
    /// 工作台.
    Desk,
    /// 办事指南预览.
    Guide,
    /// 问题.
    Findings,
    /// 改动.
    Changes,
    /// 比对.
    Review,
}

/// The panes of the desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Pane {
    /// Places and departments.
    Tree,
    /// Matters.
    List,
    /// One matter.
    Sheet,
}

/// An open catalog.
#[derive(Clone, Debug)]
pub(crate) struct OpenCatalog {
    /// Where it lies.
    pub(crate) root: Root,
    /// What it says.
    pub(crate) catalog: Arc<Catalog>,
    /// How the desk lists it.
    pub(crate) outline: Arc<Outline>,
    /// The mail address that git commits under.
    pub(crate) email: Option<String>,
}

/// How many changes can be undone and how many done again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Steps {
    /// Changes made.
    pub(crate) done: usize,
    /// Changes taken back.
    pub(crate) undone: usize,
}

impl Steps {
    /// The counts after one more change.
    pub(crate) fn after(self, how: How) -> Steps {
        let Steps { done, undone } = self;
        match how {
            How::Undo => Steps {
                done: done.saturating_sub(1),
                undone: undone + 1,
            },
            How::Redo => Steps {
                done: done + 1,
                undone: undone.saturating_sub(1),
            },
            How::Outside => self,
            How::Edit | How::Recovery => Steps {
                done: done + 1,
                undone: 0,
            },
        }
    }
}

/// Where the cursor goes when a change has been carried out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) enum AfterChange {
    /// It stays.
    #[default]
    Stay,
    /// To this row of the matter shown.
    Row(Path),
    /// Into the matter of this file.
    Open(Box<str>),
}

/// What follows when saving has succeeded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) enum AfterSave {
    /// Nothing.
    #[default]
    Stay,
    /// A commit with this message.
    Commit(String),
    /// Something for git to do.
    Deed(Deed),
    /// The next commit is to take this portion.
    Stage(Portion),
    /// The end.
    Quit,
}

/// Something said at the bottom until the next key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Notice {
    /// What is said.
    pub(crate) text: Saying,
    /// Whether something went wrong.
    pub(crate) is_fault: bool,
}

/// The tree pane.
#[derive(Clone, Debug, Default)]
pub(crate) struct Tree {
    /// The lines that can be seen, as places in the outline.
    pub(crate) rows: Vec<usize>,
    /// Where the cursor is among them.
    pub(crate) cursor: Cursor,
    /// The lines whose departments are shown.
    pub(crate) open: HashSet<NodeKey>,
}

/// The list pane.
#[derive(Clone, Debug, Default)]
pub(crate) struct List {
    /// The matters listed, as places in the outline.
    pub(crate) rows: Vec<usize>,
    /// Where the cursor is among them.
    pub(crate) cursor: Cursor,
    /// What is looked for.
    pub(crate) filter: String,
    /// How many matters elsewhere have it too.
    pub(crate) elsewhere: usize,
}

/// The pane of one matter.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sheet {
    /// The matter's file.
    pub(crate) path: Option<Box<str>>,
    /// Its rows.
    pub(crate) rows: Vec<form::Row>,
    /// Its lines on the screen, wrapped to the pane.
    pub(crate) lines: Vec<SheetLine>,
    /// The width, the language and the row told of for which the lines were made.
    pub(crate) wrapped_for: (usize, Lang, Option<usize>),
    /// The selected row, and the first line shown.
    pub(crate) cursor: Cursor,
    /// What is shown of it.
    pub(crate) view: form::View,
}

impl Sheet {
    /// Another matter, looked at from its first row, with empty fields shown or not as before.
    pub(crate) fn of(path: Option<Box<str>>, view: &form::View) -> Sheet {
        Sheet {
            path,
            view: form::View {
                hides_empty: view.hides_empty,
                ..form::View::default()
            },
            ..Sheet::default()
        }
    }
}

impl Notice {
    /// Says that something was done.
    pub(crate) fn done(text: impl Into<Saying>) -> Notice {
        Notice {
            text: text.into(),
            is_fault: false,
        }
    }

    /// Says that something went wrong, and what to do next.
    pub(crate) fn fault(fault: &Fault) -> Notice {
        let mut text = fault.reason.clone();
        if let Some(hint) = &fault.hint {
            text.zh = format!("{}。{}", text.zh, hint.zh);
            text.en = format!("{}; {}", text.en, hint.en);
        }
        Notice {
            text,
            is_fault: true,
        }
    }
}

impl Model {
    /// A screen that has read nothing yet.
    pub(crate) fn new(screen: Screen, lang: Lang, theme: Theme, size: (u16, u16)) -> Model {
        Model {
            lang,
            theme,
            keymap: Arc::default(),
            recent: Vec::new(),
            at_work: None,
            underway: None,
            branch: None,
            program: "mulu".to_owned(),
            log: Log::default(),
            prefix: Vec::new(),
            today: Date::default(),
            size,
            screen,
            dialog: None,
            editor: None,
            clipboard: String::new(),
            notice: None,
            opened: None,
            generation: 0,
            loading: None,
            findings: Findings::default(),
            steps: Steps::default(),
            unsaved: Vec::new(),
            uncommitted: Vec::new(),
            focus: Pane::List,
            tree: Tree::default(),
            list: List::default(),
            many: Many::default(),
            find: Find::default(),
            sheet: Sheet::default(),
            beside: Beside::default(),
            panel: Panel::default(),
            changes: Changes::default(),
            home: Home::default(),
            guide: Preview::default(),
            review: Review::default(),
            trail: Trail::default(),
            held: VecDeque::new(),
            is_changing: false,
            awaits_git: false,
            after_change: AfterChange::default(),
            after_save: AfterSave::default(),
            safety: Safety::default(),
            mouse: Owner::Screen,
            quits: false,
        }
    }

    /// The catalog, once it is open.
    pub(crate) fn catalog(&self) -> Option<&Arc<Catalog>> {
        self.opened.as_ref().map(|opened| &opened.catalog)
    }

    /// How the desk lists the catalog.
    pub(crate) fn outline(&self) -> Option<&Arc<Outline>> {
        self.opened.as_ref().map(|opened| &opened.outline)
    }

    /// Where the panes of the desk are.
    pub(crate) fn panes(&self) -> Panes {
        Panes::of(self.size, self.focus, self.beside.is_open())
    }

    /// Rows of the sheet below its titles.
    pub(crate) fn sheet_height(&self) -> usize {
        let panes = self.panes();
        let heads = if self.beside.is_open() {
            heads_height(panes.width(Pane::Sheet))
        } else {
            0
        };
        panes.height().saturating_sub(heads).max(1)
    }

    /// The line of the tree that the cursor is on.
    pub(crate) fn selected_node(&self) -> Option<NodeKey> {
        let place = self.tree.rows.get(self.tree.cursor.at)?;
        let node = self.outline()?.nodes.get(*place)?;
        Some(node.key.clone())
    }

    /// The matter that the list's cursor is on.
    pub(crate) fn selected_entry(&self) -> Option<Entry<'_>> {
        self.entry(*self.list.rows.get(self.list.cursor.at)?)
    }

    /// The matter at a place among all.
    pub(crate) fn entry(&self, place: usize) -> Option<Entry<'_>> {
        let catalog = self.catalog()?;
        Some(Entry::of(catalog, catalog.numbered(place)?))
    }

    /// The place of a matter among all, by its file.
    pub(crate) fn place_of(&self, path: &str) -> Option<usize> {
        Some(self.catalog()?.matter_at(path)?.number())
    }

    /// The number of the matter that the sheet shows.
    pub(crate) fn matter(&self) -> Option<MatterId> {
        self.catalog()?.matter_at(self.sheet.path.as_deref()?)
    }

    /// The row of the sheet that the cursor is on.
    pub(crate) fn selected_row(&self) -> Option<&form::Row> {
        self.sheet.rows.get(self.sheet.cursor.at)
    }

    /// A file as a person knows it: the matter's name and place, or else the path.
    pub(crate) fn title_of(&self, path: &str) -> String {
        self.title_in(path, self.lang)
    }

    /// The same in a language.
    pub(crate) fn title_in(&self, path: &str, lang: Lang) -> String {
        let entry = self.place_of(path).and_then(|place| self.entry(place));
        entry.map_or_else(
            || path.to_owned(),
            |entry| format!("{} · {}", entry.place().of(lang), entry.name()),
        )
    }

    /// Whether a file has unsaved changes.
    pub(crate) fn is_unsaved(&self, path: &str) -> bool {
        self.unsaved.iter().any(|change| *change.path == *path)
    }
}
