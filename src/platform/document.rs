//! The document: its title, attributes of its root, focus and scrolling.

use gloo_events::EventListener;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::Closure;
use web_sys::{Document, Event, window};

fn document() -> Option<Document> {
    window().and_then(|w| w.document())
}

/// Sets the title of the page.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// An attribute of the root element.
pub fn root_attribute(name: &str) -> Option<String> {
    document().and_then(|d| d.document_element()).and_then(|root| root.get_attribute(name))
}

/// Sets an attribute of the root element; an empty value removes it.
pub fn set_root_attribute(name: &str, value: &str) {
    if let Some(root) = document().and_then(|d| d.document_element()) {
        let _ = if value.is_empty() { root.remove_attribute(name) } else { root.set_attribute(name, value) };
    }
}

/// Writes a warning to the console, for people who embed or develop the app.
pub fn warn(text: &str) {
    web_sys::console::warn_1(&wasm_bindgen::JsValue::from_str(text));
}

/// Tells the start script of something, by an event of the window.
pub fn tell_start_script(what: &str) {
    if let (Some(window), Ok(event)) = (window(), Event::new(what)) {
        let _ = window.dispatch_event(&event);
    }
}

/// Brings the element with this id into view, if it is there.
pub fn scroll_to(id: &str) {
    if let Some(element) = document().and_then(|d| d.get_element_by_id(id)) {
        element.scroll_into_view();
    }
}

/// Runs something once what is under way now is done.
pub fn soon(act: impl FnOnce() + 'static) {
    after(0, act);
}

/// Runs something once the browser has shown the frame that it draws next. Never, while the page is out of sight.
pub fn once_shown(act: impl FnOnce() + 'static) {
    // The first call comes before that frame is drawn, the second one before the frame after it.
    let act: Box<dyn FnOnce()> = Box::new(act);
    before_next_frame(Box::new(move || before_next_frame(act)));
}

fn before_next_frame(act: Box<dyn FnOnce()>) {
    if let Some(window) = window() {
        // A browser that refuses has no frames to wait for.
        let _ = window.request_animation_frame(Closure::once_into_js(act).unchecked_ref());
    }
}

/// Runs something after this many milliseconds.
pub fn after(milliseconds: u32, act: impl FnOnce() + 'static) {
    after_boxed(milliseconds, Box::new(act));
}

fn after_boxed(milliseconds: u32, act: Box<dyn FnOnce()>) {
    gloo_timers::callback::Timeout::new(milliseconds, act).forget();
}

/// Calls back whenever the page goes out of sight, which may be for good, and when it comes back.
pub fn on_leave(act: impl Fn() + Copy + 'static) {
    let (Some(window), Some(document)) = (window(), document()) else { return };
    EventListener::new(&window, "pagehide", move |_| act()).forget();
    EventListener::new(&document, "visibilitychange", move |_| act()).forget();
}

/// Scrolls to the top.
pub fn scroll_to_top() {
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Takes the static shell of `index.html` away.
pub fn remove_shell() {
    if let Some(shell) = document().and_then(|d| d.get_element_by_id("shell")) {
        shell.remove();
    }
}

/// The width of the window in CSS pixels, without a scroll bar.
pub fn window_width() -> i32 {
    document().and_then(|d| d.document_element()).map_or(1280, |root| root.client_width())
}

/// Calls back when the window changes its size, for as long as the app lives.
pub fn on_resize(mut resized: impl FnMut() + 'static) {
    if let Some(window) = window() {
        EventListener::new(&window, "resize", move |_| resized()).forget();
    }
}

/// Loads the page again.
pub fn reload() {
    if let Some(window) = window() {
        // A browser that refuses leaves the page as it is.
        let _ = window.location().reload();
    }
}

/// Opens the browser's dialog for printing, where it has one.
pub fn print() {
    if let Some(window) = window() {
        let _ = window.print();
    }
}
