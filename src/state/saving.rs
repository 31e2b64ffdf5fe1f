//! Saving: each edit is written as soon as it is on the screen, and what other tabs write is taken in. What is written when is for the
//! [`Ledger`] to say; here are the occasions, the browser's storage, and a lock around each look, merge and write.
//!
//! Leaving the page cannot wait for a lock, and erasing does not. The ledger loses nothing without one either: the lock keeps tabs from
//! writing twice what they both merge.

use crate::dom::signals::*;
use crate::domain::guide::Guide;
use crate::domain::plan::Plan;
use crate::domain::plan::history::History;
use crate::domain::store::keys::Keys;
use crate::domain::store::{Aside, Erased, Ledger, Outcome, PackRef, Saved, Since, Storage, Trouble, renew_pace, since};
use crate::platform::storage::{self, StorageError};
use crate::platform::{document, locks};

/// After so many milliseconds an edit is saved: writing takes longer than showing, and comes behind it. Whoever leaves before has it
/// saved on leaving.
const DELAY: u32 = 50;
/// After so many milliseconds what could not be saved is tried again.
const AGAIN: u32 = 5_000;

/// What became of saving.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SaveStatus {
    /// What stands in the way of saving, if anything does.
    pub trouble: Option<Trouble>,
    /// Whether something damaged was found since the page was opened.
    pub found_damage: bool,
    /// Whether the storage was cleared below the open page, and the plan written again.
    pub was_cleared: bool,
    /// That the plan as it is stands in storage; `None` while it is to be written.
    pub saved: Option<Saved>,
    /// Texts that could not be read whole and were set aside, for download.
    pub aside: Vec<Aside>,
    /// Another plan that was begun after the storage had been cleared: a person chooses between it and the present one.
    pub other: Option<Plan>,
    /// What changed in the guide since the plan was kept.
    pub since: Since,
}

/// The browser's storage, as the ledger knows it.
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

    fn keep(&mut self, key: &str, text: &str) -> Result<bool, Trouble> {
        storage::keep(key, text).map_err(trouble)
    }

    fn remove(&mut self, key: &str) -> Result<(), Trouble> {
        storage::remove(key).map_err(trouble)
    }
}

/// The saving of one's own plan.
#[derive(Clone, Copy)]
pub struct Saving {
    guide: &'static Guide,
    status: RwSignal<SaveStatus>,
    ledger: StoredValue<Ledger>,
    /// Whether an edit waits to be saved, and whether what failed waits to be tried again.
    is_due: StoredValue<(bool, bool)>,
    /// What is settled when there is time.
    history: RwSignal<History>,
}

/// Reads what was saved. Where nothing is, the plan begins as `preset` says, which is saved with the first change and not before.
pub fn load(guide: &'static Guide, preset: Option<&Plan>, history: RwSignal<History>) -> (Plan, Saving) {
    let begun = preset.cloned().unwrap_or_default();
    let ledger = Ledger::new(&locks::tab_name(), PackRef::of(guide), &begun);
    let saving = Saving {
        guide,
        status: RwSignal::new(SaveStatus::default()),
        ledger: StoredValue::new(ledger),
        is_due: StoredValue::new((false, false)),
        history,
    };
    let plan = saving.ask(|ledger, storage| ledger.look(storage, &begun)).and_then(|outcome| saving.note(outcome));
    let mut plan = plan.unwrap_or(begun);
    // Of a plan from before, what nobody had chosen follows the guide. It is saved with the first change.
    saving.ledger.with_value(|ledger| {
        if let Some(pack) = ledger.read_with() {
            renew_pace(pack, &mut plan, guide);
        }
    });
    (plan, saving)
}

/// The keys of a guide.
pub(super) fn keys(guide: &Guide) -> Keys {
    Keys::of(&guide.pack().about.id)
}

impl Saving {
    /// What became of saving.
    pub fn status(self) -> ReadSignal<SaveStatus> {
        self.status.read_only()
    }

    /// Asks the ledger for something, with the browser's storage.
    fn ask<T>(self, act: impl FnOnce(&mut Ledger, &mut dyn Storage) -> T) -> Option<T> {
        self.ledger.try_update_value(|ledger| act(ledger, &mut Browser))
    }

    /// Saves the plan whenever it changes, and takes in what another tab saves.
    pub fn watch(self, plan: RwSignal<Plan>) {
        // The plan may have changed before this runs first; what is saved already is not saved again. The first run also takes
        // over what the first version of the app kept.
        Effect::new(move |_| {
            plan.track();
            self.save_soon(plan);
        });
        document::on_leave(move || self.save_now(plan));
        storage::on_change_elsewhere(move |key, text| {
            let concerns = key.as_deref().is_none_or(|key| self.ledger.with_value(|ledger| ledger.keys().concerns_plan(key)));
            if concerns {
                if let Some((key, text)) = key.zip(text) {
                    self.ask(|ledger, _| ledger.hear(&key, &text));
                }
                self.take_in(plan);
            }
        });
    }

