//! Elements, bound to Leptos's signals: what pages and components are made of. The one file of `ui` that names web-sys.
//!
//! Leptos's own `view!` gives each view a type, and each type its own code: the first eight pages weighed 223 KB brotli that way
//! (erased components included) against a budget of 120 KB for everything. Here an element is one type and every binding one
//! boxed closure, so a line of a page costs a call. Owners, signals, memos, effects and context are Leptos's.
//!
//! What a binding reads, it follows; it ends with the owner in which it was made: a page, or one run of [`El::show`].

use crate::map::drawing::{Child, Node as Drawn};
use leptos::prelude::*;
use std::cell::RefCell;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};
use web_sys::{Document, Element, HtmlElement, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement, KeyboardEvent, Node};

thread_local! {
    static DOCUMENT: Document = match web_sys::window().and_then(|w| w.document()) {
        Some(document) => document,
        None => unreachable!("the app runs in a page"),
    };
}

const SVG: &str = "http://www.w3.org/2000/svg";

/// An element under construction.
#[derive(Clone)]
pub struct El(Element);

/// An HTML element.
pub fn el(tag: &str) -> El {
    DOCUMENT.with(|document| match document.create_element(tag) {
        Ok(element) => El(element),
        Err(_) => unreachable!("tags are written in the program"),
    })
}

/// An SVG element.
pub fn svg(tag: &str) -> El {
    DOCUMENT.with(|document| match document.create_element_ns(Some(SVG), tag) {
        Ok(element) => El(element),
        Err(_) => unreachable!("tags are written in the program"),
    })
}

/// An element with a class and text.
pub fn text(tag: &str, class: &str, text: impl AsRef<str>) -> El {
    el(tag).class(class).text(text)
}

/// A link.
pub fn link(href: impl AsRef<str>, words: impl AsRef<str>) -> El {
    el("a").attr("href", href).text(words)
}

/// A button that does something on this page.
pub fn button(class: &str, words: impl AsRef<str>, act: impl FnMut(Event) + 'static) -> El {
    el("button").class(class).attr("type", "button").text(words).on("click", act)
}

