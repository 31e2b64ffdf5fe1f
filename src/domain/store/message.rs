//! What can be wrong with a stored plan as a whole, and what stands in the way of storing one.

use super::Trouble;

/// Why a text could not be read as a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StoreError {
    /// It is larger than [`MAX_BYTES`](super::MAX_BYTES), and was not read.
    TooLarge,
    /// It has more entries than [`MAX_ENTRIES`](super::MAX_ENTRIES).
    TooMany {
        /// How many it has.
        entries: usize,
    },
    /// It is not JSON, or its end is missing.
    NotJson,
    /// It is JSON, and no plan of this app.
    NotOurs,
    /// It was written by a newer version of the app.
    NewerSchema {
        /// The schema it is written in; this version reads up to [`SCHEMA`](super::SCHEMA).
        schema: u64,
    },
    /// Its checksum says that it is not as it was written.
    Damaged,
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
    /// It says that it saves, and does not.
    Ignored,
    /// What was stored is damaged.
    Damaged,
    /// A newer version of the app has written there.
    Newer,
}

impl From<Trouble> for StorageTrouble {
    fn from(trouble: Trouble) -> Self {
        match trouble {
            Trouble::Blocked => Self::Blocked,
            Trouble::Full => Self::Full,
            Trouble::Failed => Self::Failed,
            Trouble::Ignored => Self::Ignored,
            Trouble::Newer { .. } => Self::Newer,
        }
    }
}
