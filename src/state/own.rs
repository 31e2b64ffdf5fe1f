//! One's own plan: the one way to change it, undo and redo, and what is derived from it.

use super::DerivedPlan;
use crate::dom::signals::*;
use crate::domain::guide::Guide;
use crate::domain::plan::edit::{EditKind, PlanEdit, apply};
use crate::domain::plan::history::{EditId, History};
use crate::domain::plan::records::RecordId;
use crate::domain::plan::{Plan, SnapshotId};
use crate::platform::{calendar, locks};

/// One's own plan. Copies are handles to the same.
#[derive(Clone, Copy)]
pub struct OwnPlan {
    pub(super) plan: RwSignal<Plan>,
    history: RwSignal<History>,
    derived: DerivedPlan,
}

impl OwnPlan {
    /// The plan that was loaded, with its history.
    pub(super) fn of(guide: &'static Guide, plan: RwSignal<Plan>, history: RwSignal<History>) -> Self {
        Self { plan, history, derived: DerivedPlan::of(guide, plan, false) }
    }

    /// What is derived from it.
    pub fn derived(self) -> DerivedPlan {
        self.derived
    }

    /// The plan; whoever reads it follows it.
    pub fn plan(self) -> ReadSignal<Plan> {
        self.plan.read_only()
    }

    /// Applies an edit. It can be undone. An edit that changes nothing leaves no trace, and is none.
    pub fn edit(self, edit: &PlanEdit) -> Option<EditId> {
        let before = self.plan.get_untracked();
        let after = apply(&before, edit);
        if after == before {
            return None;
        }
        let made = self.history.try_update(|h| h.record(edit, before, after.clone()));
        self.plan.set(after);
        made
    }

    /// Whether this is the edit that undo would take back; whoever asks follows it. An "Undo" beside the words for one edit stands there for
    /// as long as that is so, or it would take back another one.
    pub fn is_last(self, edit: EditId) -> bool {
        self.history.with(History::last) == Some(edit)
    }

    /// Whether this edit was not taken back; whoever asks follows it. What is said of an edit is so for as long as it stands.
    pub fn stands(self, edit: EditId) -> bool {
        self.history.with(|history| history.stands(edit))
    }

    /// An id that no record has, here or in another tab.
    pub fn fresh_id(self) -> RecordId {
        RecordId::fresh(&locks::tab_name())
    }

    /// Says that the note that was being written is done: what is written next is another edit.
    pub fn close_note(self) {
        self.history.update_untracked(History::close_note);
    }

    /// What undo would take back, if anything.
    pub fn undoable(self) -> Option<EditKind> {
        self.history.with(History::undoable)
    }

    /// What redo would do again, if anything.
    pub fn redoable(self) -> Option<EditKind> {
        self.history.with(History::redoable)
    }

    /// Takes the last edit back, and gives what it was. What came from elsewhere since then stays.
    pub fn undo(self) -> Option<EditKind> {
        let (what, plan) = self.history.try_update(|h| self.plan.with_untracked(|now| h.undo(now))).flatten()?;
        self.plan.set(plan);
        Some(what)
    }

    /// Does the edit again that was taken back last, and gives what it was.
    pub fn redo(self) -> Option<EditKind> {
        let (what, plan) = self.history.try_update(|h| self.plan.with_untracked(|now| h.redo(now))).flatten()?;
        self.plan.set(plan);
        Some(what)
    }

    /// Takes a snapshot of the plan as it is now.
    pub fn take_snapshot(self, name: String) -> Option<EditId> {
        self.edit(&PlanEdit::TakeSnapshot { name, day: calendar::today() })
    }

    /// Goes back to a snapshot; the present plan becomes one with this name.
    pub fn restore_snapshot(self, snapshot: SnapshotId, name: String) -> Option<EditId> {
        self.edit(&PlanEdit::Restore { snapshot, name, day: calendar::today() })
    }

    /// A plan from a snapshot, for a view of it.
    pub fn snapshot(self, id: &SnapshotId) -> Option<Plan> {
        self.plan.with_untracked(|plan| plan.snapshot(id).map(|one| plan.state_of(one)))
    }
}