/// The heading of a page, which takes the focus when the page opens.
pub fn heading(words: impl AsRef<str>) -> El {
    el("h1").attr("id", "heading").attr("tabindex", "-1").text(words)
}

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

    /// The key, if it is a keyboard event without Ctrl, Alt or Meta outside text fields.
    pub fn plain_key(&self) -> Option<String> {
        let event = self.0.dyn_ref::<KeyboardEvent>()?;
        let tag = self.0.target().and_then(|t| t.dyn_into::<Element>().ok()).map(|e| e.tag_name());
        let typing = matches!(tag.as_deref(), Some("TEXTAREA" | "SELECT"));
        (!typing && !event.ctrl_key() && !event.alt_key() && !event.meta_key()).then(|| event.key())
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
        leptos::task::spawn_local(async move {
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

#[wasm_bindgen]
extern "C" {
    /// An element seen as an object whose properties can be set by name.
    type Properties;
    #[wasm_bindgen(method, structural, indexing_setter)]
    fn set(this: &Properties, name: &str, value: &JsValue);
}

impl El {
    /// The element that the static page has under this id, if it is there.
    pub fn by_id(id: &str) -> Option<Self> {
        DOCUMENT.with(|d| d.get_element_by_id(id)).map(El)
    }

    /// An element with all that is in it, as it was drawn.
    pub fn of(drawn: &Drawn) -> Self {
        Self::drawn(drawn, false)
    }

    fn drawn(drawn: &Drawn, within_svg: bool) -> Self {
        let is_svg = within_svg || drawn.tag == "svg";
        let mut element = if is_svg { svg(drawn.tag) } else { el(drawn.tag) };
        for (name, value) in &drawn.attributes {
            element = element.attr(name, value);
        }
        for child in &drawn.children {
            element = match child {
                Child::Node(node) => element.add(Self::drawn(node, is_svg)),
                Child::Text(text) => element.text(text),
            };
        }
        element
    }

    /// Takes out what is in the element.
    pub fn emptied(self) -> Self {
        self.0.set_text_content(None);
        self
    }

    /// Sets the class; an empty one sets none.
    pub fn class(self, class: &str) -> Self {
        if class.is_empty() { self } else { self.attr("class", class) }
    }

    /// Sets an attribute.
    pub fn attr(self, name: &str, value: impl AsRef<str>) -> Self {
        self.set_attribute(name, Some(value.as_ref()));
        self
    }

    fn set_attribute(&self, name: &str, value: Option<&str>) {
        // A name that the browser refuses would be a mistake in the program that shows in the page at once.
        let _ = match value {
            Some(value) => self.0.set_attribute(name, value),
            None => self.0.remove_attribute(name),
        };
    }

    /// Keeps an attribute as a function says; `None` removes it.
    pub fn attr_from(self, name: &'static str, value: impl Fn() -> Option<String> + 'static) -> Self {
        let element = self.clone();
        follow(Box::new(move || element.set_attribute(name, value().as_deref())));
        self
    }

    /// Keeps a custom property of the style as a function says. Set through the object model, which the page's policy allows.
    pub fn css_from(self, name: &'static str, value: impl Fn() -> String + 'static) -> Self {
        if let Some(style) = self.0.dyn_ref::<HtmlElement>().map(HtmlElement::style) {
            follow(Box::new(move || {
                let _ = style.set_property(name, &value());
            }));
        }
        self
    }

    /// Keeps a property that is true or false as a function says: `checked`, `selected`, `disabled`.
    pub fn flag_from(self, name: &'static str, value: impl Fn() -> bool + 'static) -> Self {
        let element = self.clone();
        follow(Box::new(move || element.set_flag(name, value())));
        self
    }

    /// Sets a property that is true or false, once.
    pub fn set_flag(&self, name: &str, value: bool) {
        let properties: &Properties = self.0.unchecked_ref();
        properties.set(name, &JsValue::from_bool(value));
    }

    /// Keeps the value of a control as a function says.
    pub fn value_from(self, value: impl Fn() -> String + 'static) -> Self {
        let properties: Properties = self.0.clone().unchecked_into();
        follow(Box::new(move || properties.set("value", &JsValue::from_str(&value()))));
        self
    }

    /// Appends text.
    pub fn text(self, text: impl AsRef<str>) -> Self {
        self.append_text(text.as_ref());
        self
    }

    fn append_text(&self, text: &str) {
        if !text.is_empty() {
            let node = DOCUMENT.with(|d| d.create_text_node(text));
            let _ = self.0.append_child(&node);
        }
    }

    /// Appends text that is kept as a function says.
    pub fn text_from(self, text: impl Fn() -> String + 'static) -> Self {
        let node = DOCUMENT.with(|d| d.create_text_node(""));
        let _ = self.0.append_child(&node);
        follow(Box::new(move || node.set_data(&text())));
        self
    }

    /// Appends an element.
    #[expect(clippy::should_implement_trait, reason = "the builder's word for it, beside `with` and `maybe`; `+` would say less")]
    pub fn add(self, child: El) -> Self {
        let _ = self.0.append_child(&child.0);
        self
    }

    /// Appends an element if there is one.
    pub fn maybe(self, child: Option<El>) -> Self {
        match child {
            Some(child) => self.add(child),
            None => self,
        }
    }

    /// Appends elements.
    pub fn with(self, children: impl AsRef<[El]>) -> Self {
        self.append(children.as_ref());
        self
    }

    fn append(&self, children: &[El]) {
        for child in children {
            let _ = self.0.append_child(&child.0);
        }
    }

    /// Appends elements that are made anew when what the function reads changes. If the focus was in one that goes, it moves to the
    /// new element with the same id.
    pub fn show(self, children: impl Fn() -> Vec<El> + 'static) -> Self {
        self.show_boxed(Box::new(children));
        self
    }

    /// As [`El::show`], but made anew only when `key` gives something else than before.
    pub fn show_for<K: PartialEq + Send + Sync + 'static>(
        self,
        key: impl Fn() -> K + Send + Sync + 'static,
        children: impl Fn(&K) -> Vec<El> + 'static,
    ) -> Self {
        let key = Memo::new(move |_| key());
        self.show(move || key.with(&children))
    }

    /// The part of [`El::show`] that is the same for all.
    fn show_boxed(&self, children: Box<dyn Fn() -> Vec<El>>) {
        let end = DOCUMENT.with(|d| d.create_comment(""));
        let _ = self.0.append_child(&end);
        let shown: RefCell<Vec<El>> = RefCell::default();
        follow(Box::new(move || {
            let new = children();
            let old = shown.replace(new.clone());
            let focused = old.iter().find_map(|e| focused_within(&e.0));
            for el in old {
                el.0.remove();
            }
            if let Some(parent) = end.parent_node() {
                for el in &new {
                    let _ = parent.insert_before(&el.0, Some(end.unchecked_ref::<Node>()));
                }
            }
            if let Some(id) = focused {
                focus(&id);
            }
        }));
    }

    /// Calls back on an event.
    pub fn on(self, event: &'static str, act: impl FnMut(Event) + 'static) -> Self {
        listen(&self.0, event, Box::new(act));
        self
    }

    /// Opens a dialog element over the page.
    pub fn open_dialog(&self) {
        if let Some(dialog) = self.0.dyn_ref::<web_sys::HtmlDialogElement>() {
            let _ = dialog.show_modal();
        }
    }

    /// Closes a dialog element.
    pub fn close_dialog(&self) {
        if let Some(dialog) = self.0.dyn_ref::<web_sys::HtmlDialogElement>() {
            dialog.close();
        }
    }

    /// The width of the element's content in CSS pixels.
    pub fn width(&self) -> f64 {
        f64::from(self.0.client_width())
    }
}

impl AsRef<[El]> for El {
    fn as_ref(&self) -> &[El] {
        std::slice::from_ref(self)
    }
}

/// Puts the app into the document.
pub fn mount(children: Vec<El>) {
    if let Some(body) = DOCUMENT.with(Document::body) {
        for child in children {
            let _ = body.append_child(&child.0);
        }
    }
}

/// Runs a function now and whenever something it read has changed, for as long as the owner lives: for several elements that change
/// together, where a binding for each would cost more.
pub fn follow_together(act: impl Fn() + 'static) {
    follow(Box::new(act));
}

/// Runs a function now and whenever something it read has changed, for as long as the owner lives.
fn follow(act: Box<dyn Fn()>) {
    let effect = RenderEffect::new(move |_: Option<()>| act());
    keep(Box::new(effect));
}

fn listen(element: &Element, event: &'static str, mut act: Box<dyn FnMut(Event)>) {
    keep(Box::new(gloo_events::EventListener::new_with_options(
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

/// Keeps something alive until the owner goes.
fn keep(what: Box<dyn std::any::Any>) {
    StoredValue::new_local(what);
}

/// Moves the focus to the element with this id, if it is there.
pub fn focus(id: &str) {
    let element = DOCUMENT.with(|d| d.get_element_by_id(id)).and_then(|e| e.dyn_into::<HtmlElement>().ok());
    if let Some(element) = element {
        let _ = element.focus();
    }
}

/// The id of the focused element, if it is within `element` and has one.
fn focused_within(element: &Element) -> Option<String> {
    let focused = DOCUMENT.with(Document::active_element)?;
    let within = element.contains(Some(focused.unchecked_ref::<Node>()));
    within.then(|| focused.id()).filter(|id| !id.is_empty())
}
