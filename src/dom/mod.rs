//! Elements, bound to signals: a small library of what pages and components are made of. A page is a list of [`El`], made by
//! [`el`], [`text`] and their like, filled by [`El::add`] and [`El::with`], and kept in step with signals by the verbs that take a
//! function: [`El::text_from`], [`El::attr_from`], [`El::css_from`], [`El::flag_from`], [`El::value_from`], and for what is in an
//! element [`El::show`], [`El::show_for`] and [`El::each`].
//!
//! - What such a function reads, its binding follows; the rest of a page is made once.
//! - A binding ends with the owner in which it was made: a page, one run of [`El::show`], or one row of [`El::each`].
//! - Where something goes away that has the focus, the focus goes to what a person would look for next, and never to nowhere.
//!
//! The examples in the documentation are files, which the browser tests run: see `tests/wasm/dom.rs`.
//!
//! Leptos's signals and owners are its only part of Leptos, and no other module names elements of web-sys. It may import the tree
//! of elements of [`drawing`](crate::map::drawing), which uses the same words and is made into elements by [`El::of`], and nothing
//! else of the app. Absent on purpose: HTML as text, a virtual document, and any word about the app.
//!
//! Leptos's own `view!` gives each view a type, and each type its own code. Measured on the whole program of 247.6 KB brotli: three pages
//! written in it weigh 30.0 KB more (37.9 without erased components), two in Leptos's own builder 23.4 KB more. And `view!` sets
//! `innerHTML` for static parts, which the page's policy forbids. Here an element is one type and every binding one boxed closure, so
//! a line of a page costs a call. `docs/architecture.md` has the decision.

mod bind;
mod each;
mod element;
mod event;
mod focus;
mod show;
pub mod signals;

pub use bind::bind;
pub use each::Row;
pub use element::{El, button, el, heading, link, svg, text};
pub use event::Event;
pub use focus::{focus, focus_if_free, focus_unless_moved, has_focus, hold_focus};

use web_sys::Document;

thread_local! {
    static DOCUMENT: Document = match web_sys::window().and_then(|w| w.document()) {
        Some(document) => document,
        None => unreachable!("the app runs in a page"),
    };
}

/// Puts elements at the end of the document.
pub fn mount(children: Vec<El>) {
    if let Some(body) = DOCUMENT.with(Document::body) {
        for child in children {
            let _ = body.append_child(&child.0);
        }
    }
}
