//! The page that embeds the app. What is said to it and heard from it goes through `public/embedded.js`: the two speak by events of
//! the window and an attribute of the root. docs/embed.md has the messages.

use super::{document, location};
use gloo_events::EventListener;
use wasm_bindgen::JsValue;
use web_sys::{Event, Url, Window, js_sys, window};

/// The event that asks for a plan to be handed over, with its link as a property.
const SEND: &str = "career-explorer:send";
/// The event that tells of an answer, and the attribute of the root that has it.
const ANSWER: (&str, &str) = ("career-explorer:answer", "data-handoff");

fn parent() -> Option<Window> {
    let window = window()?;
    window.parent().ok().flatten().filter(|parent| *parent != window)
}

/// Whether the page stands in a frame.
pub fn is_framed() -> bool {
    parent().is_some()
}

/// Whether the page stands in a frame whose outermost page is of another origin, so that browsers keep its storage apart.
pub fn is_foreign() -> bool {
    let top = window().and_then(|w| w.top().ok().flatten());
    // Reading the origin of another origin's page throws.
    top.is_some_and(|top| top.location().origin().is_err())
}

/// Whether a text is an origin as browsers write it, such as `https://example.org`.
pub fn is_origin(text: &str) -> bool {
    Url::new(text).is_ok_and(|url| url.origin() == text)
}

/// Whether a text is an address of the web that a link may lead to: `https`, with no name or password in it. A pair of braces may stand in it.
pub fn is_web_address(text: &str) -> bool {
    Url::new(text).is_ok_and(|url| url.protocol() == "https:" && url.username().is_empty() && url.password().is_empty())
}

/// Whether the page that embeds this one is the app's own, at the same address but for the query: only that shows the preview.
pub fn is_own_page() -> bool {
    let page = |href: &str| {
        let address = href.split(['?', '#']).next().unwrap_or(href);
        address.strip_suffix("index.html").unwrap_or(address).to_owned()
    };
    // Reading the address of another origin's page throws.
    let theirs = parent().and_then(|parent| parent.location().href().ok());
    theirs.is_some_and(|theirs| page(&theirs) == page(&location::base()))
}

/// Has the address of a plan handed over to the embedding page. The browser delivers it only if that page is of the origin that the
/// parameter `host` names; whether it was taken is known when that page answers.
pub fn hand_over(link: &str) {
    if let (Some(window), Ok(event)) = (window(), Event::new(SEND))
        && js_sys::Reflect::set(&event, &JsValue::from_str("link"), &JsValue::from_str(link)).is_ok()
    {
        let _ = window.dispatch_event(&event);
    }
}

/// Calls back when the embedding page answers, with whether it took the plan.
pub fn on_answer(answered: impl Fn(bool) + 'static) {
    let Some(window) = window() else { return };
    let (event, attribute) = ANSWER;
    EventListener::new(&window, event, move |_| answered(document::root_attribute(attribute).as_deref() == Some("taken"))).forget();
}
