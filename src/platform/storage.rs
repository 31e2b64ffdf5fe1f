//! The browser's local storage, which can be blocked, full, or throw at any moment: every call answers with a [`StorageError`]
//! then, and none of them panics.

use crate::domain::base::sorted::SortedMap;
use gloo_events::EventListener;
use gloo_storage::{LocalStorage, Storage as _};
use js_sys::JsString;
use std::cell::RefCell;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};
use web_sys::{DomException, StorageEvent, window};

/// Why storage did not do as asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StorageError {
    /// The browser gives this page no storage.
    Blocked,
    /// There is no room left.
    Full,
    /// It failed without saying why.
    Failed,
}

thread_local! {
    static MEMORY: RefCell<Option<SortedMap<String, String>>> = const { RefCell::new(None) };
}

/// From now on everything is kept in memory only: for the preview of an embedding, which must not touch the plan of the person who looks
/// at it.
pub fn use_memory_only() {
    MEMORY.set(Some(SortedMap::new()));
}

/// Does something with what is kept in memory, if that is so.
fn in_memory<T>(act: impl FnOnce(&mut SortedMap<String, String>) -> T) -> Option<T> {
    MEMORY.with_borrow_mut(|texts| texts.as_mut().map(act))
}

fn local() -> Result<web_sys::Storage, StorageError> {
    // `LocalStorage::raw` panics where there is none, so the window is asked first.
    match window().map(|w| w.local_storage()) {
        Some(Ok(Some(_))) => Ok(LocalStorage::raw()),
        _ => Err(StorageError::Blocked),
    }
}

fn reason(error: &JsValue) -> StorageError {
    match error.dyn_ref::<DomException>().map(DomException::name).as_deref() {
        Some("QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED") => StorageError::Full,
        Some("SecurityError") => StorageError::Blocked,
        _ => StorageError::Failed,
    }
}

/// What is stored under a key.
///
/// # Errors
/// When storage is blocked or throws.
pub fn read(key: &str) -> Result<Option<String>, StorageError> {
    if let Some(text) = in_memory(|texts| texts.get(key).cloned()) {
        return Ok(text);
    }
    local()?.get_item(key).map_err(|error| reason(&error))
}

/// Stores a text under a key.
///
/// # Errors
/// When storage is blocked, full or throws.
pub fn write(key: &str, text: &str) -> Result<(), StorageError> {
    if in_memory(|texts| texts.insert(key.to_owned(), text.to_owned())).is_some() {
        return Ok(());
    }
    local()?.set_item(key, text).map_err(|error| reason(&error))
}

#[wasm_bindgen]
extern "C" {
    /// The storage once more, with texts that need not be brought over a second time to be compared.
    type Shelf;

    #[wasm_bindgen(method, catch, js_name = setItem)]
    fn put(this: &Shelf, key: &str, text: &JsString) -> Result<(), JsValue>;

    #[wasm_bindgen(method, catch, js_name = getItem)]
    fn get(this: &Shelf, key: &str) -> Result<JsValue, JsValue>;
}

/// Stores a text under a key and reads it back: whether it is there.
///
/// # Errors
/// When storage is blocked, full or throws.
pub fn keep(key: &str, text: &str) -> Result<bool, StorageError> {
    if in_memory(|_| ()).is_some() {
        write(key, text)?;
        return Ok(read(key)?.as_deref() == Some(text));
    }
    let local: Shelf = local()?.unchecked_into();
    let text = JsString::from(text);
    local.put(key, &text).map_err(|error| reason(&error))?;
    local.get(key).map(|there| there == **text).map_err(|error| reason(&error))
}

/// Removes a key.
///
/// # Errors
/// When storage is blocked or throws.
pub fn remove(key: &str) -> Result<(), StorageError> {
    if in_memory(|texts| texts.remove(key)).is_some() {
        return Ok(());
    }
    local()?.remove_item(key).map_err(|error| reason(&error))
}

/// All keys under which something is stored.
///
/// # Errors
/// When storage is blocked or throws.
pub fn keys() -> Result<Vec<String>, StorageError> {
    if let Some(keys) = in_memory(|texts| texts.keys().cloned().collect()) {
        return Ok(keys);
    }
    let local = local()?;
    let count = local.length().map_err(|error| reason(&error))?;
    let mut keys = Vec::with_capacity(count as usize);
    for place in 0..count {
        // Another tab may remove one while they are counted.
        keys.extend(local.key(place).map_err(|error| reason(&error))?);
    }
    Ok(keys)
}

/// Calls back with the key and its new text when another tab changes what is stored; with neither when it cleared everything.
pub fn on_change_elsewhere(mut changed: impl FnMut(Option<String>, Option<String>) + 'static) {
    if let Some(window) = window().filter(|_| in_memory(|_| ()).is_none()) {
        EventListener::new(&window, "storage", move |event| {
            if let Some(event) = event.dyn_ref::<StorageEvent>() {
                changed(event.key(), event.new_value());
            }
        })
        .forget();
    }
}
