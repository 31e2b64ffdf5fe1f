//! Elements under construction, and the verbs that fill them.

use super::DOCUMENT;
use super::bind::{bind_boxed, hold};
use super::event::{Event, listen};
use super::focus;
use crate::map::drawing::{Child, Node as Drawn};
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::{Closure, JsValue, wasm_bindgen};
use web_sys::{Element, HtmlDialogElement, HtmlElement, ResizeObserver};

const SVG: &str = "http://www.w3.org/2000/svg";

/// An element under construction. Copies are handles to the same element of the document.
#[derive(Clone)]
pub struct El(pub(super) Element);

/// An HTML element.
///
#[doc = concat!("```\n", include_str!("examples/card.rs"), "```")]
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
    let element = el(tag).class(class);
    element.append_text(text.as_ref());
    element
}

/// A link.
pub fn link(href: impl AsRef<str>, words: impl AsRef<str>) -> El {
    el("a").attr("href", href).text(words)
}

/// A button that does something on this page.
pub fn button(class: &str, words: impl AsRef<str>, act: impl FnMut(Event) + 'static) -> El {
    button_boxed(class, words.as_ref(), Box::new(act))
}

fn button_boxed(class: &str, words: &str, act: Box<dyn FnMut(Event)>) -> El {
    let button = el("button").class(class).attr("type", "button").text(words);
    listen(&button.0, "click", act);
    button
}

/// The heading of a page, which takes the focus when the page opens.
pub fn heading(words: impl AsRef<str>) -> El {
    el("h1").attr("id", "heading").attr("tabindex", "-1").text(words)
}

#[wasm_bindgen]
extern "C" {
    /// An element seen as an object whose properties can be set by name.
    type Properties;
    #[wasm_bindgen(method, structural, indexing_setter)]
    fn set(this: &Properties, name: &str, value: &JsValue);
}

/// What is in an element, and what it is: set once.
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
        self.set_attr(name, Some(value.as_ref()));
        self
    }

    /// Sets an attribute of an element that is on the page, or removes it.
    pub fn set_attr(&self, name: &str, value: Option<&str>) {
        // A name that the browser refuses would be a mistake in the program that shows in the page at once.
        let _ = match value {
            Some(value) => self.0.set_attribute(name, value),
            None => self.0.remove_attribute(name),
        };
    }

    /// Puts a text in place of what is in an element that is on the page.
    pub fn set_text(&self, text: &str) {
        self.0.set_text_content(Some(text));
    }

    /// Sets a property that is true or false, of an element that is on the page: `checked`, `selected`, `disabled`.
    pub fn set_flag(&self, name: &str, value: bool) {
        let properties: &Properties = self.0.unchecked_ref();
        properties.set(name, &JsValue::from_bool(value));
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
}

/// What follows signals.
impl El {
    /// Appends text that is kept as a function says.
    pub fn text_from(self, text: impl Fn() -> String + 'static) -> Self {
        self.bind_text(Box::new(text));
        self
    }

    /// Keeps an attribute as a function says; `None` removes it.
    pub fn attr_from(self, name: &'static str, value: impl Fn() -> Option<String> + 'static) -> Self {
        self.bind_attr(name, Box::new(value));
        self
    }

    /// Keeps a custom property of the style as a function says. Set through the object model, which the page's policy allows.
    pub fn css_from(self, name: &'static str, value: impl Fn() -> String + 'static) -> Self {
        self.bind_css(name, Box::new(value));
        self
    }

    /// Keeps a property that is true or false as a function says: `checked`, `selected`, `disabled`.
    pub fn flag_from(self, name: &'static str, value: impl Fn() -> bool + 'static) -> Self {
        self.bind_flag(name, Box::new(value));
        self
    }

    /// Hides the element while a function says so. If the focus was in it, it moves to the nearest one that takes it, as where an element
    /// goes away.
    pub fn hidden_from(self, is_hidden: impl Fn() -> bool + 'static) -> Self {
        self.bind_hidden(Box::new(is_hidden));
        self
    }

    /// Keeps the value of a control as a function says.
    pub fn value_from(self, value: impl Fn() -> String + 'static) -> Self {
        self.bind_value(Box::new(value));
        self
    }

    // Each of these is there once, where the functions above are there for each caller.

    fn bind_text(&self, text: Box<dyn Fn() -> String>) {
        let node = DOCUMENT.with(|d| d.create_text_node(""));
        let _ = self.0.append_child(&node);
        bind_boxed(Box::new(move || node.set_data(&text())));
    }

    fn bind_attr(&self, name: &'static str, value: Box<dyn Fn() -> Option<String>>) {
        let element = self.clone();
        bind_boxed(Box::new(move || element.set_attr(name, value().as_deref())));
    }

    fn bind_css(&self, name: &'static str, value: Box<dyn Fn() -> String>) {
        if let Some(style) = self.0.dyn_ref::<HtmlElement>().map(HtmlElement::style) {
            bind_boxed(Box::new(move || {
                let _ = style.set_property(name, &value());
            }));
        }
    }

    fn bind_flag(&self, name: &'static str, value: Box<dyn Fn() -> bool>) {
        let element = self.clone();
        bind_boxed(Box::new(move || element.set_flag(name, value())));
    }

    fn bind_hidden(&self, is_hidden: Box<dyn Fn() -> bool>) {
        let element = self.clone();
        bind_boxed(Box::new(move || {
            let is_hidden = is_hidden();
            let lost = if is_hidden { focus::focused_in(element.as_ref()) } else { None };
            element.set_flag("hidden", is_hidden);
            if let Some(lost) = lost {
                focus::move_on(&lost, &[], &element.0);
            }
        }));
    }

    fn bind_value(&self, value: Box<dyn Fn() -> String>) {
        let properties: Properties = self.0.clone().unchecked_into();
        bind_boxed(Box::new(move || properties.set("value", &JsValue::from_str(&value()))));
    }
}

/// What happens to the element, and what is done with it.
impl El {
    /// Calls back on an event, for as long as the owner lives.
    pub fn on(self, event: &'static str, act: impl FnMut(Event) + 'static) -> Self {
        listen(&self.0, event, Box::new(act));
        self
    }

    /// Calls back with the width of the element's content in CSS pixels once it is laid out, and whenever that changes: for what is
    /// drawn for the room that it gets.
    pub fn on_width(self, act: impl Fn(i32) + 'static) -> Self {
        self.observe_width(Box::new(act));
        self
    }

    fn observe_width(&self, act: Box<dyn Fn(i32)>) {
        let element = self.0.clone();
        let changed = Closure::<dyn Fn()>::new(move || act(element.client_width()));
        if let Ok(observer) = ResizeObserver::new(changed.as_ref().unchecked_ref()) {
            observer.observe(&self.0);
            hold(Box::new(Observed { observer, _changed: changed }));
        }
    }

    /// Opens a dialog element over the page.
    pub fn open_dialog(&self) {
        if let Some(dialog) = self.0.dyn_ref::<HtmlDialogElement>() {
            let _ = dialog.show_modal();
        }
    }

    /// Closes a dialog element.
    pub fn close_dialog(&self) {
        if let Some(dialog) = self.0.dyn_ref::<HtmlDialogElement>() {
            dialog.close();
        }
    }
}

/// An observation of an element, which ends when this is dropped.
struct Observed {
    observer: ResizeObserver,
    _changed: Closure<dyn Fn()>,
}

impl Drop for Observed {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

impl AsRef<[El]> for El {
    fn as_ref(&self) -> &[El] {
        std::slice::from_ref(self)
    }
}
