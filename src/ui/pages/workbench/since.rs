//! Since when the present title is held: a day that dates a job in a résumé, and from which the first 90 days are counted.

use crate::dom::signals::*;
use crate::dom::{El, el, text};
use crate::domain::base::day::Day;
use crate::domain::guide::TitleId;
use crate::domain::workbench::tenure::{began, take_up};
use crate::state::App;
use crate::ui::components::take_back::TakeBack;
use crate::ui::words::tenure as words;

/// The card that asks for the day; nothing while there is no present title.
pub fn since(app: App, undo: TakeBack) -> El {
    let present = move || app.own.plan().with(|plan| plan.from.clone());
    el("div").show_for(present, move |title: &Option<TitleId>| title.iter().map(|title| card(app, undo, title)).collect())
}

fn card(app: App, undo: TakeBack, title: &TitleId) -> El {
    let today = app.own.derived().today();
    let name = app.guide.title_by_id(title).map_or_else(|| title.to_string(), |title| app.guide.title(title).name.clone());
    let (of, asked) = (title.clone(), title.clone());
    let day = move || app.own.plan().with(|plan| began(plan, &of));
    let said = day.clone();
    let version = RwSignal::new(());
    let wrong = RwSignal::new(String::new());
    let input = el("input")
        .class("in")
        .attr("id", "title-since")
        .attr("type", "date")
        .attr("max", today.to_string())
        .attr("aria-describedby", "title-since-how title-since-wrong")
        .value_from(move || {
            version.track();
            day().map(|day| day.to_string()).unwrap_or_default()
        })
        .on("change", move |event| {
            let given = event.value();
            // A day to come is no day since which a title is held: that is said, and the field shows again what holds.
            let (day, to_come) = match Day::parse(&given) {
                Some(day) if day > today => (None, words::to_come(day)),
                day => (day, String::new()),
            };
            wrong.set(to_come);
            if day.is_some() || given.is_empty() {
                let edit = app.own.plan().with_untracked(|plan| take_up(plan, &asked, day));
                let made = edit.and_then(|edit| app.own.edit(&edit));
                undo.say(made, words::noted(&name, day));
            }
            version.set(());
        });
    let error = el("p").class("error").attr("id", "title-since-wrong").attr("role", "alert").text_from(move || wrong.get());
    let how = el("p").class("small").attr("id", "title-since-how").text_from(move || words::how(said(), today));
    let label = match app.guide.title_by_id(title) {
        Some(title) => words::ask(&app.guide.title(title).name),
        None => words::ask(title.as_str()),
    };
    el("section").class("card since no-print").with([text("label", "h-small", label).attr("for", "title-since"), input, how, error])
}
