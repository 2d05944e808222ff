//! Work on many matters at once: which are selected, what is wanted of them, and what would come of it. The
//! change itself is worked out by the planner; nothing is done before someone has seen the proposal.

mod fields;
mod halt;
mod proposal;
mod propose;
mod selection;
mod task;

pub(crate) use fields::{element_title, field_options};
pub(crate) use halt::Halt;
pub(crate) use proposal::{Fate, Item, Proposal};
pub(crate) use propose::proposed;
pub(crate) use selection::Selection;
pub(crate) use task::{Order, Step, Task, is_same_element};

/// 批量: the state of work on many matters.
#[derive(Clone, Debug, Default)]
pub(crate) struct Many {
    /// The matters that are selected.
    pub(crate) selection: Selection,
    /// Where the last matter was selected, as a place in the outline: a range begins there.
    pub(crate) mark: Option<usize>,
    /// The matters that the menu is about.
    pub(crate) targets: Selection,
    /// Whether the value being asked for goes to the targets and not to the matter shown.
    pub(crate) asks: bool,
    /// What is being worked out now.
    pub(crate) running: Option<Running>,
    /// Counts what was asked of the planner; an answer to an older question is dropped.
    pub(crate) number: u64,
}

/// 进行中: something that is being worked out.
#[derive(Clone, Debug)]
pub(crate) struct Running {
    /// Stops it.
    pub(crate) halt: Halt,
    /// Steps done and steps in all; none in all where nobody knows.
    pub(crate) progress: Option<(usize, usize)>,
}
