//! The address: the fragment, which holds the page, and the query, which holds what an embedding site set.

use gloo_events::EventListener;
use web_sys::window;

/// The fragment of the URL, with its `#`; empty if there is none.
pub fn fragment() -> String {
    window().and_then(|w| w.location().hash().ok()).unwrap_or_default()
}

/// Goes to an address as following a link does: it can be gone back from.
pub fn go(fragment: &str) {
    if let Some(window) = window() {
        // An address that the browser refuses leaves the page where it is.
        let _ = window.location().set_hash(fragment);
    }
}

/// Puts an address in place of the present one: it cannot be gone back from, and no event tells of it.
pub fn replace(fragment: &str) {
    if let Some(history) = window().and_then(|w| w.history().ok()) {
        let _ = history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(fragment));
    }
}

/// Loads the page again.
pub fn reload() {
    if let Some(window) = window() {
        // A browser that refuses shows the page as it is.
        let _ = window.location().reload();
    }
}

/// The query of the URL without its `?`, as pairs of decoded name and value.
pub fn query() -> Vec<(String, String)> {
    let search = window().and_then(|w| w.location().search().ok()).unwrap_or_default();
    let decode = |part: &str| {
        let spaced = part.replace('+', " ");
        percent_encoding::percent_decode_str(&spaced).decode_utf8_lossy().into_owned()
    };
    let query = search.strip_prefix('?').unwrap_or(&search);
    query.split('&').filter_map(|pair| pair.split_once('=')).map(|(name, value)| (decode(name), decode(value))).collect()
}

/// The URL of the page without query and fragment: where links to the full page begin.
pub fn base() -> String {
    let here = window().and_then(|w| w.location().href().ok()).unwrap_or_default();
    let end = here.find(['?', '#']).unwrap_or(here.len());
    here[..end].to_owned()
}

/// Calls back on each change of the fragment, for as long as the app lives.
pub fn on_change(mut changed: impl FnMut(String) + 'static) {
    if let Some(window) = window() {
        EventListener::new(&window, "hashchange", move |_| changed(fragment())).forget();
    }
}
