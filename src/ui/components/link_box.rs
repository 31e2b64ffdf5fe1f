//! A link to pass on: to copy, to hand to the system's share sheet, and as a QR code. Knows the state of the app.

use crate::dom::signals::*;
use crate::dom::{El, button, el, svg, text};
use crate::domain::link::qr::picture;
use crate::state::{App, screen};

/// A link with the ways to pass it on. `id` is the field's; `title` is what the share sheet calls the link.
pub fn link_box(app: App, id: &'static str, label: &str, title: &'static str, link: String) -> El {
    let told = RwSignal::new(String::new());
    let field =
        el("input").class("in code").attr("id", id).attr("readonly", "").attr("value", &link).on("focus", |e| e.select_text());
    let copied = link.clone();
    let copy = button("btn", "Copy the link", move |_| {
        app.sharing.copy(copied.clone(), move |done| {
            // The field selects its text when it gets the focus.
            if !done {
                screen::focus(id);
            }
            let words = if done { "Copied." } else { "The browser did not copy it. The link is selected: copy it by hand." };
            told.set(words.to_owned());
        });
    });
    let shared = link.clone();
    let share =
        app.sharing.can_share().then(|| button("btn quiet", "Share by another app", move |_| app.sharing.share(title, &shared)));
    el("div").class("link-box").with([
        el("div").class("field").with([text("label", "", label).attr("for", id), field]),
        el("div")
            .class("row")
            .add(copy)
            .maybe(share)
            .add(el("span").class("small").attr("role", "status").text_from(move || told.get())),
        code(link),
    ])
}

/// The link as a QR code, made when somebody asks for it.
fn code(link: String) -> El {
    let open = RwSignal::new(false);
    let draw = move || {
        let Some(code) = open.get().then(|| picture(&link)).flatten() else { return Vec::new() };
        let (side, dark) = (code.side, svg("path").attr("d", &code.path));
        let picture = svg("svg").attr("class", "qr").attr("viewBox", format!("0 0 {side} {side}")).attr("role", "img");
        vec![picture.attr("aria-label", "QR code of the link").attr("shape-rendering", "crispEdges").add(dark)]
    };
    el("details").on("toggle", move |event| open.set(event.open())).add(text("summary", "", "Show it as a QR code")).show(draw)
}
