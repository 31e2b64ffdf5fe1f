//! What there is to get ready for the next title: the tools, each with what it is for. One that is added gets a line here.

use crate::dom::{El, el, heading, link, text};
use crate::domain::page::Page;

/// The tools.
const TOOLS: [(Page, &str, &str); 2] = [
    (Page::LinkedIn, "LinkedIn", "Headline, summary, lines and the skills to list, to copy."),
    (Page::Resume, "Résumé", "Lines from your evidence; a file to take away, or one to begin with."),
];

/// Shows the page.
pub fn show() -> Vec<El> {
    let line = |(page, name, about): &(Page, &str, &str)| {
        el("li").add(link(page.href(), "").add(text("b", "", name)).add(text("span", "small", about)))
    };
    vec![
        heading("Get ready for your next title"),
        text(
            "p",
            "lead",
            "Each of these takes from your ratings and your log of evidence, and keeps what you write in your plan, on this device.",
        ),
        el("ul").class("more-pages").with(TOOLS.iter().map(line).collect::<Vec<_>>()),
    ]
}