    /// Merges what another tab wrote since this one last looked.
    fn take_in(self, plan: RwSignal<Plan>) {
        let now = plan.get_untracked();
        let outcome = self.ask(|ledger, storage| ledger.look(storage, &now));
        let is_to_be_saved = outcome.as_ref().is_some_and(|outcome| outcome.saved == Ok(None));
        self.show(plan, outcome);
        if is_to_be_saved {
            self.save_soon(plan);
        }
    }

    /// Saves a little later, once for all edits until then.
    fn save_soon(self, plan: RwSignal<Plan>) {
        let was_due = self.is_due.try_update_value(|due| std::mem::replace(&mut due.0, true));
        if was_due == Some(false) {
            let name = self.ledger.with_value(|ledger| ledger.keys().setting("saving"));
            document::after(DELAY, move || locks::in_turn(&name, move || self.save_now(plan)));
        }
    }

    /// Saves if that is due.
    fn save_now(self, plan: RwSignal<Plan>) {
        if self.is_due.try_update_value(|due| std::mem::take(&mut due.0)) == Some(true) {
            self.save(plan);
            self.history.update_untracked(History::settle);
        }
    }

    fn save(self, plan: RwSignal<Plan>) {
        let now = plan.get_untracked();
        let outcome = self.ask(|ledger, storage| ledger.save(storage, &now));
        let has_failed = outcome.as_ref().is_some_and(|outcome| outcome.saved.is_err());
        self.show(plan, outcome);
        if has_failed && self.is_due.try_update_value(|due| std::mem::replace(&mut due.1, true)) == Some(false) {
            document::after(AGAIN, move || {
                self.is_due.update_value(|due| due.1 = false);
                self.save_soon(plan);
            });
        }
    }

    fn show(self, plan: RwSignal<Plan>, outcome: Option<Outcome>) {
        if let Some(changed) = outcome.and_then(|outcome| self.note(outcome)) {
            plan.set(changed);
        }
    }

    /// Notes what came of looking or saving, and gives the plan that is to be shown.
    fn note(self, outcome: Outcome) -> Option<Plan> {
        let before = self.status.get_untracked();
        let guide = self.guide;
        let status = self.ledger.with_value(|ledger| SaveStatus {
            trouble: outcome.saved.err(),
            found_damage: ledger.found_damage(),
            was_cleared: before.was_cleared || outcome.was_cleared,
            saved: outcome.saved.ok().flatten(),
            aside: ledger.aside(),
            other: ledger.other().cloned(),
            since: match (ledger.read_with(), &outcome.plan) {
                (Some(pack), Some(plan)) if before.since.is_nothing() => since(pack, plan, guide),
                _ => before.since.clone(),
            },
        });
        if status != before {
            self.status.set(status);
        }
        outcome.plan
    }

    /// Looks again, so that what is edited next stands on all that is stored.
    pub fn look(self, plan: RwSignal<Plan>) {
        let now = plan.get_untracked();
        let outcome = self.ask(|ledger, storage| ledger.look(storage, &now));
        self.show(plan, outcome);
    }

    /// How many characters all take up that is kept for this site, keys included; `None` where storage cannot be read.
    pub fn used(self) -> Option<usize> {
        let keys = storage::keys().ok()?;
        Some(keys.iter().map(|key| key.len() + storage::read(key).ok().flatten().map_or(0, |text| text.len())).sum())
    }

    /// Empties the storage, after the plan was emptied.
    ///
    /// # Errors
    /// When something of it is still there.
    pub fn erase(self) -> Result<Erased, Trouble> {
        let erased = self.ask(|ledger, storage| ledger.erase(storage)).unwrap_or(Err(Trouble::Failed));
        self.is_due.update_value(|due| due.0 = false);
        let (aside, found_damage) = self.ledger.with_value(|ledger| (ledger.aside(), ledger.found_damage()));
        self.status.update(|status| {
            status.aside = aside;
            status.found_damage = found_damage;
            status.trouble = erased.err();
            status.other = None;
        });
        erased
    }

    /// Takes the other plan, between which and the present one the person chooses now.
    pub fn take_other(self) -> Option<Plan> {
        let other = self.ask(|ledger, _| ledger.take_other()).flatten();
        self.status.update(|status| {
            status.other = None;
            // The choice has told of it.
            status.was_cleared = false;
        });
        other
    }

    /// Removes the texts that were set aside, and gives them.
    pub fn forget_aside(self) -> Vec<Aside> {
        let gone = self.ask(|ledger, storage| ledger.forget_aside(storage)).unwrap_or_default();
        self.note_aside();
        gone
    }

    /// Sets texts aside again.
    pub fn put_back_aside(self, texts: &[Aside]) {
        self.ask(|ledger, storage| ledger.put_back(storage, texts));
        self.note_aside();
    }

    fn note_aside(self) {
        let (aside, found_damage) = self.ledger.with_value(|ledger| (ledger.aside(), ledger.found_damage()));
        self.status.update(|status| {
            status.aside = aside;
            status.found_damage = found_damage;
        });
    }
}
