//! Career Explorer: a career planner for engineering leaders that runs in the browser alone.

pub mod content;
pub mod domain;
