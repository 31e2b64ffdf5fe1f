//! How the tabs of a browser share a plan in its storage: what was seen, what is written next, what another tab wrote.
//!
//! Each write has a slot of its own, under a key that nobody else writes to and that is written once. So no write can hide another,
//! whether a lock is held or not, and however late a tab hears of it; with two slots that all tabs write in turn that cannot be had. A
//! write says which tab it is by and, for each tab, up to which write it has taken in ([`Seen`]). A slot is removed only once another
//! one that is there has taken it in. At rest there are two slots: the newest state and the one before it, should the newest be
//! damaged.
//!
//! Writes that did not know of each other are merged. Each carries which write changed what last ([`Marks`]), and from that follows
//! what both go back to, also for a tab that was not there. Where both changed the same, an edit that is not written yet counts, and
//! else the write with the higher number, whoever merges them: all tabs come to the same.
//!
//! The two slots of the first version of the app are taken over once, and again if a tab of it writes there: see
//! [`first`](super::first).
//!
//! Reading, writing and removing go through a [`Storage`], which may fail, or do nothing and say nothing: what is [`Saved`] or
//! [`Erased`] was read back. Deliberately absent: locks, timers, random names, words.

use super::first::First;
use super::keys::{Keys, OLD_ASIDE, OLD_SLOTS};
use super::marks::{Marks, Side, base, mixed};
use super::storage::{Kept, Storage, Trouble, is_same};
use super::text::Texts;
use super::{PackRef, Seen, StoreError, Write, WriteId, read_slot};
use crate::domain::base::sorted::{SortedMap, SortedSet};
use crate::domain::base::sorting::sort_by_key;
use crate::domain::plan::Plan;
use crate::domain::plan::document;
use crate::domain::plan::fields::Fields;
use crate::domain::plan::merge::merge;
use std::cmp::Reverse;
use std::sync::Arc;

/// Numbers from here on are not counted up from: a file made by hand may hold the highest there is. Nobody comes so far by writing.
const SEQ_LIMIT: u64 = 1 << 53;
/// Where a text is that there was no room for.
const IN_MEMORY: &str = "in memory ";
/// How many tabs a write tells of: those that wrote last.
const TABS: usize = 32;

/// The plan as it is now stands in storage: it was read back from there, or there is nothing to be saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Saved(());

/// Nothing of the plan is left in storage: that was read back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Erased(());

/// What came of looking or saving.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// The plan to go on with, where other tabs changed it.
    pub plan: Option<Plan>,
    /// Whether the plan is saved; `None` while an edit still waits for it.
    pub saved: Result<Option<Saved>, Trouble>,
    /// Whether the storage had been cleared below the open tab, which now writes its plan again.
    pub was_cleared: bool,
}

/// A text that could not be read, or not all of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aside {
    /// Where it is.
    pub key: String,
    /// As it was found.
    pub text: String,
}

/// What one tab knows of the storage.
#[derive(Debug)]
pub struct Ledger {
    tab: String,
    pack: PackRef,
    keys: Keys,
    /// The highest number of a write that is known.
    seq: u64,
    /// What the plan has taken in.
    seen: Seen,
    /// Whether the plan goes back to one that was written anew after the storage was cleared.
    again: bool,
    /// The newest write that the plan goes back to.
    last: Option<WriteId>,
    /// The plan as of the last look. What differs from it now was edited since.
    settled: Plan,
    /// The text that was written last, in its parts.
    texts: Texts,
    /// Which write changed what of it last.
    marks: Marks,
    /// Whether `settled` holds edits that were never written.
    is_due: bool,
    /// The plan with which the tab began, and whether it is the present one: it is not saved before it is changed.
    begun: Plan,
    is_begun: bool,
    /// An empty plan.
    nothing: Plan,
    /// The slots that are in storage, by key.
    slots: SortedMap<String, Arc<Kept>>,
    /// Those that a newer version wrote, with its schema.
    newer: SortedMap<String, u64>,
    /// Those that could not be read and could not be set aside either.
    unreadable: SortedSet<String>,
    aside: SortedMap<String, String>,
    /// Whether something damaged was found since the tab was opened.
    found_damage: bool,
    first: First,
    /// The plan of a slot that has nothing in common with this one: a person chooses between the two.
    other: Option<(Seen, Plan)>,
    /// The guide with which the plan was kept that was read at first.
    read_with: Option<PackRef>,
}

