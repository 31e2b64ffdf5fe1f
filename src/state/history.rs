//! Undo and redo over every edit, import and erasure included.
//!
//! An edit is kept as the plan before and after it. Taking it back is a three-way merge, so that what another tab changed in
//! the meantime stays.

use crate::domain::plan::Plan;
use crate::domain::plan::merge::merge;

/// How many edits can be taken back.
const DEPTH: usize = 200;

/// The edits that can be taken back and done again.
#[derive(Default)]
pub struct History {
    past: Vec<Change>,
    future: Vec<Change>,
}

struct Change {
    what: &'static str,
    before: Plan,
    after: Plan,
}

impl History {
    /// Records an edit. What had been taken back can no longer be done again.
    pub fn record(&mut self, what: &'static str, before: Plan, after: Plan) {
        self.future.clear();
        if self.past.len() == DEPTH {
            self.past.remove(0);
        }
        self.past.push(Change { what, before, after });
    }

    /// What [`Self::undo`] would take back.
    pub fn undoable(&self) -> Option<&'static str> {
        self.past.last().map(|c| c.what)
    }

    /// What [`Self::redo`] would do again.
    pub fn redoable(&self) -> Option<&'static str> {
        self.future.last().map(|c| c.what)
    }

    /// Takes the last edit back: what it was, and the plan without it.
    pub fn undo(&mut self, now: &Plan) -> Option<(&'static str, Plan)> {
        let change = self.past.pop()?;
        let plan = merge(&change.after, &change.before, now);
        let what = change.what;
        self.future.push(change);
        Some((what, plan))
    }

    /// Does the last undone edit again: what it was, and the plan with it.
    pub fn redo(&mut self, now: &Plan) -> Option<(&'static str, Plan)> {
        let change = self.future.pop()?;
        let plan = merge(&change.before, &change.after, now);
        let what = change.what;
        self.past.push(change);
        Some((what, plan))
    }
}
