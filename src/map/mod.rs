//! The transit map of all titles: its layout, worked out from a guide; a sheet of it for a few widths; and its drawing as a tree of
//! elements.
//!
//! Pure and native. May import: `domain`. Absent on purpose: signals, events, and anything that needs a document. [`layout`] is for
//! the build and the tests: the program has the sheets that it made.

mod board;
pub mod drawing;
pub mod geometry;
#[cfg(not(target_arch = "wasm32"))]
pub mod layout;
pub mod shapes;
pub mod sheet;
pub mod text;
