//! Career Explorer: a career planner for engineering leaders that runs in the browser alone.
//!
//! From the bottom up: [`domain`] is the model, pure and native; [`content`] is the embedded guide; `platform` is the browser;
//! `state` holds the plan and what is derived from it; `ui` shows it. Each knows only what stands before it, and `ui` reaches
//! `platform` through `state` alone. The last three exist for WebAssembly only.

pub mod content;
pub mod domain;
#[cfg(target_arch = "wasm32")]
pub mod platform;
#[cfg(target_arch = "wasm32")]
pub mod state;
#[cfg(target_arch = "wasm32")]
pub mod ui;

/// Starts the app in the document.
#[cfg(target_arch = "wasm32")]
pub fn start() {
    match content::outline() {
        Some(guide) => {
            let guide: &'static domain::guide::Guide = Box::leak(Box::new(guide));
            leptos::mount::mount_to_body(move || {
                state::AppState::start(guide);
                ui::dom::mount(ui::app());
            });
        }
        // The build checks the same bytes, so this tells of a file that was damaged on its way: the start script reports it.
        None => panic!("the embedded guide is damaged"),
    }
}
