//! How a plan begins on the pages: the form on its own, and as the place of what needs a destination.

use crate::dom::{El, el, heading, text};
use crate::domain::page::Page;
use crate::domain::plan::edit::PlanEdit;
use crate::state::use_app;
use crate::ui::components::plan_form::{self, Beginning};

/// The form. It shows what the plan says, and goes to `then` once it is complete.
pub fn plan_form(submit: &'static str, then: Page) -> El {
    let app = use_app();
    let said = move || app.own.plan().with(|plan| (plan.from.clone(), plan.to.clone(), plan.years, plan.since));
    el("div").show_for(said, move |(from, to, years, since)| {
        let locked = app.host.embed.and_then(|embed| embed.locked.clone());
        let is_locked = locked.is_some();
        let now = Beginning { from: from.clone(), to: locked.or_else(|| to.clone()), years: *years, since: *since, is_locked };
        let then = then.clone();
        vec![plan_form::plan_form(&app.guide.pack().title_groups(), now, submit, move |beginning| {
            if let Some(edit) = started(beginning) {
                app.own.edit(&edit);
                app.address.go(&then);
            }
        })]
    })
}

/// The edit that begins a plan, if all of it is there.
pub fn started(beginning: Beginning) -> Option<PlanEdit> {
    let Beginning { from: Some(from), to: Some(to), years: Some(years), since, .. } = beginning else { return None };
    Some(PlanEdit::Start { from, to, years, since })
}

/// What a page shows that needs a destination while there is none.
pub fn needs_plan(words: &str, then: Page) -> Vec<El> {
    vec![
        heading(words),
        text("p", "lead", "Say where you are and where you want to go, and this page fills in. Nothing leaves this device."),
        plan_form("Begin", then),
    ]
}
