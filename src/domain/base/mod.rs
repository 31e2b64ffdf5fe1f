//! Values that know nothing of careers: a day, a share of a whole, a checksum, sorting.
//!
//! May import: std, serde, and the crates that do the work. Nothing of the rest of the project.

pub mod bytes;
pub(crate) mod checksum;
pub mod day;
pub mod share;
pub mod sorted;
pub mod sorting;
