//! The transit map of all titles: its layout, worked out from a guide, and its drawing as a tree of elements.
//!
//! Pure and native. May import: `domain`. Absent on purpose: signals, events, and anything that needs a document.

pub mod drawing;
pub mod layout;
