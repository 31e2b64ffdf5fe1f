//! The transit map: tracks are lines, titles are stations, seniority runs along them; with one's position, destination and route.
//! The stations are links in reading order, and a list says the same. What it says comes from outside, as [`Words`].

use super::{Node, node};
use crate::domain::guide::{Guide, Level, TitleIx};
use crate::domain::page::Page;
use crate::map::geometry::Point;
use crate::map::geometry::Rect;
use crate::map::shapes::{Flag, LineKind, LitWay, MapLayout, Part, Station};
use crate::map::text::{Anchor, Text};

/// What the map says, beyond the names of the guide.
#[derive(Debug)]
pub struct Words {
    /// What the picture is called.
    pub picture: &'static str,
    /// The name of a station: the name as it is seen, the station, and the flag that stands there.
    pub station: fn(&Guide, &str, &Station, Option<&Flag>) -> String,
    /// The years of a level, where the guide gives it some.
    pub years: fn(&Level) -> Option<String>,
    /// What follows the name of a title in the list.
    pub moves: fn(&Guide, TitleIx) -> String,
}

/// The map as it was laid out.
pub fn map(guide: &Guide, map: &MapLayout, words: &Words) -> Node {
    let mut parts = Vec::new();
    for band in &map.bands {
        if band.shaded {
            parts.push(rect(&band.area, "map-band"));
        }
        parts.push(line(&band.name, "map-level"));
        let years = guide.pack().levels.get(band.level).and_then(words.years);
        let years = band.years.as_ref().zip(years);
        parts.extend(years.map(|(slot, years)| at("text", slot.at, slot.anchor).class("map-years").text(years)));
        parts.extend(band.rule.map(|(a, b)| path(&format!("M{} {}H{}", a.x, a.y, b.x), "map-rule")));
    }
    for way in &map.lines {
        let kind = if way.kind == LineKind::Onward { "map-onward" } else { "map-line" };
        parts.push(path(&way.d, &on_track(kind, guide, way.track)));
    }
    if let Some(route) = &map.route {
        parts.push(path(&route.halo, "map-halo"));
        parts.extend(route.legs.iter().map(|leg| path(&leg.d, &on_track("map-route", guide, leg.track))));
    }
    parts.extend(map.stations.iter().map(|s| station(guide, s, map, words)));
    parts.extend(map.flags.iter().map(flag));
    node("svg")
        .class("transit")
        .attr("viewBox", format!("0 0 {} {}", map.width, map.height))
        .attr("width", map.width.to_string())
        .attr("height", map.height.to_string())
        .attr("role", "group")
        .attr("aria-label", words.picture)
        .with(parts)
}

/// Which colour is which track.
pub fn legend(guide: &Guide) -> Node {
    let dot = |id: &str| node("i").class(&format!("dot track-{id}"));
    let tracks = guide.pack().tracks.iter();
    let tracks = tracks.map(|t| node("span").add(dot(t.id.as_str())).add(node("span").text(t.name.as_str())));
    node("div").class("legend small").with(tracks)
}

/// Every title by level, with its track and the moves out of it.
pub fn list_of_titles(guide: &Guide, words: &Words) -> Node {
    let mut levels = Vec::new();
    for level in &guide.pack().levels {
        levels.push(node("h2").class("h-small").text(level.name.as_str()));
        levels.push(node("ul").with(guide.titles_of_level(level).map(|t| title_in_list(guide, t, words))));
    }
    node("div").class("map-list").with(levels)
}

fn title_in_list(guide: &Guide, title: TitleIx, words: &Words) -> Node {
    let record = guide.title(title);
    let link = node("a").attr("href", Page::Title(record.id.clone()).href()).text(record.name.as_str());
    node("li").add(link).text((words.moves)(guide, title))
}

fn on_track(class: &str, guide: &Guide, track: Option<usize>) -> String {
    match track.and_then(|t| guide.pack().tracks.get(t)) {
        Some(track) => format!("{class} track-{}", track.id),
        None => class.to_owned(),
    }
}

fn path(d: &str, class: &str) -> Node {
    node("path").attr("d", d).class(class)
}

fn rect(area: &Rect, class: &str) -> Node {
    node("rect")
        .attr("x", area.x.to_string())
        .attr("y", area.y.to_string())
        .attr("width", area.width.to_string())
        .attr("height", area.height.to_string())
        .class(class)
}

