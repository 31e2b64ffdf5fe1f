//! The clipboard. Pages that are not secure have none, and an embedding site can withhold it.

use wasm_bindgen_futures::JsFuture;
use web_sys::window;

/// Copies a text. Answers whether it is on the clipboard.
pub async fn write(text: &str) -> bool {
    let Some(clipboard) = window().map(|w| w.navigator().clipboard()) else { return false };
    // What the bindings take for always there is missing on pages that are not secure.
    if AsRef::<wasm_bindgen::JsValue>::as_ref(&clipboard).is_undefined() {
        return false;
    }
    JsFuture::from(clipboard.write_text(text)).await.is_ok()
}
