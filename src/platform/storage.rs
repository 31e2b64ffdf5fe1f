//! The browser's local storage, which can be blocked, full, or throw at any moment: every call answers with a [`StorageError`]
//! then, and none of them panics.

use gloo_events::EventListener;
use gloo_storage::{LocalStorage, Storage as _};
use std::cell::Cell;
use wasm_bindgen::JsCast as _;
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
    static OFF: Cell<bool> = const { Cell::new(false) };
}

/// From now on nothing is read or written, and no call fails: for the preview of an embedding, which must not touch the plan of
/// the person who looks at it.
pub fn switch_off() {
    OFF.set(true);
}

/// Whether it was switched off.
pub fn is_off() -> bool {
    OFF.get()
}

fn local() -> Result<web_sys::Storage, StorageError> {
    // `LocalStorage::raw` panics where there is none, so the window is asked first.
    match window().map(|w| w.local_storage()) {
        Some(Ok(Some(_))) => Ok(LocalStorage::raw()),
        _ => Err(StorageError::Blocked),
    }
}

fn reason(error: &wasm_bindgen::JsValue) -> StorageError {
    match error.dyn_ref::<DomException>().map(DomException::name).as_deref() {
        Some("QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED") => StorageError::Full,
        Some("SecurityError") => StorageError::Blocked,
        _ => StorageError::Failed,
    }
}

/// All keys under which something is stored.
///
/// # Errors
/// When storage is blocked or throws.
pub fn keys() -> Result<Vec<String>, StorageError> {
    if OFF.get() {
        return Ok(Vec::new());
    }
    let storage = local()?;
    let failed = |error| reason(&error);
    let count = storage.length().map_err(failed)?;
    let mut keys = Vec::new();
    for place in 0..count {
        keys.extend(storage.key(place).map_err(failed)?);
    }
    Ok(keys)
}

/// What is stored under a key.
///
/// # Errors
/// When storage is blocked or throws.
pub fn read(key: &str) -> Result<Option<String>, StorageError> {
    if OFF.get() {
        return Ok(None);
    }
    local()?.get_item(key).map_err(|error| reason(&error))
}

/// Stores a text under a key.
///
/// # Errors
/// When storage is blocked, full or throws.
pub fn write(key: &str, text: &str) -> Result<(), StorageError> {
    if OFF.get() {
        return Ok(());
    }
    local()?.set_item(key, text).map_err(|error| reason(&error))
}

/// Removes a key.
///
/// # Errors
/// When storage is blocked or throws.
pub fn remove(key: &str) -> Result<(), StorageError> {
    if OFF.get() {
        return Ok(());
    }
    local()?.remove_item(key).map_err(|error| reason(&error))
}

/// Calls back with the key and the new text when another tab changes what is stored; without a key when it cleared everything.
pub fn on_change_elsewhere(mut changed: impl FnMut(Option<String>, Option<String>) + 'static) {
    if let Some(window) = window().filter(|_| !OFF.get()) {
        EventListener::new(&window, "storage", move |event| {
            if let Some(event) = event.dyn_ref::<StorageEvent>() {
                changed(event.key(), event.new_value());
            }
        })
        .forget();
    }
}
