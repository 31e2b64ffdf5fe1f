//! The way from one title to another: the two clocks, routes, the raises that a gate needs, and the steps with the time that they take.
//!
//! May import: `base`, `guide`, `plan`, `standing`.

pub mod calibration;
pub mod clock;
pub mod fit;
pub mod moved;
pub mod pace;
pub mod promotion;
pub mod raise;
pub mod routes;
pub mod steps;
