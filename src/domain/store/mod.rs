//! A plan as text: the backup file, and the two slots in which the browser keeps it.
//!
//! Both hold the same envelope: `{"app":"career-explorer","schema":1,"pack":{"id":…,"version":…},"plan":{…}}`. A slot has a line
//! above it with a sequence number and a checksum; the slots are written in turn, so that a write that breaks off leaves the
//! plan before it. Where and when to store is for the platform to say: this module knows text alone.
//!
//! Reading is lenient where nothing is lost by it: an entry out of range, or one that only a newer app knows, is left out and
//! named, and the rest is kept. May import: serde, serde_json.

mod changes;
mod message;
mod read;

pub use changes::{Since, renew_pace, since};
pub use message::{StoreError, Warning};

use crate::domain::base::checksum::crc32;
use crate::domain::guide::Guide;
use crate::domain::plan::Plan;
use serde::Serialize;

/// The schema of the envelope that this version writes, and the newest that it reads.
pub const SCHEMA: u64 = 1;
/// The largest text that is read, in bytes. The largest plan that the app can make, with the longest notes in each of its
/// snapshots, stays below it: a backup must not be refused for its size.
pub const MAX_BYTES: usize = 20_000_000;

const APP: &str = "career-explorer";
/// How the line above a slot begins.
const SLOT: &str = "career-explorer-slot";

/// The guide with which a plan was kept.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct PackRef {
    /// Its stable id; empty where the text does not say.
    pub id: String,
    /// The version of its content; 0 where the text does not say.
    pub version: u32,
}

/// A plan as it was stored.
#[derive(Clone, Debug, PartialEq)]
pub struct Stored {
    /// The plan, within its limits.
    pub plan: Plan,
    /// The guide with which it was kept.
    pub pack: PackRef,
    /// What was left out.
    pub warnings: Vec<Warning>,
}

/// A plan from a slot.
#[derive(Clone, Debug, PartialEq)]
pub struct Slot {
    /// Rises with each write.
    pub seq: u64,
    /// What it holds.
    pub stored: Stored,
}

/// One of the two slots.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The first.
    First,
    /// The second.
    Second,
}

impl Place {
    /// The other one.
    pub const fn other(self) -> Self {
        match self {
            Self::First => Self::Second,
            Self::Second => Self::First,
        }
    }
}

/// What both slots together held.
#[derive(Clone, Debug, PartialEq)]
pub struct Loaded {
    /// The newest sound slot, if there is one.
    pub slot: Option<Slot>,
    /// Where to write next; never over the newest sound slot.
    pub next: Place,
    /// Texts to keep before they are written over: those that could not be read, and those read in part.
    pub aside: Vec<Aside>,
}

impl Loaded {
    /// The sequence number of the next write.
    pub fn next_seq(&self) -> u64 {
        self.slot.as_ref().map_or(0, |slot| slot.seq).saturating_add(1)
    }
}

/// The text of a slot that was not read, or not all of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Aside {
    /// Where it was.
    pub place: Place,
    /// As it was, for a download.
    pub text: String,
    /// Why it was not read; `None` where only some entries were left out, which the warnings of the slot name.
    pub error: Option<StoreError>,
}

/// The text of a backup file.
pub fn backup(plan: &Plan, guide: &Guide) -> String {
    #[derive(Serialize)]
    struct Envelope<'a> {
        app: &'static str,
        schema: u64,
        pack: PackRef,
        plan: &'a Plan,
    }
    let about = &guide.pack().about;
    let pack = PackRef { id: about.id.clone(), version: about.version };
    // Fails on map keys that are no text only, and a plan has none.
    serde_json::to_string(&Envelope { app: APP, schema: SCHEMA, pack, plan }).unwrap_or_default()
}

/// Reads a backup file, or the text of one slot or more, each two lines: of several, the newest sound one. (The start script saves
/// the slots so when the app has broken down.)
///
/// # Errors
/// When the text as a whole is no plan of this app that this version can read.
pub fn restore(text: &str) -> Result<Stored, StoreError> {
    let text = text.trim_start_matches('\u{FEFF}');
    if !text.starts_with(SLOT) {
        return read::envelope(text);
    }
    let (mut newest, mut fault): (Option<Slot>, _) = (None, StoreError::Damaged);
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        if !line.starts_with(SLOT) {
            continue;
        }
        match read_slot(&format!("{line}\n{}", lines.next().unwrap_or_default())) {
            Ok(slot) if newest.as_ref().is_none_or(|n| slot.seq > n.seq) => newest = Some(slot),
            Ok(_) => {}
            Err(error) => fault = error,
        }
    }
    newest.map(|slot| slot.stored).ok_or(fault)
}

/// The text of a slot.
pub fn write_slot(seq: u64, plan: &Plan, guide: &Guide) -> String {
    let envelope = backup(plan, guide);
    format!("{}\n{envelope}", slot_line(seq, &envelope))
}

/// Reads a slot.
///
/// # Errors
/// When the text is no slot, is not as it was written, or comes from a newer app.
pub fn read_slot(text: &str) -> Result<Slot, StoreError> {
    if text.len() > MAX_BYTES {
        return Err(StoreError::TooLarge);
    }
    if !text.starts_with(SLOT) {
        return Err(StoreError::NotOurs);
    }
    let (line, envelope) = text.split_once('\n').ok_or(StoreError::Damaged)?;
    let seq = line.split(' ').nth(1).and_then(|seq| seq.parse().ok()).ok_or(StoreError::Damaged)?;
    if line != slot_line(seq, envelope) {
        return Err(StoreError::Damaged);
    }
    Ok(Slot { seq, stored: read::envelope(envelope)? })
}

/// The line above a slot: the checksum is over the sequence number, as eight bytes with the lowest first, and the envelope.
fn slot_line(seq: u64, envelope: &str) -> String {
    format!("{SLOT} {seq} {:08x}", crc32(&[&seq.to_le_bytes(), envelope.as_bytes()].concat()))
}

/// Takes the newest sound one of two slots; `None` for a slot that was never written. Of two with the same number, which two
/// tabs can write, the first counts.
pub fn choose(first: Option<&str>, second: Option<&str>) -> Loaded {
    let mut loaded = Loaded { slot: None, next: Place::First, aside: Vec::new() };
    for (place, text) in [(Place::First, first), (Place::Second, second)] {
        let Some(text) = text else { continue };
        let mut keep = |error| loaded.aside.push(Aside { place, text: text.to_owned(), error });
        match read_slot(text) {
            Ok(slot) => {
                if !slot.stored.warnings.is_empty() {
                    keep(None);
                }
                if loaded.slot.as_ref().is_none_or(|newest| slot.seq > newest.seq) {
                    loaded.slot = Some(slot);
                    loaded.next = place.other();
                }
            }
            Err(error) => keep(Some(error)),
        }
    }
    loaded
}
