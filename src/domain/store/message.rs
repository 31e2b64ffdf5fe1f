//! What can be wrong with a stored plan, in words that say what happened and what to do.

use super::SCHEMA;
use std::fmt;

/// Why a text could not be read as a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StoreError {
    /// It is larger than any plan of this app, and was not read.
    TooLarge,
    /// It is not JSON, or its end is missing.
    NotJson,
    /// It is JSON, and no plan of this app.
    NotOurs,
    /// It was written by a newer version of the app.
    NewerSchema {
        /// The schema it is written in; this version reads up to [`SCHEMA`].
        schema: u64,
    },
    /// Its checksum says that it is not as it was written.
    Damaged,
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::TooLarge => "This file is too large to be a plan from this app. Choose the file that “Back up” saved.",
            Self::NotJson => "This file cannot be read: it is no backup, or a part of it is missing. Choose another copy.",
            Self::NotOurs => "This file is not a plan from this app. Choose the file that “Back up” saved.",
            Self::NewerSchema { schema } => {
                return write!(
                    f,
                    "This plan was saved by a newer version of the app (format {schema}, this one reads {SCHEMA}). Reload the \
                     page while online, then try again."
                );
            }
            Self::Damaged => {
                "The saved plan was changed or cut off after it was written. Download what is left of it, or restore a backup."
            }
        })
    }
}

/// An entry that was left out of a plan while reading it, or cut.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    /// Where it stands, as `ratings › communication`.
    pub place: String,
    /// Why, as the end of a sentence that begins with the place.
    pub problem: &'static str,
}

impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}.", self.place, self.problem)
    }
}
