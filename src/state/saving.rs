//! Saving: each edit is written as soon as it is on the screen, in turn to one of two checksummed slots, so that a write that breaks off leaves the plan
//! before it. Nothing is ever dropped in silence: what cannot be read is set aside, and what cannot be written is said.
//!
//! Another tab writes to the same slots. What it wrote is merged in, entry by entry, from the last state that both tabs knew.

use crate::domain::guide::Guide;
use crate::domain::plan::Plan;
use crate::domain::plan::merge::merge;
use crate::domain::store::{Aside, Loaded, Place, Since, choose, renew_pace, since, write_slot};
use crate::platform::document;
use crate::platform::storage::{self, StorageError};
use leptos::prelude::*;

const SLOTS: [&str; 2] = ["career-explorer.plan.a", "career-explorer.plan.b"];
const ASIDE: [&str; 2] = ["career-explorer.aside.a", "career-explorer.aside.b"];
/// After so many milliseconds an edit is saved: writing takes longer than showing, and comes behind it. Whoever leaves before has it
/// saved on leaving.
const DELAY: u32 = 50;
/// How many states that were seen in the slots are remembered, to find the one from which another tab went on.
const KNOWN: usize = 16;

/// What became of saving.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SaveStatus {
    /// What stands in the way of saving, if anything does.
    pub trouble: Option<StorageTrouble>,
    /// Texts that could not be read whole and were set aside, for download.
    pub aside: Vec<String>,
    /// What changed in the guide since the plan was kept, in words; empty if nothing did.
    pub guide_changes: Vec<String>,
}

/// What stands in the way of saving.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StorageTrouble {
    /// The browser gives this page no storage.
    Blocked,
    /// There is no room left.
    Full,
    /// It failed without saying why.
    Failed,
    /// What was stored is damaged.
    Damaged,
}

impl StorageTrouble {
    /// What happened, in one short sentence.
    pub const fn headline(self) -> &'static str {
        match self {
            Self::Blocked => "This browser does not let the page save.",
            Self::Full => "The browser's storage for this site is full.",
            Self::Failed => "Saving did not work.",
            Self::Damaged => "A saved copy of your plan was damaged.",
        }
    }

    /// What it means, and what can be done.
    pub const fn explanation(self) -> &'static str {
        match self {
            Self::Blocked => "Everything works, and your plan lasts until you close this tab. A backup file or a link keeps it.",
            Self::Full => "Your plan goes on in this tab, but the last changes are not saved. A backup file or a link keeps them.",
            Self::Failed => "Your plan goes on in this tab. Keep it in a backup file or a link before you close it.",
            Self::Damaged => "The newest sound copy is shown, and the damaged one is set aside for you to download.",
        }
    }
}

impl From<StorageError> for StorageTrouble {
    fn from(error: StorageError) -> Self {
        match error {
            StorageError::Blocked => Self::Blocked,
            StorageError::Full => Self::Full,
            StorageError::Failed => Self::Failed,
        }
    }
}

/// The saving of one's own plan.
#[derive(Clone, Copy)]
pub struct Saving {
    guide: &'static Guide,
    status: RwSignal<SaveStatus>,
    ledger: StoredValue<Ledger>,
}

/// What is known of the slots.
struct Ledger {
    next: Place,
    seq: u64,
    /// States seen in the slots with their numbers, oldest first; the last one is what this tab last wrote or took over.
    known: Vec<(u64, Plan)>,
    /// Whether an edit waits to be saved.
    is_due: bool,
}

impl Ledger {
    fn remember(&mut self, seq: u64, plan: Plan) {
        if self.known.len() == KNOWN {
            self.known.remove(0);
        }
        self.seq = seq;
        self.known.push((seq, plan));
    }

    /// The state from which a tab went on that wrote `seq`: the newest one known that is older.
    fn before(&self, seq: u64) -> Plan {
        self.known.iter().rev().find(|(known, _)| *known < seq).map(|(_, plan)| plan.clone()).unwrap_or_default()
    }
}

/// Reads what was saved. Where nothing is, the plan begins as `preset` says, which is saved with the first change and not before.
pub fn load(guide: &'static Guide, preset: Option<&Plan>) -> (Plan, Saving) {
    let mut status = SaveStatus::default();
    let loaded = match slots() {
        Ok(loaded) => loaded,
        Err(error) => {
            status.trouble = Some(error.into());
            choose(None, None)
        }
    };
    set_aside(&loaded.aside, &mut status);
    let seq = loaded.slot.as_ref().map_or(0, |s| s.seq);
    let plan = loaded.slot.map(|mut slot| {
        renew_pace(&slot.stored.pack, &mut slot.stored.plan, guide);
        status.guide_changes = in_words(&since(&slot.stored.pack, &slot.stored.plan, guide));
        slot.stored.plan
    });
    let plan = plan.filter(|plan: &Plan| !plan.is_empty()).or_else(|| preset.cloned()).unwrap_or_default();
    let ledger = StoredValue::new(Ledger { next: loaded.next, seq, known: vec![(seq, plan.clone())], is_due: false });
    (plan, Saving { guide, status: RwSignal::new(status), ledger })
}

fn slots() -> Result<Loaded, StorageError> {
    let [first, second] = SLOTS.map(storage::read);
    Ok(choose(first?.as_deref(), second?.as_deref()))
}

