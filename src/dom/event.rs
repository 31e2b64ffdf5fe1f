//! Events, as handlers get them.

use super::bind::hold;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement, KeyboardEvent, UiEvent};

/// Where a plain key is text, or belongs to what lies over the page.
const TYPING: &str = "textarea, select, dialog, input:not([type=radio], [type=checkbox])";

/// An event, as handlers get it.
pub struct Event(web_sys::Event);

impl Event {
    /// Keeps the browser from doing what it would do.
    pub fn prevent(&self) {
        self.0.prevent_default();
    }

    /// The value of the control in which it happened; empty if it has none.
    pub fn value(&self) -> String {
        let target = self.0.target();
        let value = |t: &web_sys::EventTarget| {
            t.dyn_ref::<HtmlInputElement>()
                .map(HtmlInputElement::value)
                .or_else(|| t.dyn_ref::<HtmlSelectElement>().map(HtmlSelectElement::value))
                .or_else(|| t.dyn_ref::<HtmlTextAreaElement>().map(HtmlTextAreaElement::value))
        };
        target.as_ref().and_then(value).unwrap_or_default()
    }

    /// Whether the check box in which it happened is checked.
    pub fn checked(&self) -> bool {
        self.0.target().and_then(|t| t.dyn_into::<HtmlInputElement>().ok()).is_some_and(|i| i.checked())
    }

    /// Whether the `details` or dialog in which it happened is open.
    pub fn open(&self) -> bool {
        self.0.target().and_then(|t| t.dyn_into::<Element>().ok()).is_some_and(|e| e.has_attribute("open"))
    }

    /// The key, if it is a keyboard event without Ctrl, Alt or Meta outside text fields and dialogs.
    pub fn plain_key(&self) -> Option<String> {
        let event = self.0.dyn_ref::<KeyboardEvent>()?;
        let target = self.0.target().and_then(|t| t.dyn_into::<Element>().ok());
        let typing = target.is_some_and(|e| matches!(e.closest(TYPING), Ok(Some(_))));
        (!typing && !event.ctrl_key() && !event.alt_key() && !event.meta_key()).then(|| event.key())
    }

    /// The value of an attribute of the element in which it happened, or of the nearest one around that which has it.
    pub fn nearest(&self, attribute: &str) -> Option<String> {
        let mut element = self.0.target().and_then(|t| t.dyn_into::<Element>().ok());
        while let Some(at) = element {
            if let Some(value) = at.get_attribute(attribute) {
                return Some(value);
            }
            element = at.parent_element();
        }
        None
    }

    /// Whether it is a key that is held down, which the browser sends again and again.
    pub fn is_held(&self) -> bool {
        self.0.dyn_ref::<KeyboardEvent>().is_some_and(KeyboardEvent::repeat)
    }

    /// Whether it is a click that follows another one at once at the same place: the second one of a double click.
    pub fn repeats(&self) -> bool {
        self.0.dyn_ref::<UiEvent>().is_some_and(|event| event.detail() > 1)
    }

    /// Reads the file chosen in the control in which it happened, and gives its text; `None` for one of more than `limit` bytes.
    /// What cannot be read gives an empty text. The control is emptied, so that the same file can be chosen again.
    pub fn read_file(&self, limit: usize, then: impl FnOnce(Option<String>) + 'static) {
        let input = self.0.target().and_then(|t| t.dyn_into::<HtmlInputElement>().ok());
        let Some((input, file)) = input.and_then(|i| Some((i.clone(), i.files()?.get(0)?))) else { return };
        input.set_value("");
        if file.size() > limit as f64 {
            return then(None);
        }
        wasm_bindgen_futures::spawn_local(async move {
            let text = wasm_bindgen_futures::JsFuture::from(file.text()).await;
            then(Some(text.ok().and_then(|text| text.as_string()).unwrap_or_default()));
        });
    }

    /// Selects all text of the control in which it happened.
    pub fn select_text(&self) {
        let target = self.0.target();
        if let Some(area) = target.as_ref().and_then(|t| t.dyn_ref::<HtmlTextAreaElement>()) {
            area.select();
        } else if let Some(input) = target.as_ref().and_then(|t| t.dyn_ref::<HtmlInputElement>()) {
            input.select();
        }
    }
}

/// Calls back on an event of an element, for as long as the owner lives.
pub(super) fn listen(element: &Element, event: &'static str, mut act: Box<dyn FnMut(Event)>) {
    hold(Box::new(gloo_events::EventListener::new_with_options(
        element,
        event,
        gloo_events::EventListenerOptions::enable_prevent_default(),
        move |event| {
            // What a handler reads it does not follow; Leptos's own handlers say so too.
            #[cfg(debug_assertions)]
            let _zone = leptos::reactive::diagnostics::SpecialNonReactiveZone::enter();
            act(Event(event.clone()));
        },
    )));
}
