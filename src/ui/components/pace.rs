//! The pace: hours a week and the person's correction of the effort table. Knows the state of the app.

use super::plural;
use crate::dom::{El, el, text};
use crate::domain::plan::Pace;
use crate::domain::plan::edit::PlanEdit;
use crate::state::AppState;
use leptos::prelude::*;

/// Two number fields that change the pace at once.
pub fn pace_form(app: AppState) -> El {
    let pace = move || app.plan().with(|p| p.pace);
    let now = move || app.plan().with_untracked(|p| p.pace);
    let hours = number(
        "hours",
        "Hours a week",
        1,
        Pace::MAX_HOURS.into(),
        move || pace().hours_per_week.into(),
        move |hours| {
            let hours_per_week = u8::try_from(hours).unwrap_or(Pace::MAX_HOURS);
            app.edit(&PlanEdit::SetPace(Pace { hours_per_week, ..now() }));
            let hours = now().hours_per_week;
            app.announce(format!("{hours} {} a week.", plural(hours.into(), "hour", "hours")));
        },
    );
    let effort = number(
        "effort",
        "Effort, % of our estimate",
        Pace::MIN_EFFORT,
        Pace::MAX_EFFORT,
        move || pace().effort_percent,
        move |effort_percent| {
            app.edit(&PlanEdit::SetPace(Pace { effort_percent, ..now() }));
            app.announce(format!("{} % of the effort.", now().effort_percent));
        },
    );
    el("fieldset").class("pace").with([text("legend", "", "Your pace"), hours, effort])
}

fn number(
    id: &'static str,
    label: &str,
    min: u16,
    max: u16,
    value: impl Fn() -> u16 + Copy + 'static,
    set: impl Fn(u16) + 'static,
) -> El {
    let version = RwSignal::new(());
    let input = el("input")
        .class("in")
        .attr("id", id)
        .attr("type", "number")
        .attr("inputmode", "numeric")
        .attr("min", min.to_string())
        .attr("max", max.to_string())
        .value_from(move || {
            version.track();
            value().to_string()
        })
        .on("change", move |event| {
            if let Ok(number) = event.value().trim().parse() {
                set(number);
            }
            // What is no number, or was brought within its limits, gives way to what holds.
            version.set(());
        });
    el("div").class("field").with([text("label", "", label).attr("for", id), input])
}
