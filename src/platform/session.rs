//! What is kept for as long as the tab is open. It can be blocked like the [`storage`](super::storage) that lasts, but what is
//! kept here is in memory too, so nothing is lost and nobody has to be told.

use web_sys::{Storage, window};

fn session() -> Option<Storage> {
    window()?.session_storage().ok()?
}

/// What is kept under a key, if anything.
pub fn read(key: &str) -> Option<String> {
    session()?.get_item(key).ok()?
}

/// Keeps a text under a key, if the browser lets it.
pub fn write(key: &str, text: &str) {
    if let Some(session) = session() {
        let _ = session.set_item(key, text);
    }
}

/// A name that no other tab has, of 16 hexadecimal digits.
pub fn tab_name() -> String {
    let digits = |part: f64| format!("{:08x}", (part * 4_294_967_296.0) as u32);
    digits(web_sys::js_sys::Math::random()) + &digits(web_sys::js_sys::Math::random())
}
