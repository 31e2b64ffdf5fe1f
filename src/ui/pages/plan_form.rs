//! Where one is, where one wants to go, and for how many years one has worked: all that a plan needs to begin.

use crate::domain::edit::PlanEdit;
use crate::domain::guide::LevelKind;
use crate::domain::page::Page;
use crate::domain::plan::MAX_YEARS;
use crate::state::use_app;
use crate::ui::components::pickers::title_picker;
use crate::ui::dom::{El, el, heading, text};
use leptos::prelude::*;

/// The form. It opens with what the plan says and goes to `then` once it is complete.
pub fn plan_form(submit: &str, then: Page) -> El {
    let app = use_app();
    let plan = app.plan().get_untracked();
    let from = RwSignal::new(plan.from);
    let to = RwSignal::new(plan.to);
    let years = RwSignal::new(plan.years.map(|y| y.to_string()).unwrap_or_default());
    let tried = RwSignal::new(false);
    let parsed = move || years.with(|text| text.trim().parse::<u8>().ok()).filter(|y| *y <= MAX_YEARS);
    let from_fault = move || from.with(Option::is_none).then(|| "Choose the title you hold now, or the nearest one.".to_owned());
    let to_fault = move || match (from.get(), to.get()) {
        (_, None) => Some("Choose where you want to go.".to_owned()),
        (from, to) if from == to => Some("Choose a destination other than your title.".to_owned()),
        _ => None,
    };
    let years_fault = move || parsed().is_none().then(|| format!("Whole years of experience, 0 to {MAX_YEARS}."));
    let submitted = move || {
        tried.set(true);
        match (from.get(), to.get(), parsed()) {
            (Some(from), Some(to), Some(years)) if from != to => {
                app.edit(&PlanEdit::Start { from, to, years });
                app.go(&then);
            }
            _ if from_fault().is_some() => app.focus("from"),
            _ if to_fault().is_some() => app.focus("to"),
            _ => app.focus("years"),
        }
    };
    let years_input = el("input")
        .class("in")
        .attr("id", "years")
        .attr("inputmode", "numeric")
        .attr("autocomplete", "off")
        .value_from(move || years.get())
        .on("input", move |event| years.set(event.value()));
    el("form")
        .class("card plan-form")
        .attr("novalidate", "")
        .on("submit", move |event| {
            event.prevent();
            submitted();
        })
        .with([
            field(
                "from",
                "I am",
                title_picker(app.guide, "from", from, Some(LevelKind::Onward), "Choose your title"),
                tried,
                from_fault,
            ),
            field(
                "to",
                "I want to be",
                title_picker(app.guide, "to", to, Some(LevelKind::Feeder), "Choose a destination"),
                tried,
                to_fault,
            ),
            field("years", "Years so far", years_input, tried, years_fault),
            text("button", "btn", submit).attr("type", "submit"),
        ])
}

/// A labelled control with what is wrong with it, once the form was tried.
fn field(
    id: &'static str,
    label: &str,
    control: El,
    tried: RwSignal<bool>,
    fault: impl Fn() -> Option<String> + Copy + 'static,
) -> El {
    let error_id = format!("{id}-error");
    let described = error_id.clone();
    let shown = move || if tried.get() { fault() } else { None };
    let control = control
        .attr_from("aria-invalid", move || shown().map(|_| "true".to_owned()))
        .attr_from("aria-describedby", move || shown().map(|_| described.clone()));
    el("div")
        .class("field")
        .with([text("label", "", label).attr("for", id), control])
        .show(move || shown().map(|why| text("p", "error", why).attr("id", &error_id)).into_iter().collect())
}

/// What a page shows that needs a destination while there is none.
pub fn needs_plan(words: &str, then: Page) -> Vec<El> {
    vec![
        heading(words),
        text("p", "lead", "Say where you are and where you want to go, and this page fills in. Nothing leaves this device."),
        plan_form("Begin", then),
    ]
}
