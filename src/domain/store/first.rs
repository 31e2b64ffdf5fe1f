//! What the first version of the app wrote, and a tab of it may still write: two slots in turn, which name no tab.
//!
//! They are taken for writes of a tab named `v1`. What changed in one follows from the one before it, as far as that is known; the text
//! that was taken over last is noted under a key of its own for it. At the visit that takes them over they stay where they are, and at a later one
//! they go, if nothing was written there in the meantime. Should a tab write at that very moment and be removed unread, its text
//! still comes with the news of it: [`First::hear`].

use super::keys::{Keys, OLD_ASIDE, OLD_SLOTS};
use super::marks::Marks;
use super::read::SCHEMA_1;
use super::storage::{Kept, Storage, Trouble};
use super::{PackRef, Seen, Slot, StoreError, read_slot};
use crate::domain::base::sorting::sort_by_key;
use crate::domain::plan::fields::Fields;
use std::sync::Arc;

/// What is known of the first version's slots.
#[derive(Debug, Default)]
pub(super) struct First {
    was_looked_at: bool,
    texts: [Option<String>; 2],
    /// The keys under which another guide's plan stands.
    foreign: Vec<&'static str>,
    /// Texts that came as news and were in neither slot any more.
    heard: Vec<String>,
    /// What was read, with its text.
    slots: Vec<(String, Arc<Kept>)>,
    /// The text that was taken over last, as it is noted.
    moved: Option<String>,
    /// The newest state and the one before it.
    newest: Option<State>,
    before: Option<State>,
    /// Whether an earlier visit had taken over all there was, so that the slots can go.
    was_moved_before: bool,
}

#[derive(Clone, Debug)]
struct State {
    seq: u64,
    document: Fields,
    marks: Marks,
}

/// What was found that is no plan.
#[derive(Default)]
pub(super) struct Found {
    /// Keys and texts that could not be read.
    pub damaged: Vec<(String, String)>,
    /// Keys with the schema of the newer version that wrote there.
    pub newer: Vec<(String, u64)>,
    /// Keys and texts that the first version had set aside.
    pub aside: Vec<(String, String)>,
}

impl First {
    /// The slots, as writes.
    pub fn slots(&self) -> impl Iterator<Item = &Arc<Kept>> {
        self.slots.iter().map(|(_, kept)| kept)
    }

    /// Takes the text of a change of which the tab was told. It may be gone from storage.
    pub fn hear(&mut self, text: &str) {
        if !self.slots.iter().any(|(known, _)| known == text) && !self.heard.iter().any(|known| known == text) {
            self.heard.push(text.to_owned());
        }
    }

    /// Reads the slots, where they changed.
    pub fn gather(&mut self, storage: &dyn Storage, keys: &Keys, pack: &PackRef, seen: &Seen) -> Result<Found, Trouble> {
        let mut found = Found::default();
        let [first, second] = OLD_SLOTS.map(|key| storage.read(key));
        let texts = [first?, second?];
        let is_first_look = !self.was_looked_at;
        if is_first_look {
            for key in OLD_ASIDE {
                found.aside.extend(storage.read(key)?.map(|text| (key.to_owned(), text)));
            }
            self.moved = storage.read(&keys.moved())?;
            if let Some(Ok(slot)) = self.moved.as_deref().map(read_slot) {
                let kept = Kept::of(slot);
                self.newest = Some(State { seq: kept.write.id.seq, document: kept.document, marks: Marks::default() });
            }
        }
        self.was_looked_at = true;
        if texts == self.texts && self.heard.is_empty() {
            return Ok(found);
        }
        self.foreign.clear();
        let known = std::mem::take(&mut self.slots);
        let mut slots = Vec::new();
        let heard = std::mem::take(&mut self.heard);
        let there = OLD_SLOTS.iter().zip(&texts).filter_map(|(key, text)| Some((*key, text.as_ref()?)));
        for (key, text) in there.chain(heard.iter().map(|text| ("", text))) {
            if let Some((text, kept)) = known.iter().find(|(known, _)| known == text) {
                self.slots.push((text.clone(), kept.clone()));
                continue;
            }
            match read_slot(text) {
                // Of another guide it is another guide's.
                Ok(slot) if !slot.stored.pack.id.is_empty() && slot.stored.pack.id != pack.id => self.foreign.push(key),
                Ok(slot) => slots.push((text.clone(), slot)),
                Err(StoreError::NewerSchema { schema }) => found.newer.push((key.to_owned(), schema)),
                // What came as news alone was damaged on the way.
                Err(_) if key.is_empty() => {}
                Err(_) => found.damaged.push((key.to_owned(), text.clone())),
            }
        }
        sort_by_key(&mut slots, |(_, slot)| slot.seq);
        for (text, slot) in slots {
            let kept = self.take(slot, seen);
            self.slots.push((text, Arc::new(kept)));
        }
        // One that was there and has gone is of use until it is taken in.
        self.slots.extend(known.into_iter().filter(|(text, kept)| {
            !seen.has(&kept.write.id) && !texts.iter().flatten().any(|there| there == text) && !heard.contains(text)
        }));
        self.texts = texts;
        if is_first_look {
            let newest = self.newest().map(|(text, _)| text.as_str());
            self.was_moved_before = newest.is_some() && newest == self.moved.as_deref();
        }
        Ok(found)
    }

