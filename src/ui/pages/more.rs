//! All pages that the bar of a phone has no room for.

use crate::dom::{El, el, heading, link, text};
use crate::domain::page::Page;
use crate::state::use_app;
use crate::ui::places::PLACES;

/// Shows the page.
pub fn show() -> Vec<El> {
    let far = PLACES.iter().filter(|place| !place.is_near).map(|place| line(&place.page, place.name, place.about));
    // What Prepare leads to, so that each of it is two presses away on a phone.
    let mut others = vec![
        line(&Page::Interview, "Interview", "Your stories, the questions, and practice with a timer."),
        line(&Page::LinkedIn, "LinkedIn", "Headline, summary, and the skills to list."),
        line(&Page::Resume, "Résumé", "Lines with figures, and a file that other programs read."),
        line(&Page::Certifications, "Certifications, reading, tools", "What to learn for your gaps, and how far you are."),
        line(&Page::Pay, "Pay and balance", "What a post may pay in all, and a monthly check-in."),
        line(&Page::Brief, "Promotion brief", "Two pages to print for the talk about your next title."),
        line(&Page::Data, "Your data", "What is kept on this device; back up, restore, erase, colours."),
        line(&Page::SharedBox, "Open a link", "A plan or an opinion that someone sent you."),
        line(
            &Page::GuideSection("method".to_owned()),
            "How the figures are worked out",
            "Readiness, gaps, routes and dates, step by step.",
        ),
    ];
    // Who sees the page embedded has no page of their own to embed it in.
    if use_app().host.embed.is_none() {
        others.push(line(&Page::Embed, "On your own site", "Embed the explorer in a careers page."));
    }
    vec![heading("All pages"), el("ul").class("more-pages").with(far.chain(others).collect::<Vec<_>>())]
}

fn line(page: &Page, name: &str, about: &str) -> El {
    el("li").add(link(page.href(), "").add(text("b", "", name)).add(text("span", "small", about)))
}
