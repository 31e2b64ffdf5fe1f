//! The model: pure functions over a [`guide`] and a [`plan`]. std and serde only; no clock, no randomness, no web.
//!
//! What depends on the day takes it as an argument; what depends on a guide takes the guide. Every figure that a page shows
//! is worked out here, and [`receipt`] tells how.

mod checksum;

pub mod analysis;
pub mod clock;
pub mod day;
pub mod edit;
pub mod gap;
pub mod gate;
pub mod guide;
pub mod layout;
pub mod link;
pub mod merge;
pub mod opinion;
pub mod pace;
pub mod page;
pub mod plan;
pub mod promotion;
pub mod qr;
pub mod readiness;
pub mod receipt;
pub mod routes;
pub mod search;
pub mod share;
pub mod snippet;
pub mod sorting;
pub mod steps;
pub mod store;
pub mod transfer;
