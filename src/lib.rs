//! Career Explorer: a career planner for engineering leaders that runs in the browser alone.
//!
//! From the bottom up: [`domain`] is the model, pure and native; [`content`] is the embedded guide; [`map`] is the transit map, laid
//! out and drawn for the app and for the static first page; `dom` makes elements; `platform` is the browser; `state` holds the
//! plan and what is derived from it; `ui` shows it. Each knows only what stands before it, and `ui` reaches `platform` through
//! `state` alone. The last four exist for WebAssembly only, but for the words of `ui`.

pub mod chart;
pub mod content;
#[cfg(target_arch = "wasm32")]
pub mod dom;
pub mod domain;
pub mod map;
#[cfg(target_arch = "wasm32")]
pub mod platform;
#[cfg(target_arch = "wasm32")]
pub mod state;
pub mod ui;

/// Starts the app in the document.
#[cfg(target_arch = "wasm32")]
pub fn start() {
    leptos::mount::mount_to_body(ui::start);
}
