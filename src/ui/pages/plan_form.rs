//! Where one is, where one wants to go, and for how many years one has worked: all that a plan needs to begin.

use crate::domain::edit::PlanEdit;
use crate::domain::guide::TitleId;
use crate::domain::page::Page;
use crate::domain::plan::MAX_YEARS;
use crate::state::use_app;
use crate::ui::components::pickers::TitlePicker;
use leptos::prelude::*;

/// Ids of the messages of the form, which are there while the form is incomplete.
const FROM_ERROR: &str = "from-error";
const TO_ERROR: &str = "to-error";
const YEARS_ERROR: &str = "years-error";

/// The form. It opens with what the plan says and goes to `then` once it is complete.
#[component]
pub fn PlanForm(
    /// What its button says.
    submit: &'static str,
    /// The page that follows.
    then: Page,
) -> impl IntoView {
    let app = use_app();
    let plan = app.plan().get_untracked();
    let from = RwSignal::new(plan.from);
    let to = RwSignal::new(plan.to);
    let years = RwSignal::new(plan.years.map(|y| y.to_string()).unwrap_or_default());
    let tried = RwSignal::new(false);
    let parsed = move || years.with(|text| text.trim().parse::<u8>().ok()).filter(|y| *y <= MAX_YEARS);
    let same = move || from.with(|f| f.is_some() && *f == to.get());
    let from_error = Signal::derive(move || (tried.get() && from.with(Option::is_none)).then_some(FROM_ERROR));
    let to_error = Signal::derive(move || (tried.get() && (to.with(Option::is_none) || same())).then_some(TO_ERROR));
    let years_error = Signal::derive(move || (tried.get() && parsed().is_none()).then_some(YEARS_ERROR));
    let on_submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        tried.set(true);
        match (from.get(), to.get(), parsed()) {
            (Some(from), Some(to), Some(years)) if from != to => {
                app.edit(&PlanEdit::Start { from, to, years });
                app.go(&then);
            }
            (None, ..) => app.focus("from"),
            (_, _, None) if !same() && to.with(Option::is_some) => app.focus("years"),
            _ => app.focus("to"),
        }
    };
    view! {
        <form class="card plan-form" novalidate=true on:submit=on_submit>
            <div class="field">
                <label for="from">"I am"</label>
                <TitlePicker guide=app.guide id="from" chosen=from on_choose=move |t: TitleId| from.set(Some(t)) onward=false placeholder="Choose your title" error=from_error/>
                {move || from_error.get().map(|id| view! { <p class="error" id=id>"Choose the title you hold now, or the nearest one."</p> })}
            </div>
            <div class="field">
                <label for="to">"I want to be"</label>
                <TitlePicker guide=app.guide id="to" chosen=to on_choose=move |t: TitleId| to.set(Some(t)) feeders=false placeholder="Choose a destination" error=to_error/>
                {move || to_error.get().map(|id| view! { <p class="error" id=id>{if same() { "Choose a destination other than your title." } else { "Choose where you want to go." }}</p> })}
            </div>
            <div class="field">
                <label for="years">"Years so far"</label>
                <input class="in" id="years" type="text" inputmode="numeric" autocomplete="off" prop:value=years
                    aria-invalid=move || years_error.get().map(|_| "true") aria-describedby=move || years_error.get()
                    on:input=move |event| years.set(event_target_value(&event))/>
                {move || years_error.get().map(|id| view! { <p class="error" id=id>{format!("Whole years of experience, 0 to {MAX_YEARS}.")}</p> })}
            </div>
            <button class="btn" type="submit">{submit}</button>
        </form>
    }
}

/// What a page shows that needs a destination while there is none.
pub fn needs_plan(heading: &'static str, then: Page) -> AnyView {
    view! {
        <h1 id="heading" tabindex="-1">{heading}</h1>
        <p class="lead">"Say where you are and where you want to go, and this page fills in. Nothing leaves this device."</p>
        <PlanForm submit="Begin" then=then/>
    }
    .into_any()
}