impl Seen {
    /// Whether a write was taken in.
    pub fn has(&self, write: &WriteId) -> bool {
        self.0.get(&write.by).is_some_and(|seq| *seq >= write.seq)
    }

    pub(crate) fn add(&mut self, write: &WriteId) {
        let seq = self.0.entry(write.by.clone()).or_default();
        *seq = (*seq).max(write.seq);
    }

    pub(super) fn add_all(&mut self, other: &Self) {
        for (tab, seq) in &other.0 {
            self.add(&WriteId { seq: *seq, by: tab.clone() });
        }
    }

    pub(super) fn has_all(&self, other: &Self) -> bool {
        other.0.iter().all(|(tab, seq)| self.0.get(tab).is_some_and(|own| own >= seq))
    }

    fn has_nothing_in_common_with(&self, other: &Self) -> bool {
        !self.0.keys().any(|tab| other.0.contains_key(tab))
    }

    /// Forgets the tabs that wrote longest ago, where there are too many.
    fn pruned(mut self) -> Self {
        while self.0.len() > TABS {
            let oldest = self.0.iter().min_by_key(|(_, seq)| **seq).map(|(tab, _)| tab.clone());
            oldest.map(|tab| self.0.remove(&tab));
        }
        self
    }
}

impl Ledger {
    /// What a tab knows that has not looked yet. `tab` is a name that no other tab has, of letters and digits; `begun` is the plan that
    /// is shown where nothing is stored.
    pub fn new(tab: &str, pack: PackRef, begun: &Plan) -> Self {
        Self {
            tab: tab.to_owned(),
            keys: Keys::of(&pack.id),
            pack,
            seq: 0,
            seen: Seen::default(),
            again: false,
            last: None,
            settled: begun.clone(),
            texts: Texts::default(),
            marks: Marks::default(),
            is_due: false,
            begun: begun.clone(),
            is_begun: true,
            nothing: Plan::default(),
            slots: SortedMap::new(),
            newer: SortedMap::new(),
            unreadable: SortedSet::new(),
            aside: SortedMap::new(),
            found_damage: false,
            first: First::default(),
            other: None,
            read_with: None,
        }
    }

    /// The keys that it uses.
    pub fn keys(&self) -> &Keys {
        &self.keys
    }

    /// The texts that were set aside.
    pub fn aside(&self) -> Vec<Aside> {
        self.aside.iter().map(|(key, text)| Aside { key: key.clone(), text: text.clone() }).collect()
    }

    /// Whether something damaged was found since the tab was opened.
    pub fn found_damage(&self) -> bool {
        self.found_damage
    }

    /// A plan that another tab began after the storage had been cleared, while this one has a plan, too: a person chooses.
    pub fn other(&self) -> Option<&Plan> {
        self.other.as_ref().map(|(_, plan)| plan)
    }

    /// The guide with which the plan was kept that was found at first; `None` where none was.
    pub fn read_with(&self) -> Option<&PackRef> {
        self.read_with.as_ref()
    }

    /// Takes the news of a change under a key, with the text that was put there. What is told late may be gone by then.
    pub fn hear(&mut self, key: &str, text: &str) {
        if OLD_SLOTS.contains(&key) {
            self.first.hear(text);
        }
    }

