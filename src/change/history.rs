//! What was done, so that it can be undone and done again.

use crate::change::Plan;

/// 撤销记录: plans that were carried out, and those taken back.
#[derive(Clone, Debug, Default)]
pub struct History {
    done: Vec<Plan>,
    undone: Vec<Plan>,
}

impl History {
    /// Remembers a plan that was carried out; what had been taken back is forgotten.
    pub fn remember(&mut self, plan: Plan) {
        self.undone.clear();
        self.done.push(plan);
    }

    /// The plan that was carried out last.
    pub fn last_done(&self) -> Option<&Plan> {
        self.done.last()
    }

    /// The plan that was taken back last.
    pub fn last_undone(&self) -> Option<&Plan> {
        self.undone.last()
    }

    /// Remembers that the last plan was taken back, and what that did.
    pub fn was_undone(&mut self, did: &Plan) {
        self.done.pop();
        self.undone.push(did.inverse());
    }

    /// Remembers that the plan taken back last was done again, and what that did.
    pub fn was_redone(&mut self, did: &Plan) {
        self.undone.pop();
        self.done.push(did.clone());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::change::FileChange;

    #[test]
    fn redo_brings_back_what_undo_took() {
        let change = FileChange {
            path: "a".into(),
            before: Some("1".into()),
            after: Some("2".into()),
        };
        let plan = Plan {
            changes: vec![change],
        };
        let mut history = History::default();
        history.remember(plan.clone());
        history.was_undone(&plan.inverse());
        assert_eq!(history.last_done(), None);
        assert_eq!(history.last_undone(), Some(&plan));
        history.was_redone(&plan);
        assert_eq!(
            (history.last_done(), history.last_undone()),
            (Some(&plan), None)
        );
    }
}
