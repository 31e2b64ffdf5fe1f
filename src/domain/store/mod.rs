//! A plan as text: the backup file, and the slots in which the browser keeps it; and how the tabs of a browser share those.
//!
//! All hold the same envelope, which docs/formats.md describes. A slot has a line above it with a sequence number and a checksum.
//! A slot is written once, under a name of its own, and never written over: see [`ledger`]. Where and when to store is for the
//! platform to say: this module knows texts, and a [`Storage`] that is given to it.
//!
//! Reading keeps what it does not understand, at every level. What it cannot read at all is a [`StoreError`], a value; the words for
//! it stand in the user interface. May import: serde_json.

mod changes;
mod first;
pub mod keys;
pub mod ledger;
mod marks;
mod message;
pub mod opened;
mod read;
mod storage;
pub mod visits;

pub use crate::domain::plan::document::{Problem, Warning};
pub use changes::{Since, renew_pace, since};
pub use ledger::{Aside, Erased, Ledger, Outcome, Saved};
pub use marks::Marks;
pub use message::StoreError;
pub use storage::{Storage, Trouble};

use crate::domain::base::checksum::crc32;
use crate::domain::base::sorted::SortedMap;
use crate::domain::guide::Guide;
use crate::domain::plan::Plan;
use crate::domain::plan::document::{BESIDE, write};
use crate::domain::plan::fields::{Fields, object};
use serde_json::Value;

/// The schema of the envelope that this version writes, and the newest that it reads. It reads every older one.
pub const SCHEMA: u64 = 2;
/// The largest text that is read, in bytes. The largest plan that the app can make, with the longest notes in each of its
/// snapshots, stays below it: a backup must not be refused for its size.
pub const MAX_BYTES: usize = 20_000_000;
/// The most entries that a backup file may have, each value and each item of a list counted: four times those of the largest plan that
/// the app can make. With as many, each edit still takes the time that it should. Slots have no such limit: what was written here is read.
pub const MAX_ENTRIES: usize = 50_000;

const APP: &str = "career-explorer";
/// How the line above a slot begins.
const SLOT: &str = "career-explorer-slot";

/// The guide with which a plan was kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PackRef {
    /// Its stable id; empty where the text does not say.
    pub id: String,
    /// The version of its content; 0 where the text does not say.
    pub version: u32,
}

impl PackRef {
    /// That of a guide.
    pub fn of(guide: &Guide) -> Self {
        let about = &guide.pack().about;
        Self { id: about.id.clone(), version: about.version }
    }
}

/// A plan as it was stored.
#[derive(Clone, Debug, PartialEq)]
pub struct Stored {
    /// The plan. It carries what this version did not understand.
    pub plan: Plan,
    /// The guide with which it was kept.
    pub pack: PackRef,
    /// What was not understood, and what was left out.
    pub warnings: Vec<Warning>,
}

/// One write to storage, by the tab that wrote it and the number that it had then.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct WriteId {
    /// Its number: higher than that of each write that the tab knew. Of two writes that did not know each other, the higher one counts
    /// where both changed the same.
    pub seq: u64,
    /// The tab, by a random name that it has for as long as it is open.
    pub by: String,
}

/// For each tab, the last of its writes that something knows of, and so all before it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seen(pub(crate) SortedMap<String, u64>);

/// What a slot says of how it came about.
#[derive(Clone, Debug, PartialEq)]
pub struct Write {
    /// Which write it is.
    pub id: WriteId,
    /// What the tab had taken in, this write included.
    pub seen: Seen,
    /// Whether the tab wrote its plan anew because the storage had been cleared below it.
    pub again: bool,
    /// Which write changed what last.
    pub marks: Marks,
}

/// A plan from a slot.
#[derive(Clone, Debug, PartialEq)]
pub struct Slot {
    /// Rises with each write.
    pub seq: u64,
    /// How it came about.
    pub write: Write,
    /// What it holds.
    pub stored: Stored,
}

/// The text of a backup file.
pub fn backup(plan: &Plan, guide: &Guide) -> String {
    envelope(write(plan), &PackRef::of(guide), None)
}

/// The envelope around a document. What a newer version put beside the plan stands beside it again.
fn envelope(mut document: Fields, pack: &PackRef, write: Option<&Write>) -> String {
    let mut fields = match document.remove(BESIDE) {
        Some(Value::Object(beside)) => beside,
        _ => Fields::new(),
    };
    let mut put = |key: &str, value| fields.insert(key.to_owned(), value);
    put("app", APP.into());
    put("schema", SCHEMA.into());
    put(
        "pack",
        Value::Object(object(
            [("id".to_owned(), pack.id.as_str().into()), ("version".to_owned(), pack.version.into())].into_iter(),
        )),
    );
    put("plan", Value::Object(document));
    if let Some(write) = write {
        put("write", Value::Object(write_fields(write)));
    }
    Value::Object(fields).to_string()
}

fn write_fields(write: &Write) -> Fields {
    let mut fields = Fields::new();
    let mut put = |key: &str, value| fields.insert(key.to_owned(), value);
    put("by", write.id.by.as_str().into());
    put("seen", Value::Object(object(write.seen.0.iter().map(|(tab, seq)| (tab.clone(), (*seq).into())))));
    if write.again {
        put("again", true.into());
    }
    put("changed", write.marks.to_value());
    fields
}

/// Reads a backup file, or the texts of slots, each two lines: of several, the newest sound one. (The start script saves the slots so
/// when the app has broken down.)
///
/// # Errors
/// When the text as a whole is no plan of this app that this version can read, or is beyond a limit.
pub fn restore(text: &str) -> Result<Stored, StoreError> {
    let text = text.trim_start_matches('\u{FEFF}');
    if !text.starts_with(SLOT) {
        return read::envelope(text, MAX_ENTRIES).map(|(stored, _)| stored);
    }
    let (mut newest, mut fault): (Option<Slot>, _) = (None, StoreError::Damaged);
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        if !line.starts_with(SLOT) {
            continue;
        }
        match read_slot(&format!("{line}\n{}", lines.next().unwrap_or_default())) {
            Ok(slot) if newest.as_ref().is_none_or(|n| n.is_before(&slot)) => newest = Some(slot),
            Ok(_) => {}
            Err(error) => fault = error,
        }
    }
    newest.map(|slot| slot.stored).ok_or(fault)
}

impl Slot {
    /// Whether another slot takes the place of this one: it knows of it, or has a higher number.
    fn is_before(&self, other: &Self) -> bool {
        other.write.seen.has(&self.write.id) || (!self.write.seen.has(&other.write.id) && other.seq > self.seq)
    }
}

/// The text of a slot.
pub fn write_slot(write: &Write, document: Fields, pack: &PackRef) -> String {
    let envelope = envelope(document, pack, Some(write));
    format!("{}\n{envelope}", slot_line(write.id.seq, &envelope))
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
    let (stored, write) = read::envelope(envelope, usize::MAX)?;
    Ok(Slot { seq, write: read::write(seq, &write), stored })
}

/// The line above a slot: the checksum is over the sequence number, as eight bytes with the lowest first, and the envelope. It has this
/// form in every version, so that an older one can tell a newer slot from a damaged one.
fn slot_line(seq: u64, envelope: &str) -> String {
    format!("{SLOT} {seq} {:08x}", crc32(&[&seq.to_le_bytes(), envelope.as_bytes()].concat()))
}
