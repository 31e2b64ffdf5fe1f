//! What lets the tabs of the app take turns: a lock that one of them holds, and a name for each.

use js_sys::{Math, Promise};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::prelude::{Closure, JsValue, wasm_bindgen};
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    /// Throws where the browser has no locks, and answers with a promise that fails where it does not give one.
    #[wasm_bindgen(js_namespace = ["navigator", "locks"], js_name = request, catch)]
    fn request(name: &str, act: &JsValue) -> Result<Promise, JsValue>;
}

type Act = Box<dyn FnOnce()>;

/// Runs something while no other tab runs what it asked for under the same name: as soon as it is this one's turn. Where the browser has
/// no locks, or gives none, it runs without.
pub fn in_turn(name: &str, act: impl FnOnce() + 'static) {
    in_turn_boxed(name, Box::new(act));
}

fn in_turn_boxed(name: &str, act: Act) {
    let act: Rc<Cell<Option<Act>>> = Rc::new(Cell::new(Some(act)));
    let run = move || {
        if let Some(act) = act.take() {
            act();
        }
    };
    let when_held = Closure::once_into_js(run.clone());
    match request(name, &when_held) {
        Ok(done) => wasm_bindgen_futures::spawn_local(async move {
            if JsFuture::from(done).await.is_err() {
                run();
            }
        }),
        Err(_) => run(),
    }
}

/// A name that this tab alone has, for as long as it is open: 10 letters and digits.
pub fn tab_name() -> String {
    const SYMBOLS: &[u8; 36] = b"0123456789abcdefghijklmnopqrstuvwxyz";
    (0..10).map(|_| char::from(SYMBOLS[(Math::random() * 36.0) as usize % 36])).collect()
}
