//! The map in the app: drawn for the width there is, seniority to the right where there is room, upwards on phones. What it looks
//! like is said in [`drawing`](crate::map::drawing), which the static first page shares.
//!
//! A title that is pointed at, has the focus or is tapped is lit: the lines to it and on from it with their years, and a card beside the
//! map that says the same. A finger lights first and opens with a second tap, since it cannot point.

use crate::content;
use crate::dom::signals::*;
use crate::dom::{El, Event, el, link, text};
use crate::domain::guide::{Guide, TitleIx};
use crate::domain::journey::routes::Route;
use crate::domain::page::Page;
use crate::map::drawing;
use crate::map::shapes::Journey;
use crate::map::sheet::Sheets;
use crate::state::{App, DerivedPlan, use_app};
use crate::ui::words::figures::with_unit;
use crate::ui::words::{map as words, plural, routes};
use std::rc::Rc;

/// The padding of the page on both sides, which the column lacks: narrow and wide.
const PADDING: [i32; 2] = [32, 48];
/// The widest column, and the narrowest in which the card stands beside the map.
const WIDEST: i32 = 1216 - PADDING[1];
const BESIDE: i32 = 560;
/// The width of the card there, with the gap between.
const CARD: i32 = 300;

/// The map with its legend and its list.
pub fn map_view() -> El {
    let app = use_app();
    let plan = app.own.derived();
    let guide = plan.guide;
    let list = RwSignal::new(false);
    let lit = RwSignal::new(None::<TitleIx>);
    // The title that a finger came down on before it was lit.
    let fresh = StoredValue::new(None::<TitleIx>);
    let sheets = Rc::new(content::map());
    let for_lit = sheets.clone();
    let title = move |event: &Event| match Page::parse(&event.nearest("href")?) {
        Page::Title(id) => guide.title_by_id(&id),
        _ => None,
    };
    let light = move |event: Event| {
        if let Some(title) = title(&event).filter(|title| lit.get_untracked() != Some(*title)) {
            lit.set(Some(title));
        }
    };
    let press = move |event: Event| fresh.set_value(title(&event).filter(|title| lit.get_untracked() != Some(*title)));
    let open = move |event: Event| {
        if let Some(title) = title(&event)
            && fresh.get_value() == Some(title)
        {
            event.prevent();
            lit.set(Some(title));
        }
        fresh.set_value(None);
    };
    let picture = move || sheets.iter().map(|sheets| draw(plan, sheets, column(app))).collect();
    let over = move || {
        let (Some(sheets), Some(title)) = (for_lit.as_ref().as_ref(), lit.get()) else { return Vec::new() };
        vec![draw_lit(plan, sheets, column(app), title)]
    };
    let as_list = move || if list.get() { vec![El::of(&drawing::list_of_titles(guide, &words::WORDS))] } else { Vec::new() };
    let drawn = el("div")
        .class("map-drawing")
        .attr_from("data-lit", move || lit.get().map(|_| String::new()))
        .on("mouseover", light)
        .on("focusin", light)
        .on("touchstart", press)
        .on("click", open)
        .show(picture)
        .show(over);
    let card = el("aside").class("card map-card").attr("aria-label", "The title that is looked at");
    let card = card.attr_from("data-lit", move || lit.get().map(|_| String::new()));
    el("section").class("map").attr("aria-label", words::NAME).with([
        el("div").class("map-and-card").with([drawn, card.show(move || about(plan, lit.get()))]),
        El::of(&drawing::legend(guide)),
        el("details").on("toggle", move |event| list.set(event.open())).add(text("summary", "small", words::AS_LIST)).show(as_list),
    ])
}

/// The width of the map's column, which follows that of the window.
fn column(app: App) -> i32 {
    let window = app.window.width().get();
    let padding = if window < 767 { PADDING[0] } else { PADDING[1] };
    let column = (window - padding).min(WIDEST);
    if (BESIDE..WIDEST).contains(&column) { column - CARD } else { column }
}