/// Keeps texts that could not be read whole where no later write reaches them.
fn set_aside(aside: &[Aside], status: &mut SaveStatus) {
    for one in aside {
        let key = ASIDE[usize::from(one.place == Place::Second)];
        if storage::read(key).ok().flatten().as_deref() != Some(one.text.as_str()) && storage::write(key, &one.text).is_err() {
            // No room for a copy: the text is still offered for download as long as the page is open.
        }
        if one.error.is_some() {
            status.trouble = Some(StorageTrouble::Damaged);
        }
    }
    status.aside = ASIDE.iter().filter_map(|key| storage::read(key).ok().flatten()).collect();
    for one in aside {
        if !status.aside.contains(&one.text) {
            status.aside.push(one.text.clone());
        }
    }
}

/// What changed in the guide since a plan was kept, in words; empty if nothing did.
pub(super) fn in_words(since: &Since) -> Vec<String> {
    let mut words = Vec::new();
    if let Some(other) = &since.other_guide {
        words.push(format!("It was made with another guide, “{other}”."));
    }
    words.extend(since.changes.iter().cloned());
    let ids = |what: &str, ids: Vec<&str>| {
        (!ids.is_empty()).then(|| format!("{what} that this guide no longer has: {}.", ids.join(", ")))
    };
    words.extend(ids("Titles", since.titles.iter().map(|i| i.as_str()).collect()));
    words.extend(ids("Skills", since.skills.iter().map(|i| i.as_str()).collect()));
    words.extend(ids("Goals", since.goals.iter().map(|i| i.as_str()).collect()));
    words
}

impl Saving {
    /// What became of saving.
    pub fn status(self) -> ReadSignal<SaveStatus> {
        self.status.read_only()
    }

    /// Saves the plan whenever it changes, and takes over what another tab saves.
    pub fn keep(self, plan: RwSignal<Plan>) {
        // The plan may have changed before this runs first; what is saved already is not saved again.
        Effect::new(move |_| {
            plan.track();
            self.save_soon(plan);
        });
        document::on_leave(move || self.save_now(plan));
        storage::on_change_elsewhere(move |key| {
            if key.is_none_or(|k| SLOTS.contains(&k.as_str())) {
                self.take_over(plan);
            }
        });
    }

    /// Removes the texts that were set aside, and gives them.
    pub fn forget_aside(self) -> Vec<String> {
        for key in ASIDE {
            // What cannot be removed is offered again at the next start.
            let _ = storage::remove(key);
        }
        let trouble = self.status.with_untracked(|s| s.trouble).filter(|t| *t != StorageTrouble::Damaged);
        self.status
            .try_update(|s| {
                s.trouble = trouble;
                std::mem::take(&mut s.aside)
            })
            .unwrap_or_default()
    }

    /// Sets texts aside again.
    pub fn put_back_aside(self, texts: &[String]) {
        for (key, text) in ASIDE.iter().zip(texts) {
            // Without room for it, it is offered for as long as the page is open.
            let _ = storage::write(key, text);
        }
        self.status.update(|s| s.aside = texts.to_vec());
    }

    /// Writes the plan to both slots, so that neither has an earlier one left in it.
    pub fn write_twice(self, plan: RwSignal<Plan>) {
        self.save(plan);
        self.write(plan.get_untracked());
    }

    /// Saves a little later, once for all edits until then.
    fn save_soon(self, plan: RwSignal<Plan>) {
        let is_due = self.ledger.try_update_value(|l| std::mem::replace(&mut l.is_due, true));
        if is_due == Some(false) {
            document::after(DELAY, move || self.save_now(plan));
        }
    }

    /// Saves if that is due.
    fn save_now(self, plan: RwSignal<Plan>) {
        let is_due = self.ledger.try_update_value(|l| std::mem::replace(&mut l.is_due, false));
        if is_due == Some(true) {
            self.save(plan);
        }
    }

    fn save(self, plan: RwSignal<Plan>) {
        // What another tab wrote in the meantime comes first, or this write would hide it.
        self.take_over(plan);
        let now = plan.get_untracked();
        if !self.ledger.with_value(|l| l.known.last().is_some_and(|(_, known)| *known == now)) {
            self.write(now);
        }
    }

    fn write(self, now: Plan) {
        let (place, seq) = self.ledger.with_value(|l| (l.next, l.seq.saturating_add(1)));
        let outcome = storage::write(SLOTS[usize::from(place == Place::Second)], &write_slot(seq, &now, self.guide));
        if outcome.is_ok() {
            self.ledger.update_value(|l| {
                l.next = place.other();
                l.remember(seq, now);
            });
        }
        let trouble = outcome.err().map(StorageTrouble::from);
        if self.status.with_untracked(|s| s.trouble != trouble && (trouble.is_some() || s.trouble != Some(StorageTrouble::Damaged)))
        {
            self.status.update(|s| s.trouble = trouble);
        }
    }

    /// Merges what another tab wrote since this one last looked.
    fn take_over(self, plan: RwSignal<Plan>) {
        let Ok(loaded) = slots() else { return };
        let Some(slot) = loaded.slot else { return };
        let theirs = slot.stored.plan;
        let seen =
            self.ledger.with_value(|l| slot.seq < l.seq || l.known.iter().any(|(seq, known)| *seq == slot.seq && *known == theirs));
        if seen {
            return;
        }
        let base = self.ledger.with_value(|l| l.before(slot.seq));
        let mine = plan.get_untracked();
        let merged = merge(&base, &mine, &theirs);
        self.ledger.update_value(|l| {
            l.next = loaded.next;
            l.remember(slot.seq, theirs);
        });
        if merged != mine {
            plan.set(merged);
        }
    }
}