    /// Takes in what other tabs wrote. `plan` is the plan as it is in this tab.
    pub fn look(&mut self, storage: &mut dyn Storage, plan: &Plan) -> Outcome {
        if *plan != self.settled {
            let (was, is) = document::differing(&self.settled, plan);
            if was != is {
                let id = self.next_id();
                self.marks.add_changes(&was, &is, &id);
                self.is_due = true;
                self.is_begun = false;
            }
            self.settled = plan.clone();
        }
        let (changed, was_cleared) = match self.gather(storage) {
            Ok(()) => self.merge_all(),
            Err(trouble) => return Outcome { plan: None, saved: Err(trouble), was_cleared: false },
        };
        let saved = match self.newer.values().max() {
            Some(&schema) => Err(Trouble::Newer { schema }),
            None if self.must_write() => Ok(None),
            None => Ok(Some(Saved(()))),
        };
        Outcome { plan: changed, saved, was_cleared }
    }

    /// Takes in what other tabs wrote, and saves the plan if that is due.
    pub fn save(&mut self, storage: &mut dyn Storage, plan: &Plan) -> Outcome {
        let mut outcome = self.look(storage, plan);
        if outcome.saved == Ok(None) {
            outcome.saved = self.write(storage, false).map(Some);
        }
        if outcome.saved.is_ok() {
            let slots = &self.slots;
            let stored = |kept: &Kept| slots.values().any(|slot| slot.write.seen.has(&kept.write.id));
            self.first.finish_move(storage, &self.keys, &stored);
        }
        outcome
    }

    /// Empties the storage: the plan, what was set aside, and what the first version left. An empty plan is written, so that other
    /// tabs know. What they edit at this moment they keep.
    ///
    /// # Errors
    /// When something is still there afterwards, or must not be touched.
    pub fn erase(&mut self, storage: &mut dyn Storage) -> Result<Erased, Trouble> {
        let nothing = Plan::default();
        self.look(storage, &nothing).saved?;
        // What a tab saved that this one had not heard of goes as well: it is what the person saw, or could have.
        for kept in self.all() {
            self.seen.add_all(&kept.write.seen);
        }
        self.other = None;
        self.settled = self.nothing.clone();
        // Not even what was there is to be read from the marks.
        self.marks = Marks::whole(&self.next_id());
        let mut written = self.write(storage, true);
        if written == Err(Trouble::Full) {
            for key in std::mem::take(&mut self.slots).into_keys() {
                storage.remove(&key)?;
            }
            written = self.write(storage, true);
        }
        self.first.remove(storage, true)?;
        let keys = self.aside.keys().chain(&self.unreadable).cloned().chain([self.keys.moved()]);
        for key in keys.chain(OLD_ASIDE.map(str::to_owned)).collect::<Vec<_>>() {
            storage.remove(&key)?;
        }
        self.aside.clear();
        self.unreadable.clear();
        self.found_damage = false;
        written?;
        // Nothing but the empty plan is left.
        let own = self.last.as_ref().map(|id| self.keys.slot(&id.by, id.seq)).unwrap_or_default();
        let (slots, asides, moved) = (self.keys.slots(), self.keys.asides(), self.keys.moved());
        let is_left = |key: &String| {
            (key.starts_with(&slots) && *key != own)
                || key.starts_with(&asides)
                || *key == moved
                || self.first.is_own(key)
                || OLD_ASIDE.contains(&key.as_str())
        };
        let is_left = storage.keys()?.iter().any(is_left);
        self.first.erase();
        if is_left { Err(Trouble::Ignored) } else { Ok(Erased(())) }
    }

    /// Takes [`Self::other`] out of the way of a choice: the person chooses now, and what the tab has next takes the place of both.
    pub fn take_other(&mut self) -> Option<Plan> {
        let (seen, plan) = self.other.take()?;
        self.seen.add_all(&seen);
        self.is_due = true;
        Some(plan)
    }

    /// Removes the texts that were set aside, and gives those that are gone.
    pub fn forget_aside(&mut self, storage: &mut dyn Storage) -> Vec<Aside> {
        let mut gone = Vec::new();
        for aside in self.aside() {
            if storage.remove(&aside.key).is_ok() && matches!(storage.read(&aside.key), Ok(None)) {
                self.aside.remove(&aside.key);
                self.unreadable.remove(&aside.key);
                gone.push(aside);
            }
        }
        self.found_damage = false;
        gone
    }

