//! The page that is shown follows the address, and nothing else sets it.

use crate::domain::page::Page;
use crate::platform::location;
use leptos::prelude::*;

/// The page of the present address.
pub fn present() -> Page {
    Page::parse(&location::fragment())
}

/// Keeps the page in step with the address.
pub fn follow(page: RwSignal<Page>) {
    location::on_change(move |fragment| page.set(Page::parse(&fragment)));
}

/// Goes to a page as following a link does.
pub fn go(page: &Page) {
    location::go(&page.href());
}
