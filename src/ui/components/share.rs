//! The dialog that makes links of one's plan, and the buttons that open it. Knows the state of the app.

use super::link_box::link_box;
use crate::dom::signals::*;
use crate::dom::{El, button, el, text};
use crate::domain::plan::Plan;
use crate::state::{App, OwnPlan, screen};

/// The id of the dialog's heading, which takes the focus.
const TITLE: &str = "share-title";

/// Whether the dialog is open.
#[derive(Clone, Copy)]
struct Open(RwSignal<bool>);

/// The dialog, which shows `content`. Call once, before any [`share_button`].
pub fn share_dialog(app: App, content: fn(App) -> Vec<El>) -> El {
    let open = RwSignal::new(false);
    provide_context(Open(open));
    let dialog = el("dialog").attr("aria-labelledby", TITLE).on("close", move |_| open.set(false));
    let (opened, closed) = (dialog.clone(), dialog.clone());
    let head = el("div").class("head").with([
        text("h2", "", "Share your plan").attr("id", TITLE).attr("tabindex", "-1"),
        button("btn quiet", "Close", move |_| closed.close_dialog()),
    ]);
    dialog.add(head).show(move || {
        if !open.get() {
            return Vec::new();
        }
        opened.open_dialog();
        screen::focus(TITLE);
        content(app)
    })
}

/// What the dialog holds.
pub fn content(app: App) -> Vec<El> {
    let asking = RwSignal::new(false);
    let ask = move || {
        if asking.get() {
            let link = app.sharing.request_link();
            vec![link_box(app, "request-link", "Link for the person who rates you", "Rate my skills", link)]
        } else {
            let ask = move |_| {
                asking.set(true);
                screen::focus_soon("request-link");
            };
            vec![button("btn quiet", "Ask someone to rate me", ask)]
        }
    };
    vec![
        text(
            "p",
            "",
            "The link itself holds the plan: your two titles, years, ratings, chosen goals, route and pace. It holds no notes, no dates and no other text.",
        ),
        text(
            "p",
            "small",
            "Nothing is sent from here. Whoever has the link can look at this state of your plan; later changes need a new link.",
        ),
        link_box(app, "plan-link", "Link to your plan", "My career plan", app.sharing.plan_link()),
        text("h3", "", "A second opinion"),
        text(
            "p",
            "small",
            "Someone who knows your work answers the same lines without seeing your ratings, and sends you a link back. This link holds your two titles and nothing else.",
        ),
        el("div").show(ask),
    ]
}

/// A button that opens the dialog, once the plan is started.
pub fn share_button(own: OwnPlan, class: &'static str, words: &'static str) -> impl Fn() -> Vec<El> {
    let open = use_context::<Open>();
    let is_started = Memo::new(move |_| own.plan().with(Plan::is_started));
    move || match open {
        Some(Open(open)) if is_started.get() => vec![button(class, words, move |_| open.set(true))],
        _ => Vec::new(),
    }
}
