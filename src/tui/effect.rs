//! What the screen wants done outside itself, as plain data.

use std::path::PathBuf;
use std::sync::Arc;

use jiff::civil::Date;

use crate::catalog::Catalog;
use crate::catalog::standard::Standard;
use crate::change::{FileChange, Intent};
use crate::findings::Finding;
use crate::levels::Ruling;
use crate::merge::Side;
use crate::session::{Chronicle, Draft, LeftWork, Pick, Place, Portion, Prepared, SavedView};
use crate::store::Root;
use crate::tui::deed::Deed;
use crate::tui::errand::Errand;
use crate::tui::many::{Halt, Order};

/// 外部动作: one thing for the worker to do.
#[derive(Clone, Debug)]
pub(crate) enum Effect {
    /// Open the catalog at a root.
    Open(Root),
    /// Make a new catalog in a folder and open it.
    CreateCatalog(PathBuf),
    /// Open the sample catalog that the program carries.
    OpenDemo,
    /// Carry out intents in memory.
    Apply(Vec<Intent>),
    /// Say what the fixes of some findings would do.
    Foresee {
        /// The findings.
        findings: Vec<Arc<Finding>>,
        /// The day by which findings are judged.
        today: Date,
    },
    /// Decide on some differences, as one change.
    Decide {
        /// Which.
        picks: Vec<Pick>,
        /// What is decided.
        ruling: Ruling,
    },
    /// Give a difference the value that another matter has.
    Take {
        /// Which.
        pick: Pick,
        /// The file of the other matter.
        other: Box<str>,
        /// Who decides, and when.
        ruling: Ruling,
    },
    /// Work out what would come of a task for many matters.
    Prepare(Box<Order>),
    /// Carry out what was worked out.
    Carry(Arc<Prepared>),
    /// Put right what a rule says, as far as it is safe, and look that nothing new comes of it.
    FixRule {
        /// The rule.
        rule: &'static str,
        /// The day by which findings are judged.
        today: Date,
    },
    /// Take the last change back.
    Undo,
    /// Do again what was taken back last.
    Redo,
    /// Take up unsaved work of an earlier session.
    Recover(LeftWork),
    /// Write to disk what is unsaved.
    Save,
    /// Look for findings: in the files named first, then everywhere.
    Check {
        /// The catalog to look at.
        catalog: Arc<Catalog>,
        /// The files that changed.
        paths: Vec<Box<str>>,
        /// Stops it.
        halt: Halt,
    },
    /// Set a catalog right that is shown as it was last seen.
    CatchUp,
    /// Look at some files on disk again and take in what someone else did to them.
    Reload(Vec<Box<str>>),
    /// Settle what is disputed in a file.
    Settle {
        /// The file.
        path: Box<str>,
        /// The side that is taken in each place.
        choices: Vec<Side>,
    },
    /// Begin a recovery journal, and be seen by others who have the catalog open.
    TakeSeat(Root),
    /// Keep all unsaved work in the recovery journal.
    KeepJournal(Vec<FileChange>),
    /// Keep what is being typed in the recovery journal.
    KeepDraft(Option<Draft>),
    /// Take away journals of earlier sessions.
    Forget {
        /// Where the catalog lies.
        root: Root,
        /// Which.
        journals: Vec<String>,
    },
    /// Ask who has the catalog open too.
    AskNeighbours,
    /// Look which files on disk are not as they were.
    Look {
        /// Where the catalog lies.
        root: Root,
        /// The files in hand, which are looked at in any case.
        files: Vec<Box<str>>,
        /// Whether every file is looked at.
        everywhere: bool,
    },
    /// Keep where the reviewer is.
    KeepPlace {
        /// Where the catalog lies.
        root: Root,
        /// Where the reviewer is.
        place: Place,
    },
    /// Look how uniform the catalog is, and what waits or ends soon.
    Oversee(Arc<Catalog>),
    /// Ask git for the last commits.
    AskLog(Root),
    /// Keep the views that were saved.
    KeepViews {
        /// Where the catalog lies.
        root: Root,
        /// The views.
        views: Vec<SavedView>,
    },
    /// Index a catalog, so that things are found in it.
    Index(Arc<Catalog>),
    /// Read which laws the base catalog cites.
    Cite(Arc<Catalog>),
    /// Look for every difference.
    Survey {
        /// The catalog to look at.
        catalog: Arc<Catalog>,
        /// Stops it.
        halt: Halt,
    },
    /// Ask git where some values come from.
    Trace {
        /// Where the catalog lies.
        root: Root,
        /// The values, each with the text of its file as it stands now.
        wanted: Vec<(Pick, Arc<str>)>,
    },
    /// Have a file edited in the person's own editor.
    EditOutside(Errand),
    /// Look at a file that was changed there before it is taken up.
    Weigh {
        /// The file before and after.
        change: FileChange,
        /// The day by which findings are judged.
        today: Date,
    },
    /// Put a new text in the place of a file's.
    Rewrite(FileChange),
    /// Hand a text to the person's own clipboard, through the terminal.
    Copy(String),
    /// Ask git which files differ from the last commit.
    AskGit(Root),
    /// Let the next commit take a portion of what is saved, or leave it out.
    Stage {
        /// Where the catalog lies.
        root: Root,
        /// What the fields are called by.
        standard: Arc<Standard>,
        /// What is meant.
        portion: Portion,
        /// Whether it is taken.
        is_in: bool,
    },
    /// Look further back at what became of a matter.
    LookBack {
        /// Where the catalog lies.
        root: Root,
        /// What the fields are called by.
        standard: Arc<Standard>,
        /// How far someone has looked.
        chronicle: Box<Chronicle>,
    },
    /// Ask whether the last commit may be made anew.
    AskAmend(Root),
    /// Have git do something that may take its time.
    Deed {
        /// Where the catalog lies.
        root: Root,
        /// What.
        deed: Deed,
        /// Stops it.
        halt: Halt,
    },
    /// Ask git for the branches and what each holds.
    AskTasks(Root),
    /// Ask where the branch at hand is put up for review.
    AskRequest(Root),
}