fn draw(plan: DerivedPlan, sheets: &Sheets, width: i32) -> El {
    with_journey(plan, |journey| El::of(&drawing::map(plan.guide, &sheets.draw(plan.guide, width, journey), &words::WORDS)))
}

fn draw_lit(plan: DerivedPlan, sheets: &Sheets, width: i32, title: TitleIx) -> El {
    let guide = plan.guide;
    with_journey(plan, |journey| {
        let (map, ways) = (sheets.draw(guide, width, journey), sheets.lit(guide, width, journey, title));
        let drawn = drawing::lit(guide, &ways, |number| words::years(guide, number));
        let (width, height) = (map.width.to_string(), map.height.to_string());
        El::of(&drawn.attr("viewBox", format!("0 0 {width} {height}")).attr("width", width).attr("height", height))
    })
}

fn with_journey(plan: DerivedPlan, draw: impl Fn(&Journey) -> El) -> El {
    let (now, travel) = (plan.get(), plan.routes());
    let route = travel.as_ref().map(|t| &t.followed);
    let titles = route.map(Route::titles).unwrap_or_default();
    let arrival = travel.as_ref().map(|t| t.followed.arrival().calendar(t.journey.so_far.years, plan.today().year()));
    let arrival = arrival.map(|(from, to)| format!("{from}–{to}"));
    let destination = now.stage.aim().map(|aim| (aim.target, arrival.as_deref().unwrap_or(words::DESTINATION)));
    draw(&Journey { route: &titles, here: now.current.map(|t| (t, words::HERE)), destination })
}

/// What the card says of a title.
fn about(plan: DerivedPlan, title: Option<TitleIx>) -> Vec<El> {
    let guide = plan.guide;
    let hint = || text("p", "small map-hint", "Point at a title, or tap it, to see the moves to it and on from it.");
    // Until one is looked at, the person's own title stands there.
    let is_lit = title.is_some();
    let Some(title) = title.or_else(|| plan.get().current) else { return vec![hint()] };
    let record = guide.title(title);
    let on_route = plan.routes().is_some_and(|travel| travel.followed.titles().contains(&title));
    let mut place = crate::ui::words::capital(&words::place(guide, title));
    for more in [routes::usually(guide, title), if on_route { "on your route".to_owned() } else { String::new() }] {
        if !more.is_empty() {
            place.push_str(" · ");
            place.push_str(&more);
        }
    }
    let moves = |term: &str, numbers: &[usize], other: fn(&Guide, usize) -> TitleIx| {
        let one = |number: &usize| {
            let other = other(guide, *number);
            let years = words::years(guide, *number);
            let unit = plural(guide.dwell(*number).1.into(), "year", "years");
            el("li").with([
                link(Page::Title(guide.title(other).id.clone()).href(), &guide.title(other).name),
                text("span", "small num", with_unit(&years, unit)),
            ])
        };
        let lines: Vec<El> = numbers.iter().map(one).collect();
        let list = el("ul").class("plain-list").with(lines);
        (!numbers.is_empty()).then(|| el("div").with([text("h3", "h-small", term), list]))
    };
    let (into, out): (Vec<usize>, Vec<usize>) = (guide.moves_to(title).collect(), guide.moves_from(title).collect());
    let name = el("div").class("flow").with([
        text("h2", "map-card-name", &record.name),
        text("p", "small", place),
        text("p", "", format!("{}.", record.focus)),
        link(Page::Title(record.id.clone()).href(), "What it asks for").class("small"),
    ]);
    let lists = [moves("Moves to it", &into, |g, m| g.ends(m).0), moves("Moves on from it", &out, |g, m| g.ends(m).1)];
    let mut parts = vec![name.maybe((!is_lit).then(hint))];
    parts.extend(lists.into_iter().flatten());
    parts
}