    fn newest(&self) -> Option<&(String, Arc<Kept>)> {
        self.slots.iter().max_by_key(|(_, kept)| kept.write.id.seq)
    }

    /// Finds out what changed in a slot.
    fn take(&mut self, slot: Slot, seen: &Seen) -> Kept {
        let mut kept = Kept::of(slot);
        let id = kept.write.id.clone();
        let is_twin = self.newest.as_ref().is_some_and(|newest| newest.seq == id.seq && newest.document != kept.document);
        if is_twin {
            // Two tabs of the first version wrote two states with one number.
            kept.write.id.by.push('x');
            kept.write.seen = Seen::default();
            kept.write.seen.add(&kept.write.id);
        }
        let before = if is_twin { self.before.as_ref() } else { self.newest.as_ref() };
        kept.write.marks = match before {
            Some(before) if before.seq <= id.seq => {
                let mut marks = before.marks.clone();
                marks.add_changes(&before.document, &kept.document, &kept.write.id);
                marks
            }
            // An older one, which the newest has taken in.
            Some(_) => Marks::default(),
            // Nothing is known of what was before, though there was something.
            None if is_twin || seen.0.contains_key(SCHEMA_1) => Marks::whole(&kept.write.id),
            None => Marks::default(),
        };
        if !is_twin && self.newest.as_ref().is_none_or(|newest| newest.seq < id.seq) {
            self.before = self.newest.take();
            self.newest = Some(State { seq: id.seq, document: kept.document.clone(), marks: kept.write.marks.clone() });
        }
        kept
    }

    /// Once a slot has taken in what the first version wrote: notes which text that was, and removes the slots if that was noted at an
    /// earlier visit. `stored` says whether a write is in a slot of this version.
    pub fn finish_move(&mut self, storage: &mut dyn Storage, keys: &Keys, stored: &dyn Fn(&Kept) -> bool) {
        if !self.slots.iter().all(|(_, kept)| stored(kept)) {
            return;
        }
        let Some((text, _)) = self.newest() else { return };
        if self.moved.as_ref() == Some(text) {
            if self.was_moved_before {
                // What cannot be removed is looked at again at the next start.
                let _ = self.remove(storage, false);
            }
        } else if storage.write(&keys.moved(), text).is_ok() {
            self.moved = Some(text.clone());
            self.was_moved_before = false;
        }
    }

    /// Whether this guide's plan may stand under a key.
    pub fn is_own(&self, key: &str) -> bool {
        OLD_SLOTS.contains(&key) && !self.foreign.contains(&key)
    }

    /// Removes the slots of this guide: as they were read, or whatever is in them.
    pub fn remove(&mut self, storage: &mut dyn Storage, whatever: bool) -> Result<(), Trouble> {
        for (key, text) in OLD_SLOTS.iter().zip(&self.texts).filter(|(key, _)| self.is_own(key)) {
            let now = storage.read(key)?;
            if now.is_some() && (whatever || now == *text) {
                storage.remove(key)?;
            }
        }
        Ok(())
    }

    /// Forgets all of it.
    pub fn erase(&mut self) {
        *self = Self { was_looked_at: true, foreign: std::mem::take(&mut self.foreign), ..Self::default() };
    }
}