    /// Sets texts aside again that were forgotten.
    pub fn put_back(&mut self, storage: &mut dyn Storage, texts: &[Aside]) {
        for aside in texts {
            if !self.set_aside(storage, &aside.text) {
                // Without room it is offered for as long as the page is open.
                self.aside.insert(format!("{IN_MEMORY}{}", self.aside.len()), aside.text.clone());
            }
        }
    }

    /// Reads what is in storage and was not read yet.
    fn gather(&mut self, storage: &mut dyn Storage) -> Result<(), Trouble> {
        let keys: SortedSet<String> = storage.keys()?.into_iter().collect();
        self.slots.retain(|key, _| keys.contains(key));
        self.newer.retain(|key, _| keys.contains(key));
        self.unreadable.retain(|key| keys.contains(key));
        self.aside.retain(|key, _| keys.contains(key) || key.starts_with(IN_MEMORY));
        let (slots, asides) = (self.keys.slots(), self.keys.asides());
        let (mut damaged, mut read_in_part) = (Vec::new(), Vec::new());
        for key in &keys {
            if key.starts_with(&asides)
                && !self.aside.contains_key(key)
                && let Some(text) = storage.read(key)?
            {
                self.aside.insert(key.clone(), text);
            }
            let is_read = self.slots.contains_key(key) || self.newer.contains_key(key) || self.unreadable.contains(key);
            if !key.starts_with(&slots) || is_read {
                continue;
            }
            let Some(text) = storage.read(key)? else { continue };
            match read_slot(&text) {
                Ok(slot) => {
                    if slot.stored.warnings.iter().any(|warning| warning.problem.is_loss()) {
                        read_in_part.push(text);
                    }
                    self.count(&slot.write);
                    self.slots.insert(key.clone(), Arc::new(Kept::of(slot)));
                }
                Err(StoreError::NewerSchema { schema }) => {
                    self.newer.insert(key.clone(), schema);
                }
                Err(_) => damaged.push((key.clone(), text)),
            }
        }
        let found = self.first.gather(storage, &self.keys, &self.pack, &self.seen)?;
        damaged.extend(found.damaged);
        self.newer.extend(found.newer);
        for kept in self.first.slots().cloned().collect::<Vec<Arc<Kept>>>() {
            self.count(&kept.write);
        }
        if self.newer.is_empty() {
            for (key, text) in found.aside {
                if self.set_aside(storage, &text) {
                    remove_if_same(storage, &key, &text);
                }
            }
            read_in_part.iter().for_each(|text| {
                self.set_aside(storage, text);
            });
        }
        for (key, text) in damaged {
            self.found_damage = true;
            // Where a newer version writes this one touches nothing.
            if self.newer.is_empty() && self.set_aside(storage, &text) {
                remove_if_same(storage, &key, &text);
            } else {
                self.unreadable.insert(key.clone());
                self.aside.insert(key, text);
            }
        }
        Ok(())
    }

    /// Counts up from the numbers of a write.
    fn count(&mut self, write: &Write) {
        let numbers = write.seen.0.values().filter(|seq| **seq < SEQ_LIMIT);
        self.seq = numbers.fold(self.seq, |highest, seq| highest.max(*seq));
    }

    /// All slots that are there.
    fn all(&self) -> Vec<Arc<Kept>> {
        self.slots.values().chain(self.first.slots()).cloned().collect()
    }

