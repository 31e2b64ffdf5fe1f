//! Where a person stands with regard to a title: gaps, readiness, the gate, what carries over, and how two people see it.
//!
//! May import: `base`, `guide`, `plan`. How the gaps are closed, and by when, is worked out in `journey`.

pub mod bands;
pub mod enough;
pub mod gap;
pub mod gate;
pub mod leverage;
pub mod opinion;
pub mod readiness;
pub mod stability;
pub mod transfer;
