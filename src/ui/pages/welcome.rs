//! The first page of someone without a plan, once the planner is there: the map, two pickers and years, one button. Whoever opens the app
//! without a plan begins with the static page of the same looks.

use super::begin::plan_form;
use super::fetched;
use crate::dom::{El, el, heading, text};
use crate::domain::page::Page;
use crate::state::use_app;
use crate::ui::words::pages::HOME;

/// Shows the page.
pub fn show() -> Vec<El> {
    let count = use_app().guide.titles().len().to_string();
    let lead = "A map of ".to_owned()
        + &count
        + " titles, the moves between them, and what each one asks for. Everything is worked out on this page and stays on this device.";
    vec![
        el("div").class("hero").with([heading(HOME), text("p", "lead", lead)]),
        plan_form("Plan my route", Page::Routes),
        fetched::map(),
    ]
}
