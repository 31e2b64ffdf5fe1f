//! The pages of the plan, as a row of links above each of them.

use crate::dom::{El, el, link};
use crate::domain::page::Page;

/// The row; `current` is the page on which it stands.
pub fn plan_tabs(current: &Page) -> El {
    let tabs = [
        ("Road", Page::Plan),
        ("Steps", Page::PlanSteps),
        ("Quarters", Page::Actions),
        ("Goals", Page::Goals),
        ("Review", Page::Review),
        ("History", Page::History),
    ];
    let there = tabs.iter().filter(|(_, page)| Page::parse(&page.href()) == *page);
    let one = |(name, page): &(&str, Page)| {
        let tab = link(page.href(), name);
        if page == current { tab.attr("aria-current", "page") } else { tab }
    };
    let tabs: Vec<El> = there.map(one).collect();
    el("nav").class("tabs no-print").attr("aria-label", "Plan").with(tabs)
}
