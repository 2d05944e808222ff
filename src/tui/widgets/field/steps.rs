//! The way back inside an editor. Letters typed one after the other are one step, up to a mark or a line break.

/// Most steps remembered.
const MOST: usize = 1000;

/// 步骤: one change of the text.
#[derive(Clone, Debug)]
pub(super) struct Step {
    pub(super) at: usize,
    pub(super) removed: String,
    pub(super) inserted: String,
    /// Where the caret was before.
    pub(super) caret: usize,
}

/// Steps made and steps taken back.
#[derive(Clone, Debug, Default)]
pub(super) struct Steps {
    done: Vec<Step>,
    undone: Vec<Step>,
    /// Whether the next letter joins the last step.
    is_open: bool,
}

impl Steps {
    pub(super) fn remember(&mut self, step: Step) {
        self.undone.clear();
        let is_letter = step.removed.is_empty() && step.inserted.chars().count() == 1;
        let joins = self.is_open && is_letter;
        self.is_open = is_letter && !ends_a_step(&step.inserted);
        match self.done.last_mut() {
            Some(last) if joins && last.at + last.inserted.len() == step.at => {
                last.inserted.push_str(&step.inserted);
            }
            _ => self.done.push(step),
        }
        if self.done.len() > MOST {
            self.done.remove(0);
        }
    }

    /// Whether there is a step to take back, and one to make again.
    pub(super) fn has(&self) -> (bool, bool) {
        (!self.done.is_empty(), !self.undone.is_empty())
    }

    /// What comes next is a step of its own.
    pub(super) fn close(&mut self) {
        self.is_open = false;
    }

    pub(super) fn back(&mut self) -> Option<Step> {
        self.close();
        let step = self.done.pop()?;
        self.undone.push(step.clone());
        Some(step)
    }

    pub(super) fn again(&mut self) -> Option<Step> {
        self.close();
        let step = self.undone.pop()?;
        self.done.push(step.clone());
        Some(step)
    }
}

fn ends_a_step(letter: &str) -> bool {
    letter.chars().any(|letter| !letter.is_alphanumeric())
}
