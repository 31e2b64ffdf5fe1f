//! The transit map: tracks are lines, titles are stations, seniority runs along them; with one's position, destination and route.
//!
//! The drawing is worked out in `domain` for the width there is: seniority to the right where there is room, upwards on phones. The
//! stations are links in reading order, and a list says the same.

use crate::domain::analysis::Analysis;
use crate::domain::guide::{Guide, TitleIx};
use crate::domain::layout::{Flag, FlagKind, Journey, LineKind, MapLayout, Part, Rect, Station, Text, horizontal, vertical};
use crate::domain::page::Page;
use crate::domain::routes::Route;
use crate::state::{AppState, PlanView, use_app, use_view};
use crate::ui::components::plural;
use crate::ui::dom::{El, el, link, svg, text};
use leptos::prelude::*;

/// From this width of the column the map runs to the right.
const WIDE: i32 = 940;
/// The padding of the page on both sides, which the column lacks: narrow and wide.
const PADDING: [i32; 2] = [32, 48];

/// What the map shows of the plan: a way to its route, which the welcome does without.
pub type RouteOf = for<'a> fn(&'a Analysis, &Guide) -> Option<&'a Route>;

/// The map with its legend and its list.
pub fn map_view(route_of: RouteOf) -> El {
    let (app, view) = (use_app(), use_view());
    let guide = view.guide;
    let list = RwSignal::new(false);
    let drawing = move || vec![draw(view, route_of, column(app))];
    let tracks: Vec<El> = guide
        .pack()
        .tracks
        .iter()
        .map(|t| el("span").with([el("i").class(&format!("dot track-{}", t.id)), text("span", "", &t.name)]))
        .collect();
    let as_list = move || if list.get() { vec![list_of_titles(guide)] } else { Vec::new() };
    el("section").class("map").attr("aria-label", "Map of titles").with([
        el("div").class("map-drawing").show(drawing),
        el("div").class("legend small").with(tracks),
        el("details")
            .on("toggle", move |event| list.set(event.open()))
            .add(text("summary", "small", "Read the map as a list"))
            .show(as_list),
    ])
}

/// The width of the page's column, which follows that of the window.
fn column(app: AppState) -> i32 {
    let window = app.window_width().get();
    let padding = if window < 767 { PADDING[0] } else { PADDING[1] };
    (window - padding).min(1216 - PADDING[1])
}

fn draw(view: PlanView, route_of: RouteOf, width: i32) -> El {
    let (guide, now) = (view.guide, view.get());
    let route = route_of(&now, guide);
    let titles = route.map(Route::titles).unwrap_or_default();
    let arrival = route.map(|r| r.arrival().calendar(now.years(), view.today().year())).map(|(from, to)| format!("{from}–{to}"));
    let destination = now.target.map(|t| (t, arrival.as_deref().unwrap_or("Destination")));
    let journey = Journey { route: &titles, here: now.current.map(|t| (t, "You are here")), destination };
    let map = if width < WIDE { vertical(guide, width, &journey) } else { horizontal(guide, width, &journey) };
    picture(guide, &map)
}

fn picture(guide: &Guide, map: &MapLayout) -> El {
    let mut parts = Vec::new();
    for band in &map.bands {
        if band.shaded {
            parts.push(rect(&band.area, "map-band"));
        }
        parts.push(words(&band.name, "map-level"));
        parts.extend(band.years.as_ref().map(|years| words(years, "map-years")));
        parts.extend(band.rule.map(|(a, b)| path(&format!("M{} {}H{}", a.x, a.y, b.x), "map-rule")));
    }
    for line in &map.lines {
        let kind = if line.kind == LineKind::Onward { "map-onward" } else { "map-line" };
        parts.push(path(&line.d, &format!("{kind} {}", track(guide, line.track))));
    }
    if let Some(route) = &map.route {
        parts.push(path(&route.halo, "map-halo"));
        parts.extend(route.legs.iter().map(|leg| path(&leg.d, &format!("map-route {}", track(guide, leg.track)))));
    }
    parts.extend(map.stations.iter().map(|s| station(guide, s, &map.flags)));
    parts.extend(map.flags.iter().map(flag));
    svg("svg")
        .attr("class", "transit")
        .attr("viewBox", format!("0 0 {} {}", map.width, map.height))
        .attr("width", map.width.to_string())
        .attr("height", map.height.to_string())
        .attr("role", "group")
        .attr("aria-label", "Titles by seniority; each one is a link")
        .with(parts)
}

