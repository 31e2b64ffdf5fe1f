//! The pace: hours a week and the person's correction of the effort table. Knows the state of the app.

use crate::domain::edit::PlanEdit;
use crate::domain::plan::Pace;
use crate::state::use_app;
use leptos::prelude::*;

/// Two number fields that change the pace at once.
#[component]
pub fn PaceForm() -> impl IntoView {
    let app = use_app();
    let pace = Memo::new(move |_| app.plan().with(|p| p.pace));
    let set_hours = move |event| {
        if let Ok(hours) = event_target_value(&event).trim().parse::<u8>() {
            app.edit(&PlanEdit::SetPace(Pace { hours_per_week: hours, ..pace.get_untracked() }));
        }
    };
    let set_effort = move |event| {
        if let Ok(percent) = event_target_value(&event).trim().parse::<u16>() {
            app.edit(&PlanEdit::SetPace(Pace { effort_percent: percent, ..pace.get_untracked() }));
        }
    };
    view! {
        <fieldset class="pace">
            <legend>"Your pace"</legend>
            <div class="field">
                <label for="hours">"Hours a week"</label>
                <input class="in" id="hours" type="number" min="1" max=Pace::MAX_HOURS inputmode="numeric" prop:value=move || pace.get().hours_per_week.to_string() on:change=set_hours/>
            </div>
            <div class="field">
                <label for="effort">"Effort, % of our estimate"</label>
                <input class="in" id="effort" type="number" min=Pace::MIN_EFFORT max=Pace::MAX_EFFORT step="5" inputmode="numeric" prop:value=move || pace.get().effort_percent.to_string() on:change=set_effort/>
            </div>
        </fieldset>
    }
}
