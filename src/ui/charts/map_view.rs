//! The map in the app: drawn for the width there is, seniority to the right where there is room, upwards on phones. What it looks
//! like is said in [`drawing`](crate::map::drawing), which the static first page shares.

use crate::content;
use crate::dom::{El, el, text};
use crate::domain::analysis::Analysis;
use crate::domain::guide::Guide;
use crate::domain::journey::routes::Route;
use crate::map::drawing;
use crate::map::shapes::Journey;
use crate::map::sheet::Sheets;
use crate::state::{AppState, PlanView, use_app, use_view};
use leptos::prelude::*;

/// The padding of the page on both sides, which the column lacks: narrow and wide.
const PADDING: [i32; 2] = [32, 48];

/// What the map shows of the plan: a way to its route, which the welcome does without.
pub type RouteOf = for<'a> fn(&'a Analysis, &Guide) -> Option<&'a Route>;

/// The map with its legend and its list.
pub fn map_view(route_of: RouteOf) -> El {
    let (app, view) = (use_app(), use_view());
    let guide = view.guide;
    let list = RwSignal::new(false);
    let sheets = content::map();
    let picture = move || sheets.iter().map(|sheets| draw(view, sheets, route_of, column(app))).collect();
    let as_list = move || if list.get() { vec![El::of(&drawing::list_of_titles(guide))] } else { Vec::new() };
    el("section").class("map").attr("aria-label", drawing::NAME).with([
        el("div").class("map-drawing").show(picture),
        El::of(&drawing::legend(guide)),
        el("details")
            .on("toggle", move |event| list.set(event.open()))
            .add(text("summary", "small", drawing::AS_LIST))
            .show(as_list),
    ])
}

/// The width of the page's column, which follows that of the window.
fn column(app: AppState) -> i32 {
    let window = app.window_width().get();
    let padding = if window < 767 { PADDING[0] } else { PADDING[1] };
    (window - padding).min(1216 - PADDING[1])
}

fn draw(view: PlanView, sheets: &Sheets, route_of: RouteOf, width: i32) -> El {
    let (guide, now) = (view.guide, view.get());
    let route = route_of(&now, guide);
    let titles = route.map(Route::titles).unwrap_or_default();
    let arrival = route.map(|r| r.arrival().calendar(now.years(), view.today().year())).map(|(from, to)| format!("{from}–{to}"));
    let destination = now.target.map(|t| (t, arrival.as_deref().unwrap_or("Destination")));
    let journey = Journey { route: &titles, here: now.current.map(|t| (t, "You are here")), destination };
    El::of(&drawing::map(guide, &sheets.draw(guide, width, &journey)))
}
