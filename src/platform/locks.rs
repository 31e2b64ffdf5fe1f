//! Locks that the tabs of one origin share (Web Locks), so that they look, merge and write one after the other.
//!
//! Some browsers have none, some refuse in a frame, and a tab that is frozen can hold one for ever. So a lock is a help and never a
//! condition: what is asked for is done in any case, once.

use gloo_timers::callback::Timeout;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{js_sys, window};

/// How long a lock is waited for, in milliseconds.
const PATIENCE: u32 = 1_000;

fn manager() -> Option<(JsValue, js_sys::Function)> {
    let navigator: JsValue = window()?.navigator().into();
    let locks = js_sys::Reflect::get(&navigator, &JsValue::from_str("locks")).ok().filter(JsValue::is_object)?;
    let request = js_sys::Reflect::get(&locks, &JsValue::from_str("request")).ok()?.dyn_into().ok()?;
    Some((locks, request))
}

/// Does something while this tab holds the lock of this name, or without it where there is none to be had.
pub fn hold(name: &str, act: impl FnOnce() + 'static) {
    let Some((locks, request)) = manager() else { return act() };
    let waiting: Rc<Cell<Option<Box<dyn FnOnce()>>>> = Rc::new(Cell::new(Some(Box::new(act))));
    let once = move || {
        if let Some(act) = waiting.take() {
            act();
        }
    };
    let (granted, refused, late) = (once.clone(), once.clone(), once);
    let granted = Closure::once_into_js(granted);
    match request.call2(&locks, &JsValue::from_str(name), &granted) {
        Ok(promise) => {
            leptos::task::spawn_local(async move {
                if wasm_bindgen_futures::JsFuture::from(js_sys::Promise::resolve(&promise)).await.is_err() {
                    refused();
                }
            });
            Timeout::new(PATIENCE, late).forget();
        }
        Err(_) => refused(),
    }
}
