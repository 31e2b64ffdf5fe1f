//! What a site owner pastes to embed the app: the element, or a plain frame that does without its script. docs/embed.md is the
//! description of both.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use std::fmt::Write as _;

/// What stays as it is in a query.
const QUERY: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');
/// The height of a frame whose height nobody sets, in pixels.
const HEIGHT: &str = "640";

/// The settings of an embedding that have a value: name and value, as attributes of the element.
pub type Settings = [(&'static str, String)];

fn setting<'a>(settings: &'a Settings, name: &str) -> Option<&'a str> {
    settings.iter().find(|(n, value)| *n == name && !value.is_empty()).map(|(_, value)| value.as_str())
}

/// The script and the element. `folder` is the address of the folder in which the app stands, with its last slash.
///
/// ```
/// use career_explorer::domain::snippet::element;
///
/// let text = element("https://example.org/career/", &[("to", "head-of-engineering".into()), ("years", String::new())]);
/// assert!(text.ends_with("<career-explorer to=\"head-of-engineering\"></career-explorer>"));
/// ```
pub fn element(folder: &str, settings: &Settings) -> String {
    let mut text = format!("<script src=\"{}embed.js\" async></script>\n<career-explorer", escape(folder));
    for (name, value) in settings.iter().filter(|(_, value)| !value.is_empty()) {
        let _ = write!(text, " {name}=\"{}\"", escape(value));
    }
    text + "></career-explorer>"
}

/// A frame. Its height does not follow the content, and it hands no plan over: only the element can.
pub fn frame(folder: &str, settings: &Settings) -> String {
    let title = setting(settings, "heading").unwrap_or("Career Explorer");
    let height = setting(settings, "height").filter(|h| *h != "auto").unwrap_or(HEIGHT);
    format!(
        "<iframe src=\"{}\" title=\"{}\" width=\"100%\" height=\"{}\" loading=\"lazy\"></iframe>",
        escape(&address(folder, settings)),
        escape(title),
        escape(height)
    )
}

/// The address that such a frame shows.
///
/// ```
/// use career_explorer::domain::snippet::address;
///
/// let address = address("https://example.org/career/", &[("page", "gaps".into()), ("accent", "#b3261e".into())]);
/// assert_eq!(address, "https://example.org/career/?embed=1&accent=%23b3261e#/gaps");
/// ```
pub fn address(folder: &str, settings: &Settings) -> String {
    let mut address = format!("{folder}?embed=1");
    for name in ["from", "to", "lock", "years", "theme", "accent", "heading", "roles", "compact"] {
        if let Some(value) = setting(settings, name) {
            let _ = write!(address, "&{name}={}", utf8_percent_encode(value, QUERY));
        }
    }
    if let Some(page) = setting(settings, "page") {
        let _ = write!(address, "#/{page}");
    }
    address
}

/// Text as it stands in an attribute in double quotes.
fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;")
}
