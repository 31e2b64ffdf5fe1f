//! Handing the plan over to the site that embeds the app: the button, and what opens below the header, where a second press sends it.
//! Knows the state of the app.

use crate::dom::signals::*;
use crate::dom::{El, button, el, text};
use crate::domain::plan::Plan;
use crate::state::{App, Embed, Handoff, screen};

/// The id of the heading, which takes the focus.
const TITLE: &str = "handoff-title";

/// The button for the header, and what it opens. Both are empty while there is no plan, or where the host did not ask for one.
pub fn handoff(app: App, embed: &'static Embed) -> (El, El) {
    let open = RwSignal::new(false);
    let recipient = Memo::new(move |_| embed.recipient.as_deref().filter(|_| app.own.plan().with(Plan::is_started)));
    // It stays where it is, so that the second half of a double click closes what the first half opened.
    let toggle = move |_| {
        open.update(|open| *open = !*open);
        if open.get_untracked() { screen::focus_soon(TITLE) } else { app.host.close_handoff() }
    };
    let send = move || {
        let Some(recipient) = recipient.get() else { return Vec::new() };
        let send = button("btn quiet", "Send my plan", toggle)
            .attr("id", "send")
            .attr("aria-describedby", "send-to")
            .attr_from("aria-expanded", move || Some(open.get().to_string()));
        vec![send, text("span", "tiny", format!("to {recipient}")).attr("id", "send-to")]
    };
    let close = move || {
        open.set(false);
        app.host.close_handoff();
        screen::focus("send");
    };
    let panel = move || match recipient.get() {
        Some(recipient) if open.get() => vec![panel(app, recipient, close)],
        _ => Vec::new(),
    };
    (el("div").class("bar-tools").show(send), el("div").class("notices").show(panel))
}

fn panel(app: App, recipient: &'static str, close: impl Fn() + Copy + 'static) -> El {
    let title = move || match app.host.handoff() {
        Handoff::NotSent => format!("Send your plan to {recipient}?"),
        Handoff::Waiting(_) => format!("Waiting for {recipient} to answer"),
        Handoff::Unanswered => format!("No answer from {recipient}"),
        Handoff::Taken => format!("Sent to {recipient}"),
        Handoff::Refused => format!("Not taken by {recipient}"),
    };
    let words = move || {
        let words = match app.host.handoff() {
            Handoff::NotSent => {
                "It gets a link that holds the plan: your two titles, years, ratings, chosen goals, route and pace. No notes, no dates and no \
                 other text. What it does with them is up to that site."
            }
            Handoff::Waiting(_) => "The plan is on its way. Whether it has arrived is known when the site answers.",
            Handoff::Unanswered => {
                "Nothing is known of whether the site has your plan. You can give it to someone as a link or a file instead."
            }
            Handoff::Taken => "The site has answered that it has your plan, as it was when you sent it.",
            Handoff::Refused => {
                "The site has answered that it could not take your plan. You can give it to someone as a link or a file instead."
            }
        };
        words.to_owned()
    };
    let send = move |_| {
        app.host.send_plan();
        screen::focus(TITLE);
    };
    let file = move |_| {
        app.backup.save();
    };
    let ways = move || match app.host.handoff() {
        Handoff::NotSent => {
            vec![button("btn", format!("Send it to {recipient}"), send), button("btn quiet", "Keep it here", move |_| close())]
        }
        Handoff::Waiting(_) | Handoff::Taken => vec![button("btn quiet", "Close", move |_| close())],
        Handoff::Unanswered | Handoff::Refused => {
            let link =
                el("input").class("in").attr("id", "handoff-link").attr("readonly", "").value_from(move || app.host.full_page());
            vec![
                button("btn quiet", "Send it again", send),
                button("btn quiet", "Save my plan as a file", file),
                button("btn quiet", "Close", move |_| close()),
                el("div").class("field wide").with([
                    text("label", "", "A link to your plan, to copy").attr("for", "handoff-link"),
                    link.on("focus", |e| e.select_text()),
                ]),
            ]
        }
    };
    el("section").class("notice handoff").attr("aria-labelledby", TITLE).with([
        el("h2").class("h-small").attr("id", TITLE).attr("tabindex", "-1").text_from(title),
        el("p").attr("role", "status").text_from(words),
        el("div").class("row").show(ways),
    ])
}
