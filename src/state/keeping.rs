//! Keeping the plan beyond saving it: backup and restore as a file, erasing, what was set aside, and asking the browser not to
//! clear it. Also the offer of a new version of the app.

use super::AppState;
use super::saving::SaveStatus;
use crate::domain::plan::edit::{PlanEdit, apply};
use crate::domain::store::{self, Aside, Erased, Since, StorageTrouble, StoreError, Warning};
use crate::platform::{document, files, persistence, worker};
use leptos::prelude::*;

/// With so many ratings a plan is work that should not be lost: the browser is asked to keep it.
const WORTH_KEEPING: usize = 10;

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
    /// Gives what is odd about the file, and what changed in the guide since.
    ///
    /// # Errors
    /// When the text is no plan of this app that this version can read.
    pub fn restore(self, text: Option<&str>) -> Result<(Vec<Warning>, Since), StoreError> {
        let mut stored = text.map_or(Err(StoreError::TooLarge), store::restore)?;
        store::renew_pace(&stored.pack, &mut stored.plan, self.guide);
        let since = store::since(&stored.pack, &stored.plan, self.guide);
        self.edit(&PlanEdit::Replace(Box::new(stored.plan)));
        Ok((stored.warnings, since))
    }

    /// Empties the plan here and in storage, with what was set aside. It can be undone for as long as the page is open.
    ///
    /// # Errors
    /// When something of it is still in storage, with the reason.
    pub fn erase(self) -> Result<Erased, StorageTrouble> {
        self.edit(&PlanEdit::Erase);
        self.saving.erase()
    }

    /// Where another tab began a plan after the storage had been cleared: goes on with that one, or with the one that is open here. The
    /// one that was not chosen becomes a snapshot of this name. It can be undone.
    pub fn choose_plan(self, other_one: bool, name: &str) {
        let Some(other) = self.saving.take_other() else { return };
        let (own, name, day) = (self.plan.get_untracked(), name.to_owned(), self.today());
        let (chosen, beside) = if other_one { (other, own) } else { (own, other) };
        let chosen = apply(&beside, &PlanEdit::TakeOver { plan: Box::new(chosen), name, day });
        self.edit(&PlanEdit::Replace(Box::new(chosen)));
        self.saving.save_now(self.plan);
    }

    /// Puts the note away that the storage had been cleared.
    pub fn forget_clearing(self) {
        self.saving.forget_clearing();
    }

    /// Loads the page again.
    pub fn reload(self) {
        self.saving.save_now(self.plan);
        document::reload();
    }

    /// Saves a text that was set aside as a file, by its place in [`SaveStatus::aside`].
    pub fn save_aside(self, place: usize) {
        let text = self.save_status().with_untracked(|s: &SaveStatus| s.aside.get(place).map(|aside| aside.text.clone()));
        if let Some(text) = text {
            files::save(&format!("career-plan-damaged-{}.txt", place + 1), &text);
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

    /// Takes the new version and loads the page again.
    pub fn update_now(self) {
        worker::accept_update();
    }
}
