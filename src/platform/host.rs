//! The page that embeds the app. What is said to it without being asked (that the app is ready, its height, its page) is said by
//! `public/embedded.js`; a plan is handed over from here, and to the origin that was named for it alone. docs/embed.md has the messages.

use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Url, Window, js_sys, window};

/// The version of the messages.
const MESSAGES: u32 = 1;

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

/// Hands the address of a plan to the embedding page. The browser delivers it only if that page is of this origin.
/// Answers whether there is such a page to post to.
pub fn hand_over(link: &str, origin: &str) -> bool {
    let message: JsValue = js_sys::Object::new().into();
    let fields = [("careerExplorer", MESSAGES.into()), ("type", "plan".into()), ("link", link.into())];
    let set = |(name, value): &(&str, JsValue)| js_sys::Reflect::set(&message, &JsValue::from_str(name), value).is_ok();
    fields.iter().all(set) && parent().is_some_and(|p| p.post_message(message.unchecked_ref(), origin).is_ok())
}
