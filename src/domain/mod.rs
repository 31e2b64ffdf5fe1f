//! The model: pure functions over a [`guide`] and a [`plan`]. std and serde only; no clock, no randomness, no web.
//!
//! What depends on the day takes it as an argument; what depends on a guide takes the guide. Every figure that a page shows
//! is worked out here.

pub mod day;
pub mod edit;
pub mod guide;
pub mod page;
pub mod plan;
