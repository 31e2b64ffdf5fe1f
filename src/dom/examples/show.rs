use career_explorer::dom::{El, el, text};
use career_explorer::dom::signals::*;

/// A field that says below itself what is wrong with it.
pub fn field(fault: RwSignal<Option<String>>) -> El {
    el("div")
        .add(el("input").attr_from("aria-invalid", move || fault.get().map(|_| "true".to_owned())))
        .show(move || fault.get().map(|why| text("p", "error", why)).into_iter().collect())
}
