//! A storage as the [`ledger`](super::ledger) sees it: texts under keys, why one is not to be had, and a slot that was read from it.

use super::{PackRef, Slot, Write};
use crate::domain::plan::document;
use crate::domain::plan::fields::Fields;

/// Where texts are stored under keys. Another tab may change everything between two calls, and may be told late of what this one did.
pub trait Storage {
    /// All keys.
    ///
    /// # Errors
    /// When the storage cannot be read.
    fn keys(&self) -> Result<Vec<String>, Trouble>;

    /// The text under a key.
    ///
    /// # Errors
    /// When the storage cannot be read.
    fn read(&self, key: &str) -> Result<Option<String>, Trouble>;

    /// Puts a text under a key.
    ///
    /// # Errors
    /// When the storage does not take it.
    fn write(&mut self, key: &str, text: &str) -> Result<(), Trouble>;

    /// Removes a key.
    ///
    /// # Errors
    /// When the storage does not do it.
    fn remove(&mut self, key: &str) -> Result<(), Trouble>;
}

/// Why the plan is not saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The browser gives this page no storage.
    Blocked,
    /// There is no room left.
    Full,
    /// It failed without saying why.
    Failed,
    /// What was written is not there when it is read back.
    Ignored,
    /// A newer version of the app has written there, and this one must not.
    Newer {
        /// The schema of that version.
        schema: u64,
    },
}

/// A slot that was read.
#[derive(Debug)]
pub(super) struct Kept {
    pub write: Write,
    pub document: Fields,
    pub pack: PackRef,
}

impl Kept {
    pub fn of(slot: Slot) -> Self {
        Self { write: slot.write, document: document::write(&slot.stored.plan), pack: slot.stored.pack }
    }
}
