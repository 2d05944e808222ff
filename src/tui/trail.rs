//! The way someone took through the screens, as a browser keeps it: the places that were left by a jump, and
//! those that were gone back from. Pure; knows no key.

use std::collections::VecDeque;

use crate::session::Pick;
use crate::tui::changes::RowKey;
use crate::tui::find::Chips;
use crate::tui::model::{Model, Pane, Screen};
use crate::tui::outline::NodeKey;
use crate::tui::{panel, review};
use crate::yaml::Path;

/// So many places are remembered.
const MOST: usize = 200;

/// 足迹: where someone has been.
#[derive(Clone, Debug, Default)]
pub(crate) struct Trail {
    /// The places left by a jump, the last one last.
    back: VecDeque<Spot>,
    /// The places gone back from, the last one last.
    forward: Vec<Spot>,
    /// Where someone is, without what is open over the screen.
    here: Option<Spot>,
    /// Whether what is being done is a step and no jump.
    pub(crate) strolls: bool,
}

/// A way along the trail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    /// To where one was before.
    Back,
    /// To where one went back from.
    Forward,
}

/// 位置: a place on a screen, with all that is needed to stand there again.
#[derive(Clone, Debug)]
pub(crate) struct Spot {
    /// The screen.
    pub(crate) screen: Screen,
    /// What the desk shows.
    pub(crate) desk: DeskSpot,
    /// What of the findings is shown, and the one under the cursor.
    pub(crate) findings: (panel::Scope, Option<panel::Spot>),
    /// What of the differences is shown, and the one under the cursor.
    pub(crate) review: (review::Scope, Option<Pick>),
    /// The change under the cursor.
    pub(crate) change: Option<RowKey>,
}

/// 工作台位置: a place on the desk.
#[derive(Clone, Debug)]
pub(crate) struct DeskSpot {
    /// The pane with the keys.
    pub(crate) focus: Pane,
    /// The line of the tree.
    pub(crate) node: Option<NodeKey>,
    /// What is looked for.
    pub(crate) filter: String,
    /// Whether it is looked for everywhere.
    pub(crate) is_everywhere: bool,
    /// What is filtered.
    pub(crate) chips: Chips,
    /// The file of the matter shown.
    pub(crate) matter: Option<Box<str>>,
    /// The row of it under the cursor.
    pub(crate) row: Option<Path>,
}

impl Spot {
    /// Where someone is now.
    pub(crate) fn of(model: &Model) -> Spot {
        let pick = model.review.current().map(|item| item.pick.clone());
        Spot {
            screen: model.screen.clone(),
            desk: DeskSpot {
                focus: model.focus,
                node: model.selected_node(),
                filter: model.list.filter.clone(),
                is_everywhere: model.find.is_everywhere,
                chips: model.find.chips.clone(),
                matter: model.sheet.path.clone(),
                row: model.selected_row().map(|row| row.path.clone()),
            },
            findings: (model.panel.scope.clone(), model.panel.spot(&model.findings)),
            review: (model.review.scope.clone(), pick),
            change: model.changes.selected(),
        }
    }

    /// Whether another screen or another matter is meant.
    fn is_elsewhere(&self, other: &Spot) -> bool {
        self.screen != other.screen || self.desk.matter != other.desk.matter
    }

    /// Whether it can be stood on: the matter it shows is still there.
    fn is_there(&self, model: &Model) -> bool {
        let shows_matter = matches!(self.screen, Screen::Desk | Screen::Guide);
        let matter = self.desk.matter.as_deref().filter(|_| shows_matter);
        matter.is_none_or(|path| model.place_of(path).is_some())
    }
}

impl Trail {
    /// Follows to where someone is now; the place that was left by a jump is remembered.
    pub(crate) fn follow(&mut self, now: Spot) {
        let strolls = std::mem::take(&mut self.strolls);
        let left = self.here.take();
        let left = left.filter(|left| !strolls && now.is_elsewhere(left));
        self.here = Some(now);
        if let Some(left) = left {
            self.forward.clear();
            self.remember(left);
        }
    }

    fn remember(&mut self, spot: Spot) {
        if self.back.len() == MOST {
            self.back.pop_front();
        }
        self.back.push_back(spot);
    }

    /// Whether there is a place that way.
    pub(crate) fn leads(&self, way: Way) -> bool {
        match way {
            Way::Back => !self.back.is_empty(),
            Way::Forward => !self.forward.is_empty(),
        }
    }

    /// The next place that way that can still be stood on, and how many were passed over; where someone is
    /// now lies the other way then.
    pub(crate) fn go(&mut self, way: Way, model: &Model) -> (Option<Spot>, usize) {
        let mut skipped = 0;
        loop {
            let next = match way {
                Way::Back => self.back.pop_back(),
                Way::Forward => self.forward.pop(),
            };
            match next {
                Some(spot) if !spot.is_there(model) => skipped += 1,
                Some(spot) => {
                    let here = Spot::of(model);
                    match way {
                        Way::Back => self.forward.push(here),
                        Way::Forward => self.remember(here),
                    }
                    return (Some(spot), skipped);
                }
                None => return (None, skipped),
            }
        }
    }
}