    /// Merges what is in storage and was not taken in. Gives the plan, if it is another one now, and whether the storage had been
    /// cleared.
    fn merge_all(&mut self) -> (Option<Plan>, bool) {
        let all = self.all();
        let holds = |id: &WriteId| all.iter().any(|kept| kept.write.seen.has(id));
        let was_cleared = self.last.as_ref().is_some_and(|last| !holds(last)) && !is_same(&self.settled, &self.nothing);
        if was_cleared {
            self.again = true;
            self.is_due = true;
        }
        self.other = None;
        let unseen: Vec<&Arc<Kept>> = all.iter().filter(|kept| !self.seen.has(&kept.write.id)).collect();
        if unseen.is_empty() {
            return (None, was_cleared);
        }
        let is_head =
            |one: &Kept| !unseen.iter().any(|other| other.write.id != one.write.id && other.write.seen.has(&one.write.id));
        let mut heads: Vec<&Arc<Kept>> = unseen.iter().copied().filter(|one| is_head(one)).collect();
        sort_by_key(&mut heads, |one| Reverse(one.write.id.clone()));
        // Several that a tab finds when it opens may be of tabs that are gone: it brings them together.
        let are_left_apart = self.last.is_none() && heads.len() > 1;
        let before = document::write(&self.settled);
        let mut settled = before.clone();
        for head in heads {
            settled = self.merge_one(settled, head);
        }
        self.is_due |= are_left_apart && self.other.is_none();
        if settled == before {
            return (None, was_cleared);
        }
        let plan = document::read(settled, &mut Vec::new());
        self.settled = plan.clone();
        (Some(plan), was_cleared)
    }

    /// The document that a slot makes of the present one.
    fn merge_one(&mut self, settled: Fields, head: &Kept) -> Fields {
        let write = &head.write;
        let (theirs, nothing) = (head.document(), document::write(&self.nothing));
        let is_apart = self.seen.has_nothing_in_common_with(&write.seen) && (self.again || write.again);
        let have_both = self.last.is_some() && settled != nothing && theirs != nothing;
        if is_apart && have_both {
            if self.other.is_none() {
                self.other = Some((write.seen.clone(), head.plan.clone()));
            }
            return settled;
        }
        let is_ahead = write.seen.has_all(&self.seen) && self.last.as_ref().is_none_or(|last| write.seen.has(last));
        let mut settled = if is_ahead && !self.is_due {
            // Also where nothing was taken in yet: what the tab began with is no edit.
            self.marks = write.marks.clone();
            theirs
        } else {
            let mine = Side { document: &settled, seen: &self.seen, marks: &self.marks };
            let theirs = Side { document: &theirs, seen: &write.seen, marks: &write.marks };
            let base = base(&mine, &theirs, self.last.is_none() || self.is_begun);
            let mine_counts = self.is_due || self.last.as_ref().is_some_and(|last| *last > write.id);
            let (first, second) = if mine_counts { (&mine, &theirs) } else { (&theirs, &mine) };
            let mut merged = merge(&base, first.document, second.document);
            document::complete(&mut merged, [first.document, second.document]);
            self.marks = mixed(&merged, &mine, &theirs);
            merged
        };
        let is_first = self.read_with.is_none();
        self.read_with.get_or_insert_with(|| head.pack.clone());
        // Where the stored plan is empty the tab goes on with what it began with.
        self.is_begun = is_first && !self.is_due && settled == nothing;
        if self.is_begun {
            settled = document::write(&self.begun);
        }
        self.seen.add_all(&write.seen);
        self.again |= write.again;
        if self.last.as_ref().is_none_or(|last| *last < write.id) {
            self.last = Some(write.id.clone());
        }
        settled
    }

    /// The id of a write that nobody has seen: higher than all that is known.
    fn next_id(&mut self) -> WriteId {
        self.seq += 1;
        WriteId { seq: self.seq, by: self.tab.clone() }
    }

    /// Whether the plan is to be written: it was edited, or what tabs together made of it stands in no slot.
    fn must_write(&self) -> bool {
        let is_nothing = self.slots.is_empty() && is_same(&self.settled, &self.nothing);
        self.is_due || (self.last.is_some() && !self.is_begun && !is_nothing && !self.is_stored())
    }

