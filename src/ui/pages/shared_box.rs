//! A box for a link that came some way on which it cannot be clicked.

use crate::dom::signals::*;
use crate::dom::{El, el, heading, text};
use crate::domain::link::{find, open};
use crate::domain::page::Page;
use crate::state::{screen, use_app};
use crate::ui::words::links;

/// Shows the page.
pub fn show() -> Vec<El> {
    let lead =
        "Paste a link to a plan, a request to rate someone, or a second opinion. Text around it and line breaks in it do no harm.";
    vec![heading("Open a link"), text("p", "lead", lead), paste_box("Open it")]
}

/// The box by itself.
pub fn paste_box(submit: &str) -> El {
    let app = use_app();
    let pasted = RwSignal::new(String::new());
    let fault = RwSignal::new(String::new());
    let opened = move |event: crate::dom::Event| {
        event.prevent();
        let read = pasted.with_untracked(|text| open(text, app.guide).and_then(|link| Ok((link.value.kind(), find(text)?.1))));
        match read {
            Ok((kind, payload)) => app.address.go(&Page::of_link(kind, payload)),
            Err(why) => {
                fault.set(links::fault(why));
                screen::focus("pasted");
            }
        }
    };
    let area = el("textarea")
        .class("in code")
        .attr("id", "pasted")
        .attr("rows", "4")
        .attr("spellcheck", "false")
        .attr_from("aria-invalid", move || (!fault.with(String::is_empty)).then(|| "true".to_owned()))
        .attr("aria-describedby", "pasted-fault")
        .on("input", move |event| pasted.set(event.value()));
    let why = el("p").class("error").attr("id", "pasted-fault").attr("role", "alert").text_from(move || fault.get());
    el("form").class("card narrow").attr("novalidate", "").on("submit", opened).with([
        el("div").class("field").with([text("label", "", "The link, or the message that it came in").attr("for", "pasted"), area]),
        why,
        text("button", "btn", submit).attr("type", "submit"),
    ])
}
