//! What the screen knows of the safety of the work: what others do to the catalog, what is disputed, what is
//! being typed.

use std::collections::BTreeSet;

use crate::merge::Clash;
use crate::session::Draft;

/// 稳妥: what others do, what is disputed, what is being typed.
#[derive(Clone, Debug, Default)]
pub(crate) struct Safety {
    /// Whether files are others because git was told so here.
    pub(crate) is_moved_here: bool,
    /// Files that someone else touched, not read again yet.
    pub(crate) noticed: BTreeSet<Box<str>>,
    /// Files in which both sides changed the same.
    pub(crate) disputes: Vec<Disputed>,
    /// Who has the catalog open too.
    pub(crate) neighbours: Vec<String>,
    /// What is kept of a text being typed.
    pub(crate) draft: Option<Draft>,
    /// Texts of earlier sessions that are to be typed on.
    pub(crate) waiting: Vec<Draft>,
    /// Journals of earlier sessions that are not needed once all is taken up.
    pub(crate) journals: Vec<String>,
    /// Counts the ticks.
    pub(crate) ticks: u64,
    /// Whether someone is looking at the disk.
    pub(crate) is_looking: bool,
}

/// 争议文件: a file in which both sides changed the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Disputed {
    /// The file.
    pub(crate) path: Box<str>,
    /// What both changed.
    pub(crate) clashes: Vec<Clash>,
}
