//! The user interface: pages, components and charts. It formats and dispatches; decisions live in [`domain`](crate::domain), and
//! everything outside goes through [`state`](crate::state).

pub mod charts;
pub mod components;
mod opening;
pub mod pages;
mod part;
mod planner;
mod shell;
mod words;

use planner::{Entry, Planner};

/// Starts: with the static first page where that is what belongs here, else with the planner.
pub fn start() {
    let planner = Planner::new();
    if crate::state::opening::is_first_page() { opening::open(planner) } else { planner.open(Entry::Address) }
}
