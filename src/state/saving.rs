//! Saving: each edit is written as soon as it is on the screen. What is written where, and what other tabs wrote, is decided by the
//! [`Ledger`]; here it gets the browser's storage, a lock around each look and write where there is one, and the moments for both.
//!
//! Nothing is ever dropped in silence: what cannot be read is set aside, what cannot be written is said, and what is said to be saved was
//! read back.

use crate::domain::guide::Guide;
use crate::domain::plan::Plan;
use crate::domain::store::{
    Aside, Erased, Ledger, Outcome, PackRef, Saved, Since, Storage, StorageTrouble, Trouble, renew_pace, since,
};
use crate::platform::storage::{self, StorageError};
use crate::platform::{document, locks, session};
use leptos::prelude::*;

/// After so many milliseconds an edit is saved: writing takes longer than showing, and comes behind it. Whoever leaves before has it
/// saved on leaving.
const DELAY: u32 = 50;
/// The lock that tabs hold while they look and write.
const LOCK: &str = "career-explorer";

/// What became of saving.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SaveStatus {
    /// What stands in the way of saving, if anything does.
    pub trouble: Option<StorageTrouble>,
    /// Proof that the plan as it was last saved stands in storage. `None` while an edit still waits for it, or cannot be saved.
    pub saved: Option<Saved>,
    /// Texts that could not be read whole and were set aside, for download.
    pub aside: Vec<Aside>,
    /// What changed in the guide since the plan was kept.
    pub guide_changes: Since,
    /// Whether the storage was cleared while the plan was open here, and the plan was written again.
    pub was_cleared: bool,
    /// A plan that another tab began after the storage had been cleared: the person chooses between it and the one that is open here.
    pub other: Option<Plan>,
}

/// The browser's storage, as the ledger sees it.
struct Browser;

fn trouble(error: StorageError) -> Trouble {
    match error {
        StorageError::Blocked => Trouble::Blocked,
        StorageError::Full => Trouble::Full,
        StorageError::Failed => Trouble::Failed,
    }
}

impl Storage for Browser {
    fn keys(&self) -> Result<Vec<String>, Trouble> {
        storage::keys().map_err(trouble)
    }

    fn read(&self, key: &str) -> Result<Option<String>, Trouble> {
        storage::read(key).map_err(trouble)
    }

    fn write(&mut self, key: &str, text: &str) -> Result<(), Trouble> {
        storage::write(key, text).map_err(trouble)
    }

    fn remove(&mut self, key: &str) -> Result<(), Trouble> {
        storage::remove(key).map_err(trouble)
    }
}

/// The saving of one's own plan.
#[derive(Clone, Copy)]
pub struct Saving {
    status: RwSignal<SaveStatus>,
    ledger: StoredValue<Ledger>,
    /// Whether an edit waits to be saved.
    is_due: StoredValue<bool>,
    /// The plan with which this tab began; `None` once it was changed. It is not saved before that.
    unchanged: StoredValue<Option<Plan>>,
}

/// Reads what was saved. Where nothing is, the plan begins as `preset` says, which is saved with the first change and not before.
pub fn load(guide: &Guide, preset: Option<&Plan>) -> (Plan, Saving) {
    let begun = preset.cloned().unwrap_or_default();
    let mut ledger = Ledger::new(&session::tab_name(), PackRef::of(guide), &begun);
    let outcome = ledger.look(&mut Browser, &begun);
    let stored = outcome.plan.clone().filter(|plan| !plan.is_empty());
    let mut plan = stored.unwrap_or(begun);
    let mut status = SaveStatus::default();
    if let Some(pack) = ledger.read_with() {
        renew_pace(pack, &mut plan, guide);
        status.guide_changes = since(pack, &plan, guide);
    }
    let saving = Saving {
        status: RwSignal::new(status),
        ledger: StoredValue::new(ledger),
        is_due: StoredValue::new(false),
        unchanged: StoredValue::new(Some(plan.clone())),
    };
    saving.note(&outcome);
    (plan, saving)
}

impl Saving {
    /// What became of saving.
    pub fn status(self) -> ReadSignal<SaveStatus> {
        self.status.read_only()
    }

    /// Saves the plan whenever it changes, and takes in what another tab saves. `behind` is called each time after saving, when there is
    /// time for it.
    pub fn keep(self, plan: RwSignal<Plan>, behind: impl Fn() + Copy + 'static) {
        // The plan may have changed before this runs first; what is saved already is not saved again.
        Effect::new(move |_| {
            plan.track();
            self.save_soon(plan, behind);
        });
        // Whoever leaves does not wait for a lock: what they wrote cannot hide what others write.
        document::on_leave(move || self.save_now(plan));
        storage::on_change_elsewhere(move |key, text| {
            let concerns_plan = key.as_ref().is_none_or(|key| self.ledger.with_value(|ledger| ledger.keys().concerns_plan(key)));
            if let (Some(key), Some(text)) = (&key, &text) {
                self.ledger.update_value(|ledger| ledger.hear(key, text));
            }
            if concerns_plan {
                locks::hold(LOCK, move || self.look(plan));
            }
        });
    }

