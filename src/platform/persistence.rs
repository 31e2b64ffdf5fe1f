//! Whether the browser may clear what is stored when it runs short of room, and asking it not to.

use wasm_bindgen_futures::JsFuture;
use web_sys::window;

/// Whether storage is safe from being cleared; `None` where the browser does not say.
pub async fn is_granted() -> Option<bool> {
    let answer = window()?.navigator().storage().persisted().ok()?;
    JsFuture::from(answer).await.ok()?.as_bool()
}

/// Asks that storage be kept, and answers as [`is_granted`] does. Some browsers ask the person.
pub async fn ask() -> Option<bool> {
    let answer = window()?.navigator().storage().persist().ok()?;
    JsFuture::from(answer).await.ok()?.as_bool()
}