fn at(tag: &'static str, at: Point, anchor: Anchor) -> Node {
    node(tag).attr("x", at.x.to_string()).attr("y", at.y.to_string()).attr("text-anchor", anchor.name())
}

fn line(text: &Text, class: &str) -> Node {
    at("text", text.at, text.anchor).class(class).text(text.text.as_str())
}

/// The room that the years of a lit line need.
const YEARS: (i32, i32) = (30, 15);
/// How far a tick reaches out of the middle of a route, and where it begins.
const TICK: (i32, i32) = (5, 11);

/// Which way the route runs where it passes a station without a stop: along the axis of x, or of y.
fn passed(station: &Station, map: &MapLayout) -> Option<bool> {
    let at = station.centre;
    let legs = map.route.iter().filter(|_| station.part == Part::Off).flat_map(|route| &route.legs);
    let mut pieces = legs.flat_map(|leg| leg.points.windows(2));
    pieces.find(|piece| at.distance_squared_to(piece[0], piece[1]) == 0).map(|piece| piece[0].y == piece[1].y)
}

/// A short line from the route towards the name of a title at which it does not stop.
fn tick(station: &Station, along_x: bool) -> Node {
    let (at, name) = (station.centre, &station.label_area);
    let d = if along_x {
        let sign = if name.y > at.y { 1 } else { -1 };
        format!("M{} {}V{}", at.x, at.y + sign * TICK.0, at.y + sign * TICK.1)
    } else {
        let sign = if name.x > at.x { 1 } else { -1 };
        format!("M{} {}H{}", at.x + sign * TICK.0, at.y, at.x + sign * TICK.1)
    };
    path(&d, "map-tick")
}

fn station(guide: &Guide, station: &Station, map: &MapLayout, words: &Words) -> Node {
    let class = match station.part {
        Part::Off => "station",
        Part::On => "station on",
        Part::End => "station on end",
    };
    let circle = || {
        node("circle")
            .attr("cx", station.centre.x.to_string())
            .attr("cy", station.centre.y.to_string())
            .attr("r", station.radius.to_string())
    };
    let mark = passed(station, map).map_or_else(circle, |along_x| tick(station, along_x));
    // One text with a blank between its lines, so that what is seen is also what is heard. It has no width: it would move the line before it.
    let mut label = node("text").class("map-label");
    for (number, line) in station.label.iter().enumerate() {
        if number > 0 {
            label = label.add(node("tspan").attr("font-size", "0").text(" "));
        }
        label = label.add(at("tspan", line.at, line.anchor).text(line.text.as_str()));
    }
    let seen = station.label.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join(" ");
    let flag = map.flags.iter().find(|f| f.title == station.title);
    let name = (words.station)(guide, &seen, station, flag);
    node("a")
        .attr("href", Page::Title(guide.title(station.title).id.clone()).href())
        .class(class)
        .attr("aria-label", name)
        .add(rect(&station.target, "map-target").attr("rx", "8"))
        .add(mark)
        .add(label)
}

/// The lines that lead to a station and on from it, over the others, each with its years where it is half way.
pub fn lit(guide: &Guide, ways: &[LitWay], years: impl Fn(usize) -> String) -> Node {
    let lines = ways.iter().map(|way| path(&way.d, &on_track("map-lit", guide, way.track)));
    // Years that would meet others are left to the card beside the map, which has them all.
    let mut labelled: Vec<&LitWay> = Vec::new();
    for way in ways {
        let meets =
            |other: &&LitWay| (other.middle.x - way.middle.x).abs() < YEARS.0 && (other.middle.y - way.middle.y).abs() < YEARS.1;
        if !labelled.iter().any(meets) {
            labelled.push(way);
        }
    }
    let labels = labelled.iter().map(|way| {
        let (x, y) = (way.middle.x.to_string(), (way.middle.y + 4).to_string());
        node("text").class("map-lit-years").attr("x", x).attr("y", y).attr("text-anchor", "middle").text(years(way.number))
    });
    node("svg").class("map-lit-ways").attr("aria-hidden", "true").with(lines.collect::<Vec<_>>()).with(labels.collect::<Vec<_>>())
}

fn flag(flag: &Flag) -> Node {
    node("g")
        .class("map-flag")
        .attr("aria-hidden", "true")
        .add(node("path").attr("d", flag.d.as_str()))
        .add(line(&flag.text, "map-flag-text"))
}
