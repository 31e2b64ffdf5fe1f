//! A storage as the [`ledger`](super::ledger) sees it: texts under keys, why one is not to be had, and a slot that was read from it.

use super::{PackRef, Slot, Write};
use crate::domain::plan::Plan;
use crate::domain::plan::document::{differing, write};
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

    /// Puts a text under a key and reads it back: whether it is there.
    ///
    /// # Errors
    /// When the storage does not take it, or cannot be read.
    fn keep(&mut self, key: &str, text: &str) -> Result<bool, Trouble> {
        self.write(key, text)?;
        Ok(self.read(key)?.as_deref() == Some(text))
    }

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
    pub plan: Plan,
    pub pack: PackRef,
}

impl Kept {
    pub fn of(slot: Slot) -> Self {
        Self { write: slot.write, plan: slot.stored.plan, pack: slot.stored.pack }
    }

    /// Its document.
    pub fn document(&self) -> Fields {
        write(&self.plan)
    }
}

/// Whether two plans have the same document.
pub(super) fn is_same(one: &Plan, other: &Plan) -> bool {
    one == other || {
        let (one, other) = differing(one, other);
        one == other
    }
}
