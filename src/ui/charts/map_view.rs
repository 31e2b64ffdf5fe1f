//! The map in the app: drawn for the width there is, seniority to the right where there is room, upwards on phones. What it looks
//! like is said in [`drawing`](crate::map::drawing), which the static first page shares.

use crate::content;
use crate::dom::{El, el, text};
use crate::domain::journey::routes::Route;
use crate::map::drawing;
use crate::map::shapes::Journey;
use crate::map::sheet::Sheets;
use crate::state::{DerivedPlan, Window, use_app};
use crate::ui::words::map as words;
use leptos::prelude::*;

/// The padding of the page on both sides, which the column lacks: narrow and wide.
const PADDING: [i32; 2] = [32, 48];

/// The map with its legend and its list.
pub fn map_view() -> El {
    let app = use_app();
    let plan = app.own.derived();
    let guide = plan.guide;
    let list = RwSignal::new(false);
    let sheets = content::map();
    let picture = move || sheets.iter().map(|sheets| draw(plan, sheets, column(app.window))).collect();
    let as_list = move || if list.get() { vec![El::of(&drawing::list_of_titles(guide, &words::WORDS))] } else { Vec::new() };
    el("section").class("map").attr("aria-label", words::NAME).with([
        el("div").class("map-drawing").show(picture),
        El::of(&drawing::legend(guide)),
        el("details").on("toggle", move |event| list.set(event.open())).add(text("summary", "small", words::AS_LIST)).show(as_list),
    ])
}

/// The width of the page's column, which follows that of the window.
fn column(window: Window) -> i32 {
    let window = window.width().get();
    let padding = if window < 767 { PADDING[0] } else { PADDING[1] };
    (window - padding).min(1216 - PADDING[1])
}

fn draw(plan: DerivedPlan, sheets: &Sheets, width: i32) -> El {
    let (guide, now, travel) = (plan.guide, plan.get(), plan.routes());
    let route = travel.as_ref().map(|t| &t.followed);
    let titles = route.map(Route::titles).unwrap_or_default();
    let arrival = travel.as_ref().map(|t| t.followed.arrival().calendar(t.journey.so_far.years, plan.today().year()));
    let arrival = arrival.map(|(from, to)| format!("{from}–{to}"));
    let destination = now.stage.aim().map(|aim| (aim.target, arrival.as_deref().unwrap_or(words::DESTINATION)));
    let journey = Journey { route: &titles, here: now.current.map(|t| (t, words::HERE)), destination };
    El::of(&drawing::map(guide, &sheets.draw(guide, width, &journey), &words::WORDS))
}
