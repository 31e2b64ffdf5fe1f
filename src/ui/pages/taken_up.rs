//! Taking a title up: since when it is held, asked where one says that it is one's title now. The day counts one's first 90 days and dates the job;
//! it may be left out.

use crate::dom::signals::*;
use crate::dom::{El, Event, button, el, focus, text};
use crate::domain::base::day::Day;
use crate::domain::guide::TitleId;
use crate::domain::workbench::tenure::{began, hold};
use crate::state::App;
use crate::state::screen::focus_soon;
use crate::ui::words::tenure as words;

/// The button that asks, and the one that says so.
pub const MY_TITLE: &str = "This is my title now";

/// The form. `id` is the id of what takes the focus: the field, and after that what says that it is done. `asks` goes off when one is through.
pub fn taken_up(app: App, title: &'static TitleId, name: &'static str, id: &'static str, asks: RwSignal<bool>) -> El {
    let today = app.own.derived().today();
    let noted = app.own.plan().with_untracked(|plan| began(plan, title));
    let given = RwSignal::new(noted.unwrap_or(today).to_string());
    let wrong = RwSignal::new(String::new());
    let take = move |event: Event| {
        event.prevent();
        let day = Day::parse(&given.get_untracked());
        if let Some(day) = day.filter(|day| *day > today) {
            wrong.set(words::to_come(day));
            return focus(id);
        }
        let edit = app.own.plan().with_untracked(|plan| hold(plan, title, day));
        app.own.edit(&edit);
        asks.set(false);
        app.live.announce(words::noted_now(name, day));
    };
    let field = el("input")
        .class("in")
        .attr("id", id)
        .attr("type", "date")
        .attr("max", today.to_string())
        .attr("aria-describedby", "taken-up-why taken-up-wrong")
        .attr_from("aria-invalid", move || (!wrong.with(String::is_empty)).then(|| "true".to_owned()))
        .value_from(move || given.get())
        .on("input", move |event| {
            given.set(event.value());
            wrong.set(String::new());
        });
    el("form").class("card taken-up").attr("novalidate", "").on("submit", take).with([
        el("div").class("field").with([
            text("label", "", words::ask(name)).attr("for", id),
            field,
            text("span", "small", words::WHY).attr("id", "taken-up-why"),
            el("span").class("error").attr("id", "taken-up-wrong").attr("role", "alert").text_from(move || wrong.get()),
        ]),
        el("div").class("row").with([
            text("button", "btn", MY_TITLE).attr("type", "submit"),
            button("btn quiet", "Cancel", move |_| {
                asks.set(false);
                focus_soon(id);
            }),
        ]),
    ])
}
