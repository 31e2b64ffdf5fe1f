//! Links to pages outside the app. They open in a tab of their own, and say so; that page learns neither where one came from nor
//! has it a hold on this one. Nothing is fetched from there until the link is followed.

use crate::dom::{El, el, link, text};
use crate::domain::guide::{Link, TitleId};
use crate::state::Host;

/// The way to the open roles of a title, where the page that hosts the app has said where it lists them.
pub fn open_roles(host: Host, title: &TitleId) -> Option<El> {
    let address = host.embed?.roles(title)?;
    Some(out(&address, "See open roles"))
}

fn out(address: &str, name: &str) -> El {
    let arrow = text("span", "", "\u{a0}↗").attr("aria-hidden", "true");
    let words = text("span", "hush", " (opens in a new tab)");
    link(address, name).attr("target", "_blank").attr("rel", "noopener noreferrer").with([arrow, words])
}

/// A link to a page outside; `None` for one without an address, which no sound guide has.
pub fn away(to: &Link) -> Option<El> {
    let url = to.url.as_ref()?;
    Some(out(url.as_str(), &to.name))
}

/// Links in a row, behind a word on what they are; `None` where there are none.
pub fn links(name: &str, all: &[Link]) -> Option<El> {
    let links: Vec<El> = all.iter().filter_map(away).collect();
    (!links.is_empty()).then(|| el("p").class("row small").add(text("span", "", name)).with(links))
}
