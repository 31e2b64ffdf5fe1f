//! An address that is no page.

use crate::dom::{El, el, heading, link, text};
use crate::domain::page::Page;

/// Says so, and offers ways on.
pub fn show(page: &Page) -> Vec<El> {
    let lead = el("p").class("lead").text("The address ").add(text("code", "", page.to_string()));
    vec![
        heading("There is no page at this address"),
        lead.text(" leads nowhere here. The link may be old, or cut short. Your plan is untouched."),
        el("div").class("row").with([
            link(Page::Map.href(), "Go to the map").class("btn"),
            link(Page::Guide.href(), "Search the guide").class("btn quiet"),
        ]),
    ]
}
