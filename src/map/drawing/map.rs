//! The transit map: tracks are lines, titles are stations, seniority runs along them; with one's position, destination and route.
//! The stations are links in reading order, and a list says the same.

use super::{Node, node};
use crate::domain::guide::{Guide, TitleIx};
use crate::domain::page::Page;
use crate::map::geometry::Rect;
use crate::map::shapes::{Flag, FlagKind, LineKind, MapLayout, Part, Station};
use crate::map::text::Text;

/// What the section with the map is called.
pub const NAME: &str = "Map of titles";
/// What leads to the list of titles.
pub const AS_LIST: &str = "Read the map as a list";

/// The map as it was laid out.
pub fn map(guide: &Guide, map: &MapLayout) -> Node {
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
        parts.push(path(&line.d, &on_track(kind, guide, line.track)));
    }
    if let Some(route) = &map.route {
        parts.push(path(&route.halo, "map-halo"));
        parts.extend(route.legs.iter().map(|leg| path(&leg.d, &on_track("map-route", guide, leg.track))));
    }
    parts.extend(map.stations.iter().map(|s| station(guide, s, &map.flags)));
    parts.extend(map.flags.iter().map(flag));
    node("svg")
        .class("transit")
        .attr("viewBox", format!("0 0 {} {}", map.width, map.height))
        .attr("width", map.width.to_string())
        .attr("height", map.height.to_string())
        .attr("role", "group")
        .attr("aria-label", "Titles by seniority; each one is a link")
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
pub fn list_of_titles(guide: &Guide) -> Node {
    let mut levels = Vec::new();
    for level in &guide.pack().levels {
        levels.push(node("h2").class("h-small").text(level.name.as_str()));
        levels.push(node("ul").with(guide.titles_of_level(level).map(|t| title_in_list(guide, t))));
    }
    node("div").class("map-list").with(levels)
}

fn title_in_list(guide: &Guide, title: TitleIx) -> Node {
    let record = guide.title(title);
    let onward: Vec<&str> = guide.moves_from(title).map(|m| guide.title(guide.ends(m).1).name.as_str()).collect();
    let track = guide.track(title).map(|t| format!(", {} track", t.name.to_ascii_lowercase())).unwrap_or_default();
    let moves = match onward.len() {
        0 => String::new(),
        1 => format!("; a move to {}", onward[0]),
        _ => format!("; moves to {}", onward.join(", ")),
    };
    let link = node("a").attr("href", Page::Title(record.id.clone()).href()).text(record.name.as_str());
    node("li").add(link).text(track + &moves)
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

fn at(tag: &'static str, line: &Text) -> Node {
    node(tag).attr("x", line.at.x.to_string()).attr("y", line.at.y.to_string()).attr("text-anchor", line.anchor.name())
}

fn words(line: &Text, class: &str) -> Node {
    at("text", line).class(class).text(line.text.as_str())
}

fn station(guide: &Guide, station: &Station, flags: &[Flag]) -> Node {
    let class = match station.part {
        Part::Off => "station",
        Part::On => "station on",
        Part::End => "station on end",
    };
    let circle = node("circle")
        .attr("cx", station.centre.x.to_string())
        .attr("cy", station.centre.y.to_string())
        .attr("r", station.radius.to_string());
    // One text with a blank between its lines, so that what is seen is also what is heard.
    let mut label = node("text").class("map-label");
    for line in &station.label {
        label = label.add(at("tspan", line).text(line.text.as_str())).text(" ");
    }
    let seen = station.label.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join(" ");
    let flag = flags.iter().find(|f| f.title == station.title).map(|f| match f.kind {
        FlagKind::Here => ", you are here".to_owned(),
        FlagKind::Destination => format!(", your destination, {}", f.text.text),
    });
    let whole = &guide.title(station.title).name;
    let name = if seen == *whole { seen } else { format!("{seen} ({whole})") };
    node("a")
        .attr("href", Page::Title(guide.title(station.title).id.clone()).href())
        .class(class)
        .attr("aria-label", name + flag.as_deref().unwrap_or_default())
        .add(rect(&station.target, "map-target").attr("rx", "8"))
        .add(circle)
        .add(label)
}

fn flag(flag: &Flag) -> Node {
    node("g")
        .class("map-flag")
        .attr("aria-hidden", "true")
        .add(node("path").attr("d", flag.d.as_str()))
        .add(words(&flag.text, "map-flag-text"))
}

#[cfg(test)]
mod tests {
    use super::super::Child;
    use super::*;
    use crate::content;
    use crate::map::shapes::Journey;

    fn links(node: &Node, found: &mut Vec<(String, String)>) {
        let value = |name| node.attributes.iter().find(|(n, _)| *n == name).map(|(_, v)| v.clone()).unwrap_or_default();
        if node.tag == "a" {
            found.push((value("href"), value("aria-label")));
        }
        for child in &node.children {
            if let Child::Node(node) = child {
                links(node, found);
            }
        }
    }

    #[test]
    fn map_and_list_link_to_every_title() {
        let guide = content::guide().expect("the guide");
        let here = guide.titles().next().map(|t| (t, "You are here"));
        let sheets = content::map().expect("the map");
        let layout = sheets.draw(&guide, 1168, &Journey { here, ..Journey::default() });
        let (mut on_map, mut in_list) = (Vec::new(), Vec::new());
        links(&map(&guide, &layout), &mut on_map);
        links(&list_of_titles(&guide), &mut in_list);
        assert_eq!(on_map.len(), guide.titles().len());
        assert_eq!(on_map.iter().filter(|(_, name)| name.ends_with(", you are here")).count(), 1);
        let sorted = |list: &[(String, String)]| {
            let mut hrefs: Vec<String> = list.iter().map(|(href, _)| href.clone()).collect();
            hrefs.sort();
            hrefs
        };
        assert_eq!(sorted(&on_map), sorted(&in_list));
    }
}
