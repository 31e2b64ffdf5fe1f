//! Files that a person saves.

use wasm_bindgen::JsCast as _;
use wasm_bindgen::JsValue;
use web_sys::{Blob, HtmlAnchorElement, Url, js_sys, window};

/// How long the browser gets to begin reading a file, in milliseconds.
const READING: u32 = 60_000;

/// Offers a text as a file to save. Answers whether the browser took it.
pub fn save(name: &str, text: &str) -> bool {
    begin(name, text).is_some()
}

fn begin(name: &str, text: &str) -> Option<()> {
    let blob = Blob::new_with_str_sequence(&js_sys::Array::of1(&JsValue::from_str(text))).ok()?;
    let url = Url::create_object_url_with_blob(&blob).ok()?;
    let link: HtmlAnchorElement = window()?.document()?.create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(&url);
    link.set_download(name);
    link.click();
    // Some browsers read the file only after the person has said where to put it.
    gloo_timers::callback::Timeout::new(READING, move || {
        let _ = Url::revoke_object_url(&url);
    })
    .forget();
    Some(())
}