    /// Empties the storage, for a plan that was emptied.
    ///
    /// # Errors
    /// When something is still there afterwards, or must not be touched.
    pub fn erase(self) -> Result<Erased, StorageTrouble> {
        self.unchanged.set_value(None);
        let erased = self.ledger.try_update_value(|ledger| ledger.erase(&mut Browser)).unwrap_or(Err(Trouble::Failed));
        let trouble = erased.err().map(StorageTrouble::from);
        let aside = self.ledger.with_value(Ledger::aside);
        self.status.update(|status| {
            status.trouble = trouble;
            status.aside = aside;
            status.was_cleared = false;
            status.other = None;
        });
        erased.map_err(StorageTrouble::from)
    }

    /// The plan that another tab began, for the person who chooses between it and their own. What the tab has next takes the place of both.
    pub fn take_other(self) -> Option<Plan> {
        let other = self.ledger.try_update_value(Ledger::take_other).flatten();
        self.unchanged.set_value(None);
        self.is_due.set_value(true);
        self.status.update(|status| status.other = None);
        other
    }

    /// Saves at once what is due.
    pub fn save_now(self, plan: RwSignal<Plan>) {
        if self.is_due.try_update_value(std::mem::take) == Some(true) {
            self.save(plan);
        }
    }

    /// Puts the note away that the storage had been cleared.
    pub fn forget_clearing(self) {
        self.status.update(|status| status.was_cleared = false);
    }

    /// Removes the texts that were set aside, and gives those that are gone.
    pub fn forget_aside(self) -> Vec<Aside> {
        let gone = self.ledger.try_update_value(|ledger| ledger.forget_aside(&mut Browser)).unwrap_or_default();
        self.note_aside();
        gone
    }

    /// Sets texts aside again.
    pub fn put_back_aside(self, texts: &[Aside]) {
        self.ledger.update_value(|ledger| ledger.put_back(&mut Browser, texts));
        self.note_aside();
    }

    fn note_aside(self) {
        let aside = self.ledger.with_value(Ledger::aside);
        self.status.update(|status| {
            status.aside = aside;
            status.trouble = status.trouble.filter(|trouble| *trouble != StorageTrouble::Damaged);
        });
    }

    /// Saves a little later, once for all edits until then.
    fn save_soon(self, plan: RwSignal<Plan>, behind: impl Fn() + Copy + 'static) {
        if self.is_due.try_update_value(|is_due| std::mem::replace(is_due, true)) == Some(false) {
            document::after(DELAY, move || {
                locks::hold(LOCK, move || {
                    self.save_now(plan);
                    behind();
                });
            });
        }
    }

    fn is_unchanged(self, plan: &Plan) -> bool {
        let is_unchanged = self.unchanged.with_value(|begun| begun.as_ref() == Some(plan));
        if !is_unchanged {
            self.unchanged.set_value(None);
        }
        is_unchanged
    }

    fn save(self, plan: RwSignal<Plan>) {
        let now = plan.get_untracked();
        // What nobody changed has nothing to save, only to take in.
        let outcome = if self.is_unchanged(&now) {
            self.ledger.try_update_value(|ledger| ledger.look(&mut Browser, &now))
        } else {
            self.ledger.try_update_value(|ledger| ledger.save(&mut Browser, &now))
        };
        self.take_in(plan, &now, outcome);
    }

    /// Takes in what other tabs wrote. If there is something to write for it (a storage that was cleared, say), that comes next.
    fn look(self, plan: RwSignal<Plan>) {
        let now = plan.get_untracked();
        let outcome = self.ledger.try_update_value(|ledger| ledger.look(&mut Browser, &now));
        let must_write = outcome.as_ref().is_some_and(|outcome| outcome.saved == Ok(None));
        self.take_in(plan, &now, outcome);
        if must_write && !self.is_unchanged(&now) {
            self.is_due.set_value(true);
            self.save_now(plan);
        }
    }

    fn take_in(self, plan: RwSignal<Plan>, before: &Plan, outcome: Option<Outcome>) {
        let Some(outcome) = outcome else { return };
        self.note(&outcome);
        if let Some(merged) = outcome.plan
            && merged != *before
        {
            self.unchanged.update_value(|begun| *begun = begun.take().map(|_| merged.clone()));
            plan.set(merged);
        }
    }

    fn note(self, outcome: &Outcome) {
        let (aside, found_damage, other) =
            self.ledger.with_value(|ledger| (ledger.aside(), ledger.found_damage(), ledger.other().cloned()));
        let before = self.status.get_untracked();
        let damaged = found_damage.then_some(StorageTrouble::Damaged);
        let now = SaveStatus {
            trouble: outcome.saved.err().map(StorageTrouble::from).or(damaged),
            saved: outcome.saved.ok().flatten(),
            aside,
            guide_changes: before.guide_changes.clone(),
            was_cleared: before.was_cleared || outcome.was_cleared,
            other,
        };
        // What did not change is not told again: whoever follows it would do their work for nothing.
        if now != before {
            self.status.set(now);
        }
    }
}