fn track(guide: &Guide, track: Option<usize>) -> String {
    track.and_then(|t| guide.pack().tracks.get(t)).map_or_else(String::new, |t| format!("track-{}", t.id))
}

fn path(d: &str, class: &str) -> El {
    svg("path").attr("d", d).attr("class", class)
}

fn rect(area: &Rect, class: &str) -> El {
    svg("rect")
        .attr("x", area.x.to_string())
        .attr("y", area.y.to_string())
        .attr("width", area.width.to_string())
        .attr("height", area.height.to_string())
        .attr("class", class)
}

fn words(line: &Text, class: &str) -> El {
    svg("text")
        .attr("x", line.at.x.to_string())
        .attr("y", line.at.y.to_string())
        .attr("text-anchor", line.anchor.name())
        .attr("class", class)
        .text(&line.text)
}

fn station(guide: &Guide, station: &Station, flags: &[Flag]) -> El {
    let class = match station.part {
        Part::Off => "station",
        Part::On => "station on",
        Part::End => "station on end",
    };
    let circle = svg("circle")
        .attr("cx", station.centre.x.to_string())
        .attr("cy", station.centre.y.to_string())
        .attr("r", station.radius.to_string());
    // One text with a blank between its lines, so that what is seen is also what is heard.
    let mut label = svg("text").attr("class", "map-label");
    for line in &station.label {
        let at =
            svg("tspan").attr("x", line.at.x.to_string()).attr("y", line.at.y.to_string()).attr("text-anchor", line.anchor.name());
        label = label.add(at.text(&line.text)).text(" ");
    }
    let seen = station.label.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join(" ");
    let flag = flags.iter().find(|f| f.title == station.title).map(|f| match f.kind {
        FlagKind::Here => ", you are here".to_owned(),
        FlagKind::Destination => format!(", your destination, {}", f.text.text),
    });
    let whole = &guide.title(station.title).name;
    let name = if seen == *whole { seen } else { format!("{seen} ({whole})") };
    let name = format!("{name}{}", flag.unwrap_or_default());
    svg("a")
        .attr("href", Page::Title(guide.title(station.title).id.clone()).href())
        .attr("class", class)
        .attr("aria-label", name)
        .add(rect(&station.target, "map-target").attr("rx", "8"))
        .with([circle, label])
}

fn flag(flag: &Flag) -> El {
    svg("g").attr("class", "map-flag").attr("aria-hidden", "true").with([path(&flag.d, ""), words(&flag.text, "map-flag-text")])
}

/// Every title by level, with its track and the moves out of it.
fn list_of_titles(guide: &'static Guide) -> El {
    let levels: Vec<El> = guide
        .pack()
        .levels
        .iter()
        .flat_map(|level| {
            let titles: Vec<El> = guide.titles_of_level(level).map(|t| title_in_list(guide, t)).collect();
            [text("h2", "h-small", &level.name), el("ul").with(titles)]
        })
        .collect();
    el("div").class("map-list").with(levels)
}

fn title_in_list(guide: &Guide, title: TitleIx) -> El {
    let record = guide.title(title);
    let onward: Vec<&str> = guide.moves_from(title).map(|m| guide.title(guide.ends(m).1).name.as_str()).collect();
    let track = guide.track(title).map(|t| format!(", {} track", t.name.to_ascii_lowercase())).unwrap_or_default();
    let moves = if onward.is_empty() {
        String::new()
    } else {
        format!("; {} to {}", plural(onward.len(), "a move", "moves"), onward.join(", "))
    };
    el("li").add(link(Page::Title(record.id.clone()).href(), &record.name)).text(format!("{track}{moves}"))
}
