//! Keeping the plan beyond saving it: backup and restore as a file, erasing, what was set aside, and asking the browser not to
//! clear it. Also the offer of a new version of the app.

use super::AppState;
use super::saving::SaveStatus;
use crate::domain::plan::edit::PlanEdit;
use crate::domain::plan::{Plan, SnapshotId};
use crate::domain::store::{self, Aside, Erased, Since, StoreError, Trouble, Warning};
use crate::platform::{files, persistence, worker};
use leptos::prelude::*;

/// With so many ratings a plan is work that should not be lost: the browser is asked to keep it.
const WORTH_KEEPING: usize = 10;

/// What there is to say of a plan that was restored.
#[derive(Clone, Debug, PartialEq)]
pub struct Restored {
    /// What was not understood, or left out.
    pub warnings: Vec<Warning>,
    /// What changed in the guide since the file was written.
    pub since: Since,
}

/// What the browser answered.
#[derive(Clone, Copy)]
pub(super) struct Keeping {
    /// Whether storage is safe from being cleared; `None` while that is unknown.
    granted: RwSignal<Option<bool>>,
    /// Whether a new version of the app waits.
    update: RwSignal<bool>,
}

impl Keeping {
    /// Starts to listen.
    pub fn start() -> Self {
        let keeping = Self { granted: RwSignal::new(None), update: RwSignal::new(false) };
        worker::on_update(move || keeping.update.set(true));
        keeping
    }
}

impl AppState {
    /// Saves the plan as a backup file. Answers whether the browser took it.
    pub fn back_up(self) -> bool {
        let text = self.plan.with_untracked(|plan| store::backup(plan, self.guide));
        files::save(&format!("career-plan-{}.json", self.today()), &text)
    }

    /// Puts the plan of a backup file in place of the present one; `None` stands for a file that is too large. It can be undone.
    ///
    /// # Errors
    /// When the text is no plan of this app that this version can read.
    pub fn restore(self, text: Option<&str>) -> Result<Restored, StoreError> {
        let mut stored = text.map_or(Err(StoreError::TooLarge), store::restore)?;
        store::renew_pace(&stored.pack, &mut stored.plan, self.guide);
        let since = store::since(&stored.pack, &stored.plan, self.guide);
        self.edit(&PlanEdit::Replace(Box::new(stored.plan)));
        Ok(Restored { warnings: stored.warnings, since })
    }

    /// Empties the plan here and in storage. It can be undone for as long as the page is open.
    ///
    /// # Errors
    /// When something of it is still in storage afterwards.
    pub fn erase(self) -> Result<Erased, Trouble> {
        // What another tab wrote and nobody has shown yet comes back with an undo as well.
        self.saving.look(self.plan);
        self.edit(&PlanEdit::Erase);
        self.saving.erase()
    }

    /// Between the present plan and the other one that is offered, takes the one or the other; the one not taken becomes a snapshot with
    /// this name. It can be undone.
    pub fn choose(self, takes_other: bool, name: String) {
        let Some(other) = self.saving.take_other() else { return };
        let mine = self.plan.get_untracked();
        let (taken, left) = if takes_other { (other, mine) } else { (mine, other) };
        let edit = PlanEdit::SwitchTo { plan: Box::new(taken), name, day: self.today() };
        let after = crate::domain::plan::edit::apply(&left, &edit);
        self.edit(&PlanEdit::Choose(Box::new(after)));
    }

    /// Keeps the plan as it is now as a snapshot.
    pub fn keep_snapshot(self, name: String) {
        self.edit(&PlanEdit::TakeSnapshot { name, day: self.today() });
    }

    /// Goes back to a snapshot; the present plan becomes one with this name.
    pub fn restore_snapshot(self, snapshot: SnapshotId, name: String) {
        self.edit(&PlanEdit::Restore { snapshot, name, day: self.today() });
    }

    /// A plan from a snapshot, for a view of it.
    pub fn snapshot(self, id: &SnapshotId) -> Option<Plan> {
        self.plan.with_untracked(|plan| plan.snapshot(id).map(|one| one.plan.clone()))
    }

    /// Saves a text that was set aside as a file, by its place in [`SaveStatus::aside`].
    pub fn save_aside(self, place: usize) {
        let aside = self.save_status().with_untracked(|s: &SaveStatus| s.aside.get(place).cloned());
        if let Some(aside) = aside {
            files::save(&format!("career-plan-damaged-{}.txt", place + 1), &aside.text);
        }
    }

    /// Removes the texts that were set aside, and gives them for [`Self::put_back_aside`].
    pub fn forget_aside(self) -> Vec<Aside> {
        self.saving.forget_aside()
    }

    /// Sets texts aside again that were forgotten.
    pub fn put_back_aside(self, texts: &[Aside]) {
        self.saving.put_back_aside(texts);
    }

    /// Whether the browser promised not to clear the plan; `None` while that is unknown.
    pub fn is_kept(self) -> Option<bool> {
        self.keeping.granted.get()
    }

    /// Finds out what [`Self::is_kept`] tells.
    pub fn look_whether_kept(self) {
        leptos::task::spawn_local(async move { self.keeping.granted.set(persistence::is_granted().await) });
    }

    /// Asks the browser not to clear the plan.
    pub fn ask_to_keep(self) {
        leptos::task::spawn_local(async move { self.keeping.granted.set(persistence::ask().await) });
    }

    /// Asks it unprompted, once, when the plan has become worth it.
    pub(super) fn ask_when_worth_it(self, before: usize, after: usize) {
        if before < WORTH_KEEPING && after >= WORTH_KEEPING && self.embed.is_none() {
            self.ask_to_keep();
        }
    }

    /// Whether a new version of the app is complete and waits.
    pub fn update_ready(self) -> bool {
        self.keeping.update.get()
    }

    /// Loads the page again, for whatever version of the app there is then.
    pub fn reload(self) {
        crate::platform::location::reload();
    }

    /// Takes the new version and loads the page again.
    pub fn update_now(self) {
        worker::accept_update();
    }
}