    /// Whether the newest slot holds the plan. That another slot beside it does is not enough: whoever reads the newest alone, because the
    /// other is damaged, say, would have less. Where the newest does not know of another one its own tab brings them together: if all did,
    /// they would write past each other for ever.
    fn is_stored(&self) -> bool {
        let newest = self.slots.values().max_by_key(|one| &one.write.id);
        newest.is_some_and(|one| {
            let is_own = one.write.id.by == self.tab;
            is_same(&one.plan, &self.settled) && !(is_own && self.slots.values().any(|other| !one.write.seen.has(&other.write.id)))
        })
    }

    fn write(&mut self, storage: &mut dyn Storage, is_erasure: bool) -> Result<Saved, Trouble> {
        // A number that was tried is not tried again: the write may have happened.
        let id = self.next_id();
        let mut seen = self.seen.clone();
        seen.add(&id);
        let seen = seen.pruned();
        let write = Write { id: id.clone(), marks: self.marks.clone().pruned(&seen), seen, again: self.again };
        let text = self.texts.slot(&write, &self.settled, &self.pack);
        let key = self.keys.slot(&self.tab, self.seq);
        let is_there = match storage.keep(&key, &text) {
            Err(Trouble::Full) if self.make_room(storage) => storage.keep(&key, &text)?,
            outcome => outcome?,
        };
        if !is_there {
            return Err(Trouble::Ignored);
        }
        let kept = Arc::new(Kept { plan: self.settled.clone(), pack: self.pack.clone(), write });
        self.seen = kept.write.seen.clone();
        self.marks = kept.write.marks.clone();
        self.slots.insert(key.clone(), kept);
        self.last = Some(id);
        self.is_due = false;
        self.read_with.get_or_insert_with(|| self.pack.clone());
        self.tidy(storage, &key, is_erasure);
        Ok(Saved(()))
    }

    /// Removes the slots that the newest one has taken in; the last of them stays, unless nothing is to stay.
    fn tidy(&mut self, storage: &mut dyn Storage, newest: &str, is_erasure: bool) {
        let mut below: Vec<(WriteId, String)> = self
            .slots
            .iter()
            .filter(|(key, kept)| *key != newest && self.seen.has(&kept.write.id))
            .map(|(key, kept)| (kept.write.id.clone(), key.clone()))
            .collect();
        sort_by_key(&mut below, |key| key.clone());
        if !is_erasure {
            below.pop();
        }
        for (_, key) in below {
            // What cannot be removed now is tried again after the next write.
            if storage.remove(&key).is_ok() {
                self.slots.remove(&key);
            }
        }
    }

    /// Removes what is not needed, where there is no room. Answers whether anything went.
    fn make_room(&mut self, storage: &mut dyn Storage) -> bool {
        let is_below = |one: &Kept| self.slots.values().any(|o| o.write.id != one.write.id && o.write.seen.has(&one.write.id));
        let below: Vec<String> = self.slots.iter().filter(|(_, kept)| is_below(kept)).map(|(key, _)| key.clone()).collect();
        let mut went = false;
        for key in below {
            if storage.remove(&key).is_ok() {
                self.slots.remove(&key);
                went = true;
            }
        }
        if self.first.slots().all(|kept| self.slots.values().any(|slot| slot.write.seen.has(&kept.write.id))) {
            went |= self.first.remove(storage, false).is_ok();
        }
        went
    }

    /// Keeps a text where no write reaches it. Answers whether it is there.
    fn set_aside(&mut self, storage: &mut dyn Storage, text: &str) -> bool {
        for again in 0..8 {
            let key = self.keys.aside(text, again);
            let there = match storage.read(&key) {
                Ok(None) if storage.write(&key, text).is_ok() => storage.read(&key),
                there => there,
            };
            match there {
                Ok(Some(there)) if there == text => {
                    self.aside.insert(key, there);
                    return true;
                }
                Ok(Some(_)) => {}
                _ => return false,
            }
        }
        false
    }
}

fn remove_if_same(storage: &mut dyn Storage, key: &str, text: &str) {
    if storage.read(key).ok().flatten().as_deref() == Some(text) {
        // What stays is set aside again at the next start, under the same key.
        let _ = storage.remove(key);
    }
}
