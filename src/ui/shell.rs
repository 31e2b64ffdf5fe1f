//! The frame around every page: header, navigation, notices, live region, footer, and the choice of the page.

use super::components::handoff::handoff;
use super::components::history::last_change;
use super::components::notices::{full_page, notices};
use super::components::share::{share_button, share_dialog};
use super::pages;
use super::places::{self, PLACES, Place};
use super::words::{embed, pages as words};
use crate::dom::signals::*;
use crate::dom::{El, el, link, svg, text};
use crate::domain::guide::SectionRole;
use crate::domain::page::Page;
use crate::domain::plan::Plan;
use crate::state::{App, screen, use_app};

/// The whole app. `from_another` says that one came from the first page, and not by the address alone.
pub fn app(from_another: bool) -> Vec<El> {
    let app = use_app();
    let page = app.address.page();
    pages::fetched::provide(pages::parts::fetch);
    let share = share_dialog(app, |app| pages::fetched::piece(app, &pages::fetched::Piece::Share));
    let footing = move || page.with(|page| (page.clone(), pages::footing(page, app.own.derived())));
    let content = el("main").class("page").attr("id", "content").show_for(footing, |(page, _)| pages::show(page.clone()));
    let left = share.clone();
    // A new page is begun at its heading, by eye and by ear; the one with which the browser opened is left as it is.
    Effect::new(move |before: Option<()>| {
        let page = page.get();
        // Whoever goes to another page, by a link or back, has left the dialog.
        left.close_dialog();
        if before.is_none() {
            screen::replace_static_page();
        }
        let title = match page {
            Page::Home if app.own.plan().with_untracked(Plan::is_started) => words::HOME_WITH_PLAN.to_owned(),
            _ => words::title(&page, app.guide),
        };
        screen::open_page(&words::in_browser(&title), from_another || before.is_some());
        if before.is_none() && app.host.embed.is_none() && page.takes_keys() {
            screen::focus_if_free("heading");
        }
    });
    let announcements = el("p").class("hush").attr("role", "status").text_from(move || app.live.announcement().get());
    for ignored in app.host.embed.iter().flat_map(|embed| &embed.ignored) {
        app.host.warn(&embed::ignored(ignored));
    }
    let (send, sending) = app.host.embed.map(|embed| handoff(app, embed)).unzip();
    let before = [header(app, send)].into_iter().chain(sending);
    let is_compact = app.host.embed.is_some_and(|embed| embed.is_compact);
    let footer = (!is_compact).then(|| footer(app));
    before.chain([notices(app), content, last_change(app)]).chain(footer).chain([share, announcements]).collect()
}

/// The sign of the app: two stations and the line between them.
fn sign() -> El {
    let station = |x: &str, y: &str, fill: &str| {
        svg("circle")
            .attr("cx", x)
            .attr("cy", y)
            .attr("r", "2.6")
            .attr("fill", fill)
            .attr("stroke", "var(--ink)")
            .attr("stroke-width", "2")
    };
    let line = svg("path").attr("d", "M3 15H9Q12 15 13 12L15 6Q16 3 19 3H23").attr("fill", "none");
    svg("svg").attr("width", "26").attr("height", "18").attr("viewBox", "0 0 26 18").attr("aria-hidden", "true").with([
        line.attr("stroke", "var(--people)").attr("stroke-width", "4").attr("stroke-linecap", "round"),
        station("3.5", "15", "var(--paper)"),
        station("22.5", "3.2", "var(--ink)"),
    ])
}

fn header(app: App, handoff: Option<El>) -> El {
    let page = app.address.page();
    let current = move |is: bool| is.then(|| "page".to_owned());
    let entry = |place: &'static Place| {
        let entry = link(place.page.href(), place.name).class(if place.is_near { "" } else { "far" });
        entry.attr_from("aria-current", move || current(page.with(|page| (place.has)(page))))
    };
    let is_far = move || page.with(|page| !places::of(page).is_some_and(|place| place.is_near));
    let more = link(Page::More.href(), places::MORE).class("more").attr_from("aria-current", move || current(is_far()));
    let entries: Vec<El> = PLACES.iter().map(entry).chain([more]).collect();
    let skip = link("#content", "Skip to content").class("skip").on("click", move |event| {
        event.prevent();
        screen::focus("heading");
    });
    let is_compact = app.host.embed.is_some_and(|embed| embed.is_compact);
    // Without navigation the sign leads back to where the host has begun.
    let home = if is_compact { page.get_untracked() } else { Page::Home };
    let heading = app.host.embed.and_then(|embed| embed.heading.as_deref()).unwrap_or(words::APP);
    el("header")
        .class("bar")
        .with([skip, el("a").class("mark").attr("href", home.href()).add(sign()).text(heading)])
        .maybe((!is_compact).then(|| el("nav").class("main-nav").attr("aria-label", "Main pages").with(entries)))
        .maybe(app.host.embed.is_none().then(|| el("div").class("bar-tools").show(share_button(app.own, "btn quiet", "Share"))))
        .maybe(handoff)
        .maybe(app.host.embed.map(|_| full_page(app.host, "Full page").class("full small")))
}

fn footer(app: App) -> El {
    el("footer").class("foot small").with([
        text("span", "", "Your plan stays on this device."),
        link(Page::Data.href(), "Your data"),
        link(Page::SharedBox.href(), "Open a link"),
        link(Page::guide_section(app.guide, SectionRole::Method).href(), "How the figures are worked out"),
        link("guide.html", "The guide as one page").attr("target", if app.host.embed.is_some() { "_blank" } else { "_self" }),
    ])
}
