//! What can be wrong with a stored plan as a whole.

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
