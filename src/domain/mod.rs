//! The model: pure functions over a [`guide`] and a [`plan`]. std and serde only; no clock, no randomness, no web.
//!
//! What depends on the day takes it as an argument; what depends on a guide takes the guide. Every figure that a page shows
//! is worked out here, and [`receipt`] tells how. The rooms, from the ground up: [`base`], [`guide`], [`plan`], [`standing`],
//! [`journey`], [`workbench`], then [`link`] and [`store`]; each imports only what stands before it.

pub mod analysis;
pub mod base;
pub mod guide;
pub mod journey;
pub mod link;
pub mod page;
pub mod plan;
pub mod receipt;
pub mod search;
pub mod snippet;
pub mod standing;
pub mod store;
pub mod workbench;
