//! The page that is shown follows the address, and nothing else sets it.

use crate::domain::guide::Guide;
use crate::domain::link::{decode, find};
use crate::domain::page::Page;
use crate::platform::location;
use leptos::prelude::*;

/// The page of the present address.
pub fn present(guide: &Guide) -> Page {
    read(guide, &location::fragment())
}

/// Keeps the page in step with the address.
pub fn subscribe(guide: &'static Guide, page: RwSignal<Page>) {
    location::on_change(move |fragment| {
        let new = read(guide, &fragment);
        // An event may tell of an address that was already followed.
        if page.with_untracked(|page| *page != new) {
            page.set(new);
        }
    });
}

/// The page of an address. A link that a channel has marked but not damaged gives way to the clean one, also in the address.
fn read(guide: &Guide, fragment: &str) -> Page {
    let page = Page::parse(fragment);
    if !matches!(page, Page::Shared(_) | Page::Rate(_) | Page::Rated(_) | Page::NotFound(_)) {
        return page;
    }
    let Ok((kind, payload)) = find(fragment) else { return page };
    match decode(&payload, guide) {
        Ok(link) => {
            let clean = Page::of_link(link.value.kind(), payload);
            if clean.href() != fragment {
                location::replace(&clean.href());
            }
            clean
        }
        // An address that is no page by itself, such as a percent-encoded one, is the page that says what is wrong with the link.
        Err(_) if matches!(page, Page::NotFound(_)) => Page::of_link(kind, payload),
        Err(_) => page,
    }
}

/// Goes to a page as following a link does.
pub fn go(page: &Page) {
    location::go(&page.href());
}
