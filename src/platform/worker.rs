//! The service worker, as far as the app deals with it: a new version is offered, and taken when the person says so.
//!
//! The start script, `public/start.js`, registers it and talks to it: that script runs before the app, and also when the app does
//! not start, which a new version may mend. The two speak by an attribute of the root and by events of the window.

use super::document;
use gloo_events::EventListener;
use web_sys::window;

const READY: &str = "career-explorer:update";
const ACCEPTED: &str = "career-explorer:update-accepted";

/// Calls back once a new version is complete and waits.
pub fn on_update(ready: impl Fn() + 'static) {
    let Some(window) = window() else { return };
    let root = window.document().and_then(|d| d.document_element());
    if root.is_some_and(|root| root.has_attribute("data-update")) {
        ready();
    }
    EventListener::new(&window, READY, move |_| ready()).forget();
}

/// Takes the new version and loads the page again.
pub fn accept_update() {
    document::tell_start_script(ACCEPTED);
}
