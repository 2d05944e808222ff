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

    /// The plan that takes the last one back; `None` if nothing was done.
    pub fn undo(&mut self) -> Option<Plan> {
        let plan = self.done.pop()?;
        let inverse = plan.inverse();
        self.undone.push(plan);
        Some(inverse)
    }

    /// The plan that was taken back last; `None` if none was.
    pub fn redo(&mut self) -> Option<Plan> {
        let plan = self.undone.pop()?;
        self.done.push(plan.clone());
        Some(plan)
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
        assert_eq!(history.undo(), Some(plan.inverse()));
        assert_eq!(history.undo(), None);
        assert_eq!(history.redo(), Some(plan));
    }
}
