//! The page that is shown follows the address, and nothing else sets it.

use crate::dom::signals::*;
use crate::domain::guide::Guide;
use crate::domain::link::{decode, find};
use crate::domain::page::Page;
use crate::platform::location;

/// The address, and the page that it is of. Copies are handles to the same.
#[derive(Clone, Copy)]
pub struct Address(RwSignal<Page>);

impl Address {
    /// The present address, followed from now on.
    pub(super) fn present(guide: &'static Guide) -> Self {
        let page = RwSignal::new(read(guide, &location::fragment()));
        location::on_change(move |fragment| {
            let new = read(guide, &fragment);
            // An event may tell of an address that was already followed.
            if page.with_untracked(|page| *page != new) {
                page.set(new);
            }
        });
        Self(page)
    }

    /// The page that is shown.
    pub fn page(self) -> ReadSignal<Page> {
        self.0.read_only()
    }

    /// Goes to a page as following a link does.
    pub fn go(self, page: &Page) {
        go(page);
    }
}

/// The address of the folder in which the app stands, with a slash at its end.
pub fn folder() -> String {
    let mut base = location::base();
    base.truncate(base.rfind('/').map_or(base.len(), |slash| slash + 1));
    base
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
