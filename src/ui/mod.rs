//! The user interface: pages, components and charts, and the [`words`] of all of it. It formats and dispatches; decisions live in
//! [`domain`](crate::domain), and everything outside goes through `state`.
//!
//! All but the words exists for WebAssembly only.

#[cfg(target_arch = "wasm32")]
pub mod charts;
#[cfg(target_arch = "wasm32")]
pub mod components;
#[cfg(target_arch = "wasm32")]
mod opening;
#[cfg(target_arch = "wasm32")]
pub mod pages;
#[cfg(target_arch = "wasm32")]
mod part;
#[cfg(target_arch = "wasm32")]
mod places;
#[cfg(target_arch = "wasm32")]
mod planner;
#[cfg(target_arch = "wasm32")]
mod shell;
pub mod words;

/// Starts: with the static first page where that is what belongs here, else with the planner.
#[cfg(target_arch = "wasm32")]
pub fn start() {
    let planner = planner::Planner::new();
    if crate::state::opening::is_first_page() { opening::open(planner) } else { planner.open(planner::Entry::Address) }
}
