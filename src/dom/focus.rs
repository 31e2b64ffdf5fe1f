//! Where the focus goes when what had it goes away. A browser leaves it on the body then, from where a keyboard begins at the top of
//! the page and a screen reader says nothing.

use super::{DOCUMENT, El};
use std::cell::RefCell;
use wasm_bindgen::JsCast as _;
use web_sys::{Document, Element, FocusOptions, HtmlElement, Node};

/// What can take the focus; whether it does, only trying tells.
const FOCUSABLE: &str = "a[href], button, input, select, textarea, summary, [tabindex]";

/// Moves the focus to the element with this id, if it is there.
pub fn focus(id: &str) {
    if let Some(element) = DOCUMENT.with(|d| d.get_element_by_id(id)) {
        take(&element);
    }
}

/// Whether the element with this id has the focus.
pub fn has_focus(id: &str) -> bool {
    DOCUMENT.with(Document::active_element).is_some_and(|focused| focused.id() == id)
}

thread_local! {
    /// What took the focus last in place of an element that went away: nobody chose it.
    static STAND_IN: RefCell<Option<Element>> = const { RefCell::new(None) };
}

/// What moves the focus to the element with this id later on, unless it has gone elsewhere by then: a person who went on with the
/// keyboard is never taken back, and what took the focus meanwhile, such as the heading of a new page, keeps it.
pub fn focus_unless_moved(id: String) -> impl FnOnce() + 'static {
    let focused = || DOCUMENT.with(Document::active_element);
    let before = focused();
    STAND_IN.take();
    move || {
        let now = focused();
        let is_stand_in = STAND_IN.with_borrow(|stand_in| stand_in.is_some() && *stand_in == now);
        if now == before || is_stand_in || now.is_none_or(|now| now.tag_name() == "BODY") {
            focus(&id);
        }
    }
}

/// Moves the focus to the element with this id, if it is there, and leaves the page scrolled as it is.
pub fn hold_focus(id: &str) {
    if let Some(element) = DOCUMENT.with(|d| d.get_element_by_id(id)) {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = element.unchecked_ref::<HtmlElement>().focus_with_options(&options);
    }
}

/// Moves the focus to the element with this id, if it is there and nothing else has it, and leaves the page scrolled as it is.
pub fn focus_if_free(id: &str) {
    if DOCUMENT.with(Document::active_element).is_none_or(|focused| focused.tag_name() == "BODY") {
        hold_focus(id);
    }
}

/// The element that has the focus, if it is one of these or within one.
pub(super) fn focused_in(elements: &[El]) -> Option<Element> {
    let focused = DOCUMENT.with(Document::active_element)?;
    elements.iter().any(|e| e.0.contains(Some(focused.unchecked_ref::<Node>()))).then_some(focused)
}

/// Gives an element the focus. Answers whether it has taken it: what is disabled or folded away does not.
pub(super) fn take(element: &Element) -> bool {
    // Elements of SVG have the method too, and no type in common with those of HTML.
    let _ = element.unchecked_ref::<HtmlElement>().focus();
    DOCUMENT.with(Document::active_element).as_ref() == Some(element)
}

/// Everything in an element that can take the focus, itself included.
pub(super) fn focusable(element: &Element) -> Vec<Element> {
    let own = element.matches(FOCUSABLE).unwrap_or(false).then(|| element.clone());
    let Ok(within) = element.query_selector_all(FOCUSABLE) else { return own.into_iter().collect() };
    let within = (0..within.length()).filter_map(|i| within.get(i)?.dyn_into::<Element>().ok());
    own.into_iter().chain(within).collect()
}

/// Finds a new place for the focus that `lost` had: the element with the same id, else the first one in `new`, else the nearest one
/// to `place`: what follows before what precedes, and what is in the same element before what is around it.
pub(super) fn move_on(lost: &Element, new: &[El], place: &Node) {
    let id = lost.id();
    let same = if id.is_empty() { None } else { DOCUMENT.with(|d| d.get_element_by_id(&id)) };
    if same.is_some_and(|same| take(&same)) || new.iter().any(|e| first_in(&e.0)) || near(place) {
        STAND_IN.set(DOCUMENT.with(Document::active_element));
    }
}

fn first_in(element: &Element) -> bool {
    focusable(element).iter().any(take)
}

fn near(place: &Node) -> bool {
    let mut place = place.clone();
    loop {
        let mut sibling = place.next_sibling();
        while let Some(next) = sibling {
            if next.dyn_ref::<Element>().is_some_and(first_in) {
                return true;
            }
            sibling = next.next_sibling();
        }
        let mut sibling = place.previous_sibling();
        while let Some(before) = sibling {
            if before.dyn_ref::<Element>().is_some_and(|e| focusable(e).iter().rev().any(take)) {
                return true;
            }
            sibling = before.previous_sibling();
        }
        match place.parent_node() {
            Some(parent) => place = parent,
            None => return false,
        }
    }
}
