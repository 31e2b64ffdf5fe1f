//! The system's share sheet, which phones have and most desktops lack.

use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{js_sys, window};

fn sheet() -> Option<(JsValue, js_sys::Function)> {
    let navigator: JsValue = window()?.navigator().into();
    let share = js_sys::Reflect::get(&navigator, &JsValue::from_str("share")).ok()?.dyn_into().ok()?;
    Some((navigator, share))
}

/// Whether there is one.
pub fn is_there() -> bool {
    sheet().is_some()
}

/// Opens it for a link. What becomes of it there is the person's affair: closing it again is no fault.
pub fn open(title: &str, link: &str) {
    let data: JsValue = js_sys::Object::new().into();
    for (name, value) in [("title", title), ("url", link)] {
        let _ = js_sys::Reflect::set(&data, &JsValue::from_str(name), &JsValue::from_str(value));
    }
    if let Some(promise) = sheet().and_then(|(navigator, share)| share.call1(&navigator, &data).ok()) {
        // A rejection that nobody hears would be reported as a fault of the page.
        leptos::task::spawn_local(async move {
            let _ = wasm_bindgen_futures::JsFuture::from(js_sys::Promise::resolve(&promise)).await;
        });
    }
}
